//! Why a form of this noun comes back, as its page's address says it. Only on the server.

use crate::locale::{Words, key};
use leptos_router::params::ParamsMap;
use shared::accounts::SignInRefusal;

/// Why a form of this noun comes back, as its page's address says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// The sign-in did not match, or must wait.
    SignIn(SignInRefusal),
    /// The new passphrase is too short or far too long.
    Length,
    /// The passphrase typed as the present one is another.
    Present,
    /// The server could not do it.
    Unavailable,
}

impl Back {
    /// As it stands in the address: `refused=no_match`.
    pub(super) fn word(self) -> String {
        match self {
            Back::SignIn(SignInRefusal::NoMatch) => "no_match".into(),
            Back::SignIn(SignInRefusal::CodeUsed) => "code_used".into(),
            Back::SignIn(SignInRefusal::Wait(seconds)) => format!("wait-{seconds}"),
            Back::Length => "length".into(),
            Back::Present => "present".into(),
            Back::Unavailable => "unavailable".into(),
        }
    }

    /// From the address; anything else says nothing.
    pub(super) fn of(query: &ParamsMap) -> Option<Back> {
        match query.get_str("refused")? {
            "no_match" => Some(Back::SignIn(SignInRefusal::NoMatch)),
            "code_used" => Some(Back::SignIn(SignInRefusal::CodeUsed)),
            "length" => Some(Back::Length),
            "present" => Some(Back::Present),
            "unavailable" => Some(Back::Unavailable),
            other => other.strip_prefix("wait-")?.parse().ok().map(|s| Back::SignIn(SignInRefusal::Wait(s))),
        }
    }

    /// In the reader's words.
    pub(super) fn said(self, words: Words) -> String {
        match self {
            Back::SignIn(refusal) => crate::errors::refused(words, refusal),
            Back::Length => words.get(key::ACCOUNTS_PASSPHRASE_LENGTH).to_owned(),
            Back::Present => words.get(key::ACCOUNTS_PASSPHRASE_PRESENT_WRONG).to_owned(),
            Back::Unavailable => words.get(key::ERRORS_FAULT_TEXT).to_owned(),
        }
    }
}
