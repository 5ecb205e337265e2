//! The fillings of the last three days of one's own self-check side by side, the oldest first: what grew is read along a line. Each may be deleted.

use super::api::{Delete, Filled};
use crate::locale::{Key, Words, key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    programme::{Block, BlockKind, Template},
    selfcheck::{Answers, of_last_days},
};

/// So many stand side by side; the ones before are folded.
const BESIDE: usize = 3;
/// The words of the four steps.
pub(super) const STEPS: [Key; 4] = [key::SELFCHECK_STEP_1, key::SELFCHECK_STEP_2, key::SELFCHECK_STEP_3, key::SELFCHECK_STEP_4];

/// The last three days as columns, which stand under each other on a phone, and all others. `filled` is newest first.
#[component]
pub(super) fn Beside(filled: Vec<Filled>, template: Template) -> impl IntoView {
    let words = use_words();
    let (mut last, before) = of_last_days(filled, BESIDE, |one| one.at);
    last.reverse();
    let heads = last.iter().map(|filled| view! { <th scope="col"><time>{words.date(filled.at)}</time></th> }).collect_view();
    let rows = template.blocks.iter().map(|block| row(words, block, &last)).collect_view();
    let deletes =
        last.iter().map(|filled| view! { <td><DeleteOne id=filled.id.to_string() date=words.date(filled.at) /></td> }).collect_view();
    view! {
        <section class="stack" aria-labelledby="beside-title">
            <h2 id="beside-title">{words.get(key::OWN_BESIDE)}</h2>
            <p class="second">{words.get(key::OWN_BESIDE_TEXT)}</p>
            <table class="beside">
                <thead>
                    <tr>
                        <th scope="col">{words.get(key::OWN_QUESTION)}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {rows}
                    <tr class="beside-delete">
                        <th scope="row"><span class="only-read">{words.get(key::OWN_DELETE)}</span></th>
                        {deletes}
                    </tr>
                </tbody>
            </table>
            {(!before.is_empty()).then(|| view! { <Before before template /> })}
        </section>
    }
    .into_any()
}

fn row(words: Words, block: &Block, last: &[Filled]) -> AnyView {
    let cells = last
        .iter()
        .map(|filled| {
            let said = answer(words, block, &filled.answers).unwrap_or_else(|| words.get(key::OWN_OPEN).into_any());
            view! { <td>{said}</td> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{block.name.clone()}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// A step in its word, with how many of four; a text as it was typed.
fn answer(words: Words, block: &Block, answers: &Answers) -> Option<AnyView> {
    let answer = answers.get(&block.id)?.clone();
    Some(match (block.kind, answer.parse::<usize>()) {
        (BlockKind::Scale, Ok(step)) => {
            let word = STEPS.get(step.wrapping_sub(1)).map(|word| words.get(*word)).unwrap_or_default();
            view! {
                <span>{word}</span>
                " "
                <bdi class="meta">{format!("{step}/4")}</bdi>
            }
            .into_any()
        }
        _ => view! { <span class="beside-words" dir="auto">{answer}</span> }.into_any(),
    })
}

/// What was filled before those, newest first.
#[component]
fn Before(before: Vec<Filled>, template: Template) -> impl IntoView {
    let words = use_words();
    let folds = before
        .into_iter()
        .map(|filled| {
            let date = words.date(filled.at);
            let answers = template
                .blocks
                .iter()
                .filter_map(|block| {
                    let said = answer(words, block, &filled.answers)?;
                    Some(view! {
                        <dt>{block.name.clone()}</dt>
                        <dd>{said}</dd>
                    })
                })
                .collect_view();
            view! {
                <details class="card">
                    <summary>{date.clone()}</summary>
                    <dl class="self-answers">{answers}</dl>
                    <DeleteOne id=filled.id.to_string() date />
                </details>
            }
        })
        .collect_view();
    view! {
        <h3>{words.get(key::SELFCHECK_EARLIER)}</h3>
        {folds}
    }
    .into_any()
}

/// Asks once more before a filling goes for good.
#[component]
fn DeleteOne(id: String, date: String) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="beside-ask">
            <summary class="button button-quiet">
                <Icon glyph=Glyph::Trash />
                <span>{words.get(key::OWN_DELETE)}</span>
            </summary>
            <form method="post" action=Delete::PATH>
                <p>{words.fill(key::OWN_DELETE_TEXT, &[("date", &date)])}</p>
                <input type="hidden" name="id" value=id />
                <Button kind=ButtonKind::Danger>{words.get(key::OWN_DELETE_SURE)}</Button>
            </form>
        </details>
    }
    .into_any()
}
