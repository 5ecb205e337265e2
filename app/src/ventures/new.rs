//! Starting a venture: one question. It ends on the new board, with the answer in its first block.

use super::{
    deeds,
    start::{Answer, Refused},
};
use crate::error::AppError;
use crate::errors::{self, Refusal, answer_with};
use crate::feedback::fresh_id;
use crate::locale::{Words, key, use_words};
use crate::pages::loaded;
use crate::ui::{Area, Button, Glyph, Icon};
use http::request::Parts;
use leptos::prelude::*;
use leptos_meta::Title;
use shared::{Lang, ids::VentureId, ventures::FieldFault};

/// Rows of the answer's field: a phone shows it whole, with the keyboard under it.
const ROWS: u32 = 5;

/// `/ventures/new`, and what was typed where it started nothing.
#[component]
pub fn NewVenturePage() -> impl IntoView {
    let words = use_words();
    let refused = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Refused>().cloned());
    loaded(async move {
        match (deeds::may_start(), refused) {
            (Err(error), _) => view! { <Refusal error /> }.into_any(),
            (Ok(()), None) => {
                let answer = Answer { id: VentureId(fresh_id()), lang: words.lang(), saw: String::new() };
                view! { <Question answer why=None /> }.into_any()
            }
            (Ok(()), Some(Refused { answer, why })) => {
                answer_with(why.status());
                view! { <Question answer why=Some(why) /> }.into_any()
            }
        }
    })
}

#[component]
fn Question(answer: Answer, why: Option<AppError>) -> impl IntoView {
    let words = use_words();
    let Answer { id, lang, saw } = answer;
    let (fault, broken) = match why {
        Some(AppError::Field(_, fault)) => (Some(said(words, fault).to_owned()), None),
        Some(error) => (None, Some(errors::said(words, &error))),
        None => (None, None),
    };
    view! {
        <Title text=words.get(key::STARTING_TITLE) />
        <div class="page page-narrow">
            <h1>{words.get(key::STARTING_TITLE)}</h1>
            <form class="form card starting" method="post" action="/ventures/new">
                {broken.map(|said| view! {
                    <p class="form-says" role="alert">
                        <Icon glyph=Glyph::Warning />
                        <span>{said}</span>
                    </p>
                })}
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="lang" value=Lang::code(lang) />
                <Area
                    name="saw"
                    label=words.get(key::STARTING_QUESTION)
                    value=saw
                    help=words.get(key::STARTING_HELP).to_owned()
                    error=fault
                    rows=ROWS
                />
                <div class="row">
                    <Button glyph=Glyph::ArrowRight>{words.get(key::STARTING_GO)}</Button>
                </div>
            </form>
        </div>
    }
    .into_any()
}

fn said(words: Words, fault: FieldFault) -> &'static str {
    words.get(match fault {
        FieldFault::Empty | FieldFault::NotAChoice => key::STARTING_EMPTY,
        FieldFault::TooLong => key::STARTING_TOO_LONG,
    })
}
