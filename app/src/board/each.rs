//! Records drawn one by one from their names. Every list of records, in either view and in the maker of screens, is drawn by this.

use board::id::RecordId;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws each record once, in order; what was drawn moves along when its place changes.
pub fn each(ids: impl Into<Signal<Vec<RecordId>>>, draw: impl Fn(RecordId) -> AnyView + Send + Sync + 'static) -> AnyView {
    drawn(ids.into(), Arc::new(draw))
}

/// The one list of the program: a `For` of its own for each kind of record would weigh as much again each time.
fn drawn(ids: Signal<Vec<RecordId>>, draw: Arc<dyn Fn(RecordId) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=move || ids.get() key=|id| *id children=move |id| draw(id) /> }.into_any()
}
