//! The mentor's two answers: a signature with a sentence, or one step that comes first.

use super::{
    api::{RefuseGate, SignGate},
    back::{Fault, Form, Returned},
    deeds::Stands,
    gate::standing,
};
use crate::locale::{key, use_words};
use crate::ui::{Area, Button, ButtonKind, Fold, Glyph, Icon};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    gates::{SENTENCE_MAX, State},
    ids::VentureId,
    ventures::Gate,
};

/// Both forms, folded until one is wanted or came back.
#[component]
pub(super) fn MentorForms(id: VentureId, gate: Gate, suggestions: Vec<Stands>) -> impl IntoView {
    let conditions = suggestions.clone();
    view! {
        <div class="stack gates-forms">
            <SignForm id gate conditions />
            <RefuseForm id gate suggestions />
        </div>
    }
    .into_any()
}

#[component]
fn SignForm(id: VentureId, gate: Gate, conditions: Vec<Stands>) -> impl IntoView {
    let words = use_words();
    let returned = Returned::of(Form::Sign);
    let open = returned.fault.is_some();
    let not_ticked = returned.fault.filter(|(fault, _)| *fault == Fault::NotTicked).map(|(_, key)| words.get(key));
    let error = returned.fault.filter(|(fault, _)| *fault != Fault::NotTicked).map(|(_, key)| words.get(key).to_owned());
    let ticks = conditions
        .into_iter()
        .filter(|stands| stands.condition.state.needs_word())
        .map(|stands| {
            let (asked, state) = (stands.condition.asked, stands.condition.state);
            let said = match state {
                State::ToConfirm => None,
                State::Missing { .. } | State::Met { .. } => {
                    Some(words.fill(key::GATES_SEEN_ELSEWHERE, &[("count", &standing(words, state))]))
                }
            };
            view! {
                <label class="gates-tick">
                    <input type="checkbox" name=format!("confirmed[{}]", asked.code) value="yes" required />
                    <span class="stack stack-close">
                        <span>{asked.text}</span>
                        {said.map(|said| view! { <span class="meta">{said}</span> })}
                    </span>
                </label>
            }
        })
        .collect::<Vec<_>>();
    let any = !ticks.is_empty();
    view! {
        <Fold glyph=Glyph::CheckCircle title=words.get(key::GATES_SIGN) id=Some("sign") open>
            <form method="post" action=SignGate::PATH class="form">
                <input type="hidden" name="venture" value=id.to_string() />
                <input type="hidden" name="gate" value=gate.0.to_string() />
                {any
                    .then(|| {
                        view! {
                            <fieldset class="gates-ticks">
                                <legend>{words.get(key::GATES_I_CONFIRM)}</legend>
                                {not_ticked
                                    .map(|said| {
                                        view! {
                                            <p class="field-error" role="alert">
                                                <Icon glyph=Glyph::Warning />
                                                <span>{said}</span>
                                            </p>
                                        }
                                    })}
                                {ticks}
                            </fieldset>
                        }
                    })}
                <Area
                    name="sentence"
                    label=words.get(key::GATES_SENTENCE)
                    help=words.fill(key::GATES_SENTENCE_HELP, &[("n", &SENTENCE_MAX.to_string())])
                    value=returned.typed
                    error=error
                    most=u32::try_from(SENTENCE_MAX).unwrap_or(u32::MAX)
                />
                <div class="row">
                    <Button glyph=Glyph::Check>{words.get(key::GATES_SIGN_NOW)}</Button>
                </div>
            </form>
        </Fold>
    }
    .into_any()
}

#[component]
fn RefuseForm(id: VentureId, gate: Gate, suggestions: Vec<Stands>) -> impl IntoView {
    let words = use_words();
    let returned = Returned::of(Form::Refuse);
    let open = returned.fault.is_some();
    let error = returned.fault.map(|(_, key)| words.get(key).to_owned());
    let options = suggestions
        .into_iter()
        .filter(|stands| stands.condition.state.needs_word())
        .map(|stands| {
            let asked = stands.condition.asked;
            view! {
                <label class="gates-tick">
                    <input type="radio" name="suggested" value=asked.code />
                    <span>{asked.text}</span>
                </label>
            }
        })
        .collect::<Vec<_>>();
    let any = !options.is_empty();
    let label = words.get(if any { key::GATES_STEP_OWN } else { key::GATES_STEP_LABEL });
    view! {
        <Fold glyph=Glyph::Flag title=words.get(key::GATES_REFUSE) id=Some("refuse") open>
            <form method="post" action=RefuseGate::PATH class="form">
                <input type="hidden" name="venture" value=id.to_string() />
                <input type="hidden" name="gate" value=gate.0.to_string() />
                {any
                    .then(|| {
                        view! {
                            <fieldset class="gates-ticks">
                                <legend>{words.get(key::GATES_STEP_LABEL)}</legend>
                                {options}
                            </fieldset>
                        }
                    })}
                <Area
                    name="step"
                    label=label
                    help=words.get(key::GATES_STEP_HELP).to_owned()
                    value=returned.typed
                    error=error
                    most=u32::try_from(SENTENCE_MAX).unwrap_or(u32::MAX)
                    rows=2
                    required=!any
                />
                <div class="row">
                    <Button kind=ButtonKind::Secondary glyph=Glyph::PaperPlaneTilt>{words.get(key::GATES_REFUSE_NOW)}</Button>
                </div>
            </form>
        </Fold>
    }
    .into_any()
}
