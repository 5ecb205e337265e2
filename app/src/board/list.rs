//! The list view: one column of sheets, prototypes and what stands free. The server writes its first 200 notes, a link brings the rest.

use super::{
    each::each,
    fill,
    note::{self, NoteCard},
    picture::Picture,
    presence,
    prototypes::Prototypes,
    scroll,
    sheet::Sheet,
    state::{BoardState, Mode, use_board},
    written,
};
use crate::{
    locale::{key, use_words},
    place,
    ui::{Button, ButtonKind, EmptyState, Glyph, Scene, press, pressed},
};
use board::{
    Document,
    id::{BlockId, RecordId},
    record::{Kind, Parent},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Notes the page shows before the link to all.
const FIRST: usize = 200;

/// What is left out at first: the sheets that begin after so many notes, and what stands free after them.
fn rest(document: &Document) -> BTreeSet<RecordId> {
    let (mut left, mut shown) = (BTreeSet::new(), 0);
    let mut count = std::collections::BTreeMap::<RecordId, usize>::new();
    for record in document.visible() {
        if let Parent::Block(frame, _) = record.parent() {
            *count.entry(*frame).or_default() += 1;
        }
    }
    for frame in document.frames() {
        if shown >= FIRST {
            left.insert(frame.id);
        }
        shown += count.get(&frame.id).copied().unwrap_or_default();
    }
    for record in document.free() {
        if shown >= FIRST {
            left.insert(record.id);
        }
        shown += 1;
    }
    left
}

/// Children of the board of one sort, without those left out.
fn band(state: BoardState, left: StoredValue<BTreeSet<RecordId>>, all: RwSignal<bool>, wanted: fn(Kind) -> bool) -> Memo<Vec<RecordId>> {
    Memo::new(move |_| {
        let everything = all.get();
        let children = state.inside(&Parent::Board);
        state.read(|document| {
            left.with_value(|left| {
                let shown =
                    |id: &RecordId| document.get(*id).is_some_and(|record| wanted(record.kind)) && (everything || !left.contains(id));
                children.into_iter().filter(shown).collect()
            })
        })
    })
}

fn is_free(kind: Kind) -> bool {
    match kind {
        Kind::Note | Kind::Text | Kind::Shape | Kind::Image => true,
        // A line without the things round it says nothing in a column: it is the canvas's alone.
        Kind::Connector | Kind::Stroke | Kind::Link => false,
        Kind::Frame | Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Widget => false,
    }
}

/// The list.
#[component]
pub fn ListView() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let left = StoredValue::new(state.read(rest));
    let all = RwSignal::new(place::query("all").is_some() || left.with_value(BTreeSet::is_empty));
    let frames = band(state, left, all, |kind| kind == Kind::Frame);
    let free = band(state, left, all, is_free);
    let empty = Memo::new(move |_| state.inside(&Parent::Board).is_empty());
    let next = Memo::new(move |_| next_block(state));
    let writes = state.mode == Mode::Write;
    presence::tell(state);
    Effect::new(move |before: Option<()>| {
        let venture = state.venture.with_value(|venture| venture.id);
        let here = state.here.get();
        match (before, &here) {
            (None, _) => scroll::to_last(venture, place::query("thread").is_some()),
            (Some(()), Parent::Block(frame, block)) => scroll::remember(venture, &format!("r-{frame}-{}", block.0)),
            (Some(()), Parent::Board | Parent::Record(_)) => {}
        }
    });
    #[cfg(feature = "csr")]
    super::keys::listen(state);
    view! {
        <div class="board-list" data-written=cfg!(feature = "ssr")>
            {move || {
                empty
                    .get()
                    .then(|| {
                        view! {
                            <EmptyState scene=Scene::Nothing title=words.get(key::BOARD_EMPTY_TITLE) text=words.get(key::BOARD_EMPTY_TEXT)>
                                {writes
                                    .then(|| {
                                        view! {
                                            <Button kind_of="button" glyph=Glyph::Plus on:click=press(move || state.picker.set(true))>
                                                {words.get(key::BOARD_ADD_SHEET)}
                                            </Button>
                                        }.into_any()
                                    })}
                            </EmptyState>
                        }.into_any()
                    })
            }}
            {each(frames, move |id| written::in_turn(id, move || view! { <Sheet id next /> }.into_any()))}
            {move || {
                (writes && !empty.get())
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Secondary kind_of="button" glyph=Glyph::Plus on:click=press(move || state.picker.set(true))>
                                {words.get(key::BOARD_ADD_SHEET)}
                            </Button>
                        }.into_any()
                    })
            }}
            <Prototypes />
            <section class="free" aria-label=words.get(key::BOARD_FREE) on:focusin=move |_| state.here.set(Parent::Board)>
                {move || (writes || free.with(|free| !free.is_empty())).then(|| view! { <h2>{words.get(key::BOARD_FREE)}</h2> }.into_any())}
                <ul class="notes">
                    {each(free, |id| view! { <Free id /> }.into_any())}
                </ul>
                {writes
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button
                                    kind=ButtonKind::Quiet
                                    kind_of="button"
                                    glyph=Glyph::Plus
                                    on:click=press(move || {
                                        note::add(state, Parent::Board);
                                    })
                                >
                                    {words.get(key::BOARD_ADD_NOTE)}
                                </Button>
                            </div>
                        }.into_any()
                    })}
            </section>
            {move || {
                let hidden = left.with_value(BTreeSet::len);
                (!all.get())
                    .then(|| {
                        view! {
                            <a
                                class="button button-secondary"
                                href="?all=1"
                                on:click=pressed(move |event| {
                                    event.prevent_default();
                                    all.set(true);
                                })
                            >
                                {words.plural(key::BOARD_SHOW_REST, hidden as u64, &[])}
                            </a>
                        }.into_any()
                    })
            }}
        </div>
    }
    .into_any()
}

/// The first empty block of the first sheet that is not full.
pub(super) fn next_block(state: BoardState) -> Option<(RecordId, BlockId)> {
    state.templates.with(|templates| {
        state.follow(|document| {
            document.frames().find_map(|frame| {
                let (name, ..) = frame.template()?;
                let template = templates.iter().find(|template| template.id == name)?;
                fill::of(document, frame.id, template).next.map(|block| (frame.id, block))
            })
        })
    })
}

/// Something that stands free on the board.
#[component]
fn Free(id: RecordId) -> impl IntoView {
    let kind = use_board().read(|document| document.get(id).map(|record| record.kind));
    match kind {
        Some(Kind::Image) => view! { <Picture id /> }.into_any(),
        _ => view! { <NoteCard id /> }.into_any(),
    }
}
