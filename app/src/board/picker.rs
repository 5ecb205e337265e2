//! The picker of sheets: the one of the next step, then those of its phase, then all others, folded. Each with what it is for, how long it
//! takes and whom to credit.

use super::{
    draft, fill, spot,
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
    today::{Sheet, Step, next_step},
};

/// Phases of the programme, once they were fetched.
#[derive(Clone, Copy)]
struct Phases(RwSignal<Vec<Named>>);

/// The sheets that lead to the next gate.
#[derive(Clone, Copy)]
struct Way(StoredValue<Vec<String>>);

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

/// The sheet of the next step, and what it belongs to: its own phase, or that of the way's last sheet where the step is to show the work.
fn next_sheet(state: BoardState, way: &[String]) -> (Option<String>, Option<String>) {
    let way: Vec<&str> = way.iter().map(String::as_str).collect();
    state.templates.with_untracked(|templates| {
        let known = |id: &str| templates.iter().find(|template| template.id == id);
        let sheets: Vec<Sheet> = state.read(|document| {
            let of = |frame: &board::Record| {
                let (id, ..) = frame.template()?;
                let fill = fill::of(document, frame.id, known(id)?);
                Some(Sheet { frame: frame.id, template: id.to_owned(), filled: fill.filled, blocks: fill.blocks })
            };
            document.frames().filter_map(of).collect()
        });
        let next = match next_step(&way, &sheets) {
            Step::Begin(id) | Step::Add(id) => Some(id),
            Step::Fill(sheet) => Some(sheet.template),
            Step::Show => None,
        };
        let of = next.as_deref().or(way.last().copied());
        let phase = of.and_then(known).map(|template| template.phase.clone());
        (next, phase)
    })
}

/// The dialog.
#[component]
pub fn Picker() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let phases = expect_context::<Phases>().0;
    let way = expect_context::<Way>().0;
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
                let (next, current) = way.with_value(|way| next_sheet(state, way));
                let cards = |begun: bool, of: &dyn Fn(&Template) -> bool| {
                    let all = state.templates.with_untracked(|all| all.iter().filter(|template| of(template)).cloned().collect::<Vec<_>>());
                    all.into_iter().map(|template| view! { <TemplateCard template begun /> }.into_any()).collect_view()
                };
                let row = |title: String, class, cards: Vec<AnyView>| {
                    view! {
                        <section class=class>
                            <h3>{title}</h3>
                            <ul class="picker-cards">{cards}</ul>
                        </section>
                    }.into_any()
                };
                let is_next = |template: &Template| Some(&template.id) == next.as_ref();
                let first = next.is_some().then(|| {
                    row(words.get(key::BOARD_PICKER_NEXT).to_owned(), "picker-phase picker-next", cards(true, &is_next))
                });
                let (now, others): (Vec<Named>, Vec<Named>) =
                    phases.into_iter().partition(|phase| current.as_ref().is_none_or(|current| phase.id == *current));
                let rest = |phase: Named| {
                    let id = phase.id;
                    row(phase.name, "picker-phase", cards(false, &|template| template.phase == id && !is_next(template)))
                };
                let now = now.into_iter().map(rest).collect_view();
                let others = (!others.is_empty()).then(|| {
                    view! {
                        <details class="picker-phase">
                            <summary>{words.get(key::BOARD_PICKER_ALL)}</summary>
                            {others.into_iter().map(rest).collect_view()}
                        </details>
                    }.into_any()
                });
                (first, now, others).into_any()
            }}
        </Dialog>
    }
    .into_any()
}

#[component]
fn TemplateCard(
    template: Template,
    /// Whether a sheet of it is gone on with rather than laid anew.
    begun: bool,
) -> impl IntoView {
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
                    // What the next step goes on with lies on the board already.
                    let there = if begun { stored.with_value(|template| laid(state, template)) } else { None };
                    if let Some(id) = there.or_else(|| stored.with_value(|template| add(state, template))) {
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

/// The first sheet of this template on the board.
fn laid(state: BoardState, template: &Template) -> Option<RecordId> {
    state.read(|document| document.frames().find(|frame| frame.template().is_some_and(|(id, ..)| id == template.id)).map(|frame| frame.id))
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
