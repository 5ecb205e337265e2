//! A venture that nobody has named yet: its page says so, and leads to the field.

use crate::locale::{key, use_words};
use crate::ui::{ButtonKind, Glyph, Icon, LinkButton};
use leptos::prelude::*;
use shared::ids::VentureId;

/// The invitation.
#[component]
pub(super) fn NameIt(venture: VentureId) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card name-it" aria-label=words.get(key::STARTING_NAME_IT)>
            <Icon glyph=Glyph::Lightbulb />
            <p>{words.get(key::STARTING_NAME_TEXT)}</p>
            <LinkButton href=format!("/v/{venture}?name=1#edit") kind=ButtonKind::Secondary glyph=Glyph::PencilSimple>
                {words.get(key::STARTING_NAME_IT)}
            </LinkButton>
        </section>
    }
    .into_any()
}
