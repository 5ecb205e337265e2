//! The teams that ask a mentor for their next gate. Nothing stands where none does.

use super::deeds::{self, AskRow};
use crate::feedback::now;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::ui::{Gates, Star};
use leptos::prelude::*;
use shared::ids::GroupId;

/// The list, of one group or of all that the mentor accompanies.
#[component]
pub fn GateAsks(#[prop(optional)] group: Option<GroupId>) -> impl IntoView {
    loaded(async move {
        match deeds::asks(group).await {
            Ok(asks) if !asks.is_empty() => view! { <Asks asks /> }.into_any(),
            Ok(_) | Err(_) => ().into_any(),
        }
    })
}

#[component]
fn Asks(asks: Vec<AskRow>) -> impl IntoView {
    let words = use_words();
    let rows = asks
        .into_iter()
        .map(|row| {
            view! {
                <li>
                    <a class="gates-ask" href=format!("/v/{}/path#next", row.venture)>
                        <Star gates=Gates::up_to(row.signed.0) />
                        <bdi class="gates-ask-name">{row.name}</bdi>
                        <span>{row.gate}</span>
                        <span class="meta">{words.ago(row.at, now())}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card gates-asks" aria-labelledby="asks-title">
            <h2 id="asks-title">{words.get(key::GATES_ASKS)}</h2>
            <ul class="gates-list">{rows}</ul>
        </section>
    }
    .into_any()
}
