//! A new one-time code on its way from the form to the page that shows it: in a cookie that no script reads and that is gone once it was
//! read. It is never in an address, where it would stay in the history and in logs.

use http::header::{CACHE_CONTROL, COOKIE, SET_COOKIE};
use http::{HeaderValue, request::Parts};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use shared::{accounts::OneTimeCode, ids::PersonId};

const NAME: &str = "fikra-card";
/// Seconds that a code waits for its page; a slow line needs some, a shared PC must not keep it.
const WAITS: u32 = 120;

/// Gives a code along with the answer.
pub(super) fn hand_over(person: PersonId, code: &OneTimeCode) {
    set(&format!("{person}.{}", code.as_str()), WAITS);
}

/// The code that came along with the request, and whose it is. It is taken back, and the page with it is kept nowhere.
pub(super) fn take() -> Option<(PersonId, OneTimeCode)> {
    let parts = use_context::<Parts>()?;
    let cookies = parts.headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let value = cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(NAME)?.strip_prefix('='))?;
    set("", 0);
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let (person, code) = value.split_once('.')?;
    Some((person.parse().ok()?, OneTimeCode::parse(code)?))
}

/// The server adds `Secure` where people come over https.
fn set(value: &str, seconds: u32) {
    let cookie = format!("{NAME}={value}; Path=/groups; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(SET_COOKIE, cookie);
    }
}
