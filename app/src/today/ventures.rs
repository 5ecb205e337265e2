//! The trainee's own ventures as cards, and the way to one more.

use super::deeds::OwnVenture;
use crate::feedback::now;
use crate::locale::{key, use_words};
use crate::programme::GateLine;
use crate::ui::{Badge, ButtonKind, Glyph, LinkButton, StarSize, Tone};
use leptos::prelude::*;

/// Cards, last changed first.
#[component]
pub(super) fn OwnVentures(ventures: Vec<OwnVenture>) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="stack today-ventures" aria-labelledby="ventures-title">
            <h2 id="ventures-title">{words.get(key::TODAY_VENTURES)}</h2>
            <div class="cards">{ventures.into_iter().map(|venture| view! { <VentureCard venture /> }).collect_view()}</div>
            <div class="row">
                <LinkButton href="/ventures/new" kind=ButtonKind::Secondary glyph=Glyph::Plus>
                    {words.get(key::TODAY_ANOTHER)}
                </LinkButton>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn VentureCard(venture: OwnVenture) -> impl IntoView {
    let words = use_words();
    let OwnVenture { card, gate, team } = venture;
    let waiting = u64::from(card.waiting);
    let last = team.len().saturating_sub(1);
    let team = team
        .into_iter()
        .enumerate()
        .map(|(place, name)| {
            let comma = if place < last { " · " } else { "" };
            view! { <bdi>{name}</bdi> {comma} }
        })
        .collect_view();
    view! {
        <a class="card today-venture" href=format!("/v/{}", card.id)>
            <h3 dir="auto">{card.name}</h3>
            <GateLine gate=card.gate name=gate size=StarSize::Header />
            {(!card.idea.is_empty()).then(|| view! { <p class="second" dir="auto">{card.idea}</p> })}
            <p class="meta">{words.get(key::TODAY_TEAM)} " " {team}</p>
            <p class="meta">{words.fill(key::TODAY_CHANGED, &[("ago", &words.ago(card.changed, now()))])}</p>
            {(waiting > 0)
                .then(|| view! { <span><Badge tone=Tone::Mentor glyph=Glyph::ChatCircleDots>{words.plural(key::TODAY_WAITS, waiting, &[])}</Badge></span> })}
        </a>
    }
    .into_any()
}
