//! Where a venture stands in the programme: its star, and the words that always stand beside it.
//! It never holds the programme itself: each page is told the names that it shows, in the reader's language.

pub mod api;
mod aside;
mod asides;
mod asks;
mod back;
mod deeds;
mod gate;
mod next;
mod page;
mod phases;
mod sign;

pub use asks::GateAsks;
pub use next::NextGate;
pub use page::PathPage;

use crate::locale::{Words, key, use_words};
use crate::ui::{Gates, Star, StarSize};
use leptos::prelude::*;
use shared::ventures::Gate;

/// « 3/8 · modèle testé », from the last gate signed and its name.
pub fn gate_words(words: Words, gate: Gate, name: &str) -> String {
    words.fill(key::CHROME_STAR, &[("n", &gate.0.to_string()), ("gate", name)])
}

/// A star of a row or a head with its words.
#[component]
pub fn GateLine(
    gate: Gate,
    /// The gate's name.
    name: String,
    #[prop(optional)] size: StarSize,
) -> impl IntoView {
    let said = gate_words(use_words(), gate, &name);
    view! {
        <span class="gate-line">
            <Star gates=Gates::up_to(gate.0) size />
            <span>{said}</span>
        </span>
    }
    .into_any()
}
