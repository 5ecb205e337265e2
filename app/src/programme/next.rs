//! One gate at a time, in small: where the venture stands, what comes next, and the way to the path.

use super::{
    GateLine,
    aside::AsideCard,
    deeds::{self, PathView},
    gate::{Sentence, Step, Waits},
};
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::ui::{ButtonKind, Glyph, LinkButton, StarSize};
use leptos::prelude::*;
use shared::{gates::State, ids::VentureId};

/// The card. It loads what it shows, and shows nothing where that fails: the page it stands on is about something else.
#[component]
pub fn NextGate(venture: VentureId) -> impl IntoView {
    loaded(async move {
        match deeds::next_gate(venture).await {
            Ok(view) => view! { <Told view /> }.into_any(),
            Err(_) => ().into_any(),
        }
    })
}

#[component]
fn Told(view: PathView) -> impl IntoView {
    let words = use_words();
    let PathView { venture, gates, ahead, way, fresh, may, asides } = view;
    let id = venture.id;
    let name = gates.get(usize::from(venture.gate.0)).map(|words| words.name.clone()).unwrap_or_default();
    let aside = asides.into_iter().next().filter(|aside| aside.until.is_none());
    let ahead = ahead.map(|ahead| {
        let all = ahead.conditions.len();
        let met = ahead.conditions.iter().filter(|stands| matches!(stands.condition.state, State::Met { .. })).count();
        let count = words.fill(key::GATES_CONDITIONS_MET, &[("n", &met.to_string()), ("all", &all.to_string())]);
        view! {
            <p>
                {words.get(key::GATES_NEXT)} " " <strong>{ahead.words.name}</strong>
            </p>
            <p class="second">{ahead.words.promise}</p>
            <p class="meta">{count}</p>
        }
    });
    view! {
        <section class="card gates-small" aria-labelledby="path-title">
            <h2 id="path-title">{words.get(key::GATES_TITLE)}</h2>
            <GateLine gate=venture.gate name size=StarSize::Header />
            {fresh.map(|signed| view! { <p class="gates-won-word">{words.get(key::GATES_WON)}</p> <Sentence signed /> })}
            {ahead}
            {way.step.map(|step| view! { <Step step /> })}
            {way.asked.map(|asked| view! { <Waits asked /> })}
            <div class="row">
                <LinkButton href=format!("/v/{id}/path") kind=ButtonKind::Secondary glyph=Glyph::Path>
                    {words.get(key::GATES_SEE)}
                </LinkButton>
            </div>
        </section>
        {aside.map(|aside| view! { <AsideCard venture=id aside team=may.team /> })}
    }
    .into_any()
}
