//! The list of examples, and the page of one: what it is about, its prototype to play, its sheets to read.

use super::{Example, address_of, all, found};
use crate::context::visit;
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::programme::{GateLine, gate_words};
use crate::ui::{Badge, Gates, Glyph, Icon, LinkButton, Progress, Star, StarSize};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Redirect;
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::{reference, ventures::Gate};

/// `/example`, and `/example?sheet=…&block=…`, which leads to where that is shown filled.
#[component]
pub fn ExamplesPage() -> impl IntoView {
    let query = use_query_map().get_untracked();
    let lang = visit().lang;
    let examples = all();
    if let Some(path) = query.get_str("sheet").and_then(|sheet| address_of(&examples, sheet, query.get_str("block"), lang)) {
        return view! { <Redirect path /> }.into_any();
    }
    let words = use_words();
    let mut examples: Vec<Example> = examples.to_vec();
    examples.sort_by_key(|example| example.lang != lang);
    view! {
        <Title text=words.get(key::EXAMPLES_TITLE) />
        <div class="page">
            <h1>{words.get(key::EXAMPLES_TITLE)}</h1>
            <p class="lead">{words.get(key::EXAMPLES_LEAD)}</p>
            <ul class="example-cards">{examples.into_iter().map(|example| view! { <li><Card example /></li> }).collect_view()}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn Card(example: Example) -> impl IntoView {
    let (gate, href) = (gate_name(example.gate), example.address());
    view! {
        <a class="card example-card" href=href>
            <h2 dir="auto">{example.name}</h2>
            <p dir="auto">{example.idea}</p>
            <GateLine gate=example.gate name=gate />
        </a>
    }
}

/// `/example/:key`
#[component]
pub fn ExamplePage() -> impl IntoView {
    match found(use_params_map().with_untracked(|params| params.get("key"))) {
        Some(example) => view! { <Told example /> }.into_any(),
        None => view! { <Refusal error=AppError::Hidden /> }.into_any(),
    }
}

#[component]
fn Told(example: Example) -> impl IntoView {
    let words = use_words();
    let lang = visit().lang;
    let home = example.address();
    let glyph = Glyph::of_theme(&example.theme);
    let theme = reference::themes(lang).into_iter().find(|theme| theme.id == example.theme).map(|theme| theme.name);
    let play = example.prototype().map(|prototype| format!("{home}/prototypes/{prototype}/play"));
    let sheets = reference::templates(lang).into_iter().filter_map(|template| {
        let (frame, fill) = example.sheet(&template)?;
        Some((format!("{home}/board#r-{frame}"), template.name, fill))
    });
    let rows = sheets
        .map(|(href, name, fill)| {
            let label = words.fill(key::BOARD_FILLED, &[("n", &fill.filled.to_string()), ("all", &fill.blocks.to_string())]);
            view! {
                <li>
                    <a class="example-sheet" href=href>
                        <span>{name}</span>
                        <Progress value=fill.filled most=fill.blocks label />
                    </a>
                </li>
            }
        })
        .collect_view();
    let said = gate_words(words, example.gate, &gate_name(example.gate));
    view! {
        <Title text=example.name.clone() />
        <div class="page">
            <Notice />
            <header class="venture-head">
                <Star gates=Gates::up_to(example.gate.0) size=StarSize::Venture theme=glyph />
                <div class="stack stack-close">
                    <h1 dir="auto">{example.name}</h1>
                    <p class="venture-gate">{said}</p>
                    <p class="lead" dir="auto">{example.idea}</p>
                    {theme.map(|theme| view! { <div class="row"><Badge glyph>{theme}</Badge></div> })}
                </div>
            </header>
            <div class="row">
                <LinkButton href=format!("{home}/board") glyph=Glyph::SquaresFour>{words.get(key::EXAMPLES_READ)}</LinkButton>
                {play.map(|href| view! { <LinkButton kind=crate::ui::ButtonKind::Secondary href glyph=Glyph::Play>{words.get(key::EXAMPLES_PLAY)}</LinkButton> })}
            </div>
            <section class="card" aria-labelledby="example-sheets">
                <h2 id="example-sheets">{words.get(key::EXAMPLES_SHEETS)}</h2>
                <ul class="example-sheets">{rows}</ul>
            </section>
        </div>
    }
}

/// Says on each page of an example that it is one, with the way to the others.
#[component]
pub(super) fn Notice() -> impl IntoView {
    let words = use_words();
    view! {
        <p class="example-notice">
            <Icon glyph=Glyph::Lightbulb />
            <span>{words.get(key::EXAMPLES_NOTICE)} " " <a href="/example">{words.get(key::EXAMPLES_OTHERS)}</a></span>
        </p>
    }
}

fn gate_name(gate: Gate) -> String {
    reference::gates(visit().lang).into_iter().find(|words| words.gate == gate).map(|words| words.name).unwrap_or_default()
}
