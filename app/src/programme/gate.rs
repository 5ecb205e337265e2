//! Where a venture stands: its star, and the words that always stand beside it.

use super::Programme;
use crate::locale::{Words, key, use_words};
use crate::ui::{Gates, Star, StarSize};
use leptos::prelude::*;
use shared::ventures::Gate;

/// « 3/8 · modèle testé ».
pub fn gate_words(words: Words, programme: &Programme, gate: Gate) -> String {
    words.fill(key::CHROME_STAR, &[("n", &gate.0.to_string()), ("gate", programme.gate(gate))])
}

/// A star of a row or a head with its words.
#[component]
pub fn GateLine(gate: Gate, programme: Programme, #[prop(optional)] size: StarSize) -> impl IntoView {
    let said = gate_words(use_words(), &programme, gate);
    view! {
        <span class="gate-line">
            <Star gates=Gates::up_to(gate.0) size />
            <span>{said}</span>
        </span>
    }
}
