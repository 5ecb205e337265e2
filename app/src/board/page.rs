//! The board's page: loads it, opens the state both views stand on, and puts what stands round them in place.

use super::{
    api::BoardPage,
    canvas::Canvas,
    list::ListView,
    photos,
    picker::{self, Picker},
    presence,
    state::{BoardState, Mode, View},
    talk::Talk,
    toolbar::{BottomBar, MoreDialog, TopBar},
    view,
};
use crate::{
    locale::{key, use_words},
    place,
    ui::use_toaster,
};
use leptos::prelude::*;

/// An open board.
#[component]
pub fn Opened(page: BoardPage) -> impl IntoView {
    let words = use_words();
    let Some(document) = page.document() else { return view! { <p class="page">{words.get(key::BOARD_RELOAD)}</p> }.into_any() };
    let mode = match (page.may_write, page.may_comment) {
        (true, _) => Mode::Write,
        (false, true) => Mode::Comment,
        (false, false) => Mode::Read,
    };
    let mut state =
        BoardState::open(use_toaster(), page.venture, mode, document, page.templates, page.threads).weighed(page.saver, page.heavy);
    state.parts = page.parts;
    provide_context(state);
    picker::provide(page.way);
    presence::provide(state);
    if let Some(thread) = place::query("thread").and_then(|thread| thread.parse().ok()) {
        state.open_thread(thread);
    }
    let chosen = page.view.as_deref().and_then(view::named);
    Effect::new(move |_| show(state, chosen));
    #[cfg(feature = "csr")]
    {
        super::live::start(state);
        super::asked::listen(state, chosen.unwrap_or_else(view::fitting));
        view::list_on_paper(state);
    }
    let more = RwSignal::new(false);
    let writes = mode == Mode::Write;
    view! {
        <div class="board" class:board-drawn=move || state.view.get() == View::Canvas class:board-written=writes on:click=photos::pressing(state)>
            <TopBar more />
            {ended()}
            <div class="board-middle">
                <div class="board-view">
                    {move || match state.view.get() {
                        View::List => view! { <ListView /> }.into_any(),
                        View::Canvas => view! { <Canvas /> }.into_any(),
                    }}
                </div>
                <Talk />
            </div>
            {writes.then(|| view! { <BottomBar more /> }.into_any())}
            {writes.then(|| view! { <Picker /> }.into_any())}
            <MoreDialog open=more />
        </div>
    }
    .into_any()
}

/// Shows the view that was chosen, or the one that fits. The list stays until the canvas is here.
#[cfg(feature = "csr")]
fn show(state: BoardState, chosen: Option<View>) {
    let fitting = view::fitting();
    let talk = state.mode == Mode::Comment || state.threads.with_untracked(|threads| !threads.is_empty());
    if fitting == View::Canvas && talk {
        state.panel.set(true);
    }
    view::show(state, chosen.unwrap_or(fitting));
}

/// Only an open page outlives the right to it.
#[cfg(feature = "csr")]
fn ended() -> AnyView {
    view! { <super::ended::Ended /> }.into_any()
}

#[cfg(not(feature = "csr"))]
fn ended() -> AnyView {
    ().into_any()
}

/// The server writes the list.
#[cfg(not(feature = "csr"))]
fn show(_state: BoardState, _chosen: Option<View>) {}
