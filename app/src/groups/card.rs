//! A new entry card, shown once and printed alone.

use super::deeds::EntryCard;
use crate::assets;
use crate::locale::{Key, key, use_words};
use crate::ui::{Button, Gates, Star, StarSize};
use leptos::prelude::*;

/// The card, and the button that prints it: drawn hidden, since only the script that presses it can show it. Without it the browser's own
/// menu prints the same.
#[component]
pub(super) fn NewCard(card: EntryCard) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="new-card" role="status" aria-labelledby="new-card-title">
            <h2 id="new-card-title">{words.get(key::GROUPS_CARD_TITLE)}</h2>
            <p>{words.get(key::GROUPS_CARD_ONCE)}</p>
            <Printed card />
            <div class="row">
                <Button kind_of="button" attr:data-print="" attr:hidden=true>{words.get(key::GROUPS_PRINT)}</Button>
            </div>
            <script defer src=format!("{}/print.js", assets::folder())></script>
        </section>
    }
    .into_any()
}

#[component]
fn Printed(card: EntryCard) -> impl IntoView {
    let words = use_words();
    let line = |word: Key, value: String| {
        view! {
            <div>
                <dt>{words.get(word)}</dt>
                <dd><bdi>{value}</bdi></dd>
            </div>
        }
    };
    view! {
        <div class="entry-card">
            <p class="entry-brand">
                <Star gates=Gates::up_to(8) size=StarSize::Header />
                <span>"Fikra"</span>
            </p>
            <p class="entry-name"><bdi>{card.name}</bdi></p>
            <dl class="entry-lines">
                {line(key::GROUPS_CARD_GROUP, card.group)}
                {line(key::GROUPS_CARD_NUMBER, card.number.to_string())}
                {line(key::GROUPS_CARD_CODE, card.code)}
            </dl>
            <p class="meta">{words.get(key::GROUPS_CARD_HOW)}</p>
        </div>
    }
    .into_any()
}
