//! Where the front end's files are: one folder named after the hash of its content.
//! It never guesses: the server tells the page, the page tells the browser.

use std::sync::OnceLock;

static FOLDER: OnceLock<String> = OnceLock::new();

/// The folder, such as `/pkg/3fa9c2d41b07`.
pub fn folder() -> &'static str {
    FOLDER.get_or_init(found)
}

#[cfg(feature = "csr")]
fn found() -> String {
    leptos::prelude::document().document_element().and_then(|html| html.get_attribute("data-pkg")).unwrap_or_default()
}

#[cfg(feature = "ssr")]
fn found() -> String {
    crate::context::site().assets.to_string()
}

#[cfg(not(any(feature = "ssr", feature = "csr")))]
fn found() -> String {
    String::new()
}

/// The sign of Fikra for a tab, in the page itself: as a file it would cost a phone one more question.
#[cfg(feature = "ssr")]
pub fn icon() -> &'static str {
    static ICON: OnceLock<String> = OnceLock::new();
    ICON.get_or_init(|| {
        let drawing = include_str!("../../style/assets/favicon.svg").trim();
        format!("data:image/svg+xml,{}", drawing.replace('#', "%23").replace('"', "'").replace('<', "%3C").replace('>', "%3E"))
    })
}
