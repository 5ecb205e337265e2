//! The board's page: loads it, opens the state both views stand on, and puts what stands round them in place.

use super::{
    api::{BoardPage, load_board},
    canvas::Canvas,
    list::ListView,
    picker::{self, Picker},
    state::{BoardState, Mode, View},
    threads::Threads,
    toolbar::{BottomBar, MoreDialog, TopBar},
    view,
};
use crate::{
    error::AppError,
    errors::Refusal,
    locale::{key, use_words},
    ui::{Skeleton, use_toaster},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use board::Document;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page at `/v/:venture/board`.
#[component]
pub fn Board() -> impl IntoView {
    let words = use_words();
    let params = use_params_map();
    let page = Resource::new(
        move || params.with(|params| params.get("venture")),
        |venture| async move {
            match venture.and_then(|venture| venture.parse().ok()) {
                Some(venture) => load_board(venture).await,
                None => Err(AppError::Hidden),
            }
        },
    );
    view! {
        <Suspense fallback=move || view! { <Skeleton label=words.get(key::BOARD_LOADING) /> }.into_any()>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(page) => view! { <Opened page /> }.into_any(),
                    Err(error) => view! { <Refusal error /> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Opened(page: BoardPage) -> impl IntoView {
    let read = STANDARD.decode(&page.snapshot).ok().and_then(|bytes| Document::from_snapshot(&bytes).ok());
    let Some(document) = read else { return view! { <Refusal error=AppError::Unavailable /> }.into_any() };
    let mode = match (page.may_write, page.may_comment) {
        (true, _) => Mode::Write,
        (false, true) => Mode::Comment,
        (false, false) => Mode::Read,
    };
    let name = page.venture.name.clone();
    // The state outlives the page while it has work to send, so it does not belong to it.
    #[cfg(feature = "hydrate")]
    let owner = Owner::default();
    #[cfg(not(feature = "hydrate"))]
    let owner = Owner::current().unwrap_or_default();
    let toaster = use_toaster();
    let state = owner.with(|| BoardState::open(toaster, page.venture, mode, document, page.templates, page.threads));
    provide_context(state);
    picker::provide();
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| query.get("thread").and_then(|thread| thread.parse().ok())));
    if let Some(thread) = asked.get_untracked() {
        state.open_thread(thread);
    }
    Effect::new(move |before: Option<()>| {
        if let (Some(thread), Some(())) = (asked.get(), before) {
            state.open_thread(thread);
        }
    });
    let chosen = page.view.as_deref().and_then(view::named);
    Effect::new(move |_| {
        let fitting = view::fitting();
        state.view.set(chosen.unwrap_or(fitting));
        let talk = mode == Mode::Comment || state.threads.with_untracked(|threads| !threads.is_empty());
        if fitting == View::Canvas && talk {
            state.panel.set(true);
        }
    });
    #[cfg(feature = "hydrate")]
    super::live::start(state, owner);
    let more = RwSignal::new(false);
    let writes = mode == Mode::Write;
    view! {
        <Title text=name />
        <div class="board" class:board-drawn=move || state.view.get() == View::Canvas class:board-written=writes>
            <TopBar more />
            <div class="board-middle">
                <div class="board-view">
                    {move || match state.view.get() {
                        View::List => view! { <ListView /> }.into_any(),
                        View::Canvas => view! { <Canvas /> }.into_any(),
                    }}
                </div>
                <Threads />
            </div>
            {writes.then(|| view! { <BottomBar more /> }.into_any())}
            {writes.then(|| view! { <Picker /> }.into_any())}
            <MoreDialog open=more />
        </div>
    }
    .into_any()
}
