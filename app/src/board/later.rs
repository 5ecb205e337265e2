//! Parts of the board's program that are fetched when they are first wanted, so that a phone which writes in the list pays for the list.
//! A part that does not arrive is an answer, not a panic: a panic would end the program, and with it the words that wait to be sent.

use super::state::BoardState;
use crate::locale::{key, use_words};
use leptos::{prelude::*, tachys::reactive_graph::OwnedView, wasm_split::SplitLoaderError};

/// The part did not arrive.
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl Missing {
    /// Says so, and what to do.
    pub fn say(self, state: BoardState) {
        state.toaster().fault(use_words().get(key::BOARD_PART_MISSING));
    }
}

/// Draws a part under an owner of its own: what it provides to its parts must not reach the rest of the page.
pub fn under(owner: &Owner, draw: impl FnOnce() -> AnyView) -> AnyView {
    owner.child().with(|| OwnedView::new(draw()).into_any())
}

/// What stands in a slot that is filled once. A view is no value that can be had twice.
pub fn filling(slot: RwSignal<Option<AnyView>, LocalStorage>) -> impl Fn() -> Option<AnyView> {
    move || {
        slot.track();
        slot.try_update_untracked(Option::take).flatten()
    }
}
