//! What stands on the screen that is shown, as a list: each part is a button that takes hold of it, and what is held opens its words,
//! where it leads and what can be done with it. All of it works by keyboard alone.

use super::{
    desk::{Desk, use_desk},
    make,
};
use crate::{
    board::{actions::Actions, each::each, pins::Pins, state::Mode, words::WordsField},
    locale::{Key, Words, key, use_words},
    ui::press,
};
use board::{
    Place,
    id::RecordId,
    record::{Kind, Record, TextKey},
};
use leptos::prelude::*;

/// The list. Those who only read see where the screen leads.
#[component]
pub fn Parts() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let writes = desk.board.mode == Mode::Write;
    let listed = Memo::new(move |_| {
        let all = desk.parts.get();
        let is_way = |id: &RecordId| desk.board.read(|document| document.get(*id).is_some_and(|part| part.kind == Kind::Hotspot));
        all.into_iter().filter(|id| writes || is_way(id)).collect::<Vec<_>>()
    });
    view! {
        <section class="parts">
            <h2>{words.get(if writes { key::PROTOTYPES_PARTS } else { key::PROTOTYPES_WHERE })}</h2>
            {move || {
                listed.with(Vec::is_empty).then(|| view! { <p class="second">{words.get(if writes { key::PROTOTYPES_NO_PARTS } else { key::PROTOTYPES_END_FIRST })}</p> }.into_any())
            }}
            <ol class="parts-list">
                {each(listed, |id| view! { <PartItem id /> }.into_any())}
            </ol>
            {writes.then(|| view! { <p class="meta parts-keys">{words.get(key::PROTOTYPES_KEYS)}</p> }.into_any())}
        </section>
    }
    .into_any()
}

#[component]
fn PartItem(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let record = Memo::new(move |_| desk.board.get(id));
    let Some(kind) = record.with_untracked(|record| record.as_ref().map(|record| record.kind)) else { return ().into_any() };
    let name = record.with_untracked(|record| record.as_ref().map(|record| words.get(kind_word(record))).unwrap_or_default());
    let said = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| said(desk, words, record)).unwrap_or_default()));
    let held = Memo::new(move |_| desk.held.get() == Some(id));
    let writes = desk.board.mode == Mode::Write;
    view! {
        <li id=format!("r-{id}") class:is-held=move || held.get()>
            <button
                type="button"
                class="part"
                aria-expanded=writes.then_some(move || if held.get() { "true" } else { "false" })
                on:click=press(move || desk.hold((!held.get_untracked()).then_some(id)))
            >
                <span class="part-kind">{name}</span>
                <span class="part-words" dir="auto">{move || said.get()}</span>
            </button>
            {(kind == Kind::Hotspot).then(|| view! { <Pins place=Place::whole(id) /> }.into_any())}
            {move || (writes && held.get()).then(|| view! { <PartTools id kind /> }.into_any())}
        </li>
    }
    .into_any()
}

/// What a part is called by its sort.
fn kind_word(record: &Record) -> Key {
    match record.kind {
        Kind::Widget => make::widget_word(record.widget()),
        Kind::Text => key::PROTOTYPES_TEXT,
        Kind::Shape => key::PROTOTYPES_BOX,
        Kind::Hotspot => key::PROTOTYPES_HOTSPOT,
        Kind::Image => key::BOARD_PHOTO,
        Kind::Stroke => key::BOARD_DRAW,
        Kind::Note | Kind::Connector | Kind::Frame | Kind::Prototype | Kind::Screen | Kind::Link => key::BOARD_NOTE,
    }
}

/// What a part says of itself: where it leads, or its words.
fn said(desk: Desk, words: Words, record: &Record) -> String {
    if record.kind != Kind::Hotspot {
        return record.words().to_owned();
    }
    match target(desk, record) {
        Some(target) => words.fill(key::PROTOTYPES_LEADS, &[("name", &desk.name(target))]),
        None => words.get(key::PROTOTYPES_LEADS_NOWHERE).to_owned(),
    }
}

/// The screen a hotspot leads to, while it is there.
fn target(desk: Desk, record: &Record) -> Option<RecordId> {
    record.target().filter(|target| desk.screens.with(|all| all.contains(target)))
}

/// What can be done with the part that is held.
#[component]
fn PartTools(id: RecordId, kind: Kind) -> impl IntoView {
    let words = use_words();
    let label = if kind == Kind::Hotspot { key::PROTOTYPES_HOTSPOT_WORDS } else { key::PROTOTYPES_PART_WORDS };
    // The row of a note would move it off the screen, that of a text would colour what has no colour here.
    let row = match kind {
        Kind::Note => Kind::Shape,
        Kind::Image | Kind::Text => Kind::Widget,
        Kind::Shape
        | Kind::Stroke
        | Kind::Widget
        | Kind::Hotspot
        | Kind::Connector
        | Kind::Frame
        | Kind::Prototype
        | Kind::Screen
        | Kind::Link => kind,
    };
    view! {
        <div class="part-tools">
            {(kind == Kind::Hotspot).then(|| view! { <Target id /> }.into_any())}
            {kind
                .has_text(&TextKey::Body)
                .then(|| view! { <WordsField record=id text=TextKey::Body label=words.get(label) placeholder=words.get(label) /> }.into_any())}
            <Actions id kind=row />
        </div>
    }
    .into_any()
}

/// Where a hotspot leads, as a choice of all screens and of one to be made.
#[component]
fn Target(id: RecordId) -> impl IntoView {
    const NEW: &str = "new";
    let desk = use_desk();
    let words = use_words();
    let now = Memo::new(move |_| desk.board.get(id).and_then(|record| target(desk, &record)));
    let chosen = move |value: String| match value.as_str() {
        NEW => make::lead_to_new(desk, id),
        value => make::lead(desk, id, value.parse().ok()),
    };
    view! {
        <label class="target">
            <span>{words.get(key::PROTOTYPES_TARGET)}</span>
            <select class="input" disabled=move || !desk.board.writable() on:change=move |event| chosen(event_target_value(&event))>
                <option value="" selected=now.get_untracked().is_none() prop:selected=move || now.get().is_none()>
                    {words.get(key::PROTOTYPES_TARGET_NONE)}
                </option>
                {each(
                    desk.screens,
                    move |screen| {
                        view! {
                            <option
                                value=screen.to_string()
                                selected=now.get_untracked() == Some(screen)
                                prop:selected=move || now.get() == Some(screen)
                            >
                                {move || desk.name(screen)}
                            </option>
                        }.into_any()
                    },
                )}
                <option value=NEW>{words.get(key::PROTOTYPES_TARGET_NEW)}</option>
            </select>
        </label>
    }
    .into_any()
}
