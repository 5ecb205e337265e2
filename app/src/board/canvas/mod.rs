//! The board as an infinite canvas of real elements. Only in the browser: the server writes the list, this takes its place.

use leptos::prelude::*;

/// The canvas of the board in context.
#[component]
pub fn Canvas() -> impl IntoView {
    view! { <div class="canvas"></div> }
}
