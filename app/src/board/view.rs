//! Which view is shown: the reader's choice, kept in a cookie; without one the canvas where there is room, the list on a phone.

use super::state::{BoardState, View};

/// Shows a view from now on, and on the next visit.
pub fn choose(state: BoardState, view: View) {
    show(state, view);
    #[cfg(feature = "csr")]
    keep(view);
}

/// Shows a view. The list stays until the canvas is here, and where it does not arrive.
#[cfg(feature = "csr")]
pub fn show(state: BoardState, view: View) {
    use leptos::prelude::SetValue;
    state.wanted.set_value(view);
    leptos::task::spawn_local(async move {
        let fetched = match view {
            View::List => Ok(()),
            View::Canvas => super::canvas::fetch().await,
        };
        match fetched {
            Ok(()) => settle(state, view),
            Err(missing) => missing.say(state),
        }
    });
}

/// Draws a view that is here, unless the person chose another meanwhile, or left the page. What stands already is not drawn again.
#[cfg(feature = "csr")]
fn settle(state: BoardState, view: View) {
    use leptos::prelude::{GetUntracked, GetValue, Set};
    if state.wanted.try_get_value() == Some(view) && state.view.try_get_untracked().is_some_and(|shown| shown != view) {
        state.view.set(view);
    }
}

/// The server writes the list.
#[cfg(not(feature = "csr"))]
pub fn show(_state: BoardState, _view: View) {}

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

/// On paper a board is its list, whichever view is on the screen.
#[cfg(feature = "csr")]
pub fn list_on_paper(state: BoardState) {
    use leptos::prelude::{GetUntracked, GetValue, Set, SetValue, StoredValue, on_cleanup, window_event_listener};
    let shown = StoredValue::new(View::List);
    let before = window_event_listener(leptos::ev::beforeprint, move |_| {
        shown.set_value(state.view.get_untracked());
        state.view.set(View::List);
    });
    let after = window_event_listener(leptos::ev::afterprint, move |_| state.view.set(shown.get_value()));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
