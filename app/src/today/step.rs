//! The saffron card: one next step with its time and one button.

use super::deeds::{NextStep, SheetWords, StepWords};
use crate::locale::{key, use_words};
use crate::ui::{ButtonKind, Glyph, LinkButton, Progress};
use leptos::prelude::*;

/// The next step of a venture. Its button leads into the board, to the right place.
#[component]
pub(super) fn NextCard(next: NextStep) -> impl IntoView {
    let words = use_words();
    let NextStep { venture, name, step, promise } = next;
    let example = match &step {
        StepWords::Begin(sheet) | StepWords::Add(sheet) | StepWords::Fill { sheet, .. } => Some(format!("/example?sheet={}", sheet.id)),
        StepWords::Show => None,
    };
    let board = format!("/v/{venture}/board");
    let add = |sheet: &SheetWords| format!("{board}?add={}", sheet.id);
    let (way, href, sheet, fill) = match step {
        StepWords::Begin(sheet) => (key::TODAY_BEGIN, add(&sheet), Some(sheet), None),
        StepWords::Add(sheet) => (key::TODAY_ADD, add(&sheet), Some(sheet), None),
        StepWords::Fill { sheet, place, filled, blocks } => {
            (key::TODAY_FILL, format!("{board}?write={place}#r-{place}"), Some(sheet), Some((filled, blocks)))
        }
        StepWords::Show => (key::TODAY_SHOW_WAY, board, None, None),
    };
    let (title, text, minutes) = match sheet {
        Some(sheet) => (sheet.name, sheet.purpose, Some(sheet.minutes)),
        None => (words.get(key::TODAY_SHOW_TITLE).to_owned(), words.get(key::TODAY_SHOW_TEXT).to_owned(), None),
    };
    let head = match minutes {
        Some(minutes) => {
            let time = words.plural(key::TODAY_MINUTES, u64::from(minutes), &[]);
            words.fill(key::TODAY_NEXT_STEP, &[("time", &time)])
        }
        None => words.get(key::TODAY_NEXT_STEP_OPEN).to_owned(),
    };
    view! {
        <section class="card next-step today-next" aria-labelledby="next-step-title">
            <p class="next-step-word">{head}</p>
            <h2 id="next-step-title">{title}</h2>
            <p>{text}</p>
            {promise.map(|promise| view! { <p class="today-why">{words.fill(key::STARTING_WHY, &[("promise", &promise)])}</p> })}
            {fill
                .map(|(filled, blocks)| {
                    let label = words.fill(key::TODAY_FILLED, &[("n", &filled.to_string()), ("all", &blocks.to_string())]);
                    view! {
                        <div class="today-filled">
                            <Progress value=filled most=blocks label=label.clone() />
                            <span class="meta" aria-hidden="true">{label}</span>
                        </div>
                    }
                })}
            <div class="row row-apart">
                <span class="row">
                    <LinkButton href glyph=Glyph::ArrowRight>{words.get(way)}</LinkButton>
                    {example
                        .map(|href| {
                            view! {
                                <LinkButton href kind=ButtonKind::Quiet glyph=Glyph::Lightbulb>
                                    {words.get(key::STARTING_EXAMPLE)}
                                </LinkButton>
                            }
                        })}
                </span>
                <span class="second">{words.fill(key::TODAY_ON, &[("venture", &name)])}</span>
            </div>
        </section>
    }
    .into_any()
}
