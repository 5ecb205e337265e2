//! How far something is, and the shape of what is still coming.

use leptos::prelude::*;

/// A thin green bar, with its words beside it.
#[component]
pub fn Progress(value: u32, most: u32, #[prop(into)] label: String) -> impl IntoView {
    let width = (value.min(most) * 100).checked_div(most).unwrap_or(0);
    view! {
        <div class="progress" role="progressbar" aria-valuemin="0" aria-valuemax=most aria-valuenow=value aria-label=label>
            <svg class="progress-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect class="progress-rest" width="100" height="1"></rect>
                <rect class="progress-done" width=width height="1"></rect>
            </svg>
        </div>
    }
}

/// Lines in the shape of the text to come. Shown only when it takes longer than 300 ms (the style sheet waits).
#[component]
pub fn Skeleton(#[prop(default = 3)] lines: u32, #[prop(into)] label: String) -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-label=label>
            {(0..lines).map(|_| view! { <span class="skeleton-line"></span> }).collect_view()}
        </div>
    }
}
