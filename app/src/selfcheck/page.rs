//! The page of the private self-check: the sheet to fill, and what one answered before.

use super::{
    api::{self, OwnPage, Save},
    beside::{Beside, STEPS},
};
use crate::{
    errors::{self, Refusal},
    feedback::fresh_id,
    locale::{key, use_words},
    ui::{Button, Glyph, Icon},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use shared::programme::{Block, BlockKind};

/// The page at `/self-check`.
#[component]
pub fn SelfCheckPage() -> impl IntoView {
    let words = use_words();
    let save = ServerAction::<Save>::new();
    crate::pages::loaded(async move {
        match api::own().await {
            Ok(page) => view! {
                <Title text=words.get(key::SELFCHECK_TITLE) />
                <Own page save />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Own(page: OwnPage, save: ServerAction<Save>) -> impl IntoView {
    let words = use_words();
    let query = use_query_map();
    let OwnPage { template, earlier } = page;
    let kept = move || matches!(save.value().get(), Some(Ok(()))) || query.with(|query| query.get("kept").is_some());
    let deleted = query.with_untracked(|query| query.get_str("deleted").is_some());
    let fault = move || save.value().with(|value| value.as_ref().and_then(|value| value.as_ref().err().cloned()));
    let busy = Signal::derive(move || save.pending().get().then(|| words.get(key::SELFCHECK_KEEPING).to_owned()));
    let blocks = template.blocks.clone();
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
            {move || {
                kept()
                    .then(|| {
                        view! {
                            <p class="form-says form-says-well" role="status">
                                <Icon glyph=Glyph::CheckCircle />
                                <span>{words.get(key::SELFCHECK_KEPT)}</span>
                            </p>
                        }
                    })
            }}
            {move || {
                fault()
                    .map(|error| {
                        view! {
                            <p class="form-says" role="alert">
                                <Icon glyph=Glyph::Warning />
                                <span>{errors::said(words, &error)}</span>
                            </p>
                        }
                    })
            }}
            {deleted.then(|| view! {
                <p class="form-says form-says-well" role="status">
                    <Icon glyph=Glyph::CheckCircle />
                    <span>{words.get(key::OWN_DELETED)}</span>
                </p>
            })}
            <ActionForm action=save>
                <div class="form">
                    <input type="hidden" name="id" value=fresh_id().to_string() />
                    {blocks.into_iter().map(|block| view! { <Ask block /> }).collect_view()}
                    <div class="row">
                        <Button busy>{words.get(key::SELFCHECK_KEEP)}</Button>
                    </div>
                </div>
            </ActionForm>
            {(!earlier.is_empty()).then(|| view! { <Beside filled=earlier template=template.clone() /> })}
            {template.attribution.map(|attribution| view! { <p class="meta" dir="auto">{attribution}</p> })}
        </div>
    }
    .into_any()
}

#[component]
fn Ask(block: Block) -> impl IntoView {
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
                            view! {
                                <label class="option">
                                    <input type="radio" name=name.clone() value=step.to_string() />
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
                    ></textarea>
                </div>
            }
            .into_any()
        }
    }
}
