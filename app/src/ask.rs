//! What the program in the browser asks of the server, by address. Only in the browser. No answer is an answer too: [`AppError::Offline`].

use crate::error::{AppError, AppResult};
use crate::plain;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FormData, Headers, HtmlFormElement, RequestInit, Response, UrlSearchParams};

/// Reads something.
///
/// # Errors
/// What the server says, or [`AppError::Offline`].
pub async fn read<T: DeserializeOwned>(path: &str) -> AppResult<T> {
    let text = fetch(path, &RequestInit::new()).await?;
    plain::read(&text).map_err(|_| AppError::Unavailable)
}

/// Sends the fields of a form.
///
/// # Errors
/// As [`read`].
pub async fn send(path: &str, form: &HtmlFormElement) -> AppResult<()> {
    let fields = FormData::new_with_form(form).map_err(|_| AppError::Unavailable)?;
    let body = UrlSearchParams::new_with_str_sequence_sequence(&fields).map_err(|_| AppError::Unavailable)?;
    post(path, &body).await.map(drop)
}

/// Sends a file as it is; answers the text of the answer.
///
/// # Errors
/// As [`read`].
pub async fn upload(path: &str, file: &Blob) -> AppResult<String> {
    post(path, file).await
}

async fn post(path: &str, body: &JsValue) -> AppResult<String> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(body);
    fetch(path, &request).await
}

async fn fetch(path: &str, request: &RequestInit) -> AppResult<String> {
    let headers = Headers::new().map_err(|_| AppError::Unavailable)?;
    // A header that is refused only makes the answer a page instead of data.
    let _ = headers.set("Accept", plain::KIND);
    request.set_headers(&headers);
    let answer = JsFuture::from(leptos::prelude::window().fetch_with_str_and_init(path, request)).await.map_err(|_| AppError::Offline)?;
    let answer: Response = answer.unchecked_into();
    let text = answer.text().map_err(|_| AppError::Offline)?;
    let text = JsFuture::from(text).await.map_err(|_| AppError::Offline)?.as_string().unwrap_or_default();
    if answer.ok() {
        return Ok(text);
    }
    Err(AppError::told(answer.status(), &text))
}
