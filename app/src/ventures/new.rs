//! Starting a venture: one question. It ends on the new board, with the answer in its first block.

use super::deeds;
use crate::errors::Refusal;
use crate::feedback::fresh_id;
use crate::locale::{Words, key, use_words};
use crate::pages::loaded;
use crate::returned::{CameBack, Returned};
use crate::ui::{Area, Button, Glyph};
use leptos::prelude::*;
use leptos_meta::Title;
use shared::ventures::FieldFault;

/// Rows of the answer's field: a phone shows it whole, with the keyboard under it.
const ROWS: u32 = 5;
/// Where the answer goes.
const PATH: &str = "/ventures/new";

/// `/ventures/new`, and what was typed where it started nothing.
#[component]
pub fn NewVenturePage() -> impl IntoView {
    loaded(async move {
        match deeds::may_start() {
            Err(error) => view! { <Refusal error /> }.into_any(),
            Ok(()) => view! { <Question /> }.into_any(),
        }
    })
}

#[component]
fn Question() -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(PATH);
    let fault = returned.fault("saw").map(|fault| said(words, fault).to_owned());
    // Sent again it is the same venture, in the language in which the question was read.
    let id = returned.typed("id").unwrap_or_else(|| fresh_id().to_string());
    let lang = returned.typed("lang").unwrap_or_else(|| words.lang().code().to_owned());
    view! {
        <Title text=words.get(key::STARTING_TITLE) />
        <div class="page page-narrow">
            <h1>{words.get(key::STARTING_TITLE)}</h1>
            <form class="form card starting" method="post" action=PATH>
                <CameBack returned=returned.clone() fields=&["saw"] />
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="lang" value=lang />
                <Area
                    name="saw"
                    label=words.get(key::STARTING_QUESTION)
                    value=returned.typed("saw")
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
