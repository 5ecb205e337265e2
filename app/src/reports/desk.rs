//! The staff's reports: those that are theirs to read, those that somebody nearer reads, those that were settled.

use super::{
    card::{HandledReport, OpenReport},
    deeds::{self, Desk, Told},
};
use crate::errors::Refusal;
use crate::locale::{Key, key, use_words};
use crate::pages::loaded;
use crate::ui::{EmptyState, Scene};
use leptos::prelude::*;
use leptos_meta::Title;

/// `/reports`
#[component]
pub fn ReportsPage() -> impl IntoView {
    let words = use_words();
    loaded(async move {
        match deeds::desk().await {
            Ok(desk) => view! {
                <Title text=words.get(key::REPORTS_TITLE) />
                <Lists desk />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Lists(desk: Desk) -> impl IntoView {
    let words = use_words();
    let Desk { open, others, handled } = desk;
    let calm = open.is_empty() && others.is_empty();
    view! {
        <div class="page reports">
            <header class="page-head">
                <h1>{words.get(key::REPORTS_TITLE)}</h1>
                <p class="second">{words.get(key::REPORTS_ONLY_STAFF)}</p>
            </header>
            {calm
                .then(|| {
                    view! { <EmptyState scene=Scene::Answered title=words.get(key::REPORTS_CALM_TITLE) text=words.get(key::REPORTS_CALM_TEXT) /> }
                })}
            <List title=key::REPORTS_OPEN id="open-title" reports=open />
            <List title=key::REPORTS_OTHERS id="others-title" reports=others />
            {(!handled.is_empty())
                .then(|| {
                    let rows = handled.into_iter().map(|report| view! { <HandledReport report /> }).collect_view();
                    view! {
                        <section class="stack" aria-labelledby="handled-title">
                            <h2 id="handled-title">{words.get(key::REPORTS_HANDLED)}</h2>
                            {rows}
                        </section>
                    }
                })}
        </div>
    }
    .into_any()
}

#[component]
fn List(title: Key, id: &'static str, reports: Vec<Told>) -> impl IntoView {
    (!reports.is_empty()).then(|| {
        let rows = reports.into_iter().map(|told| view! { <OpenReport told /> }).collect_view();
        view! {
            <section class="stack" aria-labelledby=id>
                <h2 id=id>{use_words().get(title)}</h2>
                {rows}
            </section>
        }
    })
}
