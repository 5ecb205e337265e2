//! The threads that wait for the trainee's teams: who said what, and the way to the answer field.

use super::deeds::WaitingThread;
use crate::feedback::{kind_glyph, kind_word, now};
use crate::locale::{key, use_words};
use crate::ui::Icon;
use leptos::prelude::*;

/// So many are shown; the boards hold the rest.
const SHOWN: usize = 5;

/// The list, the longest-waiting first.
#[component]
pub(super) fn Answers(waiting: Vec<WaitingThread>) -> impl IntoView {
    let words = use_words();
    let count = waiting.len() as u64;
    view! {
        <section class="card today-answers" aria-labelledby="answers-title">
            <h2 id="answers-title">{words.get(key::TODAY_ANSWERS)}</h2>
            {if waiting.is_empty() {
                view! {
                    <p class="today-none">{words.get(key::TODAY_ANSWERS_NONE_TITLE)}</p>
                    <p class="second">{words.get(key::TODAY_ANSWERS_NONE)}</p>
                }
                    .into_any()
            } else {
                view! {
                    <p class="second">{words.plural(key::TODAY_WAITS, count, &[])}</p>
                    <ul class="today-list">
                        {waiting.into_iter().take(SHOWN).map(|thread| view! { <Waits thread /> }).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </section>
    }
    .into_any()
}

#[component]
fn Waits(thread: WaitingThread) -> impl IntoView {
    let words = use_words();
    let href = format!("/v/{}/board?thread={}", thread.venture, thread.id);
    view! {
        <li>
            <a class="today-thread" href=href>
                <span class="today-thread-head">
                    <Icon glyph=kind_glyph(thread.kind) />
                    <span class="only-read">{kind_word(words, thread.kind)}</span>
                    <bdi class="today-thread-author">{thread.author}</bdi>
                    <span class="meta">{words.ago(thread.since, now())}</span>
                </span>
                <span class="today-thread-words" dir="auto">{thread.words}</span>
                <span class="meta">{words.fill(key::TODAY_ON, &[("venture", &thread.venture_name)])}</span>
                <span class="today-thread-way">{words.get(key::TODAY_READ)}</span>
            </a>
        </li>
    }
    .into_any()
}
