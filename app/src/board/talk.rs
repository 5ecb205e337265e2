//! The talk beside the board. On the server it is written whole; in the browser it is fetched when the panel first opens.

use super::threads::Threads;
#[cfg(feature = "csr")]
use super::{
    later::{self, Missing},
    state::use_board,
};
#[cfg(feature = "csr")]
use crate::{
    locale::{key, use_words},
    ui::Skeleton,
};
use leptos::prelude::*;

/// The panel, once it is wanted.
#[cfg(feature = "csr")]
#[component]
pub fn Talk() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let slot = RwSignal::new_local(None::<AnyView>);
    let here = RwSignal::new(false);
    let owner = Owner::current().unwrap_or_default();
    let wanted = Memo::new(move |_| state.panel.get() && !here.get());
    Effect::new(move |_| {
        if !wanted.get() {
            return;
        }
        let owner = owner.clone();
        leptos::task::spawn_local(async move {
            match beside(owner).await {
                // Closed and opened again on a slow line, it comes twice; one is enough.
                Ok(panel) => {
                    if here.try_get_untracked() == Some(false) {
                        slot.set(Some(panel));
                        here.set(true);
                    }
                }
                Err(missing) => {
                    let _ = state.panel.try_set(false);
                    missing.say(state);
                }
            }
        });
    });
    view! {
        {move || {
            wanted
                .get()
                .then(|| view! { <aside class="threads-beside is-open"><Skeleton label=words.get(key::BOARD_LOADING) /></aside> }.into_any())
        }}
        {later::filling(slot)}
    }
    .into_any()
}

#[cfg(feature = "csr")]
#[leptos::wasm_split::wasm_split(talk, wasm_split_path = ::leptos::wasm_split, fallible)]
fn beside(owner: Owner) -> Result<AnyView, Missing> {
    Ok(later::under(&owner, || view! { <Threads /> }.into_any()))
}

/// The panel.
#[cfg(not(feature = "csr"))]
#[component]
pub fn Talk() -> impl IntoView {
    view! { <Threads /> }
}
