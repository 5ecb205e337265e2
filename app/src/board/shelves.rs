//! The sheets of the picker: the one of the next step, then those of its phase, then all others, folded. Each with what it is for, how long
//! it takes and whom to credit. Only in the browser, and only where somebody asked for a sheet.

use super::{
    fill,
    picker::{Phases, Way, add, fetch},
    state::{BoardState, use_board},
};
use crate::{
    locale::{key, use_words},
    ui::{Skeleton, press},
};
use board::id::RecordId;
use leptos::prelude::*;
use shared::{
    programme::{Named, Template},
    today::{Sheet, Step, next_step},
};

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

/// All sheets.
#[component]
pub fn Shelves() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let phases = expect_context::<Phases>().0;
    let way = expect_context::<Way>().0;
    Effect::new(move |_| {
        if state.picker.get() {
            fetch(state);
        }
    });
    move || {
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
            }
            .into_any()
        };
        let is_next = |template: &Template| Some(&template.id) == next.as_ref();
        let first =
            next.is_some().then(|| row(words.get(key::BOARD_PICKER_NEXT).to_owned(), "picker-phase picker-next", cards(true, &is_next)));
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
            }
            .into_any()
        });
        (first, now, others).into_any()
    }
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
    // What the next step goes on with lies on the board already.
    let there = if begun { laid(state, &template) } else { None };
    let stored = StoredValue::new(template.clone());
    view! {
        <li>
            <button
                type="button"
                class="picker-card"
                on:click=press(move || {
                    if let Some(id) = there.or_else(|| stored.with_value(|template| add(state, template))) {
                        state.picker.set(false);
                        super::scroll::to(format!("r-{id}"));
                    }
                })
            >
                <span class="picker-name">{template.name}</span>
                <span class="meta">{minutes}</span>
                {there.map(|_| view! { <span class="meta picker-there">{words.get(key::BOARD_PICKER_THERE)}</span> }.into_any())}
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
