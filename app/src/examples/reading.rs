//! An example's board, to be read: the same list as of any board, without anything that writes.

use super::{Example, found, nobodys, page::Notice};
use crate::board::{BoardState, ListView, Mode};
use crate::context::visit;
use crate::error::AppError;
use crate::errors::Refusal;
use crate::ui::use_toaster;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use shared::{
    Millis,
    access::Locus,
    ids::{EditionId, EstablishmentId, GroupId},
    reference,
    ventures::Venture,
};
use uuid::Uuid;

/// `/example/:key/board`
#[component]
pub fn ExampleBoard() -> impl IntoView {
    match found(use_params_map().with_untracked(|params| params.get("key"))) {
        Some(example) => view! { <Read example /> }.into_any(),
        None => view! { <Refusal error=AppError::Hidden /> }.into_any(),
    }
}

#[component]
fn Read(example: Example) -> impl IntoView {
    let (home, name) = (example.address(), example.name.clone());
    let templates = reference::templates(visit().lang);
    let document = example.document.clone();
    let state = BoardState::open(use_toaster(), venture(example), Mode::Read, document, templates, Vec::new());
    state.home.set_value(home.clone());
    provide_context(state);
    view! {
        <Title text=name.clone() />
        <div class="page example-board">
            <Notice />
            <h1><a href=home><bdi>{name}</bdi></a></h1>
            <ListView />
        </div>
    }
}

/// The example as the parts of a board know a venture. It belongs to nobody: its ids are of no row.
fn venture(example: Example) -> Venture {
    let nobody = Uuid::nil();
    let at = Locus {
        edition: EditionId(nobody),
        region: String::new(),
        establishment: EstablishmentId(nobody),
        group: GroupId(nobody),
        venture: Some(nobodys()),
    };
    Venture {
        id: nobodys(),
        at,
        name: example.name,
        idea: example.idea,
        theme: example.theme,
        place: String::new(),
        lang: example.lang,
        gate: example.gate,
        team: Vec::new(),
        made: Millis(0),
    }
}
