//! A note as a card of the list, and the lines of a list or checklist. A tap opens its words; the button beside them opens the rest.
//! On the canvas the same card stands in the blocks: there a press carries it, and the bar of the selection has the rest.

use super::{
    actions::{Actions, colour_name},
    canvas::{Surface, surface},
    pins::Pins,
    presence::Mate,
    state::{BoardState, Mode, use_board},
    words::{Start, WordsField},
};
use crate::{
    locale::{key, use_words},
    ui::{Glyph, Icon, press},
};
use board::{
    Operation, Place,
    id::RecordId,
    record::{Field, Kind, Parent, Record, TextKey},
};
use leptos::{ev::KeyboardEvent, prelude::*};

/// How a record of words is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// A coloured card.
    #[default]
    Card,
    /// A line of a list.
    Line,
    /// A line with a tick.
    Tick,
}

/// One record of words.
#[component]
pub fn NoteCard(id: RecordId, #[prop(optional)] look: Look) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let record = Memo::new(move |_| state.get(id));
    let kind = record.with_untracked(|record| record.as_ref().map_or(Kind::Note, |record| record.kind));
    let writes = state.mode == Mode::Write;
    let listed = surface() == Surface::List;
    let editing = Memo::new(move |_| state.editing.with(|open| matches!(open, Some((at, TextKey::Body)) if *at == id)));
    let chosen = Memo::new(move |_| state.selection.with(|chosen| chosen.contains(&id)));
    let class = move || {
        let base = match look {
            Look::Card => "note",
            Look::Line | Look::Tick => "line",
        };
        let colour = record.with(|record| record.as_ref().map_or("plain", |record| colour_name(record.colour())));
        let more = if chosen.get() { " is-chosen" } else { "" };
        match look {
            Look::Card => format!("{base} note-{colour}{more}"),
            Look::Line | Look::Tick => format!("{base}{more}"),
        }
    };
    let text = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.words().to_owned()).unwrap_or_default()));
    let open = press(move || state.editing.set(Some((id, TextKey::Body))));
    view! {
        <li class=class id=format!("r-{id}") data-id=(!listed).then(|| id.to_string()) tabindex=(!listed).then_some("0")>
            {(look == Look::Tick).then(|| view! { <Ticked id record /> }.into_any())}
            <div class="note-body">
                {move || {
                    if writes && editing.get() {
                        view! { <Editor id look /> }.into_any()
                    } else if writes && listed {
                        view! {
                            <button type="button" class="note-words" dir="auto" on:click=open.clone()>
                                {move || {
                                    let text = text.get();
                                    if text.is_empty() { words.get(key::BOARD_WRITE_HERE).to_owned() } else { text }
                                }}
                            </button>
                        }
                            .into_any()
                    } else {
                        view! { <p class="note-words" dir="auto">{move || text.get()}</p> }.into_any()
                    }
                }}
                <Author id record />
                <Mate id />
            </div>
            <Pins place=Place::whole(id) />
            {(writes && listed)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="more"
                            aria-label=words.get(key::BOARD_MORE_NOTE)
                            aria-expanded=move || if chosen.get() { "true" } else { "false" }
                            on:click=press(move || state.selection.set(if chosen.get_untracked() { Vec::new() } else { vec![id] }))
                        >
                            <Icon glyph=Glyph::DotsThree />
                        </button>
                    }.into_any()
                })}
            {move || (writes && listed && chosen.get()).then(|| view! { <Actions id kind /> }.into_any())}
        </li>
    }
    .into_any()
}

/// Who wrote it, told only while it is chosen.
#[component]
pub(super) fn Author(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let state = use_board();
    view! {
        {move || {
        let chosen = state.selection.with(|chosen| chosen.contains(&id));
        let author = record.with(|record| record.as_ref().map(|record| record.author));
        let name = author.filter(|_| chosen).map(|author| state.name_of(author)).filter(|name| !name.is_empty());
        name.map(|name| view! { <p class="note-author"><bdi>{name}</bdi></p> }.into_any())
    }}
    }
    .into_any()
}

#[component]
fn Ticked(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let done = Memo::new(move |_| record.with(|record| record.as_ref().is_some_and(Record::done)));
    view! {
        <label class="tick">
            <input
                type="checkbox"
                aria-label=words.get(key::BOARD_DONE)
                checked=done.get_untracked()
                prop:checked=move || done.get()
                disabled=move || !state.writable()
                on:change=move |event| {
                    state.act(vec![Operation::Set(id, Field::Done(event_target_checked(&event)))]);
                }
            />
        </label>
    }
    .into_any()
}

/// The open words. A line goes on with Enter and goes away with Backspace when it is empty; a card that stays empty goes away.
#[component]
pub(super) fn Editor(id: RecordId, look: Look) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let key_down = Callback::new(move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match (event.key().as_str(), look) {
            ("Escape", _) => {
                event.prevent_default();
                close(state, id);
                super::scroll::focus(&format!("r-{id}"));
            }
            ("Enter", Look::Line | Look::Tick) => {
                event.prevent_default();
                go_on(state, id);
            }
            ("Backspace", Look::Line | Look::Tick) if is_empty(state, id) => {
                event.prevent_default();
                let previous = before(state, id);
                state.act(vec![Operation::Delete(id)]);
                state.editing.set(previous.map(|id| (id, TextKey::Body)));
            }
            _ => {}
        }
    });
    let on_break = match look {
        Look::Card => None,
        Look::Line | Look::Tick => Some(Callback::new(move |()| go_on(state, id))),
    };
    view! {
        <WordsField
            record=id
            text=TextKey::Body
            on_break=on_break
            label=words.get(key::BOARD_NOTE)
            placeholder=words.get(key::BOARD_WRITE_HERE)
            start=Start::Focus
            on_key=key_down
            on_leave=Callback::new(move |()| close(state, id))
        />
    }
    .into_any()
}

fn is_empty(state: BoardState, id: RecordId) -> bool {
    state.read(|document| document.get(id).is_none_or(|record| record.words().is_empty()))
}

/// Closes the words if they are still the ones open. What holds no word is taken away.
fn close(state: BoardState, id: RecordId) {
    let here = state.editing.try_with_untracked(|open| open.as_ref().is_some_and(|(at, _)| *at == id));
    if here != Some(true) {
        return;
    }
    state.editing.set(None);
    let alive = state.read(|document| document.is_visible(id));
    if alive && is_empty(state, id) && state.writable() {
        state.act(vec![Operation::Delete(id)]);
    }
}

/// From a line to the next one; from an empty one out of the list.
fn go_on(state: BoardState, id: RecordId) {
    if is_empty(state, id) {
        close(state, id);
    } else {
        add_after(state, id);
    }
}

/// A new line right after this one, open.
fn add_after(state: BoardState, id: RecordId) {
    let home = state.read(|document| {
        let record = document.get(id)?;
        Some((record.parent().clone(), document.order_after(record.parent(), Some(id))))
    });
    if let Some((parent, order)) = home {
        let line = state.create(super::draft::bare(Kind::Note, parent, order));
        state.editing.set(line.map(|id| (id, TextKey::Body)));
    }
}

fn before(state: BoardState, id: RecordId) -> Option<RecordId> {
    state.read(|document| {
        let parent = document.get(id)?.parent().clone();
        let all: Vec<RecordId> = document.children(&parent).map(|record| record.id).collect();
        let at = all.iter().position(|other| *other == id)?;
        all.get(at.checked_sub(1)?).copied()
    })
}

/// A new note at the end of a parent, its words open. On the board itself it gets a free spot of the canvas.
pub fn add(state: BoardState, parent: Parent) -> Option<RecordId> {
    let create = state.read(|document| {
        let mut create = super::draft::bare(Kind::Note, parent.clone(), document.order_last(&parent));
        if parent == Parent::Board {
            create.fields.push(Field::Position(super::spot::free(document, Kind::Note.default_size())));
        }
        create
    });
    let id = state.create(create)?;
    state.editing.set(Some((id, TextKey::Body)));
    Some(id)
}
