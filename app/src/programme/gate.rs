//! One gate at a time: what it promises, what is there and what is missing; the signed ones with the mentor's sentence; the later ones by name.

use super::{
    api::{AskForGate, WithdrawGate},
    deeds::{Ahead, May, Stands},
    sign::MentorForms,
};
use crate::feedback::now;
use crate::locale::{Words, key, use_words};
use crate::ui::{Badge, Button, ButtonKind, Glyph, Icon, LinkButton, Tone};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    gates::{Signature, State, Way, Word},
    ids::VentureId,
    programme::GateWords,
    ventures::Gate,
};

/// The gate that comes next.
#[component]
pub(super) fn NextCard(id: VentureId, ahead: Ahead, way: Way, may: May, rests: bool) -> impl IntoView {
    let words = use_words();
    let gate = ahead.words.gate;
    let suggestions = ahead.conditions.clone();
    let asked = way.asked.clone();
    view! {
        <section class="card gates-next" id="next" aria-labelledby="next-gate-title">
            <p class="next-step-word">{words.get(key::GATES_NEXT)}</p>
            <h2 id="next-gate-title">{ahead.words.name}</h2>
            <blockquote class="promise">{ahead.words.promise}</blockquote>
            {way.step.map(|step| view! { <Step step /> })}
            <h3>{words.get(key::GATES_CONDITIONS)}</h3>
            <ul class="gates-conditions">
                {ahead.conditions.into_iter().map(|stands| view! { <ConditionRow stands team=may.team /> }).collect_view()}
            </ul>
            {asked.map(|asked| view! { <Waits asked /> })}
            {(may.team && way.asked.is_none() && !rests)
                .then(|| {
                    view! {
                        <form method="post" action=AskForGate::PATH class="stack stack-close">
                            <input type="hidden" name="venture" value=id.to_string() />
                            <input type="hidden" name="gate" value=gate.0.to_string() />
                            <div class="row">
                                <Button glyph=Glyph::PaperPlaneTilt>{words.get(key::GATES_ASK)}</Button>
                            </div>
                            <p class="meta">{words.get(key::GATES_ASK_TEXT)}</p>
                        </form>
                    }
                })}
            {may.sign.then(|| view! { <MentorForms id gate suggestions /> })}
        </section>
    }
    .into_any()
}

/// The mentor's one step before the gate, in the mentor's colour.
#[component]
pub(super) fn Step(step: Word) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="gates-step">
            <p class="gates-step-word">
                <Icon glyph=Glyph::Flag />
                <span>{words.get(key::GATES_STEP)}</span>
            </p>
            <p class="lead" dir="auto">{step.words}</p>
            <p class="meta"><bdi>{step.by_name}</bdi> " · " {words.ago(step.at, now())}</p>
        </div>
    }
    .into_any()
}

/// The team has asked; the mentor has not answered yet.
#[component]
pub(super) fn Waits(asked: Word) -> impl IntoView {
    let words = use_words();
    view! {
        <p class="row gates-waits">
            <Badge tone=Tone::Mentor glyph=Glyph::Clock>{words.get(key::GATES_ASKED)}</Badge>
            <span class="meta"><bdi>{asked.by_name}</bdi> " · " {words.ago(asked.at, now())}</span>
        </p>
    }
    .into_any()
}

#[component]
fn ConditionRow(stands: Stands, team: bool) -> impl IntoView {
    let words = use_words();
    let Stands { condition, href } = stands;
    let (glyph, class, said) = match condition.state {
        State::Met { .. } => (Glyph::CheckCircleFill, "gates-condition gates-met", standing(words, condition.state)),
        State::Missing { .. } => (Glyph::CircleDashed, "gates-condition", standing(words, condition.state)),
        State::ToConfirm => (Glyph::CircleHalf, "gates-condition gates-to-confirm", standing(words, condition.state)),
    };
    let way = match condition.state {
        State::Missing { .. } => href.map(|href| {
            let word = if team && href.contains("?add=") { key::GATES_ADD } else { key::GATES_OPEN };
            (href, words.get(word))
        }),
        State::Met { .. } | State::ToConfirm => None,
    };
    let text = condition.asked.text;
    let about = text.clone();
    view! {
        <li class=class>
            <Icon glyph />
            <span class="stack stack-close">
                <span>{text}</span>
                <span class="meta">{said}</span>
                {way.map(|(href, word)| view! { <a class="gates-way" href=href>{word} <span class="only-read">" " {about}</span></a> })}
            </span>
        </li>
    }
    .into_any()
}

/// How a condition stands, in words: « 4 sur 3 », « Fait », « À confirmer par le formateur ».
pub(super) fn standing(words: Words, state: State) -> String {
    let counted = |key, have: u32, need: u32| words.fill(key, &[("n", &have.to_string()), ("all", &need.to_string())]);
    match state {
        State::Met { need: 1, .. } => words.get(key::GATES_MET_ONE).to_owned(),
        State::Met { have, need } => counted(key::GATES_MET, have, need),
        State::Missing { need: 1, .. } => words.get(key::GATES_MISSING_ONE).to_owned(),
        State::Missing { have, need } => counted(key::GATES_MISSING, have, need),
        State::ToConfirm => words.get(key::GATES_TO_CONFIRM).to_owned(),
    }
}

/// The gates that are signed, the newest first.
#[component]
pub(super) fn Signed(id: VentureId, signed: Vec<Signature>, gates: Vec<GateWords>, may: May) -> impl IntoView {
    let words = use_words();
    let name = |gate: Gate| gates.iter().find(|words| words.gate == gate).map(|words| words.name.clone()).unwrap_or_default();
    let last = signed.last().map(|signed| signed.gate);
    let rows = signed
        .into_iter()
        .rev()
        .map(|signed| {
            let gate = signed.gate;
            let withdraw = may.withdraw && last == Some(gate);
            view! {
                <li>
                    <details class="gates-signed">
                        <summary>
                            <Icon glyph=Glyph::CheckCircleFill />
                            <span>{name(gate)}</span>
                            <span class="meta">{words.date(signed.at)}</span>
                        </summary>
                        <div class="stack stack-close">
                            <Sentence signed />
                            {(gate.0 > 0).then(|| view! { <CardLink id gate /> })}
                            {withdraw.then(|| view! { <Withdraw id gate /> })}
                        </div>
                    </details>
                </li>
            }
        })
        .collect_view();
    view! {
        {(last.is_some())
            .then(|| {
                view! {
                    <section class="card" aria-labelledby="signed-title">
                        <h2 id="signed-title">{words.get(key::GATES_SIGNED)}</h2>
                        <ul class="gates-list">{rows}</ul>
                    </section>
                }
            })}
    }
    .into_any()
}

/// The mentor's sentence with who wrote it and when.
#[component]
pub(super) fn Sentence(signed: Signature) -> impl IntoView {
    let words = use_words();
    view! {
        {(!signed.sentence.is_empty()).then(|| view! { <blockquote class="gates-sentence" dir="auto">{signed.sentence}</blockquote> })}
        <p class="meta"><bdi>{signed.by_name}</bdi> " · " {words.date(signed.at)}</p>
    }
    .into_any()
}

/// The way to the card of a gate.
#[component]
pub(super) fn CardLink(id: VentureId, gate: Gate) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="row">
            <LinkButton href=format!("/v/{id}/cards/gate-{}", gate.0) kind=ButtonKind::Secondary glyph=Glyph::DownloadSimple>
                {words.get(key::GATES_CARD)}
            </LinkButton>
        </div>
    }
    .into_any()
}

#[component]
fn Withdraw(id: VentureId, gate: Gate) -> impl IntoView {
    let words = use_words();
    view! {
        <form method="post" action=WithdrawGate::PATH class="stack stack-close">
            <input type="hidden" name="venture" value=id.to_string() />
            <input type="hidden" name="gate" value=gate.0.to_string() />
            <p class="meta">{words.get(key::GATES_WITHDRAW_TEXT)}</p>
            <div class="row">
                <Button kind=ButtonKind::Secondary glyph=Glyph::ArrowUUpLeft>{words.get(key::GATES_WITHDRAW)}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// The gates that come later, by name alone.
#[component]
pub(super) fn Later(names: Vec<String>) -> impl IntoView {
    let words = use_words();
    let last = names.len().saturating_sub(1);
    let list =
        names.into_iter().enumerate().map(|(place, name)| view! { <li>{name} {(place < last).then_some(" · ")}</li> }).collect::<Vec<_>>();
    let any = !list.is_empty();
    view! {
        {any
            .then(|| {
                view! {
                    <section class="card" aria-labelledby="later-title">
                        <h2 id="later-title">{words.get(key::GATES_LATER)}</h2>
                        <ol class="gates-later">{list}</ol>
                    </section>
                }
            })}
    }
    .into_any()
}
