//! Pages that wait for their data before they are written. Only on the server.

use leptos::prelude::*;
use std::future::Future;

/// A page that is written once its data is there. The answer waits for it, so that its status is right.
pub fn later(page: impl Future<Output = AnyView> + Send + 'static) -> impl IntoView {
    view! { <Suspense>{Suspend::new(page)}</Suspense> }
}
