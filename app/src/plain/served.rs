//! An answer in the form in which it was asked for: lines for the program of our own pages, JSON for everybody else. Only on the server.

use super::{KIND, write};
use axum::body::Bytes;
use http::{HeaderValue, header, request::Parts};
use leptos::prelude::use_context;
use leptos::server_fn::{ContentType, Decodes, Encodes, Format, FormatType};
use leptos_axum::ResponseOptions;
use serde::{Serialize, de::DeserializeOwned};

/// What a server function answers with, as `output = Post<Asked>`.
pub struct Asked;

impl ContentType for Asked {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for Asked {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for Asked {
    type Error = serde_json::Error;

    fn encode(output: &T) -> Result<Bytes, Self::Error> {
        let lines = use_context::<Parts>().is_some_and(|asked| asked.headers.get(header::ACCEPT).is_some_and(|kind| kind == KIND));
        if lines && let Ok(text) = write(output) {
            if let Some(answer) = use_context::<ResponseOptions>() {
                answer.insert_header(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
                answer.append_header(header::VARY, HeaderValue::from_static("accept"));
            }
            return Ok(text.into());
        }
        serde_json::to_vec(output).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for Asked {
    type Error = serde_json::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        serde_json::from_slice(&bytes)
    }
}
