//! One item of the canvas: an element at its record's place, with what its kind is made of inside. It is what a pointer takes hold of.

use super::{
    frame::Sheet,
    line::{Connector, Stroke},
    prototype::Prototype,
    stage::{Stage, length, set, use_stage},
    words::{Caption, Paper, Shape, first_strong},
};
use crate::{
    board::{actions::colour_name, picture},
    locale::{key, use_words},
};
use board::{
    Record,
    geometry::{self, Area},
    id::RecordId,
    record::{Direction, Kind},
};
use leptos::{html, prelude::*};

/// An item and the handle to resize it by.
#[component]
pub fn Item(id: RecordId, kind: Kind) -> impl IntoView {
    let stage = use_stage();
    let node = NodeRef::<html::Div>::new();
    let record = Memo::new(move |_| stage.board.get(id));
    let chosen = Memo::new(move |_| stage.selected(id));
    keep(stage, kind, record, node);
    let class = move || {
        let colour = record.with(|record| record.as_ref().map(|record| colour_name(record.colour()))).unwrap_or_default();
        let chosen = if chosen.get() { " is-chosen" } else { "" };
        match kind {
            Kind::Note => format!("c-item note c-note note-{colour}{chosen}"),
            Kind::Text => format!("c-item c-text{chosen}"),
            Kind::Shape => format!("c-item c-shape paint-{colour}{chosen}"),
            Kind::Image => format!("c-item c-image{chosen}"),
            Kind::Frame => format!("c-item c-sheet{chosen}"),
            Kind::Prototype => format!("c-item c-prototype{chosen}"),
            Kind::Connector | Kind::Link => format!("c-item c-connector ink-{colour}{chosen}"),
            Kind::Stroke => format!("c-item c-stroke ink-{colour}{chosen}"),
            // They live on screens and are drawn with them.
            Kind::Screen | Kind::Hotspot | Kind::Widget => String::new(),
        }
    };
    let page = use_words().lang().dir();
    let dir = Memo::new(move |_| {
        record.with(|record| {
            let Some(record) = record else { return page };
            match (kind, record.template()) {
                (Kind::Frame, Some((_, _, Direction::Rtl))) => "rtl",
                (Kind::Frame, Some((_, _, Direction::Ltr))) => "ltr",
                (Kind::Note | Kind::Text | Kind::Image | Kind::Shape, _) => first_strong(record.words()).unwrap_or(page),
                _ => page,
            }
        })
    });
    let handle = move || {
        let resizes = matches!(kind, Kind::Note | Kind::Text | Kind::Shape | Kind::Image | Kind::Frame);
        let alone = resizes && chosen.get() && stage.board.selection.with(|all| all.len() == 1) && stage.writes();
        alone.then(|| view! { <span class="c-corner" data-corner=id.to_string()></span> }.into_any())
    };
    view! {
        <div
            class=class
            id=format!("r-{id}")
            data-id=id.to_string()
            data-frame=(kind == Kind::Frame).then_some("")
            dir=move || dir.get()
            tabindex="0"
            role="group"
            aria-label=label(kind)
            node_ref=node
        >
            {inside(id, kind, record)}
            {handle}
        </div>
    }
    .into_any()
}

fn inside(id: RecordId, kind: Kind, record: Memo<Option<Record>>) -> AnyView {
    match kind {
        Kind::Note | Kind::Text => view! { <Paper id record /> }.into_any(),
        Kind::Shape => view! { <Shape id record /> }.into_any(),
        Kind::Image => view! { <Photo id record /> }.into_any(),
        Kind::Frame => view! { <Sheet id record /> }.into_any(),
        Kind::Prototype => view! { <Prototype id record /> }.into_any(),
        Kind::Connector | Kind::Link => view! { <Connector record /> }.into_any(),
        Kind::Stroke => view! { <Stroke record /> }.into_any(),
        Kind::Screen | Kind::Hotspot | Kind::Widget => ().into_any(),
    }
}

/// What a kind is called by those who do not see it; sheets and prototypes have a heading of their own.
fn label(kind: Kind) -> &'static str {
    let words = use_words();
    words.get(match kind {
        Kind::Note => key::BOARD_NOTE,
        Kind::Text => key::BOARD_TOOL_TEXT,
        Kind::Shape => key::BOARD_TOOL_SHAPE,
        Kind::Image => key::BOARD_PHOTO,
        Kind::Frame => key::BOARD_SHEET,
        Kind::Connector | Kind::Link => key::BOARD_TOOL_CONNECTOR,
        Kind::Stroke => key::BOARD_DRAW,
        Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Widget => key::BOARD_PROTOTYPES,
    })
}

/// A picture with its caption.
#[component]
fn Photo(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let board = use_stage().board;
    view! {
        {picture::seen(board, record)}
        <Caption id record />
    }
    .into_any()
}

/// Keeps an element where its record stands. A line has no place: its ends have. From far away a sheet keeps the height it had.
fn keep(stage: Stage, kind: Kind, record: Memo<Option<Record>>, node: NodeRef<html::Div>) {
    let place = Memo::new(move |_| {
        record.with(|record| {
            let record = record.as_ref()?;
            match kind {
                Kind::Connector | Kind::Link => None,
                Kind::Stroke => Some(Area { x: record.position().x, y: record.position().y, ..geometry::stroke_area(record) }),
                _ => Some(Area::of(record.position(), record.size())),
            }
        })
    });
    let tall = StoredValue::new(0);
    if kind == Kind::Frame {
        Effect::new(move |_| {
            stage.laid.track();
            if let Some(element) = node.get_untracked().filter(|_| !stage.far.get_untracked()) {
                tall.set_value(element.offset_height().saturating_mul(8));
            }
        });
    }
    Effect::new(move |seen: Option<bool>| {
        let Some(element) = node.get() else { return false };
        if let Some(area) = place.get() {
            let far = kind == Kind::Frame && stage.far.get();
            let h = if far { area.h.max(tall.get_value()) } else { area.h };
            let width = if kind == Kind::Prototype { "min-width" } else { "width" };
            for (property, value) in [("left", area.x), ("top", area.y), (width, area.w), ("min-height", h)] {
                set(&element, property, &length(value));
            }
        }
        if seen != Some(true) {
            stage.sizes.with_value(|sizes| {
                if let Some(sizes) = sizes {
                    sizes.observe(&element);
                }
            });
        }
        stage.lay();
        true
    });
}
