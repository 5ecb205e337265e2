//! The few answers that no page and no server function gives: a foreign request, a fault of ours, something too large. In the person's language,
//! as a page for who reads and as JSON for what calls. No detail of what broke ever leaves.

use app::{
    error::AppError,
    locale::{Key, key, words},
};
use axum::{
    Json,
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use shared::Lang;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The request comes from a page that is not ours.
    Foreign,
    /// A handler broke.
    Broken,
    /// The server cannot take it just now.
    Busy,
}

impl Fault {
    fn error(self) -> AppError {
        match self {
            Self::Foreign => AppError::Forbidden,
            Self::Broken | Self::Busy => AppError::Unavailable,
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn said(self) -> (Key, Key) {
        match self {
            Self::Foreign => (key::ERRORS_FOREIGN_TITLE, key::ERRORS_FOREIGN_TEXT),
            Self::Broken | Self::Busy => (key::ERRORS_FAULT_TITLE, key::ERRORS_FAULT_TEXT),
        }
    }
}

/// The answer to a fault: a page where a page was asked for, else the error as JSON.
pub fn answer(fault: Fault, lang: Lang, assets: &str, asked: &HeaderMap) -> Response {
    let page = asked.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"));
    if page {
        (fault.status(), Html(document(fault, lang, assets))).into_response()
    } else {
        (fault.status(), Json(fault.error())).into_response()
    }
}

/// An error of the application as JSON with its status.
pub fn json(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(error)).into_response()
}

fn document(fault: Fault, lang: Lang, assets: &str) -> String {
    let words = words(lang);
    let (title, text) = fault.said();
    let (title, text, way) = (words.get(title), words.get(text), words.get(key::ERRORS_HOME_WAY));
    format!(
        "<!DOCTYPE html><html lang=\"{code}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{assets}/fikra.css\"><link rel=\"icon\" href=\"{icon}\"></head>\
         <body><main class=\"page page-narrow\"><h1>{title}</h1><p>{text}</p><p><a href=\"/\">{way}</a></p></main></body></html>",
        code = lang.code(),
        dir = lang.dir(),
        icon = app::assets::icon(),
    )
}
