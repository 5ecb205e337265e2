//! What is mounted: the records that are on screen and some way round it, in the order in which they are drawn.

use super::{far::FarShapes, item::Item, stage::use_stage};
use crate::board::list::next_block;
use board::{
    id::{BlockId, RecordId},
    record::Kind,
};
use leptos::prelude::*;

/// The block to be filled next, for the sheets of this canvas.
#[derive(Clone, Copy)]
pub struct Next(pub Memo<Option<(RecordId, BlockId)>>);

/// All items.
#[component]
pub fn Items() -> impl IntoView {
    let stage = use_stage();
    provide_context(Next(Memo::new(move |_| next_block(stage.board))));
    let shown = Memo::new(move |_| {
        let (region, far) = (stage.region.get(), stage.far.get());
        let open = stage.board.editing.with(|open| open.as_ref().map(|(id, _)| *id)).map(|id| stage.top(id));
        stage.index.with(|index| {
            let near = |kind: Kind| !far || matches!(kind, Kind::Frame | Kind::Prototype);
            let mut all: Vec<(RecordId, Kind)> =
                index.within(region).filter(|placed| near(placed.kind)).map(|placed| (placed.id, placed.kind)).collect();
            // Words that are open stay mounted wherever one looks: the field would lose its caret.
            if let Some(open) = open.and_then(|id| index.get(id)).filter(|open| near(open.kind) && all.iter().all(|(id, _)| *id != open.id))
            {
                all.push((open.id, open.kind));
            }
            all
        })
    });
    view! {
        <For each=move || shown.get() key=|item| *item children=|(id, kind)| view! { <Item id kind /> } />
        <FarShapes />
    }
    .into_any()
}
