//! A team's code that was scanned before signing in: kept on the device for a short while, so that nobody scans twice. Only on the server.
//! The cookie holds six characters and no address: whatever it says, it leads to the page of codes and nowhere else.

use http::{HeaderValue, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use shared::joining::JoinCode;

const NAME: &str = "fikra-join";
/// Seconds that it is kept: enough to find the card and to choose a passphrase.
const KEPT: u32 = 1800;

/// Keeps the code that was typed or scanned, where it is one.
pub(super) fn keep(typed: &str) {
    if let Some(code) = JoinCode::parse(typed) {
        set(code.as_str(), KEPT);
    }
}

/// The page of the code that was kept. It leads there once.
pub(crate) fn way() -> Option<String> {
    let parts = use_context::<Parts>()?;
    let cookies = parts.headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
    let kept = cookies.filter_map(|pair| pair.trim().split_once('=')).find(|(name, _)| *name == NAME)?;
    set("", 0);
    page_of(kept.1)
}

fn page_of(kept: &str) -> Option<String> {
    JoinCode::parse(kept).map(|code| format!("/join?code={}", code.as_str()))
}

fn set(code: &str, seconds: u32) {
    let cookie = format!("{NAME}={code}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(header::SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn what_is_kept_leads_to_the_page_of_codes_or_nowhere() {
        assert_eq!(page_of("BCD234").as_deref(), Some("/join?code=BCD234"));
        for other in ["", "//evil.test", "https://evil.test", "/today", "BCD234/../..", "BCD234&next=//evil.test", "BCD23\u{202E}"] {
            assert_eq!(page_of(other), None, "{other}");
        }
    }
}
