//! Buttons, and links that look like one.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// How loud a button is. One primary a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The page's one action.
    #[default]
    Primary,
    /// Anything else that deserves a border.
    Secondary,
    /// A word that can be pressed.
    Quiet,
    /// Destroys something; outlined.
    Danger,
    /// Destroys something, inside the dialog that asks once more; filled.
    DangerFilled,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            ButtonKind::Primary => "button button-primary",
            ButtonKind::Secondary => "button button-secondary",
            ButtonKind::Quiet => "button button-quiet",
            ButtonKind::Danger => "button button-danger",
            ButtonKind::DangerFilled => "button button-danger-filled",
        }
    }
}

/// A button. It submits its form unless `kind_of="button"`. While `busy` it keeps its width and says what it does.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    /// `submit` or `button`.
    #[prop(default = "submit")]
    kind_of: &'static str,
    #[prop(optional, into)] glyph: Option<Glyph>,
    /// What it says while at work, such as « Envoi… »; absent while it rests.
    #[prop(optional, into)]
    busy: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <button type=kind_of class=kind.class() aria-busy=move || busy.get().map(|_| "true")>
            <span class="button-face" class:button-face-hidden=move || busy.with(Option::is_some)>
                {glyph.map(|glyph| view! { <Icon glyph /> })}
                {children()}
            </span>
            {move || busy.get().map(|words| view! { <span class="button-busy" role="status">{words}</span> })}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] glyph: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class()>
            <span class="button-face">{glyph.map(|glyph| view! { <Icon glyph /> })} {children()}</span>
        </a>
    }
}
