//! Which threads are pinned where, and the marks that open them beside the board.

use super::state::{BoardState, Mode, use_board};
use crate::{
    feedback,
    locale::{key, use_words},
    ui::{Button, ButtonKind, Glyph, press},
};
use board::{Part, Place, id::BlockId, record::TextKey};
use leptos::prelude::*;
use shared::feedback::Thread;

/// The block that a part lies in.
fn block_of(part: &Part) -> Option<&BlockId> {
    match part {
        Part::Block(block) | Part::Range(TextKey::Block(block), ..) => Some(block),
        Part::Whole | Part::At(_) | Part::Field(_) | Part::Range(TextKey::Body, ..) => None,
    }
}

/// The id of the element of the list that a place is at.
pub fn element_of(place: &Place) -> String {
    match block_of(&place.part) {
        Some(block) => format!("r-{}-{}", place.record, block.0),
        None => format!("r-{}", place.record),
    }
}

/// Threads pinned at a place, with their numbers on this board; follows them.
pub fn threads_at(state: BoardState, place: &Place) -> Vec<(u32, Thread)> {
    state.threads.with(|all| {
        all.iter()
            .zip(1..)
            .filter(|(talk, _)| {
                let at = &talk.thread.anchor.place;
                at.record == place.record && block_of(&at.part) == block_of(&place.part)
            })
            .map(|(talk, number)| (number, talk.thread.clone()))
            .collect()
    })
}

/// The marks at a place, and for those who accompany the team the button that leaves a remark there.
#[component]
pub fn Pins(place: Place) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let here = StoredValue::new(place);
    let marks = Memo::new(move |_| here.with_value(|place| threads_at(state, place)));
    let open = Callback::new(move |thread| state.open_thread(thread));
    view! {
        <span class="pins">
            {move || {
                let pin = |(number, thread)| view! { <feedback::Pin thread number on_open=open /> }.into_any();
                marks.get().into_iter().map(pin).collect_view()
            }}
            {(state.mode == Mode::Comment)
                .then(|| {
                    view! {
                        <Button
                            kind=ButtonKind::Quiet
                            kind_of="button"
                            glyph=Glyph::ChatText
                            attr:title=words.get(key::BOARD_REMARK)
                            on:click=press(move || state.remark_on(here.get_value()))
                        >
                            <span class="pins-word">{words.get(key::BOARD_REMARK)}</span>
                        </Button>
                    }.into_any()
                })}
        </span>
    }
    .into_any()
}
