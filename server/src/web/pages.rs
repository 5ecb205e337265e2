//! The pages of `app`, rendered on the server. Each waits for its data, so its status is set before the first byte.

use crate::router::House;
use app::{
    context::{Site, Visit},
    returned::Refused,
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, StatusCode, header, request::Parts},
    response::Response,
};
use leptos::{
    nonce::Nonce,
    prelude::{LeptosOptions, provide_context, use_context},
};
use leptos_axum::{AxumRouteListing, generate_route_list, render_app_async_with_context};
use std::sync::Arc;

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

/// Renders the page that a form stood on, with the form as it was sent and why it was not taken.
pub async fn returned(house: House, mut head: Parts, refused: Refused) -> Response {
    let status = StatusCode::from_u16(refused.why.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    if let Some(page) = refused.page.as_deref().and_then(|page| page.parse().ok()) {
        head.uri = page;
    }
    head.method = Method::GET;
    head.headers.remove(header::CONTENT_TYPE);
    head.headers.remove(header::CONTENT_LENGTH);
    head.extensions.insert(Arc::new(refused));
    let mut answer = page(State(house), Request::from_parts(head, Body::empty())).await;
    if answer.status() == StatusCode::OK {
        *answer.status_mut() = status;
    }
    answer
}

/// There is no such page: the application says so, in its frame.
pub async fn missing(state: State<House>, request: Request) -> Response {
    let mut answer = page(state, request).await;
    if answer.status() == StatusCode::OK {
        *answer.status_mut() = StatusCode::NOT_FOUND;
    }
    answer
}
