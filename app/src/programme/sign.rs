//! The two answers of who signs: a signature with a sentence, or one step that comes first. Refused, each comes back as it was sent.

use super::{
    api::{RefuseGate, SignGate},
    deeds::Stands,
    gate::standing,
};
use crate::locale::{Key, Words, key, use_words};
use crate::returned::{CameBack, Returned};
use crate::ui::{Area, Button, ButtonKind, Fold, Glyph, Icon};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    gates::{SENTENCE_MAX, State},
    ids::VentureId,
    ventures::{FieldFault, Gate},
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
    let returned = Returned::to(SignGate::PATH).about("gate", &gate.0.to_string());
    let open = returned.came_back();
    let not_ticked = returned.fault("confirmed").map(|fault| {
        words.get(match fault {
            FieldFault::NotAChoice => key::GATES_FAULT_CHANGED,
            FieldFault::Empty | FieldFault::TooLong => key::GATES_FAULT_NOT_TICKED,
        })
    });
    let error = fault(words, &returned, "sentence");
    let asked: Vec<Stands> = conditions.into_iter().filter(|stands| stands.condition.state.needs_word()).collect();
    let codes = asked.iter().map(|stands| stands.condition.asked.code.clone()).collect::<Vec<_>>().join(" ");
    let mut look = not_ticked.is_some();
    let ticks = asked
        .into_iter()
        .map(|stands| {
            let (asked, state) = (stands.condition.asked, stands.condition.state);
            let said = match state {
                State::ToConfirm => None,
                State::Missing { .. } | State::Met { .. } => {
                    Some(words.fill(key::GATES_SEEN_ELSEWHERE, &[("count", &standing(words, state))]))
                }
            };
            let name = format!("confirmed[{}]", asked.code);
            let checked = returned.ticked(&name, "yes");
            // The first that lacks its tick is where to look.
            let here = !checked && core::mem::take(&mut look);
            view! {
                <label class="gates-tick">
                    <input
                        type="checkbox"
                        name=name
                        value="yes"
                        required
                        checked=checked
                        autofocus=here
                        aria-invalid=here.then_some("true")
                        aria-describedby=here.then_some("not-ticked")
                    />
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
                <input type="hidden" name="asked" value=codes />
                <CameBack returned=returned.clone() fields=&["sentence", "confirmed"] />
                {any
                    .then(|| {
                        view! {
                            <fieldset class="gates-ticks">
                                <legend>{words.get(key::GATES_I_CONFIRM)}</legend>
                                {not_ticked
                                    .map(|said| {
                                        view! {
                                            <p class="field-error" role="alert" id="not-ticked">
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
                    value=returned.typed("sentence")
                    error
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
    let returned = Returned::to(RefuseGate::PATH).about("gate", &gate.0.to_string());
    let open = returned.came_back();
    let error = fault(words, &returned, "step");
    let options = suggestions
        .into_iter()
        .filter(|stands| stands.condition.state.needs_word())
        .map(|stands| {
            let asked = stands.condition.asked;
            let checked = returned.ticked("suggested", &asked.code);
            view! {
                <label class="gates-tick">
                    <input type="radio" name="suggested" value=asked.code checked=checked />
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
                <CameBack returned=returned.clone() fields=&["step"] />
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
                    value=returned.typed("step")
                    error
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

/// What is wrong with a sentence, as this noun says it.
pub(super) fn fault(words: Words, returned: &Returned, field: &str) -> Option<String> {
    let key: Key = match returned.fault(field)? {
        FieldFault::TooLong => key::GATES_FAULT_TOO_LONG,
        FieldFault::Empty | FieldFault::NotAChoice => key::GATES_FAULT_EMPTY,
    };
    Some(words.get(key).to_owned())
}
