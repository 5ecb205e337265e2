//! The picker of sheets: the team's templates by phase, each with what it is for, how long it takes and whom to credit.

use super::{
    draft, spot,
    state::{BoardState, use_board},
};
use crate::{
    locale::{key, use_words},
    ui::{Dialog, Skeleton, press},
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
struct Phases(RwSignal<Vec<Named>>);

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

/// Lets the sheets of the page fetch templates they do not know.
pub(super) fn provide() {
    provide_context(Phases(RwSignal::new(Vec::new())));
}

/// The dialog.
#[component]
pub fn Picker() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let phases = expect_context::<Phases>().0;
    Effect::new(move |_| {
        if state.picker.get() {
            fetch(state);
        }
    });
    view! {
        <Dialog open=state.picker title=words.get(key::BOARD_ADD_SHEET)>
            {move || {
                if !state.picker.get() {
                    return ().into_any();
                }
                let phases = phases.get();
                if phases.is_empty() {
                    return view! { <Skeleton label=words.get(key::BOARD_LOADING) /> }.into_any();
                }
                phases.into_iter().map(|phase| view! { <PhaseRow phase /> }.into_any()).collect_view().into_any()
            }}
        </Dialog>
    }
    .into_any()
}

#[component]
fn PhaseRow(phase: Named) -> impl IntoView {
    let state = use_board();
    let cards = state.templates.with(|all| {
        let of_phase = all.iter().filter(|template| template.phase == phase.id).cloned();
        of_phase.map(|template| view! { <TemplateCard template /> }.into_any()).collect_view()
    });
    view! {
        <section class="picker-phase">
            <h3>{phase.name}</h3>
            <ul class="picker-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn TemplateCard(template: Template) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let minutes = words.plural(key::TIME_MINUTES, u64::from(template.minutes), &[]);
    let stored = StoredValue::new(template.clone());
    view! {
        <li>
            <button
                type="button"
                class="picker-card"
                on:click=press(move || {
                    if let Some(id) = stored.with_value(|template| add(state, template)) {
                        state.picker.set(false);
                        super::scroll::to(format!("r-{id}"));
                    }
                })
            >
                <span class="picker-name">{template.name}</span>
                <span class="meta">{minutes}</span>
                <span class="second">{template.purpose}</span>
                {template.attribution.map(|attribution| view! { <span class="meta" dir="auto">{attribution}</span> }.into_any())}
            </button>
        </li>
    }
    .into_any()
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
