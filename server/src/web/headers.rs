//! The headers of every answer: what a page may load, what it tells others, what may be kept. A handler that panics is answered here too.

use super::{
    cookies,
    faults::{self, Fault},
};
use crate::router::House;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use futures::FutureExt;
use leptos::nonce::Nonce;
use shared::Lang;
use std::panic::AssertUnwindSafe;

/// Runs the rest and dresses its answer.
pub async fn dress(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let asked = request.headers().clone();
    let path = request.uri().path().to_owned();
    let answer = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    let mut answer = answer.unwrap_or_else(|_| {
        // The panic hook has logged what broke and where; this says on which page.
        tracing::error!(path, "a handler panicked");
        let lang = cookies::read(&asked, cookies::LANG).and_then(Lang::from_code).unwrap_or_default();
        faults::answer(Fault::Broken, lang, &house.site.assets, &asked)
    });
    let headers = answer.headers_mut();
    let policy = HeaderValue::from_str(&policy(&nonce)).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    // A picture that has a stricter one keeps it.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    cookies::harden(headers, house.origins.https(&asked));
    answer
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; \
         font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}
