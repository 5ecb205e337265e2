//! The page that plays a prototype, as the program in the browser knows it: not at all. It has the server write the page,
//! which comes without any program.

use leptos::prelude::*;

/// Loads the page from the server, when one came here without leaving the program.
#[component]
pub fn Play() -> impl IntoView {
    Effect::new(|_| {
        // Where the browser will not reload, the address still stands and the person can.
        let _ = window().location().reload();
    });
}
