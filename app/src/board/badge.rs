//! The saved badge: where the work is, in a shape and in words. It never says "sent" before the server has committed.

use super::state::{BoardState, Line, Mode, use_board};
use crate::{
    locale::{Key, key, use_words},
    ui::press,
};
use leptos::prelude::*;

/// Shape, class and words of the badge.
fn said(state: BoardState) -> (&'static str, &'static str, Key) {
    let status = state.status.get();
    match (status.line, status.pending) {
        (Line::Opening, _) => ("○", "saved", key::BOARD_OPENING),
        (Line::Open, 0) => ("●", "saved saved-sent", key::BOARD_SENT),
        (Line::Open, _) => ("◐", "saved saved-going", key::BOARD_NOT_SENT),
        (Line::Ended, _) => ("○", "saved", key::BOARD_ENDED_SHORT),
        (Line::Lost, 0) => ("●", "saved", key::BOARD_SENT_OFFLINE),
        (Line::Lost, _) => ("○", "saved saved-going", key::BOARD_NOT_SENT),
    }
}

/// The badge; a tap says what is still waiting.
#[component]
pub fn SavedBadge() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    if state.mode != Mode::Write {
        return ().into_any();
    }
    let tell = press(move || {
        let status = state.status.get_untracked();
        let said = match status.pending {
            0 => words.get(key::BOARD_SENT_MORE).to_owned(),
            n => words.plural(key::BOARD_WAITING, n as u64, &[]),
        };
        state.toaster().say(said, None);
    });
    view! {
        <button type="button" class=move || said(state).1 on:click=tell>
            <span aria-hidden="true">{move || said(state).0}</span>
            <span role="status">{move || words.get(said(state).2)}</span>
        </button>
    }
    .into_any()
}
