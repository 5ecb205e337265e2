//! Chips that filter, and badges that tell a state in a word.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// Whether a chip's filter applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChipState {
    /// It does not.
    #[default]
    Open,
    /// It does: soft green and a check.
    Selected,
}

/// A filter that is a link: it works without a script and can be kept as a bookmark.
#[component]
pub fn Chip(#[prop(into)] href: String, #[prop(optional)] state: ChipState, children: Children) -> impl IntoView {
    let selected = state == ChipState::Selected;
    view! {
        <a href=href class="chip" aria-current=selected.then_some("true")>
            {selected.then(|| view! { <Icon glyph=Glyph::Check /> })}
            {children()}
        </a>
    }
}

/// Who speaks through a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nobody in particular.
    #[default]
    Plain,
    /// The trainee's action.
    Trainee,
    /// The mentor's pen.
    Mentor,
    /// Programme staff.
    Staff,
    /// The next step.
    Next,
    /// A fault of the machine.
    Fault,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Plain => "badge",
            Tone::Trainee => "badge badge-trainee",
            Tone::Mentor => "badge badge-mentor",
            Tone::Staff => "badge badge-staff",
            Tone::Next => "badge badge-next",
            Tone::Fault => "badge badge-fault",
        }
    }
}

/// A state in a word, with an optional icon. Never colour alone.
#[component]
pub fn Badge(#[prop(optional)] tone: Tone, #[prop(optional, into)] glyph: Option<Glyph>, children: Children) -> impl IntoView {
    view! {
        <span class=tone.class()>
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {children()}
        </span>
    }
}
