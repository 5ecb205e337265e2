//! Keys of the list that belong to no field: undo and redo.

use super::state::{BoardState, Mode};
use leptos::{ev, prelude::*};
use web_sys::{Element, wasm_bindgen::JsCast};

/// Listens while the list is shown. In a field the browser's own undo takes back what was typed there.
pub(super) fn listen(state: BoardState) {
    if state.mode != Mode::Write {
        return;
    }
    let listening = window_event_listener(ev::keydown, move |event| {
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|target| target.matches("input, textarea, select").unwrap_or(false));
        if in_field || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => state.undo(),
            ("z", true) | ("y", false) => state.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listening.remove());
}
