//! The server functions' door. What a function refuses leaves with the status that belongs to it, so that a reader of logs and a program see the
//! same; who sent a form of a page has that page again, with all that they typed.

use super::{pages, switches::is_local};
use crate::router::House;
use app::{error::AppError, returned::Refused};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Form, FromRequest, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use leptos::server_fn::redirect::REDIRECT_HEADER;
use leptos_axum::handle_server_fns_with_context;

/// Bytes of a call; a self-check or a long remark is far below.
pub const LIMIT: usize = 256 * 1024;

const DATA: HeaderValue = HeaderValue::from_static("application/json");

/// Runs the server function at the request's path.
pub async fn call(State(house): State<House>, request: Request) -> Response {
    let known = leptos::server_fn::axum::get_server_fn_service(request.uri().path(), request.method().clone()).is_some();
    if !known {
        return super::faults::json(&AppError::Hidden);
    }
    if request.method() == Method::POST && wants_page(request.headers()) { form(house, request).await } else { run(&house, request).await }
}

async fn run(house: &House, request: Request) -> Response {
    let answer = handle_server_fns_with_context(pages::context(house.site.clone()), request).await.into_response();
    if refused(&answer) { with_its_status(answer).await } else { answer }
}

/// A function that refuses says so in a header; its error is the body.
fn refused(answer: &Response) -> bool {
    answer.status() == StatusCode::INTERNAL_SERVER_ERROR && answer.headers().contains_key("serverfnerror")
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

/// A form without a script: the function is asked as a program asks, and its answer becomes a way on or the form's own page.
async fn form(house: House, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LIMIT).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let fields = fields(&head, body.clone()).await;
    let page = page(&fields, &head.headers);
    let mut call = Request::from_parts(head.clone(), Body::from(body));
    call.headers_mut().insert(header::ACCEPT, DATA);
    let mut answer = handle_server_fns_with_context(pages::context(house.site.clone()), call).await.into_response();
    if !refused(&answer) {
        let onward = page.and_then(|page| page.parse().ok()).unwrap_or(HeaderValue::from_static("/"));
        answer.headers_mut().remove(REDIRECT_HEADER);
        answer.headers_mut().entry(header::LOCATION).or_insert(onward);
        *answer.status_mut() = StatusCode::FOUND;
        return answer;
    }
    let why = to_bytes(answer.into_body(), LIMIT).await.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let refused = Refused { to: head.uri.path().to_owned(), page, fields, why: why.unwrap_or(AppError::Unavailable) };
    pages::returned(house, head, refused).await
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|kinds| kinds.to_str().ok()).is_some_and(|kinds| kinds.contains("text/html"))
}

/// What was sent, by name; nothing of what is no form.
async fn fields(head: &Parts, body: Bytes) -> Vec<(String, String)> {
    let sent = Request::from_parts(head.clone(), Body::from(body));
    Form::<Vec<(String, String)>>::from_request(sent, &()).await.map(|Form(fields)| fields).unwrap_or_default()
}

/// The page that a form stood on: as it says itself when it has come back before, else as the browser says.
fn page(fields: &[(String, String)], headers: &HeaderMap) -> Option<String> {
    let own = fields.iter().find(|(name, _)| name == "page").map(|(_, page)| page.clone());
    let referer = || {
        let referer: Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
        referer.path_and_query().map(|page| page.as_str().to_owned())
    };
    own.or_else(referer).filter(|page| is_local(page) && !page.starts_with("/api/"))
}
