//! Items that carry words: notes, free texts, shapes, captions. The words are the browser's own text, and become a field in place
//! when they are opened.

use super::stage::use_stage;
use crate::{
    board::{
        note::{Author, Editor, Look},
        pins::Pins,
        words::{Start, WordsField},
    },
    locale::{key, use_words},
};
use board::{
    Place, Record,
    id::RecordId,
    record::{Outline, TextKey},
};
use leptos::{ev::KeyboardEvent, prelude::*};

/// The direction of the first letter that has one.
pub fn first_strong(words: &str) -> Option<&'static str> {
    words.chars().find(|c| c.is_alphabetic()).map(|c| match c {
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => "rtl",
        _ => "ltr",
    })
}

/// The words of a record, followed.
pub fn words_of(record: Memo<Option<Record>>) -> Memo<String> {
    Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.words().to_owned()).unwrap_or_default()))
}

/// Whether the words of a record are open for typing.
pub fn typed_in(id: RecordId) -> Memo<bool> {
    let stage = use_stage();
    Memo::new(move |_| stage.board.editing.with(|open| matches!(open, Some((at, TextKey::Body)) if *at == id)) && stage.writes())
}

/// A note, or a text without a paper behind it.
#[component]
pub fn Paper(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let (text, typed) = (words_of(record), typed_in(id));
    view! {
        <div class="note-body">
            {move || {
                if typed.get() {
                    view! { <Editor id look=Look::Card /> }.into_any()
                } else {
                    view! { <p class="note-words">{move || text.get()}</p> }.into_any()
                }
            }}
            <Author id record />
        </div>
        <Pins place=Place::whole(id) />
    }
    .into_any()
}

/// Words that may be empty: leaving them takes nothing away.
#[component]
pub fn Typed(id: RecordId, #[prop(into)] label: String) -> impl IntoView {
    let stage = use_stage();
    let leave = move || {
        let here = stage.board.editing.try_with_untracked(|open| open.as_ref().is_some_and(|(at, _)| *at == id));
        if here == Some(true) {
            stage.board.editing.set(None);
        }
    };
    let key_down = Callback::new(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            leave();
        }
    });
    view! { <WordsField record=id text=TextKey::Body label start=Start::Focus on_key=key_down on_leave=Callback::new(move |()| leave()) /> }
        .into_any()
}

/// A shape with its words in the middle.
#[component]
pub fn Shape(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let words = use_words();
    let (text, typed) = (words_of(record), typed_in(id));
    let outline = Memo::new(move |_| record.with(|record| record.as_ref().map(Record::outline).unwrap_or_default()));
    view! {
        <svg class="c-outline" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {move || drawn(outline.get())}
        </svg>
        <div class="c-shape-words">
            {move || {
                if typed.get() {
                    view! { <Typed id label=words.get(key::BOARD_TOOL_SHAPE) /> }.into_any()
                } else {
                    view! { <p>{move || text.get()}</p> }.into_any()
                }
            }}
        </div>
        <Pins place=Place::whole(id) />
    }
    .into_any()
}

/// An outline in a box of 100 by 100.
pub fn drawn(outline: Outline) -> AnyView {
    match outline {
        Outline::Rectangle => view! { <rect class="c-edge" width="100" height="100"></rect> }.into_any(),
        Outline::Ellipse => view! { <ellipse class="c-edge" cx="50" cy="50" rx="50" ry="50"></ellipse> }.into_any(),
        Outline::Diamond => view! { <polygon class="c-edge" points="50,0 100,50 50,100 0,50"></polygon> }.into_any(),
    }
}

/// What is said under a picture.
#[component]
pub fn Caption(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let words = use_words();
    let (text, typed) = (words_of(record), typed_in(id));
    view! {
        {move || {
            if typed.get() {
                view! { <Typed id label=words.get(key::BOARD_CAPTION) /> }.into_any()
            } else {
                (!text.with(String::is_empty)).then(|| view! { <p class="c-caption">{move || text.get()}</p> }.into_any()).into_any()
            }
        }}
        <Pins place=Place::whole(id) />
    }
    .into_any()
}
