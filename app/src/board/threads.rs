//! What is said about the board, beside it: all threads with the one being read open, and the composer of a new one.
//! Where there is room it stands beside the board; on a phone it is a sheet that comes over it.

use super::{
    pins, scroll,
    state::{Mode, use_board},
};
use crate::{
    feedback::{Composer, PinMark, ThreadPanel, kind_word},
    locale::{key, use_words},
    ui::{EmptyState, Glyph, Icon, Scene, pressed},
};
use leptos::prelude::*;
use shared::{feedback::Conversation, ids::ThreadId};

/// Fetches the threads again: something was said.
#[cfg(not(feature = "ssr"))]
pub(super) fn refresh(state: super::state::BoardState) {
    let Some(venture) = state.venture.try_with_value(|venture| venture.id) else { return };
    leptos::task::spawn_local(async move {
        match crate::ask::read(&format!("{}?venture={venture}", crate::feedback::OF_VENTURE)).await {
            Ok(threads) => drop(state.threads.try_set(threads)),
            // What is shown stays as it is; the next notice tries again.
            Err(error) => super::ended::told(state, &error),
        }
    });
}

/// On the server nothing is said while a page is written.
#[cfg(feature = "ssr")]
fn refresh(_state: super::state::BoardState) {}

/// The panel.
#[component]
pub fn Threads() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let venture = state.venture.with_value(|venture| venture.id);
    let count = Memo::new(move |_| state.threads.with(Vec::len));
    let opened = Callback::new(move |thread: ThreadId| {
        state.remark.set(None);
        state.thread.set(Some(thread));
        refresh(state);
    });
    let leave = Callback::new(move |()| state.remark.set(None));
    view! {
        <aside class="threads-beside" class:is-open=move || state.panel.get() aria-label=words.get(key::BOARD_THREADS)>
            <header class="threads-beside-head">
                <h2>{words.get(key::BOARD_THREADS)}</h2>
                <a
                    class="button button-quiet threads-close"
                    href=format!("/v/{venture}/board")
                    aria-label=words.get(key::UI_CLOSE)
                    on:click=pressed(move |event| {
                        event.prevent_default();
                        state.panel.set(false);
                        state.remark.set(None);
                    })
                >
                    <Icon glyph=Glyph::X />
                </a>
            </header>
            // Another place is another composer: a form begun elsewhere would be sent from there.
            <For each=move || state.remark.get() key=|anchor| anchor.place.clone() let:anchor>
                <Composer venture anchor on_open=opened on_cancel=leave />
            </For>
            {move || {
                (count.get() == 0 && state.remark.with(Option::is_none))
                    .then(|| {
                        let text = match state.mode {
                            Mode::Comment => key::BOARD_NO_THREADS_MENTOR,
                            Mode::Write | Mode::Read => key::BOARD_NO_THREADS,
                        };
                        view! { <EmptyState scene=Scene::Nothing title=words.get(key::BOARD_NO_THREADS_TITLE) text=words.get(text) /> }.into_any()
                    })
            }}
            <ol class="threads-beside-list">
                <For each=move || state.threads.with(|all| all.iter().map(|talk| talk.thread.id).collect::<Vec<_>>()) key=|id| *id let:id>
                    <ThreadItem id />
                </For>
            </ol>
            <p class="threads-report">
                <a class="meta report-way" href=format!("/report?in=venture-{venture}")>{words.get(key::FEEDBACK_REPORT)}</a>
            </p>
        </aside>
    }
    .into_any()
}

/// A thread as a line that opens.
#[component]
fn ThreadItem(id: ThreadId) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let talk = Memo::new(move |_| {
        state.threads.with(|all| all.iter().zip(1u32..).find(|(talk, _)| talk.thread.id == id).map(|(talk, number)| (talk.clone(), number)))
    });
    let open = Memo::new(move |_| state.thread.get() == Some(id));
    // The panel shows a thread only while it is there; what it was stays with it for the moment in which it goes.
    let last = StoredValue::new(talk.get_untracked().map(|(talk, _)| talk));
    let conversation = move |fallback: Conversation| {
        Signal::derive(move || match talk.get() {
            Some((talk, _)) => {
                last.set_value(Some(talk.clone()));
                talk
            }
            None => last.get_value().unwrap_or_else(|| fallback.clone()),
        })
    };
    let changed = Callback::new(move |()| refresh(state));
    view! {
        <li id=format!("t-{id}")>
            {move || {
                let (talk, number) = talk.get()?;
                let thread = talk.thread;
                let said = thread.words.clone();
                let at = pins::element_of(&thread.anchor.place);
                Some(
                    view! {
                        <a
                            class="thread-line"
                            href=format!("?thread={id}")
                            aria-expanded=move || if open.get() { "true" } else { "false" }
                            on:click=pressed(move |event| {
                                event.prevent_default();
                                state.thread.set(if open.get_untracked() { None } else { Some(id) });
                                if open.get_untracked() {
                                    scroll::to(at.clone());
                                }
                            })
                        >
                            <PinMark thread=thread.clone() number />
                            <span class="thread-line-words">
                                <span class="meta">{kind_word(words, thread.kind)} " · " <bdi>{thread.author_name.clone()}</bdi></span>
                                <span class="thread-line-said" dir="auto">{said}</span>
                            </span>
                            <Icon glyph=Glyph::CaretDown />
                        </a>
                    }.into_any(),
                )
            }}
            {move || {
                let shown = open.get();
                let (talk, number) = talk.with_untracked(|talk| talk.clone())?;
                shown.then(|| view! { <ThreadPanel conversation=conversation(talk) number on_change=changed /> }.into_any())
            }}
        </li>
    }
    .into_any()
}
