//! The numbered mark of a thread. Its shape tells its state, so colour is never alone.

use leptos::prelude::*;

/// What a pin's shape says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinState {
    /// Filled: to handle.
    ToHandle,
    /// Ring: waiting for the trainee.
    Waiting,
    /// Half: to check again.
    ToCheck,
    /// Check: resolved.
    Resolved,
    /// Dashed: its place moved or was deleted.
    Astray,
}

/// A pin of 28 px with its number, and its state in words for those who do not see it.
#[component]
pub fn Pin(number: u32, state: PinState, #[prop(into)] label: String) -> impl IntoView {
    let (class, half, mark) = match state {
        PinState::ToHandle => ("pin pin-filled", false, number.to_string()),
        PinState::Waiting => ("pin pin-ring", false, number.to_string()),
        PinState::ToCheck => ("pin pin-half", true, number.to_string()),
        PinState::Resolved => ("pin pin-ring pin-resolved", false, "✓".to_owned()),
        PinState::Astray => ("pin pin-dashed", false, number.to_string()),
    };
    view! {
        <svg class=class viewBox="0 0 28 28" width="28" height="28" role="img" aria-label=label>
            <circle class="pin-shape" cx="14" cy="14" r="12.5"></circle>
            {half.then(|| view! { <path class="pin-fill" d="M1.5 14a12.5 12.5 0 0 0 25 0z"></path> })}
            <text class="pin-number" x="14" y="18.5" text-anchor="middle">{mark}</text>
        </svg>
    }
}
