//! A sheet on the canvas: its title and how far it is filled, and its blocks on the template's grid of twelve columns, laid in the
//! sheet's own direction. From far away only title and progress, in large type. The blocks are the list's own.

use super::{
    items::Next,
    stage::{set, use_stage},
    words::{Typed, typed_in},
};
use crate::{
    board::{anchor, block::BlockCard, fill, picker, pins::Pins, state::Mode},
    locale::{key, use_words},
    ui::Progress,
};
use board::{Place, Record, id::RecordId};
use leptos::{html, prelude::*};
use shared::programme::{Block, BlockKind, Template};

/// What is in a sheet.
#[component]
pub fn Sheet(id: RecordId, record: Memo<Option<Record>>) -> impl IntoView {
    let stage = use_stage();
    let of = record.with_untracked(|record| record.as_ref().and_then(|frame| frame.template().map(|(name, ..)| name.to_owned())));
    let of = StoredValue::new(of.unwrap_or_default());
    let template = Memo::new(move |_| of.with_value(|of| stage.board.template(of)));
    Effect::new(move |_| {
        if template.with(Option::is_none) {
            picker::fetch(stage.board);
        }
    });
    view! { {move || template.get().map(|template| view! { <Known id record template /> }.into_any())} }.into_any()
}

#[component]
fn Known(id: RecordId, record: Memo<Option<Record>>, template: Template) -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    let stored = StoredValue::new(template);
    let fill = Memo::new(move |_| {
        // Woken by what comes into its blocks and leaves them, too.
        record.track();
        stage.board.read(|document| stored.with_value(|template| fill::of(document, id, template)))
    });
    let title = Memo::new(move |_| {
        record.with(|frame| {
            frame
                .as_ref()
                .map(|frame| stored.with_value(|template| anchor::name(core::slice::from_ref(template), frame)))
                .unwrap_or_default()
        })
    });
    let typed = typed_in(id);
    let (minutes, credit) = stored.with_value(|template| (template.minutes, template.attribution.clone()));
    let filled = move || {
        let fill = fill.get();
        let label = words.fill(key::BOARD_FILLED, &[("n", &fill.filled.to_string()), ("all", &fill.blocks.to_string())]);
        view! { <Progress value=fill.filled most=fill.blocks label /> }.into_any()
    };
    let credit = StoredValue::new(credit);
    view! {
        <header class="c-sheet-head">
            {move || {
                if typed.get() {
                    view! { <Typed id label=words.get(key::BOARD_SHEET_NAME) /> }.into_any()
                } else {
                    view! { <h2><bdi>{move || title.get()}</bdi></h2> }.into_any()
                }
            }}
            <p class="c-sheet-facts">
                <span class="c-sheet-minutes" dir=words.lang().dir()>{words.plural(key::TIME_MINUTES, u64::from(minutes), &[])}</span>
                <bdi>{move || fill.with(|fill| format!("{}/{}", fill.filled, fill.blocks))}</bdi>
            </p>
            <Pins place=Place::whole(id) />
            {filled}
        </header>
        {move || {
            (!stage.far.get())
                .then(|| {
                    let blocks = stored.with_value(|template| template.blocks.clone());
                    view! {
                        <div class="c-blocks">
                            {blocks.into_iter().map(|block| view! { <Cell id block template=stored /> }.into_any()).collect_view()}
                        </div>
                        {credit.get_value().map(|credit| view! { <p class="meta" dir="auto">{credit}</p> }.into_any())}
                    }.into_any()
                })
        }}
    }
    .into_any()
}

/// A block at its place of the grid. The sheet says on which side it begins; its words run as the reader's language does.
#[component]
fn Cell(id: RecordId, block: Block, template: StoredValue<Template>) -> impl IntoView {
    let stage = use_stage();
    let node = NodeRef::<html::Div>::new();
    let (x, y, w, h) = (block.x, block.y, block.w.max(1), block.h.max(1));
    Effect::new(move |_| {
        let Some(cell) = node.get() else { return };
        set(&cell, "grid-column", &format!("{} / span {w}", x + 1));
        set(&cell, "grid-row", &format!("{} / span {h}", y + 1));
    });
    let name = block.block_id();
    let next = use_context::<Next>();
    let writes = stage.board.mode == Mode::Write;
    let is_next = Signal::derive(move || {
        writes && next.is_some_and(|next| next.0.with(|next| next.as_ref().is_some_and(|(frame, block)| *frame == id && *block == name)))
    });
    let takes = match block.kind {
        BlockKind::Notes | BlockKind::List | BlockKind::Checklist | BlockKind::Evidence => Some("notes"),
        BlockKind::Image => Some("images"),
        BlockKind::Text | BlockKind::Scale | BlockKind::Choice | BlockKind::Number => None,
    };
    let called = block.id.clone();
    view! {
        <div class="c-cell" dir=use_words().lang().dir() data-block=called data-takes=takes node_ref=node>
            <BlockCard frame=id block template next=is_next />
        </div>
    }
    .into_any()
}
