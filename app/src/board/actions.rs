//! What can be done with a record in the list, all of it by keyboard: colour, order, another case, away with it.

use super::{
    anchor, spot,
    state::{BoardState, use_board},
};
use crate::{
    locale::{Key, key, use_words},
    ui::{Button, ButtonKind, Glyph, Icon, press},
};
use board::{
    Operation,
    id::{BlockId, RecordId},
    record::{Colour, Field, Kind, Parent},
};
use leptos::prelude::*;
use shared::programme::BlockKind;

/// All colours, in the order of the menu, with their class and their word.
pub const COLOURS: [(Colour, &str, Key); 6] = [
    (Colour::Saffron, "saffron", key::BOARD_COLOUR_SAFFRON),
    (Colour::Mint, "mint", key::BOARD_COLOUR_MINT),
    (Colour::Sky, "sky", key::BOARD_COLOUR_SKY),
    (Colour::Rose, "rose", key::BOARD_COLOUR_ROSE),
    (Colour::Lilac, "lilac", key::BOARD_COLOUR_LILAC),
    (Colour::Plain, "plain", key::BOARD_COLOUR_PLAIN),
];

/// A colour's name in classes and tokens.
pub fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Saffron => "saffron",
        Colour::Mint => "mint",
        Colour::Sky => "sky",
        Colour::Rose => "rose",
        Colour::Lilac => "lilac",
        Colour::Plain => "plain",
    }
}

/// Takes a record away, with a way back in the notice.
pub fn delete(state: BoardState, id: RecordId) {
    if state.act(vec![Operation::Delete(id)]) {
        state.selection.set(Vec::new());
        state.editing.set(None);
        state.toaster().say(use_words().get(key::BOARD_DELETED), state.take_back());
    }
}

/// Moves a record one step among its siblings.
pub fn step(state: BoardState, id: RecordId, step: spot::Step) {
    if let Some(field) = state.read(|document| spot::step(document, id, step)) {
        state.act(vec![Operation::Set(id, field)]);
    }
}

/// Moves a record into a block, or out onto the board.
fn send_to(state: BoardState, id: RecordId, parent: Parent) {
    let fields = state.read(|document| {
        let order = document.order_last(&parent);
        let spot = (parent == Parent::Board)
            .then(|| document.get(id).map(|record| Field::Position(spot::free(document, record.size()))))
            .flatten();
        [Some(Field::Home(parent, order)), spot]
    });
    state.act(fields.into_iter().flatten().map(|field| Operation::Set(id, field)).collect());
}

/// One word-less step button.
#[component]
fn StepButton(id: RecordId, step: spot::Step) -> impl IntoView {
    let state = use_board();
    let (glyph, word) = match step {
        spot::Step::Up => (Glyph::CaretUp, key::BOARD_UP),
        spot::Step::Down => (Glyph::CaretDown, key::BOARD_DOWN),
    };
    let word = use_words().get(word);
    view! {
        <Button kind=ButtonKind::Quiet kind_of="button" attr:aria-label=word attr:title=word on:click=press(move || self::step(state, id, step))>
            <Icon glyph />
        </Button>
    }
    .into_any()
}

/// The row of what can be done with a record.
#[component]
pub fn Actions(id: RecordId, kind: Kind) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let coloured = matches!(kind, Kind::Note | Kind::Text | Kind::Shape | Kind::Stroke);
    let portable = matches!(kind, Kind::Note | Kind::Image);
    view! {
        <div class="actions" role="group" aria-label=words.get(key::BOARD_ACTIONS)>
            {coloured.then(|| view! { <Colours id /> }.into_any())}
            <StepButton id step=spot::Step::Up />
            <StepButton id step=spot::Step::Down />
            {portable.then(|| view! { <MoveTo id /> }.into_any())}
            <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Trash on:click=press(move || delete(state, id))>
                {words.get(key::BOARD_DELETE)}
            </Button>
        </div>
    }
    .into_any()
}

#[component]
fn Colours(id: RecordId) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let chosen = Memo::new(move |_| state.get(id).map(|record| record.colour()));
    view! {
        <div class="colours" role="group" aria-label=words.get(key::BOARD_COLOUR)>
            {COLOURS
                .into_iter()
                .map(|(colour, name, word)| {
                    let word = words.get(word);
                    view! {
                        <button
                            type="button"
                            class=format!("colour colour-{name}")
                            aria-label=word
                            title=word
                            aria-pressed=move || if chosen.get() == Some(colour) { "true" } else { "false" }
                            on:click=press(move || {
                                state.act(vec![Operation::Set(id, Field::Colour(colour))]);
                            })
                        ></button>
                    }.into_any()
                })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// Where a record can go, as the list's own select: each case of each sheet, and the board itself.
#[component]
fn MoveTo(id: RecordId) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let image = state.read(|document| document.get(id).is_some_and(|record| record.kind == Kind::Image));
    let places = state.read(|document| {
        state.templates.with_untracked(|templates| {
            document
                .frames()
                .map(|frame| {
                    let name = anchor::name(templates, frame);
                    let blocks = frame
                        .template()
                        .and_then(|(template, ..)| templates.iter().find(|t| t.id == template))
                        .map(|t| t.blocks.as_slice());
                    let blocks: Vec<(Parent, String)> = blocks
                        .unwrap_or_default()
                        .iter()
                        .filter(|block| takes(block.kind, image))
                        .map(|block| (Parent::Block(frame.id, BlockId(block.id.clone())), block.name.clone()))
                        .collect();
                    (name, blocks)
                })
                .filter(|(_, blocks)| !blocks.is_empty())
                .collect::<Vec<_>>()
        })
    });
    let mut all = vec![Parent::Board];
    let groups = places
        .into_iter()
        .map(|(name, blocks)| {
            let options = blocks
                .into_iter()
                .map(|(parent, word)| {
                    let value = all.len();
                    all.push(parent);
                    view! { <option value=value>{word}</option> }.into_any()
                })
                .collect_view();
            view! { <optgroup label=name>{options}</optgroup> }.into_any()
        })
        .collect_view();
    let all = StoredValue::new(all);
    view! {
        <select
            class="input move-to"
            aria-label=words.get(key::BOARD_MOVE_TO)
            on:change=move |event| {
                let chosen = event_target_value(&event).parse::<usize>().ok();
                if let Some(parent) = chosen.and_then(|at| all.with_value(|all| all.get(at).cloned())) {
                    send_to(state, id, parent);
                }
            }
        >
            <option value="" selected>
                {words.get(key::BOARD_MOVE_TO)}
            </option>
            <option value="0">{words.get(key::BOARD_FREE_PLACE)}</option>
            {groups}
        </select>
    }
    .into_any()
}

/// Whether a block holds records of that sort.
fn takes(kind: BlockKind, image: bool) -> bool {
    match kind {
        BlockKind::Notes | BlockKind::List | BlockKind::Checklist | BlockKind::Evidence => !image,
        BlockKind::Image => image,
        BlockKind::Text | BlockKind::Scale | BlockKind::Choice | BlockKind::Number => false,
    }
}
