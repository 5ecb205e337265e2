//! Changing what a venture says of itself. Folded until it is needed, or until it was refused.

use super::{api::Edit, deeds::Choices, form::Fields};
use crate::locale::{key, use_words};
use crate::returned::{CameBack, Returned};
use crate::ui::{Button, ButtonKind, Fold, Glyph};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::ventures::{Venture, VentureForm};

/// The form in a fold.
#[component]
pub(super) fn EditFold(venture: Venture, choices: Choices) -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(Edit::PATH);
    let open = returned.came_back() || use_query_map().with_untracked(|query| query.get_str("name").is_some());
    let value = VentureForm { name: venture.name, idea: venture.idea, theme: venture.theme, place: venture.place };
    view! {
        <Fold glyph=Glyph::PencilSimple title=words.get(key::VENTURES_EDIT) class="card fold" id=Some("edit") open>
            <form class="form" method="post" action=Edit::PATH>
                <CameBack returned=returned.clone() fields=&["name", "idea", "theme", "place"] />
                <input type="hidden" name="venture" value=venture.id.to_string() />
                <Fields value choices returned />
                <div class="row">
                    <Button kind=ButtonKind::Secondary>{words.get(key::VENTURES_SAVE)}</Button>
                </div>
            </form>
        </Fold>
    }
    .into_any()
}
