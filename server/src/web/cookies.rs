//! The six cookies: session, language, theme, view, saver, and that somebody came in by a door of a demonstration. It reads and writes them and knows nothing of what they mean.

use axum::http::{HeaderMap, HeaderValue, header};

/// Token of the session.
pub const SESSION: &str = "fikra-session";
/// Language of the interface.
pub const LANG: &str = "fikra-lang";
/// Light or dark.
pub const THEME: &str = "fikra-theme";
/// List or canvas.
pub const VIEW: &str = "fikra-view";
/// Whether data is saved.
pub const SAVER: &str = "fikra-saver";

/// Whether one came in by a door of a demonstration.
pub const DOOR: &str = "fikra-door";

const YEAR: u32 = 31_536_000;

/// The value of a cookie of the request.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A choice kept for a year; not secret, read by the server only.
pub fn choice(name: &str, value: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{name}={value}; Path=/; Max-Age={YEAR}; SameSite=Lax; HttpOnly")).ok()
}

/// Keeps the token of a session for thirty days, as the store does.
pub fn session(token: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{SESSION}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000")).ok()
}

/// Takes the session's cookie away.
pub fn no_session() -> HeaderValue {
    HeaderValue::from_static("fikra-session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly")
}

/// Whatever part of the server set it: the session's cookie is out of reach of scripts, stays on this site, and travels by https where there is https.
pub fn harden(headers: &mut HeaderMap, https: bool) {
    let written: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    if written.is_empty() {
        return;
    }
    headers.remove(header::SET_COOKIE);
    for cookie in written {
        headers.append(header::SET_COOKIE, hardened(&cookie, https).unwrap_or(cookie));
    }
}

fn hardened(cookie: &HeaderValue, https: bool) -> Option<HeaderValue> {
    let text = cookie.to_str().ok()?;
    let mut out = text.trim_end_matches(';').to_owned();
    let has =
        |name: &str| text.split(';').skip(1).any(|part| part.trim().split('=').next().is_some_and(|key| key.eq_ignore_ascii_case(name)));
    let wanted = [
        ("Path", "Path=/", true),
        ("HttpOnly", "HttpOnly", text.starts_with(SESSION)),
        ("SameSite", "SameSite=Lax", true),
        ("Secure", "Secure", https),
    ];
    for (name, attribute, needed) in wanted {
        if needed && !has(name) {
            out.push_str("; ");
            out.push_str(attribute);
        }
    }
    HeaderValue::from_str(&out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=1; fikra-lang=ar; fikra-session=x"));
        assert_eq!(read(&headers, LANG), Some("ar"));
        assert_eq!(read(&headers, SESSION), Some("x"));
        assert_eq!(read(&headers, THEME), None);
    }

    #[test]
    fn the_session_is_out_of_reach_of_scripts_and_of_plain_http() {
        let mut headers = HeaderMap::new();
        headers.append(header::SET_COOKIE, HeaderValue::from_static("fikra-session=abc; Path=/"));
        harden(&mut headers, true);
        assert_eq!(headers[header::SET_COOKIE], "fikra-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
}
