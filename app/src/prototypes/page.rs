//! The page where a team makes the screens of a prototype, and where those who accompany it leave remarks on them.
//! It opens the board's line as the board's own page does, and changes the board only through its operations.

use super::{
    desk::{Desk, use_desk},
    make,
    parts::Parts,
    stage::Stage,
    strip::{ScreenHead, Strip},
};
use crate::{
    board::{
        api::BoardPage,
        badge::SavedBadge,
        photos,
        picture::{PhotoButton, Stored},
        scroll,
        state::{BoardState, Mode},
        threads::Threads,
        toolbar::UndoRedo,
    },
    locale::{key, use_words},
    place,
    ui::{Button, EmptyState, Glyph, Icon, LinkButton, Scene, press, use_toaster},
};
use board::{id::RecordId, record::Parent};
use leptos::prelude::*;

/// Where a remark is written.
const THREADS: &str = "desk-threads";

/// The screens of a prototype on an open board.
#[component]
pub fn Opened(page: BoardPage, prototype: String) -> impl IntoView {
    let words = use_words();
    let Some((document, prototype)) = page.document().zip(prototype.parse::<RecordId>().ok()) else {
        return view! { <p class="page">{words.get(key::BOARD_RELOAD)}</p> }.into_any();
    };
    let mode = match (page.may_write, page.may_comment) {
        (true, _) => Mode::Write,
        (false, true) => Mode::Comment,
        (false, false) => Mode::Read,
    };
    let state = BoardState::open(use_toaster(), page.venture, mode, document, page.templates, page.threads).weighed(page.saver, page.heavy);
    provide_context(state);
    let desk = Desk::provide(prototype);
    open_asked_thread(state);
    show_what_is_read(desk);
    #[cfg(feature = "csr")]
    {
        crate::board::live::start(state);
        super::hand::listen(desk);
    }
    let name = Memo::new(move |_| state.get(prototype).map(|record| record.words().to_owned()).unwrap_or_default());
    let gone = Memo::new(move |_| state.get(prototype).is_none());
    view! {
        <div class="desk" class:desk-written=mode == Mode::Write on:click=photos::pressing(state)>
            <Bar name />
            {move || if gone.get() { view! { <Gone /> }.into_any() } else { view! { <Middle /> }.into_any() }}
        </div>
    }
    .into_any()
}

/// `?thread=` opens that thread.
fn open_asked_thread(state: BoardState) {
    if let Some(thread) = place::query("thread").and_then(|thread| thread.parse().ok()) {
        state.open_thread(thread);
    }
}

/// A thread that is opened brings the screen with it that it is about.
fn show_what_is_read(desk: Desk) {
    Effect::new(move |_| {
        let Some(thread) = desk.board.thread.get() else { return };
        let about = desk
            .board
            .threads
            .with_untracked(|all| all.iter().find(|talk| talk.thread.id == thread).map(|talk| talk.thread.anchor.place.record));
        let screen = about.and_then(|record| {
            let above = desk.board.read(|document| match document.get(record)?.parent() {
                Parent::Record(above) => Some(*above),
                Parent::Board | Parent::Block(..) => None,
            });
            [Some(record), above].into_iter().flatten().find(|id| desk.screens.with_untracked(|all| all.contains(id)))
        });
        if let Some(screen) = screen.filter(|screen| desk.screen.get_untracked() != Some(*screen)) {
            desk.show(screen);
        }
    });
}

#[component]
fn Bar(name: Memo<String>) -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let venture = desk.board.venture.with_value(|venture| venture.id);
    let prototype = desk.prototype;
    let count = Memo::new(move |_| desk.board.threads.with(Vec::len));
    let play = move || match desk.screen.get() {
        Some(screen) => format!("/v/{venture}/prototypes/{prototype}/play?screen={screen}"),
        None => format!("/v/{venture}/prototypes/{prototype}/play"),
    };
    view! {
        <header class="board-bar">
            <a class="button button-quiet" href=format!("/v/{venture}/board#r-{prototype}") aria-label=words.get(key::PROTOTYPES_BACK)>
                <Icon glyph=Glyph::CaretLeft />
            </a>
            <h1>
                <bdi>{move || name.get()}</bdi>
            </h1>
            <SavedBadge />
            {(desk.board.mode == Mode::Write).then(|| view! { <UndoRedo class="" /> }.into_any())}
            <a class="button button-quiet" href=play rel="external">
                <Icon glyph=Glyph::Play />
                <span>{words.get(key::BOARD_PLAY)}</span>
            </a>
            <button
                type="button"
                class="button button-quiet board-threads"
                aria-expanded=move || if desk.board.panel.get() { "true" } else { "false" }
                on:click=press(move || desk.board.panel.update(|open| *open = !*open))
            >
                <Icon glyph=Glyph::ChatText />
                <span>{words.get(key::BOARD_THREADS)}</span>
                <bdi class="tab-count">{move || count.get()}</bdi>
            </button>
        </header>
    }
    .into_any()
}

#[component]
fn Middle() -> impl IntoView {
    let desk = use_desk();
    let writes = desk.board.mode == Mode::Write;
    let empty = Memo::new(move |_| desk.screen.get().is_none());
    Effect::new(move |_| {
        if desk.board.remark.with(Option::is_some) {
            scroll::to(THREADS.to_owned());
        }
    });
    view! {
        <div class="desk-middle">
            <Strip />
            <div class="desk-screen">
                {writes.then(|| view! { <Tools /> }.into_any())}
                // By key: a head that is only redrawn would go on doing things to the screen it was made for.
                <For each=move || desk.screen.get() key=|id| *id let:screen>
                    <ScreenHead screen />
                </For>
                {move || if empty.get() { view! { <NoScreen /> }.into_any() } else { view! { <Stage /> }.into_any() }}
            </div>
            <div class="desk-side">
                {move || (!empty.get()).then(|| view! { <Parts /> }.into_any())}
                <div id=THREADS>
                    <Threads />
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What can be put on the screen.
#[component]
fn Tools() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let stored = Callback::new(move |stored: Stored| make::lay_photo(desk, &stored));
    let tools = make::Tool::ALL
        .into_iter()
        .map(|tool| {
            view! {
                <button type="button" class="tool" disabled=move || !desk.board.writable() on:click=press(move || make::add(desk, tool))>
                    <Icon glyph=tool.glyph() />
                    <span>{words.get(tool.word())}</span>
                </button>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class="desk-tools" role="group" aria-label=words.get(key::PROTOTYPES_TOOLS)>
            <PhotoButton on_stored=stored class="tool" />
            {tools}
        </div>
    }
    .into_any()
}

#[component]
fn NoScreen() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let name = desk.board.read(|document| document.get(desk.prototype).map(|record| record.words().to_owned())).unwrap_or_default();
    let writes = desk.board.mode == Mode::Write;
    view! {
        <EmptyState scene=Scene::Nothing title=name text=words.get(key::PROTOTYPES_NO_SCREEN)>
            {writes
                .then(|| {
                    view! {
                        <Button kind_of="button" glyph=Glyph::Plus on:click=press(move || make::add_screen(desk))>
                            {words.get(key::PROTOTYPES_ADD_SCREEN)}
                        </Button>
                    }.into_any()
                })}
        </EmptyState>
    }
    .into_any()
}

/// Somebody deleted the prototype meanwhile.
#[component]
fn Gone() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let venture = desk.board.venture.with_value(|venture| venture.id);
    view! {
        <EmptyState scene=Scene::Nothing title=words.get(key::PROTOTYPES_GONE_TITLE) text=words.get(key::PROTOTYPES_GONE)>
            <LinkButton href=format!("/v/{venture}/board")>{words.get(key::PROTOTYPES_BACK)}</LinkButton>
        </EmptyState>
    }
    .into_any()
}
