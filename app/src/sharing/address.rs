//! Whole addresses, as a telephone's camera and another person's messages need them.

use crate::context::site;
use http::request::Parts;
use leptos::prelude::use_context;

/// The address people use where it is set, else the one that this request came to.
fn origin() -> String {
    let headers = use_context::<Parts>().map(|parts| parts.headers).unwrap_or_default();
    let read = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    site().origin.as_deref().map_or_else(
        || format!("{}://{}", if read("x-forwarded-proto") == "https" { "https" } else { "http" }, read("host")),
        |origin| origin.trim_end_matches('/').to_owned(),
    )
}

/// The whole address of a path of this site.
pub(crate) fn whole(path: &str) -> String {
    format!("{}{path}", origin())
}
