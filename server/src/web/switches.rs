//! Language, theme, view and the way out: small forms that come back to the page they stood on.

use super::{
    cookies,
    faults::{self, Fault},
    visit,
};
use crate::router::House;
use app::{context::Visit, error::AppError};
use axum::{
    Extension, Form,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use shared::Lang;
use store::accounts;

/// Where to come back to.
#[derive(Debug, Default, Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

impl Back {
    /// A path of this site, or the home page.
    fn local(&self) -> &str {
        if is_local(&self.back) { &self.back } else { "/" }
    }
}

pub(super) fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && path.bytes().all(|b| b > b' ' && b != b'\\' && b < 0x7f)
}

/// `POST /lang/{code}`.
pub async fn lang(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path(code): Path<String>,
    Form(back): Form<Back>,
) -> Response {
    let Some(lang) = Lang::from_code(&code) else { return faults::json(&AppError::Hidden) };
    if let Some(actor) = &visit.actor
        && actor.lang != lang
        && let Err(error) = accounts::set_lang(&house.site.db, actor.person, lang).await
    {
        // The cookie still carries the choice on this device.
        tracing::error!(%error, "language not kept");
    }
    kept(cookies::LANG, lang.code(), &back)
}

/// `POST /theme/{name}`; `auto` follows the system again.
pub async fn theme(Path(name): Path<String>, Form(back): Form<Back>) -> Response {
    match visit::theme(&name).or((name == "auto").then_some("auto")) {
        Some(name) => kept(cookies::THEME, name, &back),
        None => faults::json(&AppError::Hidden),
    }
}

/// `POST /view/{name}`.
pub async fn view(Path(name): Path<String>, Form(back): Form<Back>) -> Response {
    match visit::view(&name) {
        Some(name) => kept(cookies::VIEW, name, &back),
        None => faults::json(&AppError::Hidden),
    }
}

/// `POST /saver/{name}`: saving data, `on` or `off`, whatever the browser asks for by itself.
pub async fn saver(Path(name): Path<String>, Form(back): Form<Back>) -> Response {
    match visit::saver(&name) {
        Some(saves) => kept(cookies::SAVER, if saves { "on" } else { "off" }, &back),
        None => faults::json(&AppError::Hidden),
    }
}

/// `POST /sign-out`: ends the session, and the boards' sockets look again who is there.
pub async fn sign_out(State(house): State<House>, Extension(visit): Extension<Visit>, headers: HeaderMap) -> Response {
    if let Some(token) = &visit.session
        && let Err(error) = accounts::close_session(&house.site.db, token).await
    {
        tracing::error!(%error, "session not closed");
        return faults::answer(Fault::Busy, visit.lang, &house.site.assets, &headers);
    }
    if let Some(actor) = &visit.actor {
        house.site.boards.revoke_everywhere(actor.person);
    }
    let mut response = with_cookie(Redirect::to("/"), cookies::no_session());
    response.headers_mut().extend(cookies::choice(cookies::DOOR, "0").map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

fn kept(name: &str, value: &str, back: &Back) -> Response {
    match cookies::choice(name, value) {
        Some(cookie) => with_cookie(Redirect::to(back.local()), cookie),
        None => faults::json(&AppError::Hidden),
    }
}

fn with_cookie(redirect: Redirect, cookie: HeaderValue) -> Response {
    let mut response = redirect.into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_on_this_site() {
        for good in ["/", "/v/1/board?thread=2", "/portfolio?q=%D9%82"] {
            assert!(is_local(good), "{good}");
        }
        for bad in ["", "//evil.test", "/\\evil.test", "https://evil.test", "/a\nb", "evil"] {
            assert!(!is_local(bad), "{bad}");
        }
    }
}
