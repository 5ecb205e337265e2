//! What a thread was written on, as it was: the sheet, its block, the words with what stood round them. And what became of it since.

use super::words::became;
use crate::locale::{key, use_words};
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use shared::feedback::{Anchor, AnchorState, Thread};

/// The place as its author saw it. It is drawn from what the thread kept, never from the board.
#[component]
pub fn AsSeen(anchor: Anchor) -> impl IntoView {
    let words = use_words();
    let Anchor { frame, part, quote, .. } = anchor;
    let title = if frame.is_empty() { words.get(key::FEEDBACK_FREE).to_owned() } else { frame };
    view! {
        <figure class="seen">
            <figcaption class="seen-frame" dir="auto">{title}</figcaption>
            <div class="seen-block">
                {(!part.is_empty()).then(|| view! { <p class="seen-part" dir="auto">{part}</p> })}
                {if quote.exact.trim().is_empty() {
                    view! { <p class="second">{words.get(key::FEEDBACK_NO_QUOTE)}</p> }.into_any()
                } else {
                    view! {
                        <blockquote class="seen-quote" dir="auto">
                            {(!quote.before.is_empty()).then(|| view! { <span class="seen-round">{quote.before}</span> })}
                            <mark>{quote.exact}</mark>
                            {(!quote.after.is_empty()).then(|| view! { <span class="seen-round">{quote.after}</span> })}
                        </blockquote>
                    }
                        .into_any()
                }}
            </div>
        </figure>
    }
}

/// What became of the place, and how much happened on the board since, in words.
#[component]
pub fn Became(thread: Thread) -> impl IntoView {
    let words = use_words();
    let glyph = match thread.anchor_state {
        AnchorState::Same => Glyph::Check,
        AnchorState::Changed => Glyph::PencilSimple,
        AnchorState::Moved => Glyph::ArrowsOut,
        AnchorState::Deleted => Glyph::Trash,
    };
    let since = u64::from(thread.changes_since);
    view! {
        <p class="thread-became meta">
            <Icon glyph />
            <span>
                {became(words, thread.anchor_state)}
                {(since > 0).then(|| format!(" {}", words.plural(key::FEEDBACK_CHANGES, since, &[])))}
            </span>
        </p>
    }
}
