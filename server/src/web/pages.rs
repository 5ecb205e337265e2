//! The pages of `app`, rendered on the server. Each waits for its data, so its status is set before the first byte.

use crate::router::House;
use app::context::{Site, Visit};
use axum::{
    extract::{Request, State},
    http::{StatusCode, request::Parts},
    response::Response,
};
use leptos::{
    nonce::Nonce,
    prelude::{LeptosOptions, provide_context, use_context},
};
use leptos_axum::{AxumRouteListing, generate_route_list, render_app_async_with_context};

/// What each render and each server function finds in its context.
pub fn context(site: Site) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        provide_context(site.clone());
        let Some(parts) = use_context::<Parts>() else { return };
        if let Some(visit) = parts.extensions.get::<Visit>() {
            app::locale::provide(visit.lang);
            provide_context(visit.clone());
        }
        if let Some(nonce) = parts.extensions.get::<Nonce>() {
            provide_context(nonce.clone());
        }
    }
}

/// Options that the shell is called with; the folder of the files comes from [`Site::assets`].
fn options() -> LeptosOptions {
    LeptosOptions::builder().output_name("fikra").build()
}

/// The paths of the pages. No page is rendered for it, so it needs neither database nor visitor.
pub fn listing() -> Vec<AxumRouteListing> {
    generate_route_list(app::App)
}

/// Renders the page at the request's path.
pub async fn page(State(house): State<House>, request: Request) -> Response {
    render_app_async_with_context(context(house.site), || app::shell(options()))(request).await
}

/// There is no such page: the application says so, in its frame.
pub async fn missing(state: State<House>, request: Request) -> Response {
    let mut answer = page(state, request).await;
    if answer.status() == StatusCode::OK {
        *answer.status_mut() = StatusCode::NOT_FOUND;
    }
    answer
}
