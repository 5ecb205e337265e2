//! Pages that say why there is nothing to read: what happened, what is safe, what to do. They set the status of the answer. Only on the
//! server.

use crate::accounts::{use_who, wanted};
use crate::error::AppError;
use crate::locale::{key, use_words};
use crate::place;
use crate::ui::{EmptyState, Heads, LinkButton, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use shared::access::Role;

/// No page at this address, or none that this person may know of.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <Refusal error=AppError::Hidden /> }
}

/// `/offline`: what a browser keeps for the time without network, and shows in place of any page.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let words = use_words();
    view! {
        <Title text=words.get(key::ERRORS_OFFLINE_TITLE) />
        <div class="page page-narrow">
            <EmptyState scene=Scene::Offline title=words.get(key::ERRORS_OFFLINE_TITLE) text=words.get(key::ERRORS_OFFLINE_TEXT) heads=Heads::Page>
                // The address is still that of the page which was asked for.
                <LinkButton href="">{words.get(key::ERRORS_AGAIN_WAY)}</LinkButton>
            </EmptyState>
        </div>
    }
}

/// A whole page that says why there is nothing to read.
#[component]
pub fn Refusal(error: AppError) -> impl IntoView {
    answer_with(error.status());
    let words = use_words();
    if error == AppError::SignIn {
        wanted::keep_place();
    }
    let adult = use_who().with_untracked(|who| who.as_ref().is_some_and(|who| who.role() != Role::Trainee));
    let (scene, title, text, href, way) = match error {
        AppError::Hidden if place::path().starts_with("/v/") => {
            (Scene::Fault, key::ERRORS_HIDDEN_TITLE, key::SHARING_HIDDEN_TEXT, "/", key::ERRORS_HOME_WAY)
        }
        AppError::Hidden if adult => (Scene::Fault, key::ERRORS_HIDDEN_TITLE, key::ACCOUNTS_HIDDEN_TEXT, "/", key::ERRORS_HOME_WAY),
        AppError::SignIn | AppError::SignInRefused(_) => {
            (Scene::Nothing, key::ERRORS_SIGN_IN_TITLE, key::ERRORS_SIGN_IN_TEXT, "/", key::ERRORS_SIGN_IN_WAY)
        }
        AppError::Hidden | AppError::Field(..) => {
            (Scene::Fault, key::ERRORS_HIDDEN_TITLE, key::ERRORS_HIDDEN_TEXT, "/", key::ERRORS_HOME_WAY)
        }
        AppError::Forbidden if adult => {
            (Scene::Fault, key::ACCOUNTS_FORBIDDEN_TITLE, key::ACCOUNTS_FORBIDDEN_TEXT, "/", key::ERRORS_HOME_WAY)
        }
        AppError::Forbidden => (Scene::Fault, key::ERRORS_FORBIDDEN_TITLE, key::ERRORS_FORBIDDEN_TEXT, "/", key::ERRORS_HOME_WAY),
        AppError::Offline => (Scene::Offline, key::ERRORS_OFFLINE_TITLE, key::ERRORS_OFFLINE_TEXT, "", key::ERRORS_AGAIN_WAY),
        AppError::Conflict | AppError::TeamFull | AppError::Unavailable => {
            (Scene::Fault, key::ERRORS_FAULT_TITLE, key::ERRORS_FAULT_TEXT, "", key::ERRORS_AGAIN_WAY)
        }
    };
    view! {
        <Title text=words.get(title) />
        <div class="page page-narrow">
            <EmptyState scene title=words.get(title) text=words.get(text) heads=Heads::Page>
                <LinkButton href=href>{words.get(way)}</LinkButton>
            </EmptyState>
        </div>
    }
}

/// Sets the status of the page being rendered.
pub fn answer_with(status: u16) {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>()
        && let Ok(status) = http::StatusCode::from_u16(status)
    {
        response.set_status(status);
    }
}
