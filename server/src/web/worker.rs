//! The worker that a browser keeps for the time without network. It stands at the root, because it answers for all pages.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// `GET /worker.js`.
pub async fn worker() -> Response {
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    ([kind], include_str!("worker.js")).into_response()
}
