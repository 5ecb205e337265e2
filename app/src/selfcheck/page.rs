//! The page of the private self-check: the sheet to fill, and what one answered before.

use super::{
    api::{self, OwnPage, Save},
    beside::{Beside, STEPS},
};
use crate::{
    errors::Refusal,
    feedback::fresh_id,
    locale::{key, use_words},
    returned::{CameBack, Returned},
    ui::{Button, Glyph, Icon, inside},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::programme::{Block, BlockKind};

/// The page at `/self-check`.
#[component]
pub fn SelfCheckPage() -> impl IntoView {
    let words = use_words();
    crate::pages::loaded(async move {
        match api::own().await {
            Ok(page) => view! {
                <Title text=words.get(key::SELFCHECK_TITLE) />
                <Own page />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Own(page: OwnPage) -> impl IntoView {
    let words = use_words();
    let query = use_query_map();
    let OwnPage { template, filled, today } = page;
    let kept = query.with_untracked(|query| query.get_str("kept").is_some());
    let deleted = query.with_untracked(|query| query.get_str("deleted").is_some());
    let returned = Returned::to(Save::PATH);
    let today = today.filter(|_| !returned.came_back());
    let seen = returned.typed("seen").or_else(|| today.as_ref().map(|today| today.at.0.to_string()));
    let seen = seen.map(|seen| view! { <input type="hidden" name="seen" value=seen /> });
    let id = returned.typed("id").or_else(|| today.as_ref().map(|today| today.id.to_string())).unwrap_or_else(|| fresh_id().to_string());
    let answers = today.map(|today| today.answers).unwrap_or_default();
    let asks = template.blocks.clone().into_iter().map(|block| {
        let before = answers.get(&block.id).cloned();
        view! { <Ask block before returned=returned.clone() /> }
    });
    let asks = asks.collect_view();
    view! {
        <div class="page page-narrow">
            <header class="page-head">
                <h1>{template.name.clone()}</h1>
                <p class="lead second">{template.purpose.clone()}</p>
                <p class="self-alone">
                    <Icon glyph=Glyph::Lock />
                    <span>{words.get(key::SELFCHECK_ALONE)}</span>
                </p>
            </header>
            {kept.then(|| view! {
                <p class="form-says form-says-well" role="status">
                    <Icon glyph=Glyph::CheckCircle />
                    <span>{words.get(key::SELFCHECK_KEPT)}</span>
                </p>
            })}
            {deleted.then(|| view! {
                <p class="form-says form-says-well" role="status">
                    <Icon glyph=Glyph::CheckCircle />
                    <span>{words.get(key::OWN_DELETED)}</span>
                </p>
            })}
            <form class="form" method="post" action=Save::PATH>
                <CameBack returned=returned.clone() fields=&["opportunity"] />
                <input type="hidden" name="id" value=id />
                {seen}
                {asks}
                <div class="row">
                    <Button>{words.get(key::SELFCHECK_KEEP)}</Button>
                </div>
                <p class="meta">{words.get(key::SELFCHECK_ONE_A_DAY)}</p>
            </form>
            {(!filled.is_empty()).then(|| view! { <Beside filled template=template.clone() /> })}
            {template.attribution.map(|attribution| view! { <p class="meta" dir="auto">{attribution}</p> })}
        </div>
    }
    .into_any()
}

#[component]
fn Ask(
    block: Block,
    /// What was answered earlier today.
    before: Option<String>,
    returned: Returned,
) -> impl IntoView {
    let words = use_words();
    let name = format!("answers[{}]", block.id);
    match block.kind {
        BlockKind::Scale => view! {
            <fieldset class="card self-step">
                <legend class="field-label">{block.name}</legend>
                <p>{block.prompt}</p>
                <div class="scale">
                    {(1..=4u8)
                        .zip(STEPS)
                        .map(|(step, word)| {
                            let said = step.to_string();
                            let chosen = returned.ticked(&name, &said) || before.as_deref() == Some(&*said);
                            view! {
                                <label class="option">
                                    <input type="radio" name=name.clone() value=step.to_string() checked=chosen />
                                    <bdi class="option-figure">{step}</bdi>
                                    <span>{words.get(word)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </fieldset>
        }
        .into_any(),
        _ => {
            let id = format!("self-{}", block.id);
            let typed = returned.typed(&name).or(before).unwrap_or_default();
            let error = returned.said(words, &block.id);
            view! {
                <div class="card field">
                    <label for=id.clone()>{block.name}</label>
                    <p class="field-help" id=format!("{id}-help")>
                        {block.prompt}
                    </p>
                    <textarea
                        class="input"
                        name=name
                        rows="3"
                        dir="auto"
                        maxlength=board::limits::TEXT
                        aria-describedby=format!("{id}-help")
                        id=id
                        autofocus=error.is_some()
                        aria-invalid=error.is_some().then_some("true")
                    >
                        {inside(typed)}
                    </textarea>
                    {error
                        .map(|error| {
                            view! {
                                <p class="field-error" role="alert">
                                    <Icon glyph=Glyph::Warning />
                                    <span>{error}</span>
                                </p>
                            }
                        })}
                </div>
            }
            .into_any()
        }
    }
}
