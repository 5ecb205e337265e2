//! What a person is told of their board in words: what was not taken back, what was refused and where their words are.

use super::state::BoardState;
use crate::locale::{Key, key, use_words};
use board::{
    id::RecordId,
    replica::{Skip, SkipReason},
    wire::Refusal,
};
use leptos::prelude::Set;

/// An undo that passed over a part.
pub(super) fn skipped(state: BoardState, skips: &[Skip]) {
    let Some(skip) = skips.first() else { return };
    let why = match skip.why {
        SkipReason::Overwritten => key::BOARD_SKIPPED_OVERWRITTEN,
        SkipReason::InUse => key::BOARD_SKIPPED_IN_USE,
        SkipReason::Gone => key::BOARD_SKIPPED_GONE,
    };
    state.toaster().say(use_words().get(why), None);
}

/// Something the server did not take. What was typed is handed back in the notice.
pub(super) fn refused(state: BoardState, why: Refusal, kept: Option<String>) {
    let words = use_words();
    let reason = words.get(reason(why));
    let said = match kept.filter(|kept| !kept.trim().is_empty()) {
        Some(kept) => format!("{reason} {}", words.fill(key::BOARD_REFUSED_KEPT, &[("words", &kept)])),
        None => reason.to_owned(),
    };
    state.toaster().fault(said);
}

fn reason(why: Refusal) -> Key {
    match why {
        Refusal::TextTooLong => key::BOARD_REFUSED_TEXT_TOO_LONG,
        Refusal::BoardFull => key::BOARD_REFUSED_FULL,
        Refusal::Missing | Refusal::Deleted => key::BOARD_REFUSED_GONE,
        Refusal::ReadOnly => key::BOARD_REFUSED_READ_ONLY,
        Refusal::Protocol | Refusal::UnknownKind => key::BOARD_RELOAD,
        Refusal::NotStored => key::BOARD_REFUSED_NOT_STORED,
        Refusal::IllFormed
        | Refusal::TooLarge
        | Refusal::DoesNotFit
        | Refusal::Cycle
        | Refusal::Lengths
        | Refusal::Counter
        | Refusal::TooOld => key::BOARD_REFUSED_OTHER,
    }
}

/// Words that came back as a note of their own.
pub(super) fn kept(state: BoardState, note: RecordId) {
    state.selection.set(vec![note]);
    state.toaster().say(use_words().get(key::BOARD_KEPT), None);
}

/// The page is older than the server.
pub(super) fn reload(state: BoardState) {
    state.toaster().fault(use_words().get(key::BOARD_RELOAD));
}
