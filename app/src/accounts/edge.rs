//! What the server functions of this noun do to the answer: cookies and redirects. Only on the server.

use crate::accounts::Back;
use crate::context::{now, site};
use crate::error::{AppError, AppResult};
use http::header::{ORIGIN, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue};
use leptos::prelude::use_context;
use leptos_axum::{ResponseOptions, redirect};
use leptos_router::params::ParamsMap;
use shared::access::Actor;
use shared::accounts::SignInRefusal;
use shared::ids::PersonId;

/// How long a session lasts when nobody comes, in seconds: thirty days, as the store keeps it.
const SESSION_SECONDS: u32 = 30 * 86_400;

/// Lets a person in and sends them on, or back to the form with the reason and what they typed, the secret excepted.
pub async fn enter(answer: store::Result<Result<PersonId, SignInRefusal>>, way: &str, next: &str, kept: &[(&str, &str)]) -> AppResult<()> {
    let person = match answer.map_err(AppError::from) {
        Ok(Ok(person)) => person,
        Ok(Err(refusal)) => {
            back("/", way, Back::SignIn(refusal), kept);
            return Ok(());
        }
        Err(_) => {
            back("/", way, Back::Unavailable, kept);
            return Ok(());
        }
    };
    let token = store::accounts::open_session(&site().db, person, now()).await?;
    keep(&token);
    redirect(next);
    Ok(())
}

/// Stores a new passphrase, which ends all sessions, and opens a new one here.
pub async fn renew(who: &Actor, passphrase: &str, next: &str) -> AppResult<()> {
    let site = site();
    store::accounts::choose_passphrase(&site.db, who.person, passphrase, &site.secrets, now()).await?;
    store::accounts::close_sessions_of(&site.db, who.person).await?;
    site.boards.revoke_everywhere(who.person);
    let token = store::accounts::open_session(&site.db, who.person, now()).await?;
    keep(&token);
    redirect(next);
    Ok(())
}

/// Back to a form: which way in, why, and what was typed.
pub fn back(page: &str, way: &str, why: Back, kept: &[(&str, &str)]) {
    let mut query = ParamsMap::new();
    if !way.is_empty() {
        query.insert("way", way.to_owned());
    }
    query.insert("refused", why.word());
    for (name, value) in kept {
        query.insert((*name).to_owned(), value.chars().take(80).collect::<String>());
    }
    redirect(&format!("{page}{}", query.to_query_string()));
}

fn keep(token: &str) {
    let (Some(response), headers) = (use_context::<ResponseOptions>(), use_context::<Parts>().map(|parts| parts.headers)) else {
        return;
    };
    let secure = if headers.as_ref().is_some_and(over_https) { "; Secure" } else { "" };
    let cookie = format!("fikra-session={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={SESSION_SECONDS}{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.append_header(SET_COOKIE, value);
    }
}

/// Whether the browser came over https: it says so itself in the origin of the form.
fn over_https(headers: &HeaderMap) -> bool {
    headers.get(ORIGIN).and_then(|origin| origin.to_str().ok()).is_some_and(|origin| origin.starts_with("https://"))
}
