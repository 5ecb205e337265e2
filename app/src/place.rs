//! The address of the page, for parts that are drawn on the server and in the browser alike. It never changes the address.

/// The path with its query, such as `/v/0190…/board?thread=…`.
pub fn address() -> String {
    let (path, query) = whole();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The path alone.
pub fn path() -> String {
    whole().0
}

/// The value of a name in the query, as it stands there: for ids and words without spaces.
pub fn query(name: &str) -> Option<String> {
    let (_, query) = whole();
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (key == name).then(|| value.to_owned())
    })
}

#[cfg(feature = "ssr")]
fn whole() -> (String, String) {
    let parts = leptos::prelude::use_context::<http::request::Parts>();
    parts.map_or_else(Default::default, |parts| (parts.uri.path().to_owned(), parts.uri.query().unwrap_or_default().to_owned()))
}

#[cfg(not(feature = "ssr"))]
fn whole() -> (String, String) {
    let place = leptos::prelude::window().location();
    let search = place.search().unwrap_or_default();
    (place.pathname().unwrap_or_default(), search.trim_start_matches('?').to_owned())
}
