//! A prototype on the canvas: its screens side by side as pictures, where to play them and where to make them.

use super::{
    stage::use_stage,
    words::{Typed, typed_in, words_of},
};
use crate::{
    board::{each::each, pins::Pins, state::Mode, toolbar::weight},
    locale::{key, use_words},
    prototypes::picture::{self, Hotspots},
    ui::{ButtonKind, Glyph, LinkButton},
};
use board::{
    Place, Record,
    id::RecordId,
    record::{Kind, Parent},
};
use leptos::prelude::*;

/// What is in a prototype.
#[component]
pub fn Prototype(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    let venture = stage.board.venture.with_value(|venture| venture.id);
    let (name, typed) = (words_of(record), typed_in(id));
    let screens = Memo::new(move |_| {
        let children = stage.board.inside(&Parent::Record(id));
        let is_one = |id: &RecordId| stage.board.read(|document| document.get(*id).is_some_and(|record| record.kind == Kind::Screen));
        children.into_iter().filter(is_one).collect::<Vec<_>>()
    });
    let writes = stage.board.mode == Mode::Write;
    let ways = move || {
        view! {
            <div class="row">
                {move || {
                    (!screens.with(Vec::is_empty))
                        .then(|| {
                            view! {
                                <LinkButton kind=ButtonKind::Secondary glyph=Glyph::Play href=format!("/v/{venture}/prototypes/{id}/play") attr:rel="external">
                                    {words.get(key::BOARD_PLAY)} {weight(words, stage.board.photos.to_play(id))}
                                </LinkButton>
                            }.into_any()
                        })
                }}
                {writes
                    .then(|| {
                        view! {
                            <LinkButton kind=ButtonKind::Secondary glyph=Glyph::PencilSimple href=format!("/v/{venture}/prototypes/{id}")>
                                {words.get(key::BOARD_MAKE_SCREENS)} {weight(words, stage.board.parts.screens)}
                            </LinkButton>
                        }.into_any()
                    })}
            </div>
        }
        .into_any()
    };
    view! {
        <header class="c-sheet-head">
            {move || {
                if typed.get() {
                    view! { <Typed id label=words.get(key::BOARD_PROTOTYPE_NAME) /> }.into_any()
                } else {
                    view! { <h2><bdi>{move || name.get()}</bdi></h2> }.into_any()
                }
            }}
            <p class="c-sheet-facts">{move || words.plural(key::BOARD_SCREENS, screens.with(Vec::len) as u64, &[])}</p>
            <Pins place=Place::whole(id) />
        </header>
        {move || {
            (!stage.far.get())
                .then(|| {
                    view! {
                        {ways()}
                        <ol class="c-screens">
                            {each(screens, |id| view! { <Screen id /> }.into_any())}
                        </ol>
                    }.into_any()
                })
        }}
    }
    .into_any()
}

/// One screen as it looks, with its name.
#[component]
fn Screen(id: RecordId) -> impl IntoView {
    let stage = use_stage();
    let record = Memo::new(move |_| stage.board.get(id));
    let title = words_of(record);
    let drawn = move || {
        record.track();
        // A picture changes with each of its parts.
        for part in stage.board.inside(&Parent::Record(id)) {
            stage.board.get(part);
        }
        let drawn = stage.board.read(|document| title.with(|title| picture::screen(document, id, title, Hotspots::Drawn)));
        stage.board.photos.boxed(drawn)
    };
    view! {
        <li class="c-screen" id=format!("r-{id}")>
            <p class="c-screen-name" dir="auto">{move || title.get()}</p>
            <div class="c-screen-picture" inner_html=drawn></div>
            <Pins place=Place::whole(id) />
        </li>
    }
    .into_any()
}
