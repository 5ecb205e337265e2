//! Something that is folded until it is wanted. It opens without a script.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// What stands behind a title. `class` says which kind of fold it is, as the style sheet names it.
#[component]
pub fn Fold(
    glyph: Glyph,
    title: &'static str,
    #[prop(default = "fold")] class: &'static str,
    /// What a link to it names.
    #[prop(optional_no_strip)]
    id: Option<&'static str>,
    #[prop(optional)] open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class=class id=id open=open>
            <summary>
                <Icon glyph />
                <span>{title}</span>
            </summary>
            {children()}
        </details>
    }
    .into_any()
}
