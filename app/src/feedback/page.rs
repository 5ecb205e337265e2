//! The mentor's feedback board: four columns across all own groups, and the thread being read beside what it was written on.
//! It never opens a board to draw the list.

use super::{
    list::ThreadList,
    rules::{self, Desk},
    seen::AsSeen,
    thread::{Quoted, ThreadPanel},
    words::state_word,
};
use crate::errors::Refusal;
use crate::locale::{Words, key, use_words};
use crate::notices::Unread;
use crate::pages::loaded;
use crate::programme::GateAsks;
use crate::ui::{ButtonKind, EmptyState, Glyph, Icon, LinkButton, Scene, Tab, Tabs};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use shared::{
    feedback::{Conversation, ThreadState},
    ids::ThreadId,
};

/// Minutes that reading and answering one thread takes, by what mentors say; shown as « environ ».
const MINUTES_EACH: u32 = 2;

/// `/feedback?column=to_handle&thread=…`
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let words = use_words();
    let (column, thread) = use_query_map().with_untracked(|query| {
        let column = query.get_str("column").and_then(ThreadState::from_code).unwrap_or(ThreadState::ToHandle);
        (column, query.get_str("thread").and_then(|id| id.parse::<ThreadId>().ok()))
    });
    loaded(async move {
        match rules::desk(column, thread).await {
            Ok(desk) => view! {
                <Title text=words.get(key::FEEDBACK_TITLE) />
                <DeskView desk column asked=thread />
                <Keys />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The script of the mentor's keys: J and K go along the list, D resolves. Without it the buttons do the same.
#[component]
fn Keys() -> impl IntoView {
    view! { <script defer src=format!("{}/keys.js", crate::assets::folder())></script> }
}

/// The address of a column, and of a thread in it.
pub(super) fn address(column: ThreadState, thread: Option<ThreadId>) -> String {
    match thread {
        Some(thread) => format!("/feedback?column={}&thread={thread}", column.code()),
        None => format!("/feedback?column={}", column.code()),
    }
}

/// The addresses of the threads after and before the open one. After the last comes the column itself.
fn around(desk: &Desk, column: ThreadState) -> (Option<String>, Option<String>) {
    let threads = &desk.board.threads;
    let open = desk.open.as_ref().map(|c| c.thread.id);
    let Some(here) = threads.iter().position(|t| Some(t.id) == open) else {
        return (threads.first().map(|t| address(column, Some(t.id))), None);
    };
    let at = |place: Option<usize>| place.and_then(|p| threads.get(p)).map(|t| address(column, Some(t.id)));
    (at(here.checked_add(1)), at(here.checked_sub(1)))
}

#[component]
fn DeskView(desk: Desk, column: ThreadState, asked: Option<ThreadId>) -> impl IntoView {
    let words = use_words();
    let (next, previous) = around(&desk, column);
    let Desk { board, open, notices } = desk;
    let left = board.counts[0] + board.counts[2];
    let minutes = words.plural(key::FEEDBACK_ABOUT_MINUTES, u64::from(left * MINUTES_EACH), &[]);
    let head = words.plural(key::FEEDBACK_LEFT, u64::from(left), &[]);
    let tabs = ThreadState::ALL
        .into_iter()
        .zip(board.counts)
        .map(|(state, count)| {
            let count = words.number(u64::from(count));
            view! { <Tab href=address(state, None) word=state_word(words, state) current=state == column count /> }
        })
        .collect_view();
    let empty = board.threads.is_empty() && asked.is_none();
    let class = if asked.is_some() { "reading reading-open" } else { "reading" };
    let id = open.as_ref().map(|c| c.thread.id);
    view! {
        <div class="page dense">
            <header class="page-head row row-apart">
                <h1>{words.get(key::FEEDBACK_TITLE)}</h1>
                <p class="second">{head} {(left > 0).then(|| format!(" · {minutes}"))}</p>
            </header>
            <Unread notices next="/feedback" />
            <GateAsks />
            <Tabs label=words.get(key::FEEDBACK_COLUMNS)>{tabs}</Tabs>
            {if empty {
                view! { <Empty column words /> }.into_any()
            } else {
                view! {
                    <div class=class>
                        <ThreadList board column open=id />
                        {open.map(|open| view! { <Open open column next previous /> })}
                    </div>
                }
                    .into_any()
            }}
        </div>
    }
}

/// The thread being read: the frame as it was seen, then what was said.
#[component]
fn Open(open: Conversation, column: ThreadState, next: Option<String>, previous: Option<String>) -> impl IntoView {
    let words = use_words();
    let thread = open.thread.clone();
    let onward = next.clone().unwrap_or_else(|| address(column, None));
    let board = format!("/v/{}/board?thread={}#r-{}", thread.venture, thread.id, thread.anchor.place.record);
    let step = |href: Option<String>, word, glyph, key: &'static str| {
        href.map(|href| view! { <LinkButton href kind=ButtonKind::Quiet glyph=glyph attr:data-key=key>{word}</LinkButton> })
    };
    view! {
        <section class="reading-thread" aria-labelledby="reading-venture">
            <div class="row row-apart reading-steps">
                <a class="reading-back" href=address(column, None)>
                    <Icon glyph=Glyph::ArrowLeft />
                    {words.get(key::FEEDBACK_BACK)}
                </a>
                <span class="row">
                    {step(previous, words.get(key::FEEDBACK_PREVIOUS), Glyph::CaretUp, "k")}
                    {step(next, words.get(key::FEEDBACK_NEXT), Glyph::CaretDown, "j")}
                </span>
                <p class="meta reading-keys">{words.get(key::FEEDBACK_KEYS)}</p>
            </div>
            <div class="reading-seen stack">
                <h2 id="reading-venture"><bdi>{thread.venture_name.clone()}</bdi></h2>
                <p class="meta">{words.get(key::FEEDBACK_AS_SEEN)}</p>
                <AsSeen anchor=thread.anchor.clone() />
                <div class="row">
                    <LinkButton href=board kind=ButtonKind::Secondary glyph=Glyph::SquaresFour>
                        {words.get(key::FEEDBACK_SEE_ON_BOARD)}
                    </LinkButton>
                </div>
            </div>
            <ThreadPanel conversation=open quoted=Quoted::Beside next=onward />
        </section>
    }
}

/// A column without threads says what will come there, and never only that there is nothing.
#[component]
fn Empty(column: ThreadState, words: Words) -> impl IntoView {
    let (scene, title, text) = match column {
        ThreadState::ToHandle => (Scene::Answered, key::FEEDBACK_EMPTY_TO_HANDLE_TITLE, key::FEEDBACK_EMPTY_TO_HANDLE_TEXT),
        ThreadState::Waiting => (Scene::Nothing, key::FEEDBACK_EMPTY_WAITING_TITLE, key::FEEDBACK_EMPTY_WAITING_TEXT),
        ThreadState::ToCheck => (Scene::Answered, key::FEEDBACK_EMPTY_TO_CHECK_TITLE, key::FEEDBACK_EMPTY_TO_CHECK_TEXT),
        ThreadState::Resolved => (Scene::Nothing, key::FEEDBACK_EMPTY_RESOLVED_TITLE, key::FEEDBACK_EMPTY_RESOLVED_TEXT),
    };
    view! {
        <EmptyState scene title=words.get(title) text=words.get(text)>
            <LinkButton href="/groups">{words.get(key::FEEDBACK_EMPTY_TO_HANDLE_WAY)}</LinkButton>
        </EmptyState>
    }
}
