//! The cards of a venture, on its page.

use super::CardName;
use crate::locale::{key, use_words};
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use shared::{ids::VentureId, programme::Named, ventures::Gate};

/// The venture's own card, and one for each gate that was signed; the newest first.
#[component]
pub(crate) fn CardsList(
    venture: VentureId,
    /// Its signed gates with their names.
    signed: Vec<(Gate, Named)>,
) -> impl IntoView {
    let words = use_words();
    let own = (CardName::Venture, words.get(key::CARDS_OF_VENTURE).to_owned());
    let gates = signed.into_iter().rev().map(|(gate, named)| (CardName::Gate(gate), named.name));
    let rows = std::iter::once(own)
        .chain(gates)
        .map(|(card, name)| {
            view! {
                <li>
                    <a class="card-way" href=format!("/v/{venture}/cards/{card}")>
                        <Icon glyph=if card == CardName::Venture { Glyph::Image } else { Glyph::StarFill } />
                        <span>{name}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="cards-title">
            <h2 id="cards-title">{words.get(key::CARDS_TITLE)}</h2>
            <ul class="card-ways">{rows}</ul>
        </section>
    }
    .into_any()
}
