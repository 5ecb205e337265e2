//! Changing what a venture says of itself. Folded until it is needed, or until it was refused.

use super::{
    api::Edit,
    deeds::Choices,
    form::{Fields, Returned},
};
use crate::errors;
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Fold, Glyph, Icon};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_query_map;
use shared::ventures::{Venture, VentureForm};

/// The form in a fold.
#[component]
pub(super) fn EditFold(venture: Venture, choices: Choices, action: ServerAction<Edit>) -> impl IntoView {
    let words = use_words();
    let query = use_query_map();
    let returned = query.with_untracked(Returned::of);
    let open = returned.fault.is_some() || query.with_untracked(|query| query.get_str("name").is_some());
    let value = VentureForm { name: venture.name, idea: venture.idea, theme: venture.theme, place: venture.place };
    let busy = Signal::derive(move || action.pending().get().then(|| words.get(key::VENTURES_SAVING).to_owned()));
    let fault = move || action.value().with(|v| v.as_ref().and_then(|v| v.as_ref().err().cloned()));
    view! {
        <Fold glyph=Glyph::PencilSimple title=words.get(key::VENTURES_EDIT) class="card fold" id=Some("edit") open>
            <ActionForm action=action>
                <div class="form">
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
                    <input type="hidden" name="venture" value=venture.id.to_string() />
                    <Fields value choices returned />
                    <div class="row">
                        <Button kind=ButtonKind::Secondary busy>{words.get(key::VENTURES_SAVE)}</Button>
                    </div>
                </div>
            </ActionForm>
        </Fold>
    }
}
