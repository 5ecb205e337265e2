//! The button that shares, as it stands on other pages: a link to the page that shares, which a script hands to the phone where it can.

use super::whole;
use crate::assets;
use crate::locale::{key, use_words};
use crate::ui::{ButtonKind, Glyph, LinkButton};
use leptos::prelude::*;
use shared::ids::VentureId;

/// Shares a venture's page.
#[component]
pub(crate) fn ShareLink(venture: VentureId, title: String) -> impl IntoView {
    let words = use_words();
    view! {
        <LinkButton
            href=format!("/v/{venture}/share")
            kind=ButtonKind::Secondary
            glyph=Glyph::PaperPlaneTilt
            attr:data-share=whole(&format!("/v/{venture}"))
            attr:data-title=title
        >
            {words.get(key::SHARING_SHARE)}
        </LinkButton>
        <script defer src=format!("{}/share.js", assets::folder())></script>
    }
}
