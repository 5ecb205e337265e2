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
    later::opened(state, state.panel, beside, || {
        view! { <aside class="threads-beside is-open"><Skeleton label=use_words().get(key::BOARD_LOADING) /></aside> }.into_any()
    })
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
