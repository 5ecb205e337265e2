//! The list of the feedback board: one row a thread, the longest-waiting first.

use super::{
    fresh::now,
    page::address,
    words::{became, kind_glyph, kind_word},
};
use crate::locale::{key, use_words};
use crate::ui::Icon;
use leptos::prelude::*;
use shared::feedback::{AnchorState, FeedbackBoard, Thread, ThreadState};

/// The threads of a column; `open` is the one being read.
#[component]
pub(super) fn ThreadList(board: FeedbackBoard, column: ThreadState, open: Option<shared::ids::ThreadId>) -> impl IntoView {
    let words = use_words();
    let shown = u32::try_from(board.threads.len()).unwrap_or(u32::MAX);
    let place = ThreadState::ALL.iter().position(|state| *state == column).unwrap_or_default();
    let rest = u64::from(board.counts[place].saturating_sub(shown));
    view! {
        <nav class="threads" aria-label=words.get(key::FEEDBACK_LIST)>
            <ul class="thread-list">
                {board
                    .threads
                    .into_iter()
                    .map(|thread| {
                        let current = open == Some(thread.id);
                        view! { <ThreadRow thread column current /> }
                    })
                    .collect_view()}
            </ul>
            {(rest > 0).then(|| view! { <p class="meta threads-rest">{words.plural(key::FEEDBACK_MORE, rest, &[])}</p> })}
        </nav>
    }
}

#[component]
fn ThreadRow(thread: Thread, column: ThreadState, current: bool) -> impl IntoView {
    let words = use_words();
    let place = match (thread.anchor.frame.is_empty(), thread.anchor.part.is_empty()) {
        (true, true) => words.get(key::FEEDBACK_FREE).to_owned(),
        (true, false) => thread.anchor.part.clone(),
        (false, true) => thread.anchor.frame.clone(),
        (false, false) => format!("{} · {}", thread.anchor.frame, thread.anchor.part),
    };
    let changes = u64::from(thread.changes_since);
    let since = match thread.anchor_state {
        AnchorState::Same => (changes > 0).then(|| words.plural(key::FEEDBACK_CHANGES, changes, &[])),
        AnchorState::Changed | AnchorState::Moved | AnchorState::Deleted => Some(became(words, thread.anchor_state).to_owned()),
    };
    view! {
        <li>
            <a class="thread-row" href=address(column, Some(thread.id)) aria-current=current.then_some("true")>
                <span class="thread-row-head">
                    <Icon glyph=kind_glyph(thread.kind) />
                    <span class="only-read">{kind_word(words, thread.kind)}</span>
                    <bdi class="thread-row-name">{thread.venture_name}</bdi>
                    <span class="meta">{words.ago(thread.since, now())}</span>
                </span>
                <span class="thread-row-words" dir="auto">{thread.words}</span>
                <span class="meta"><bdi>{place}</bdi></span>
                {since.map(|since| view! { <span class="meta">{since}</span> })}
            </a>
        </li>
    }
}
