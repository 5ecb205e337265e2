//! The front end's files: one folder named after the hash of its content, kept by browsers for a year. Files were compressed at build.

use crate::{config::is_hash, router::House};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `GET /pkg/{hash}/{file}`, of this build and of the two before.
pub async fn file(State(house): State<House>, Path((hash, file)): Path<(String, String)>, headers: HeaderMap) -> Response {
    if !is_hash(&hash) || !is_plain(&file) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let folder = house.folder.join("pkg").join(hash);
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (coding, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if accepts(accepted, coding)
            && let Ok(bytes) = tokio::fs::read(folder.join(format!("{file}{ending}"))).await
        {
            return answer(&file, Some(coding), bytes);
        }
    }
    match tokio::fs::read(folder.join(&file)).await {
        Ok(bytes) => answer(&file, None, bytes),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn answer(file: &str, coding: Option<&'static str>, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(file)));
    headers.insert(header::CACHE_CONTROL, KEPT);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// Does an `Accept-Encoding` name this coding, and not with `q=0`?
fn accepts(header: &str, coding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding))
            && !parts.any(|q| matches!(q, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn is_plain(file: &str) -> bool {
    !file.starts_with('.') && file.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_and_wanted_codings() {
        assert!(is_plain("fikra_bg.wasm") && !is_plain("../x") && !is_plain(".br"));
        assert!(accepts("gzip, deflate, br", "br") && !accepts("gzip;q=1, br;q=0", "br") && !accepts("", "gzip"));
    }
}
