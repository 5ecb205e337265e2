//! Starting a venture: a name, one sentence, a theme, a place. It ends on the new board.

use super::{
    api::Create,
    deeds,
    form::{Fields, Returned},
};
use crate::errors::{self, Refusal};
use crate::feedback::fresh_id;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::ui::{Button, Glyph, Icon};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use shared::{ids::VentureId, ventures::VentureForm};

/// `/ventures/new`
#[component]
pub fn NewVenturePage() -> impl IntoView {
    let words = use_words();
    let query = use_query_map();
    let create = ServerAction::<Create>::new();
    let id = VentureId(fresh_id());
    let fault = move || create.value().with(|v| v.as_ref().and_then(|v| v.as_ref().err().cloned()));
    let returned = query.with_untracked(Returned::of);
    loaded(async move {
        match deeds::choices_for_new().await {
            Err(error) => view! { <Refusal error /> }.into_any(),
            Ok(choices) => view! {
                <Title text=words.get(key::VENTURES_NEW_TITLE) />
                <div class="page page-narrow">
                    <header class="page-head">
                        <h1>{words.get(key::VENTURES_NEW_TITLE)}</h1>
                        <p class="lead">{words.get(key::VENTURES_NEW_TEXT)}</p>
                    </header>
                    <ActionForm action=create>
                        <div class="form card">
                            {fault().map(|error| view! {
                                <p class="form-says" role="alert">
                                    <Icon glyph=Glyph::Warning />
                                    <span>{errors::said(words, &error)}</span>
                                </p>
                            })}
                            <input type="hidden" name="id" value=id.to_string() />
                            <Fields value=VentureForm::default() choices returned />
                            <div class="row">
                                <Button glyph=Glyph::ArrowRight>{words.get(key::VENTURES_START)}</Button>
                            </div>
                        </div>
                    </ActionForm>
                </div>
            }
            .into_any(),
        }
    })
}
