//! New one-time codes on their way from the form to the page that shows them: in a cookie that no script reads and that is gone once it was
//! read. They are never in an address, where they would stay in the history and in logs.

use http::header::{CACHE_CONTROL, COOKIE, SET_COOKIE};
use http::{HeaderValue, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use shared::{accounts::OneTimeCode, ids::GroupId};

const NAME: &str = "fikra-card";
/// Seconds that codes wait for their page; a slow line needs some, a shared PC must not keep them.
const WAITS: u32 = 120;
/// So many codes fit into one cookie.
pub(super) const MOST: usize = 250;

/// Gives codes along with the answer, each with its number in the group.
pub(super) fn hand_over(group: GroupId, codes: &[(u32, OneTimeCode)]) {
    let codes: String = codes.iter().map(|(number, code)| format!(".{number}-{}", code.as_str())).collect();
    set(&format!("{group}{codes}"), WAITS);
}

/// The codes that came along with the request for this group. They are taken back, and the page with them is kept nowhere.
pub(super) fn take(group: GroupId) -> Vec<(u32, OneTimeCode)> {
    let Some(parts) = use_context::<Parts>() else { return Vec::new() };
    let cookies = parts.headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let Some(value) = cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(NAME)?.strip_prefix('=')) else {
        return Vec::new();
    };
    set("", 0);
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let mut pieces = value.split('.');
    if pieces.next().and_then(|id| id.parse().ok()) != Some(group) {
        return Vec::new();
    }
    pieces
        .filter_map(|piece| {
            let (number, code) = piece.split_once('-')?;
            Some((number.parse().ok()?, OneTimeCode::parse(code)?))
        })
        .collect()
}

/// The server adds `Secure` where people come over https.
fn set(value: &str, seconds: u32) {
    let cookie = format!("{NAME}={value}; Path=/groups; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(SET_COOKIE, cookie);
    }
}
