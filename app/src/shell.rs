//! The document round the app: language, direction, theme, the files of the front end. Only on the server.
//! It writes no style and one script, which carries the nonce; a page that is to be tapped by guests gets no script at all.

use crate::{App, assets, context, locale};
use http::request::Parts;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document of one request.
pub fn shell(_options: LeptosOptions) -> impl IntoView {
    let visit = context::visit();
    locale::provide(visit.lang);
    let folder = assets::folder();
    let scripted = use_context::<Parts>().is_none_or(|parts| !parts.uri.path().ends_with("/play"));
    view! {
        <!DOCTYPE html>
        <html lang=visit.lang.code() dir=visit.lang.dir() data-theme=visit.theme data-pkg=folder>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
                <meta name="color-scheme" content="light dark" />
                <link rel="stylesheet" href=format!("{folder}/fikra.css") />
                <link rel="icon" type="image/svg+xml" href=format!("{folder}/favicon.svg") />
                <link rel="manifest" href=format!("{folder}/manifest.webmanifest") />
                {scripted.then(|| view! { <Wake folder lang=visit.lang.code() /> })}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Fetches program and words side by side, then wakes the page.
#[component]
fn Wake(folder: &'static str, lang: &'static str) -> impl IntoView {
    let nonce = use_nonce();
    let script = format!(
        "import start,{{hydrate}} from '{folder}/fikra.js';\
         await start({{module_or_path:'{folder}/fikra_bg.wasm'}});\
         await hydrate();"
    );
    view! {
        <link rel="modulepreload" href=format!("{folder}/fikra.js") />
        <link rel="preload" href=format!("{folder}/fikra_bg.wasm") r#as="fetch" r#type="application/wasm" crossorigin="" />
        <link rel="preload" href=format!("{folder}/locale-{lang}.json") r#as="fetch" crossorigin="" />
        <script type="module" nonce=nonce inner_html=script></script>
    }
}
