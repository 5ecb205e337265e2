//! The threads of a venture in numbers, by state.

use crate::feedback::state_word;
use crate::locale::use_words;
use leptos::prelude::*;
use shared::feedback::ThreadState;

/// Four numbers with their words.
#[component]
pub fn ThreadNumbers(counts: [u32; 4]) -> impl IntoView {
    let words = use_words();
    view! {
        <dl class="numbers">
            {ThreadState::ALL
                .into_iter()
                .zip(counts)
                .map(|(state, count)| {
                    view! {
                        <div class="number">
                            <dt class="meta">{state_word(words, state)}</dt>
                            <dd class="number-figure">{words.number(u64::from(count))}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}
