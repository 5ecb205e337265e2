//! The saffron card: one next step with its time and one button.

use super::deeds::{NextStep, SheetWords, StepWords};
use crate::locale::{Key, Words, key, use_words};
use crate::ui::{ButtonKind, Glyph, LinkButton, Progress};
use leptos::prelude::*;

/// The next step. Its button leads into the board, to the right place; before the first venture to the question that starts one.
#[component]
pub(super) fn NextCard(next: NextStep) -> impl IntoView {
    let words = use_words();
    let NextStep { venture, step, promise } = next;
    let board = venture.as_ref().map(|(venture, _)| format!("/v/{venture}/board")).unwrap_or_default();
    let Told { way, href, title, text, sheet, fill } = told(words, step, board);
    let head = match &sheet {
        Some((_, minutes)) => {
            let time = words.plural(key::TODAY_MINUTES, u64::from(*minutes), &[]);
            words.fill(key::TODAY_NEXT_STEP, &[("time", &time)])
        }
        None => words.get(key::TODAY_NEXT_STEP_OPEN).to_owned(),
    };
    view! {
        <section class="card next-step today-next" aria-labelledby="next-step-title">
            <p class="next-step-word">{head}</p>
            <h2 id="next-step-title" dir="auto">{title}</h2>
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
                    {sheet
                        .map(|(sheet, _)| {
                            view! {
                                <LinkButton href=format!("/example?sheet={sheet}") kind=ButtonKind::Quiet glyph=Glyph::Lightbulb>
                                    {words.get(key::STARTING_EXAMPLE)}
                                </LinkButton>
                            }
                        })}
                </span>
                {venture.map(|(_, name)| view! { <span class="second">{words.fill(key::TODAY_ON, &[("venture", &name)])}</span> })}
            </div>
        </section>
    }
    .into_any()
}

/// What the card says of a step.
struct Told {
    /// What the button says.
    way: Key,
    /// Where it leads.
    href: String,
    title: String,
    text: String,
    /// The sheet that it is about, by its template's id, and its minutes.
    sheet: Option<(String, u16)>,
    /// Blocks with something in them, and all.
    fill: Option<(u32, u32)>,
}

impl Told {
    fn of(way: Key, href: String, sheet: SheetWords) -> Self {
        Self { way, href, title: sheet.name, text: sheet.purpose, sheet: Some((sheet.id, sheet.minutes)), fill: None }
    }
}

fn told(words: Words, step: StepWords, board: String) -> Told {
    match step {
        StepWords::Start(sheet) => Told {
            title: words.get(key::TODAY_START_TITLE).to_owned(),
            text: words.get(key::TODAY_START_TEXT).to_owned(),
            ..Told::of(key::TODAY_START_WAY, "/ventures/new".to_owned(), sheet)
        },
        StepWords::Asked(word) => Told {
            way: key::TODAY_ASKED_WAY,
            href: board,
            title: word.words,
            text: words.fill(key::TODAY_ASKED, &[("name", &word.by_name)]),
            sheet: None,
            fill: None,
        },
        StepWords::Begin(sheet) => Told::of(key::TODAY_BEGIN, format!("{board}?add={}", sheet.id), sheet),
        StepWords::Add(sheet) => Told::of(key::TODAY_ADD, format!("{board}?add={}", sheet.id), sheet),
        StepWords::Fill { sheet, place, filled, blocks } => {
            Told { fill: Some((filled, blocks)), ..Told::of(key::TODAY_FILL, format!("{board}?write={place}#r-{place}"), sheet) }
        }
        StepWords::Show => Told {
            way: key::TODAY_SHOW_WAY,
            href: board,
            title: words.get(key::TODAY_SHOW_TITLE).to_owned(),
            text: words.get(key::TODAY_SHOW_TEXT).to_owned(),
            sheet: None,
            fill: None,
        },
    }
}
