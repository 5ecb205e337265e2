//! Blocks that hold one value: a step from 1 to 4, one option, a number typed or computed.

use super::{
    fill::{self, NoNumber, Unit},
    state::use_board,
};
use crate::{
    locale::{Key, key, use_words},
    ui::{Button, ButtonKind, Glyph, Icon, press},
};
use board::{
    Operation,
    id::{BlockId, RecordId},
    limits,
    record::{BlockValue, Field},
};
use leptos::prelude::*;
use shared::{
    formula::{format_number, parse_number},
    programme::{Block, Template},
};

/// The words of the four steps.
const STEPS: [Key; 4] = [key::BOARD_STEP_1, key::BOARD_STEP_2, key::BOARD_STEP_3, key::BOARD_STEP_4];

/// A step from 1 to 4, in figures and words.
#[component]
pub fn Scale(frame: RecordId, block: Block) -> impl IntoView {
    let words = use_words();
    let options = (1..=4u8).zip(STEPS).map(|(step, word)| (BlockValue::Scale(step), Some(step), words.get(word).to_owned())).collect();
    view! { <OneOf frame block options class="scale" /> }.into_any()
}

/// One of the template's options.
#[component]
pub fn Choice(frame: RecordId, block: Block) -> impl IntoView {
    let options = (0..).zip(block.options.iter()).map(|(at, word)| (BlockValue::Choice(at), None, word.clone())).collect();
    view! { <OneOf frame block options class="choice" /> }.into_any()
}

/// Radio buttons for a block's value.
#[component]
fn OneOf(frame: RecordId, block: Block, options: Vec<(BlockValue, Option<u8>, String)>, class: &'static str) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let id = block.block_id();
    let read = id.clone();
    let value = Memo::new(move |_| state.get(frame).map_or(BlockValue::Empty, |record| record.value(&read)));
    let id = StoredValue::new(id);
    let write = move |value| {
        state.act(vec![Operation::Set(frame, Field::Value(id.get_value(), value))]);
    };
    let group = format!("v-{frame}-{}", block.id);
    view! {
        <fieldset class=class disabled=move || !state.writable()>
            <legend class="only-read">{block.name}</legend>
            {options
                .into_iter()
                .map(|(option, figure, word)| {
                    view! {
                        <label class="option">
                            <input
                                type="radio"
                                name=group.clone()
                                checked=value.get_untracked() == option
                                prop:checked=move || value.get() == option
                                on:change=move |_| write(option)
                            />
                            {figure.map(|figure| view! { <bdi class="option-figure">{figure}</bdi> }.into_any())}
                            <span>{word}</span>
                        </label>
                    }.into_any()
                })
                .collect_view()}
            {move || {
                (state.writable() && value.get() != BlockValue::Empty)
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Quiet kind_of="button" on:click=press(move || write(BlockValue::Empty))>
                                {words.get(key::BOARD_EMPTY_VALUE)}
                            </Button>
                        }.into_any()
                    })
            }}
        </fieldset>
    }
    .into_any()
}

fn unit_word(unit: Unit) -> Key {
    match unit {
        Unit::Dirhams => key::BOARD_UNIT_DIRHAMS,
        Unit::Pieces => key::BOARD_UNIT_PIECES,
        Unit::Months => key::BOARD_UNIT_MONTHS,
    }
}

/// A number that is typed. What cannot be read as one stays in the field, and the page says why it was not kept.
#[component]
pub fn Number(frame: RecordId, block: Block) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let id = block.block_id();
    let read = id.clone();
    let value = Memo::new(move |_| match state.get(frame).map(|record| record.value(&read)) {
        Some(BlockValue::Number(number)) => format_number(number),
        Some(BlockValue::Empty | BlockValue::Scale(_) | BlockValue::Choice(_)) | None => String::new(),
    });
    let typed = RwSignal::new(value.get_untracked());
    let wrong = RwSignal::new(false);
    Effect::new(move |_| {
        typed.set(value.get());
        wrong.set(false);
    });
    let id = StoredValue::new(id);
    let keep = move |text: String| {
        let number = if text.trim().is_empty() { Some(BlockValue::Empty) } else { number_in(&text).map(BlockValue::Number) };
        wrong.set(number.is_none());
        if let Some(number) = number {
            let same = state.read(|document| id.with_value(|id| document.value(frame, id)) == number);
            if !same {
                state.act(vec![Operation::Set(frame, Field::Value(id.get_value(), number))]);
            }
        }
        typed.set(text);
    };
    let error = format!("e-{frame}-{}", block.id);
    let described = error.clone();
    view! {
        <div class="number">
            <input
                class="input input-code"
                type="text"
                inputmode="decimal"
                dir="ltr"
                autocomplete="off"
                aria-label=block.name.clone()
                aria-describedby=described
                aria-invalid=move || wrong.get().then_some("true")
                readonly=move || !state.writable()
                value=typed.get_untracked()
                prop:value=move || typed.get()
                on:change=move |event| keep(event_target_value(&event))
            />
            {fill::unit(&block).map(|unit| view! { <span class="number-unit">{words.get(unit_word(unit))}</span> }.into_any())}
        </div>
        <p class="field-error" id=error hidden=move || !wrong.get()>
            <Icon glyph=Glyph::Warning />
            <span>{words.get(key::BOARD_NOT_A_NUMBER)}</span>
        </p>
    }
    .into_any()
}

fn number_in(text: &str) -> Option<i64> {
    parse_number(text).filter(|number| number.abs() <= limits::NUMBER)
}

/// A number that follows from others of its sheet. Where it cannot be told, the page says what is missing.
#[component]
pub fn Computed(frame: RecordId, block: Block, template: Template) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let unit = fill::unit(&block).map(unit_word);
    let id = BlockId(block.id.clone());
    let number = Memo::new(move |_| {
        state.get(frame);
        state.read(|document| fill::number(document, frame, &template, &id.0))
    });
    view! {
        <output class="computed" aria-label=block.name>
            {move || match number.get() {
                Ok(number) => {
                    let word = unit.map(|unit| words.get(unit)).unwrap_or_default();
                    view! {
                        <bdi class="computed-number" dir="ltr">
                            {format_number(number)}
                        </bdi>
                        " "
                        <span class="number-unit">{word}</span>
                    }
                        .into_any()
                }
                Err(NoNumber::Missing(name)) => {
                    view! { <span class="second">{words.fill(key::BOARD_NUMBER_MISSING, &[("name", &name)])}</span> }.into_any()
                }
                Err(NoNumber::NoResult) => view! { <span class="second">{words.get(key::BOARD_NO_RESULT)}</span> }.into_any(),
            }}
        </output>
    }
    .into_any()
}
