//! The server functions' door. What a function refuses leaves with the status that belongs to it, so that a reader of logs and a program see the same.

use super::pages;
use crate::router::House;
use app::error::AppError;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos_axum::handle_server_fns_with_context;

/// Bytes of a call; a self-check or a long remark is far below.
pub const LIMIT: usize = 256 * 1024;

/// Runs the server function at the request's path.
pub async fn call(State(house): State<House>, request: Request) -> Response {
    let known = leptos::server_fn::axum::get_server_fn_service(request.uri().path(), request.method().clone()).is_some();
    if !known {
        return super::faults::json(&AppError::Hidden);
    }
    let answer = handle_server_fns_with_context(pages::context(house.site.clone()), request).await.into_response();
    if answer.status() == StatusCode::INTERNAL_SERVER_ERROR && answer.headers().contains_key("serverfnerror") {
        with_its_status(answer).await
    } else {
        answer
    }
}

async fn with_its_status(answer: Response) -> Response {
    let (mut head, body) = answer.into_parts();
    let Ok(bytes) = to_bytes(body, LIMIT).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    if let Ok(error) = serde_json::from_slice::<AppError>(&bytes) {
        head.status = StatusCode::from_u16(error.status()).unwrap_or(head.status);
        head.headers.remove(header::CONTENT_LENGTH);
    }
    Response::from_parts(head, Body::from(bytes))
}
