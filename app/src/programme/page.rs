//! `/v/:venture/path`: the star, the next gate, those that are signed, and the activities of the three phases.

use super::{
    api::{RefuseGate, SignGate},
    aside::{AsideCard, StepAsideFold},
    back::Said,
    deeds::{self, Whole},
    gate::{Later, NextCard, Signed},
    gate_words,
    phases::Phases,
};
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::returned::{Kept, NotTaken, Returned};
use crate::ui::{Gates, Glyph, Icon, Star, StarSize};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use server_fn::ServerFn;
use shared::{
    gates::Signature,
    ids::VentureId,
    ventures::{Gate, Venture},
};

/// The page.
#[component]
pub fn PathPage() -> impl IntoView {
    let id = use_params_map().with_untracked(|params| params.get_str("venture").and_then(|id| id.parse::<VentureId>().ok()));
    loaded(async move {
        let page = match id {
            Some(id) => deeds::page(id).await,
            None => Err(AppError::Hidden),
        };
        match page {
            Ok(page) => view! { <Path page /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Path(page: Whole) -> impl IntoView {
    let words = use_words();
    let Whole { view, phases, present, laid } = page;
    let deeds::PathView { venture, gates, ahead, way, fresh, may, asides } = view;
    let id = venture.id;
    let aside = asides.first().filter(|aside| aside.until.is_none()).cloned();
    let rests = aside.is_some();
    let past: Vec<_> = asides.into_iter().filter(|aside| aside.until.is_some()).collect();
    let later = gates.iter().filter(|words| words.gate.0 > venture.gate.0 + 1).map(|words| words.name.clone()).collect::<Vec<_>>();
    let name = gates.get(usize::from(venture.gate.0)).map(|words| words.name.clone()).unwrap_or_default();
    view! {
        <Title text=format!("{} · {}", words.get(key::GATES_TITLE), venture.name) />
        <div class="page">
            <a class="way-back" href=format!("/v/{id}")>
                <Icon glyph=Glyph::ArrowLeft />
                <bdi>{venture.name.clone()}</bdi>
            </a>
            <Head venture=venture.clone() name fresh=fresh.clone() />
            {Said::here()
                .map(|said| {
                    view! {
                        <div class="form-says form-says-well" role="status">
                            <Icon glyph=Glyph::CheckCircle />
                            <p>{words.get(said)}</p>
                        </div>
                    }
                })}
            <Overtaken signed=venture.gate />
            {fresh.map(|signed| view! { <Won id signed /> })}
            {aside.map(|aside| view! { <AsideCard venture=id aside team=may.team /> })}
            <div class="columns gates-columns">
                <div class="stack">
                    {ahead.map(|ahead| view! { <NextCard id ahead way=way.clone() may rests /> })}
                    <Signed id signed=way.signed gates may />
                    <Later names=later />
                </div>
                <div class="stack">
                    <Phases id phases present laid team=may.team />
                    {(may.team && !rests).then(|| view! { <StepAsideFold venture=id /> })}
                    {past
                        .into_iter()
                        .map(|aside| view! { <super::aside::PastAside aside /> })
                        .collect_view()}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// A signature or a step that came too late: the gate it was for is not the next one any more. What was written stays to be copied.
#[component]
fn Overtaken(signed: Gate) -> impl IntoView {
    let words = use_words();
    let forms = [SignGate::PATH, RefuseGate::PATH].map(Returned::to);
    let late = forms.into_iter().find_map(|form| {
        let gate = form.typed("gate")?.parse().ok().map(Gate)?;
        (gate.0 != signed.0 + 1).then_some((form, gate))
    });
    late.map(|(form, gate)| {
        let said = if gate <= signed { key::GATES_SAID_ALREADY } else { key::GATES_SAID_NOT_NEXT };
        view! {
            <NotTaken said=words.get(said) />
            <Kept written=form.written() />
        }
    })
}

/// The star with its words; it turns once for who sees a signature for the first time.
#[component]
fn Head(venture: Venture, name: String, fresh: Option<Signature>) -> impl IntoView {
    let words = use_words();
    let said = gate_words(words, venture.gate, &name);
    let glyph = Glyph::of_theme(&venture.theme);
    let before = fresh.map(|signed| view! { <Star gates=before(signed.gate) size=StarSize::Venture /> });
    let class = if before.is_some() { "gates-star gates-star-won" } else { "gates-star" };
    view! {
        <header class="venture-head">
            <span class=class>{before} <Star gates=Gates::up_to(venture.gate.0) size=StarSize::Venture theme=glyph /></span>
            <div class="stack stack-close">
                <h1>{words.get(key::GATES_TITLE)}</h1>
                <p class="venture-gate">{said}</p>
                {(!venture.idea.is_empty()).then(|| view! { <p class="second" dir="auto">{venture.idea}</p> })}
            </div>
        </header>
    }
    .into_any()
}

fn before(gate: Gate) -> Gates {
    Gates::up_to(gate.0.saturating_sub(1))
}

/// A signature that the team reads for the first time.
#[component]
fn Won(id: VentureId, signed: Signature) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card gates-won" role="status" aria-labelledby="won-title">
            <h2 id="won-title">{words.get(key::GATES_WON)}</h2>
            <super::gate::Sentence signed=signed.clone() />
            <super::gate::CardLink id gate=signed.gate />
        </section>
    }
    .into_any()
}
