//! The picker of sheets: its dialog, the templates it knows, and what laying one makes. What the dialog shows is a part of its own, fetched
//! when somebody first lays a sheet.

use super::{
    draft, spot,
    state::{BoardState, use_board},
};
#[cfg(feature = "csr")]
use crate::{
    board::{
        later::{self, Missing},
        shelves::Shelves,
    },
    ui::Skeleton,
};
use crate::{
    locale::{key, use_words},
    ui::Dialog,
};
use board::{
    Document,
    id::RecordId,
    operation::Create,
    record::{Direction, Field, Kind, Parent},
};
use leptos::prelude::*;
use shared::{
    Lang,
    programme::{Named, Template},
};

/// Phases of the programme, once they were fetched.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only a browser shows them"))]
pub(super) struct Phases(pub(super) RwSignal<Vec<Named>>);

/// The sheets that lead to the next gate.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only a browser shows them"))]
pub(super) struct Way(pub(super) StoredValue<Vec<String>>);

/// Fetches all templates, once.
#[cfg(not(feature = "ssr"))]
pub(super) fn fetch(state: BoardState) {
    let phases = use_context::<Phases>().map(|phases| phases.0);
    if phases.is_none_or(|phases| phases.with_untracked(|phases| !phases.is_empty())) {
        return;
    }
    leptos::task::spawn_local(async move {
        match crate::ask::read::<super::api::Shelf>(super::api::TEMPLATES).await {
            Ok(shelf) => {
                // The board may have been left meanwhile.
                if state.templates.try_set(shelf.templates).is_none()
                    && let Some(phases) = phases
                {
                    phases.set(shelf.phases);
                }
            }
            Err(error) => state.toaster().fault(crate::errors::said(use_words(), &error)),
        }
    });
}

/// The server knows them all and fetches nothing.
#[cfg(feature = "ssr")]
pub(super) fn fetch(_state: BoardState) {}

/// Lets the sheets of the page fetch templates they do not know; `way` are those that lead to the next gate.
pub(super) fn provide(way: Vec<String>) {
    provide_context(Phases(RwSignal::new(Vec::new())));
    provide_context(Way(StoredValue::new(way)));
}

/// The dialog.
#[component]
pub fn Picker() -> impl IntoView {
    let state = use_board();
    view! { <Dialog open=state.picker title=use_words().get(key::BOARD_ADD_SHEET)>{inside(state)}</Dialog> }.into_any()
}

/// What stands in the dialog.
#[cfg(feature = "csr")]
fn inside(state: BoardState) -> AnyView {
    let waiting = || view! { <Skeleton label=use_words().get(key::BOARD_LOADING) /> }.into_any();
    later::opened(state, state.picker, shelves, waiting)
}

#[cfg(feature = "csr")]
#[leptos::wasm_split::wasm_split(shelves, wasm_split_path = ::leptos::wasm_split, fallible)]
fn shelves(owner: Owner) -> Result<AnyView, Missing> {
    Ok(later::under(&owner, || view! { <Shelves /> }.into_any()))
}

/// A page that was just written has its dialogs closed.
#[cfg(not(feature = "csr"))]
fn inside(_state: BoardState) -> AnyView {
    ().into_any()
}

/// Puts a sheet of this template on the board, in the direction of the venture's language.
pub fn add(state: BoardState, template: &Template) -> Option<RecordId> {
    let lang = state.venture.with_value(|venture| venture.lang);
    state.create(state.read(|document| sheet(document, template, lang)))
}

/// A sheet of this template at a free spot, in the direction of that language.
pub fn sheet(document: &Document, template: &Template, lang: Lang) -> Create {
    let direction = match lang.dir() {
        "rtl" => Direction::Rtl,
        _ => Direction::Ltr,
    };
    let size = spot::sheet_size(template);
    let mut create = draft::bare(Kind::Frame, Parent::Board, document.order_last(&Parent::Board));
    create.fields.push(Field::Template(template.id.clone(), template.version, direction));
    create.fields.push(Field::Size(size));
    create.fields.push(Field::Position(spot::free(document, size)));
    create
}
