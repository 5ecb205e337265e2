//! The pages and sentences for what did not work: what happened, what is safe, what to do. It sets the status of the answer.

use crate::error::AppError;
use crate::locale::{Words, key, use_words};
use crate::ui::{EmptyState, LinkButton, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use shared::accounts::SignInRefusal;
use shared::ventures::FieldFault;

/// No page at this address, or none that this person may know of.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <Refusal error=AppError::Hidden /> }
}

/// A whole page that says why there is nothing to read.
#[component]
pub fn Refusal(error: AppError) -> impl IntoView {
    answer_with(error.status());
    let words = use_words();
    let (scene, title, text, href, way) = match error {
        AppError::SignIn | AppError::SignInRefused(_) => {
            (Scene::Nothing, key::ERRORS_SIGN_IN_TITLE, key::ERRORS_SIGN_IN_TEXT, "/", key::ERRORS_SIGN_IN_WAY)
        }
        AppError::Hidden | AppError::Field(..) => {
            (Scene::Fault, key::ERRORS_HIDDEN_TITLE, key::ERRORS_HIDDEN_TEXT, "/", key::ERRORS_HOME_WAY)
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
            <EmptyState scene title=words.get(title) text=words.get(text)>
                <LinkButton href=href>{words.get(way)}</LinkButton>
            </EmptyState>
        </div>
    }
}

/// An error in one or two sentences, for a toast or above a form.
pub fn said(words: Words, error: &AppError) -> String {
    let key = match error {
        AppError::SignIn => key::ERRORS_SIGN_IN_TEXT,
        AppError::Hidden => key::ERRORS_HIDDEN_TEXT,
        AppError::Forbidden => key::ERRORS_FORBIDDEN_TEXT,
        AppError::SignInRefused(refusal) => return refused(words, *refusal),
        AppError::Field(_, fault) => return field(words, *fault).to_owned(),
        AppError::Conflict => key::ERRORS_CONFLICT,
        AppError::TeamFull => key::ERRORS_TEAM_FULL,
        AppError::Unavailable => key::ERRORS_FAULT_TEXT,
        AppError::Offline => key::ERRORS_OFFLINE_TEXT,
    };
    words.get(key).to_owned()
}

/// What is wrong with a field.
pub fn field(words: Words, fault: FieldFault) -> &'static str {
    words.get(match fault {
        FieldFault::Empty => key::ERRORS_FIELD_EMPTY,
        FieldFault::TooLong => key::ERRORS_FIELD_TOO_LONG,
        FieldFault::NotAChoice => key::ERRORS_FIELD_NOT_A_CHOICE,
    })
}

/// Why a sign-in did not work.
pub fn refused(words: Words, refusal: SignInRefusal) -> String {
    match refusal {
        SignInRefusal::NoMatch => words.get(key::ERRORS_NO_MATCH).to_owned(),
        SignInRefusal::CodeUsed => words.get(key::ERRORS_CODE_USED).to_owned(),
        SignInRefusal::Wait(seconds) => words.plural(key::ERRORS_WAIT, u64::from(seconds.div_ceil(60)), &[]),
    }
}

/// Sets the status of the page being rendered; in the browser there is none to set.
pub fn answer_with(status: u16) {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>()
        && let Ok(status) = http::StatusCode::from_u16(status)
    {
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}
