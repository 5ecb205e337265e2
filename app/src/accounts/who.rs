//! Who is signed in, for all pages: known with the page, without a request of its own.

use leptos::prelude::*;
use shared::access::Actor;

#[derive(Clone)]
struct Who(Option<Actor>);

/// Makes it known; once, at the root.
pub fn provide(actor: Option<Actor>) {
    provide_context(Who(actor));
}

/// The person signed in, or nobody.
pub fn use_who() -> Signal<Option<Actor>> {
    Signal::stored(use_context::<Who>().and_then(|who| who.0))
}
