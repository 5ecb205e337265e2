//! Which view is shown: the reader's choice, kept in a cookie; without one the canvas where there is room, the list on a phone.

use super::state::{BoardState, View};

/// Shows a view from now on, and on the next visit.
pub fn choose(state: BoardState, view: View) {
    use leptos::prelude::Set;
    state.view.set(view);
    #[cfg(feature = "csr")]
    keep(view);
}

/// The choice in the cookie's words.
pub fn named(name: &str) -> Option<View> {
    match name {
        "list" => Some(View::List),
        "canvas" => Some(View::Canvas),
        _ => None,
    }
}

#[cfg(feature = "csr")]
fn keep(view: View) {
    let name = match view {
        View::List => "list",
        View::Canvas => "canvas",
    };
    let cookie = format!("fikra-view={name};path=/;max-age=31536000;samesite=lax");
    // A browser that keeps no cookie asks again on the next visit.
    let _ = js_sys::Reflect::set(&leptos::prelude::document(), &"cookie".into(), &cookie.into());
}

/// Where nobody chose: the canvas where there is room for it.
#[cfg(feature = "csr")]
pub fn fitting() -> View {
    let wide = leptos::prelude::window().match_media("(min-width: 900px)").ok().flatten();
    if wide.is_some_and(|media| media.matches()) { View::Canvas } else { View::List }
}
