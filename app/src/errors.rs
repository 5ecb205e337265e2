//! The sentences for what did not work: what happened, what is safe, what to do; and on the server the pages that say it.

#[cfg(feature = "ssr")]
mod refusal;

#[cfg(feature = "ssr")]
pub use refusal::{NotFound, OfflinePage, Refusal, answer_with};

use crate::error::AppError;
use crate::locale::{Words, key};
use shared::accounts::SignInRefusal;
use shared::ventures::FieldFault;

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
