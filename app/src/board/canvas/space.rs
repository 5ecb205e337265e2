//! The window on the board: the ground, the layer that moves under it, and the bars over it. Every event of a pointer comes in here.

use super::{
    Surface,
    bars::{SelectionBar, ZoomBar},
    follow,
    gesture::{self, Gestures},
    ghost::Drawing,
    items::Items,
    keys,
    mates::{self, Mates},
    rail::Rail,
    stage::{Stage, Tool},
};
use crate::{
    board::state::Mode,
    locale::{key, use_words},
    ui::{Button, EmptyState, Glyph, Scene, press},
};
use board::{id::RecordId, record::Parent};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// The canvas of the board in context.
#[component]
pub fn Canvas() -> impl IntoView {
    provide_context(Surface::Canvas);
    let stage = Stage::provide();
    let words = use_words();
    let ground = NodeRef::<html::Div>::new();
    let gestures = StoredValue::new_local(Gestures::default());
    follow::all(stage, ground);
    mates::tell(stage);
    keys::listen(stage, move || {
        gestures.try_update_value(|gestures| gestures.drop_all(stage));
    });
    crate::board::keys::listen(stage.board);
    let with = move |does: fn(&mut Gestures, Stage, &PointerEvent), event: PointerEvent| {
        gestures.update_value(|gestures| does(gestures, stage, &event));
    };
    let empty = Memo::new(move |_| stage.board.inside(&Parent::Board).is_empty());
    let writes = stage.board.mode == Mode::Write;
    let tool = move || match stage.tool.get() {
        Tool::Select => "canvas canvas-select",
        Tool::Hand => "canvas canvas-hand",
        Tool::Note | Tool::Text | Tool::Shape(_) | Tool::Connector | Tool::Draw | Tool::Remark => "canvas canvas-make",
    };
    view! {
        <div class=tool class:canvas-far=move || stage.far.get()>
            <div
                class="canvas-space"
                dir="ltr"
                tabindex="0"
                role="group"
                aria-label=words.get(key::BOARD_CANVAS)
                aria-describedby="canvas-keys"
                node_ref=stage.space
                on:pointerdown=move |event| with(Gestures::pressed, event)
                on:pointermove=move |event| {
                    if event.pointer_type() != "touch" {
                        stage.pointer.set(Some(stage.point(event.client_x(), event.client_y())));
                    }
                    with(Gestures::moved, event);
                }
                on:pointerup=move |event| with(Gestures::released, event)
                on:pointercancel=move |event| with(Gestures::cancelled, event)
                on:pointerleave=move |_| stage.pointer.set(None)
                on:wheel=move |event| gesture::wheel(stage, &event)
                on:dblclick=move |event| gesture::open(stage, &event)
                on:focusin=move |event| chosen_by_key(stage, &event)
            >
                <div class="canvas-ground" node_ref=ground></div>
                <div class="canvas-layer" node_ref=stage.layer>
                    <Items />
                    <Drawing />
                    <Mates />
                </div>
            </div>
            <p class="only-read" id="canvas-keys">
                {words.get(key::BOARD_CANVAS_KEYS)}
            </p>
            {move || {
                empty
                    .get()
                    .then(|| {
                        view! {
                            <div class="canvas-empty">
                                <EmptyState scene=Scene::Nothing title=words.get(key::BOARD_EMPTY_TITLE) text=words.get(key::BOARD_EMPTY_TEXT)>
                                    {writes
                                        .then(|| {
                                            view! {
                                                <Button kind_of="button" glyph=Glyph::Plus on:click=press(move || stage.board.picker.set(true))>
                                                    {words.get(key::BOARD_ADD_SHEET)}
                                                </Button>
                                            }.into_any()
                                        })}
                                </EmptyState>
                            </div>
                        }.into_any()
                    })
            }}
            <Rail />
            <SelectionBar />
            <ZoomBar />
        </div>
    }
    .into_any()
}

/// Tab goes from item to item: the one that gets the focus by key is selected and brought into view. Inside a sheet the focus only
/// brings what it is on into view.
fn chosen_by_key(stage: Stage, event: &ev::FocusEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if !target.matches(":focus-visible").unwrap_or(false) {
        return;
    }
    match target.get_attribute("data-id").and_then(|id| id.parse::<RecordId>().ok()) {
        Some(id) => stage.go_to(id),
        None => stage.show(&target),
    }
}
