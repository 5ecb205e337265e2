//! Who asks: the session's cookie becomes a person, once a request, before any handler.

use super::{
    cookies,
    faults::{self, Fault},
};
use crate::router::House;
use app::context::{Visit, now};
use axum::{
    extract::{Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};
use shared::Lang;
use store::{StoreError, accounts};

/// Puts the [`Visit`] at the request.
pub async fn greet(State(house): State<House>, mut request: Request, next: Next) -> Response {
    match visit(&house, request.headers()).await {
        Ok(visit) => {
            request.extensions_mut().insert(visit);
            next.run(request).await
        }
        Err(error) => {
            tracing::error!(%error, "session not read");
            let lang = chosen_lang(request.headers()).unwrap_or_default();
            faults::answer(Fault::Busy, lang, &house.site.assets, request.headers())
        }
    }
}

async fn visit(house: &House, headers: &HeaderMap) -> Result<Visit, StoreError> {
    let token = cookies::read(headers, cookies::SESSION).filter(|token| !token.is_empty() && token.len() <= 128);
    let actor = match token {
        Some(token) => accounts::actor_of(&house.site.db, token, now()).await?,
        None => None,
    };
    let lang = chosen_lang(headers).or(actor.as_ref().map(|actor| actor.lang)).unwrap_or_default();
    Ok(Visit {
        session: actor.is_some().then(|| token.map(str::to_owned)).flatten(),
        by_door: house.site.demo && actor.is_some() && cookies::read(headers, cookies::DOOR) == Some("1"),
        actor,
        lang,
        theme: cookies::read(headers, cookies::THEME).and_then(theme),
        view: cookies::read(headers, cookies::VIEW).and_then(view),
        saver: cookies::read(headers, cookies::SAVER).and_then(saver).unwrap_or_else(|| asks_to_save(headers)),
    })
}

fn chosen_lang(headers: &HeaderMap) -> Option<Lang> {
    cookies::read(headers, cookies::LANG).and_then(Lang::from_code)
}

/// The themes that can be chosen.
pub fn theme(name: &str) -> Option<&'static str> {
    ["light", "dark"].into_iter().find(|theme| *theme == name)
}

/// The views that can be chosen.
pub fn view(name: &str) -> Option<&'static str> {
    ["list", "canvas"].into_iter().find(|view| *view == name)
}

/// Whether data is saved, as chosen.
pub fn saver(name: &str) -> Option<bool> {
    match name {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

/// The browser's own saver, which says so with every request.
fn asks_to_save(headers: &HeaderMap) -> bool {
    headers.get("save-data").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on"))
}
