//! Where somebody wanted to go before signing in: a team's code that was scanned, or a page that was opened from a link. It is kept on the
//! device for a short while, so that nobody scans or looks for the link twice. Only on the server.
//! Whatever the cookie says, it leads to the page of codes, to a page of this site that has an address of its own, or nowhere.

use crate::place;
use http::{HeaderValue, header, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use shared::joining::JoinCode;

const NAME: &str = "fikra-wanted";
/// Seconds that it is kept: enough to find the card and to choose a passphrase.
const KEPT: u32 = 1800;
/// What the pages begin with that are about one thing and are sent as links.
const PAGES: [&str; 4] = ["/v/", "/groups/", "/portfolio/", "/example/"];

/// Keeps the code that was typed or scanned, where it is one.
pub(crate) fn keep_code(typed: &str) {
    if let Some(code) = JoinCode::parse(typed) {
        set(code.as_str(), KEPT);
    }
}

/// Keeps the page that is being asked for, where it is about one thing.
pub(crate) fn keep_place() {
    if let Some(page) = page_of(&place::path()) {
        set(&page, KEPT);
    }
}

/// The page that was kept. It leads there once.
pub(crate) fn way() -> Option<String> {
    let parts = use_context::<Parts>()?;
    let cookies = parts.headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
    let kept = cookies.filter_map(|pair| pair.trim().split_once('=')).find(|(name, _)| *name == NAME)?;
    set("", 0);
    page_of(kept.1)
}

fn page_of(kept: &str) -> Option<String> {
    let plain = kept.len() < 200 && kept.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')) && !kept.contains("//");
    let page = (plain && PAGES.iter().any(|page| kept.starts_with(page))).then(|| kept.to_owned());
    page.or_else(|| JoinCode::parse(kept).map(|code| format!("/join?code={}", code.as_str())))
}

fn set(wanted: &str, seconds: u32) {
    let cookie = format!("{NAME}={wanted}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(header::SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn what_is_kept_leads_to_the_page_of_codes_to_a_page_of_this_site_or_nowhere() {
        assert_eq!(page_of("BCD234").as_deref(), Some("/join?code=BCD234"));
        let page = "/v/01a211b8-dec4-7506-986f-a5181dc1a5b4/path";
        assert_eq!(page_of(page).as_deref(), Some(page));
        for other in
            ["", "//evil.test", "https://evil.test", "/today", "/v//evil.test", "/v/..%2f", "BCD234/../..", "BCD234&next=//evil.test"]
        {
            assert_eq!(page_of(other), None, "{other}");
        }
    }
}
