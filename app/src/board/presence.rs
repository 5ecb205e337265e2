//! Who else is at what, in the list: a name on the note somebody has chosen or types in; and where this person is, told to them.

use super::state::BoardState;
use board::{id::RecordId, wire::Presence};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Names of those who are at a record.
#[derive(Clone, Copy)]
struct AtRecord(Memo<BTreeMap<RecordId, String>>);

/// Follows the others. For the whole page: the two views come and go.
pub(super) fn provide(state: BoardState) {
    let at = Memo::new(move |_| {
        state.mates.with(|mates| {
            let mut at = BTreeMap::new();
            for mate in mates.iter().filter(|mate| !mate.name.is_empty()) {
                for id in mate.presence.selection.iter().chain(&mate.presence.typing) {
                    at.insert(*id, mate.name.clone());
                }
            }
            at
        })
    });
    provide_context(AtRecord(at));
}

/// Tells the others where this person is, while the list is shown.
pub(super) fn tell(state: BoardState) {
    Effect::new(move |before: Option<Presence>| {
        let typing = state.editing.with(|open| open.as_ref().map(|(id, _)| *id));
        let here = Presence { selection: state.selection.get(), typing, ..Presence::default() };
        if before.is_some_and(|before| before != here) {
            state.tell(here.clone());
        }
        here
    });
}

/// The name of whoever is at a record.
#[component]
pub fn Mate(id: RecordId) -> impl IntoView {
    let at = use_context::<AtRecord>();
    view! { {move || at.and_then(|at| at.0.with(|at| at.get(&id).cloned())).map(|name| view! { <bdi class="mate">{name}</bdi> }.into_any())} }.into_any()
}
