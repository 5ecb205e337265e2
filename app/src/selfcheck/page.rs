//! The page of the private self-check: the sheet to fill, and what one answered before.

use super::api::{self, Answers, Filled, OwnPage, Save};
use crate::{
    errors::{self, Refusal},
    feedback::fresh_id,
    locale::{Key, key, use_words},
    ui::{Button, Glyph, Icon},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use shared::programme::{Block, BlockKind, Template};

/// The words of the four steps.
const STEPS: [Key; 4] = [key::SELFCHECK_STEP_1, key::SELFCHECK_STEP_2, key::SELFCHECK_STEP_3, key::SELFCHECK_STEP_4];

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
            <ActionForm action=save>
                <div class="form">
                    <input type="hidden" name="id" value=fresh_id().to_string() />
                    {blocks.into_iter().map(|block| view! { <Ask block /> }).collect_view()}
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
                    <div class="row">
                        <Button busy>{words.get(key::SELFCHECK_KEEP)}</Button>
                    </div>
                </div>
            </ActionForm>
            {(!earlier.is_empty()).then(|| view! { <Earlier earlier template=template.clone() /> })}
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

/// Earlier fillings, newest first, each with its day.
#[component]
fn Earlier(earlier: Vec<Filled>, template: Template) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="stack">
            <h2>{words.get(key::SELFCHECK_EARLIER)}</h2>
            {earlier
                .into_iter()
                .map(|filled| {
                    view! {
                        <details class="card">
                            <summary>{words.date(filled.at)}</summary>
                            <dl class="self-answers">{answers(&template, &filled.answers)}</dl>
                        </details>
                    }
                })
                .collect_view()}
        </section>
    }
    .into_any()
}

fn answers(template: &Template, answers: &Answers) -> impl IntoView + use<> {
    let words = use_words();
    template
        .blocks
        .iter()
        .filter_map(|block| {
            let answer = answers.get(&block.id)?.clone();
            let said = match (block.kind, answer.parse::<usize>()) {
                (BlockKind::Scale, Ok(step)) => {
                    let word = STEPS.get(step.wrapping_sub(1)).map(|word| words.get(*word)).unwrap_or_default();
                    format!("{step}/4 · {word}")
                }
                _ => answer,
            };
            Some(view! {
                <dt>{block.name.clone()}</dt>
                <dd dir="auto">{said}</dd>
            })
        })
        .collect_view()
}
