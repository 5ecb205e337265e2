//! What can be done with what is selected, over the canvas; and the zoom, at its end.

use super::{
    rail::Swatches,
    stage::{Tool, use_stage},
};
use crate::{
    board::{actions::Actions, state::Mode},
    locale::{Key, key, use_words},
    ui::{Button, ButtonKind, Glyph, Icon, press},
};
use board::{
    id::RecordId,
    record::{FieldKey, Kind, TextKey},
};
use leptos::prelude::*;

/// What the bar offers for a selection.
#[derive(Clone, Copy, PartialEq)]
struct Offer {
    /// The only thing selected, with the list's own row of actions.
    alone: Option<(RecordId, Kind)>,
    /// Whether its words can be opened.
    words: bool,
    /// Whether any of it has a colour.
    colour: bool,
    /// Whether any of it can be copied.
    copy: bool,
}

/// The bar of the selection; not there while nothing is selected or words are open.
#[component]
pub fn SelectionBar() -> impl IntoView {
    let stage = use_stage();
    if stage.board.mode != Mode::Write {
        return ().into_any();
    }
    let words = use_words();
    let offer = Memo::new(move |_| {
        if stage.board.editing.with(Option::is_some) {
            return None;
        }
        stage.board.selection.with(|all| {
            stage.board.read(|document| {
                let kinds: Vec<(RecordId, Kind)> = all.iter().filter_map(|id| document.get(*id)).map(|r| (r.id, r.kind)).collect();
                let alone = kinds.first().copied().filter(|_| kinds.len() == 1);
                (!kinds.is_empty()).then(|| Offer {
                    alone: alone.filter(|(_, kind)| matches!(kind, Kind::Note | Kind::Image | Kind::Frame)),
                    words: alone.is_some_and(|(_, kind)| kind != Kind::Connector && kind.has_text(&TextKey::Body)),
                    colour: kinds.iter().any(|(_, kind)| *kind != Kind::Text && kind.has(&FieldKey::Colour)),
                    copy: kinds.iter().any(|(_, kind)| !matches!(kind, Kind::Frame | Kind::Prototype | Kind::Connector | Kind::Link)),
                })
            })
        })
    });
    view! {
        {move || {
            let offer = offer.get()?;
            Some(
                view! {
                    <div class="c-bar" role="toolbar" aria-label=words.get(key::BOARD_ACTIONS)>
                        {offer.words.then(|| view! { <TypeButton /> }.into_any())}
                        {offer
                            .copy
                            .then(|| {
                                view! {
                                    <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Copy on:click=press(move || stage.duplicate())>
                                        {words.get(key::BOARD_DUPLICATE)}
                                    </Button>
                                }.into_any()
                            })}
                        {match offer.alone {
                            Some(alone) => {
                                view! {
                                    <For each=move || [alone] key=|(id, _)| *id let:one>
                                        <Actions id=one.0 kind=one.1 />
                                    </For>
                                }
                                    .into_any()
                            }
                            None => {
                                view! {
                                    {offer.colour.then(|| view! { <Swatches /> }.into_any())}
                                    <Button
                                        kind=ButtonKind::Quiet
                                        kind_of="button"
                                        glyph=Glyph::Trash
                                        on:click=press(move || stage.delete_selected())
                                    >
                                        {words.get(key::BOARD_DELETE)}
                                    </Button>
                                }
                                    .into_any()
                            }
                        }}
                    </div>
                }.into_any(),
            )
        }}
    }
    .into_any()
}

#[component]
fn TypeButton() -> impl IntoView {
    let stage = use_stage();
    view! {
        <Button
            kind=ButtonKind::Quiet
            kind_of="button"
            glyph=Glyph::PencilSimple
            on:click=press(move || {
                if let [one] = stage.board.selection.get_untracked().as_slice() {
                    stage.type_in(*one);
                }
            })
        >
            {use_words().get(key::BOARD_TYPE)}
        </Button>
    }
    .into_any()
}

/// Nearer, further, all of it. On a phone, the way out of a tool stands here too.
#[component]
pub fn ZoomBar() -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    let percent = Memo::new(move |_| stage.view.with(|view| (view.zoom * 100.0).round() as u32));
    let icon = move |glyph, word: Key, does: Callback<()>| {
        let word = words.get(word);
        view! {
            <button type="button" class="c-zoom" aria-label=word title=word on:click=press(move || does.run(()))>
                <Icon glyph />
            </button>
        }
        .into_any()
    };
    view! {
        <div class="c-zooms">
            {move || {
                (stage.tool.get() != Tool::Select)
                    .then(|| {
                        view! {
                            <button type="button" class="c-done" on:click=press(move || stage.tool.set(Tool::Select))>
                                <Icon glyph=Glyph::Check />
                                <span>{words.get(key::BOARD_TOOL_DONE)}</span>
                            </button>
                        }.into_any()
                    })
            }}
            <div class="c-zoom-row" role="group" aria-label=words.get(key::BOARD_ZOOM)>
                {icon(Glyph::Minus, key::BOARD_ZOOM_OUT, Callback::new(move |()| stage.zoom_by(0.8)))}
                <bdi class="c-percent">{move || words.fill(key::BOARD_PERCENT, &[("n", &percent.get().to_string())])}</bdi>
                {icon(Glyph::Plus, key::BOARD_ZOOM_IN, Callback::new(move |()| stage.zoom_by(1.25)))}
                {icon(Glyph::ArrowsOut, key::BOARD_ZOOM_FIT, Callback::new(move |()| stage.fit()))}
            </div>
        </div>
    }
    .into_any()
}
