//! Who is signed in, for all pages: known with the page, without a request of its own.

use leptos::prelude::*;
use shared::access::Actor;

#[derive(Clone, Copy)]
struct Who(RwSignal<Option<Actor>>);

/// Makes it known; once, at the root.
pub fn provide_who() {
    let actor = SharedValue::new(asking).into_inner();
    provide_context(Who(RwSignal::new(actor)));
}

/// The person signed in, or nobody.
pub fn use_who() -> Signal<Option<Actor>> {
    match use_context::<Who>() {
        Some(who) => who.0.into(),
        None => Signal::stored(None),
    }
}

/// Asks the server again, after something that gives the person more or less: a new venture, a new team.
pub fn refresh_who() {
    let Some(who) = use_context::<Who>() else { return };
    leptos::task::spawn_local(async move {
        if let Ok(actor) = super::api::who().await {
            who.0.set(actor);
        }
    });
}

#[cfg(feature = "ssr")]
fn asking() -> Option<Actor> {
    crate::context::visit().actor
}

#[cfg(not(feature = "ssr"))]
fn asking() -> Option<Actor> {
    None
}
