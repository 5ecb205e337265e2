//! One block of a sheet, each kind filled in its own way.

use super::{
    each::each,
    fill, note,
    note::{Look, NoteCard},
    picture::{self, PhotoButton, Picture, Stored},
    pins::Pins,
    sheet,
    state::{Mode, use_board},
    value::{Choice, Computed, Number, Scale},
    words::WordsField,
};
use crate::{
    locale::{key, use_words},
    ui::{Button, ButtonKind, Glyph, Icon, press},
};
use board::{
    Part, Place,
    id::{BlockId, RecordId},
    record::{Kind, Parent, TextKey},
};
use leptos::prelude::*;
use shared::programme::{Block, BlockKind, Template};

/// A block with its name, its prompt and what is in it. `next` is true for the one to fill next.
#[component]
pub fn BlockCard(frame: RecordId, block: Block, template: StoredValue<Template>, next: Signal<bool>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let id = block.block_id();
    let place = Place { record: frame, part: Part::Block(id.clone()) };
    let check = StoredValue::new(block.clone());
    let filled = Memo::new(move |_| {
        state.get(frame);
        state.read(|document| check.with_value(|block| fill::holds(document, frame, block)))
    });
    let parent = Parent::Block(frame, id);
    let here = parent.clone();
    let min = block.min.map(|min| words.plural(key::BOARD_AT_LEAST, u64::from(min), &[]));
    let prompt = StoredValue::new(block.prompt.clone());
    let personal = block.personal;
    let block_of = StoredValue::new(block.id.clone());
    let (anchor, name) = (format!("r-{frame}-{}", block.id), block.name.clone());
    let title = name.clone();
    view! {
        <section
            class="block"
            class:block-next=move || next.get()
            id=anchor
            aria-label=name
            on:focusin=move |_| state.here.set(here.clone())
        >
            <header class="block-head">
                <h3>{title}</h3>
                {move || {
                    filled
                        .get()
                        .then(|| {
                            view! {
                                <details class="prompt">
                                    <summary aria-label=words.get(key::BOARD_PROMPT)>
                                        <Icon glyph=Glyph::Question />
                                    </summary>
                                    <p>{prompt.get_value()}</p>
                                </details>
                            }.into_any()
                        })
                }}
                <Pins place />
            </header>
            {move || {
                (!filled.get())
                    .then(|| {
                        let example = sheet::example(state, template, Some(&block_of.get_value()));
                        view! { <p class="prompt">{prompt.get_value()} " " {example}</p> }.into_any()
                    })
            }}
            {min.map(|min| view! { <p class="meta">{min}</p> }.into_any())}
            {personal
                .then(|| {
                    view! {
                        <p class="care">
                            <Icon glyph=Glyph::Lock />
                            <span>{words.get(key::BOARD_PERSONAL)}</span>
                        </p>
                    }.into_any()
                })}
            <Filling frame block parent template />
        </section>
    }
    .into_any()
}

#[component]
fn Filling(frame: RecordId, block: Block, parent: Parent, template: StoredValue<Template>) -> impl IntoView {
    match block.kind {
        BlockKind::Text => view! { <Words frame block /> }.into_any(),
        BlockKind::Notes => view! { <Records parent look=Look::Card add=key::BOARD_ADD_NOTE /> }.into_any(),
        BlockKind::Evidence => view! { <Records parent look=Look::Card add=key::BOARD_ADD_EVIDENCE /> }.into_any(),
        BlockKind::List => view! { <Records parent look=Look::Line add=key::BOARD_ADD_LINE /> }.into_any(),
        BlockKind::Checklist => view! { <Records parent look=Look::Tick add=key::BOARD_ADD_LINE /> }.into_any(),
        BlockKind::Image => view! { <Pictures parent /> }.into_any(),
        BlockKind::Scale => view! { <Scale frame block /> }.into_any(),
        BlockKind::Choice => view! { <Choice frame block /> }.into_any(),
        BlockKind::Number if block.formula.is_some() => view! { <Computed frame block template=template.get_value() /> }.into_any(),
        BlockKind::Number => view! { <Number frame block /> }.into_any(),
    }
}

/// A text block: a field for members, words for all others.
#[component]
fn Words(frame: RecordId, block: Block) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let text = TextKey::Block(BlockId(block.id));
    if state.mode == Mode::Write {
        return view! { <WordsField record=frame text label=block.name placeholder=words.get(key::BOARD_WRITE_HERE) /> }.into_any();
    }
    let shown = Memo::new(move |_| state.get(frame).map(|record| record.text(&text).to_owned()).unwrap_or_default());
    view! { <p class="words words-read" dir="auto">{move || shown.get()}</p> }.into_any()
}

/// Notes or lines that flow in a block.
#[component]
pub fn Records(parent: Parent, look: Look, add: crate::locale::Key) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let inside = state.children(parent.clone());
    let class = match look {
        Look::Card => "notes",
        Look::Line | Look::Tick => "lines",
    };
    let parent = StoredValue::new(parent);
    view! {
        <ul class=class>
            {each(inside, move |id| view! { <Inside id look /> }.into_any())}
        </ul>
        {(state.mode == Mode::Write)
            .then(|| {
                view! {
                    <Button
                        kind=ButtonKind::Quiet
                        kind_of="button"
                        glyph=Glyph::Plus
                        on:click=press(move || {
                            note::add(state, parent.get_value());
                        })
                    >
                        {words.get(add)}
                    </Button>
                }.into_any()
            })}
    }
    .into_any()
}

/// A picture may have been moved among notes: it stays one.
#[component]
fn Inside(id: RecordId, look: Look) -> impl IntoView {
    let image = use_board().read(|document| document.get(id).is_some_and(|record| record.kind == Kind::Image));
    if image { view! { <Picture id /> }.into_any() } else { view! { <NoteCard id look /> }.into_any() }
}

#[component]
fn Pictures(parent: Parent) -> impl IntoView {
    let state = use_board();
    let inside = state.children(parent.clone());
    let parent = StoredValue::new(parent);
    let stored = Callback::new(move |stored: Stored| {
        picture::put(state, parent.get_value(), &stored);
    });
    view! {
        <ul class="pictures">
            {each(inside, |id| view! { <Inside id look=Look::Card /> }.into_any())}
        </ul>
        {(state.mode == Mode::Write).then(|| view! { <PhotoButton on_stored=stored /> }.into_any())}
    }
    .into_any()
}
