//! Entry cards on paper: ten on a sheet of A4 with lines to cut along, in French and Arabic. The square opens the way in with group and number
//! filled; the code is typed from the card, so that it never stands in an address.

use super::cards::EntryCard;
use crate::locale::{Key, Words, key, use_words, words};
use crate::ui::{Gates, Star};
use crate::ventures::square;
use leptos::prelude::*;
use shared::Lang;

/// Cards on a sheet.
pub(super) const ON_A_PAGE: usize = 10;
/// A name of more letters is set smaller, so that it stands whole on its card.
const LONG: usize = 32;
/// The languages of a card.
const BOTH: [Lang; 2] = [Lang::Fr, Lang::Ar];

/// The cards, sheet by sheet.
#[component]
pub(super) fn Sheets(made: Vec<EntryCard>) -> impl IntoView {
    made.chunks(ON_A_PAGE)
        .map(|sheet| {
            let cards = sheet.iter().cloned().map(|card| view! { <Printed card /> }).collect_view();
            view! { <div class="card-sheet">{cards}</div> }
        })
        .collect_view()
        .into_any()
}

/// A word in both languages, one after the other.
fn both(word: Key) -> impl IntoView {
    BOTH.into_iter().map(|lang| view! { <span lang=lang.code() dir=lang.dir()>{words(lang).get(word)}</span> }).collect_view()
}

#[component]
fn Printed(card: EntryCard) -> impl IntoView {
    let label = use_words().get(key::GROUPS_CARD_SQUARE);
    let name_class = if card.name.chars().count() > LONG { "entry-name entry-name-long" } else { "entry-name" };
    let line = |word: Key, class: &'static str, value: String| {
        view! {
            <div class=class>
                <dt>{both(word)}</dt>
                <dd dir="ltr">{value}</dd>
            </div>
        }
    };
    let how =
        |words: Words| view! { <p class="entry-how" lang=words.lang().code() dir=words.lang().dir()>{words.get(key::GROUPS_CARD_HOW)}</p> };
    view! {
        <article class="entry-card">
            <p class=name_class><bdi>{card.name}</bdi></p>
            <dl class="entry-lines">
                {line(key::GROUPS_CARD_GROUP, "entry-line", card.group)}
                {line(key::GROUPS_CARD_NUMBER, "entry-line", card.number.to_string())}
                {line(key::GROUPS_CARD_CODE, "entry-line entry-code", card.code)}
            </dl>
            {square(&card.address).map(|(size, path)| view! {
                <svg class="entry-square" viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges">
                    <rect width=size height=size fill="#FFFFFF" />
                    <path d=path fill="#000000" />
                </svg>
            })}
            <div class="entry-hows">
                <p class="entry-how entry-site" dir="ltr">
                    <Star gates=Gates::up_to(8) />
                    <b>"Fikra"</b>
                    <span>{card.site}</span>
                </p>
                {BOTH.into_iter().map(|lang| how(words(lang))).collect_view()}
            </div>
        </article>
    }
    .into_any()
}
