//! The document round the app: language, direction, theme, the style sheet. Only on the server. It writes no style, and one script that
//! every form can do without; a page that lives in the browser brings its own.

use crate::{App, assets, chrome, context, locale, locale::key, place};
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document of one request.
pub fn shell(_options: LeptosOptions) -> impl IntoView {
    let visit = context::visit();
    locale::provide(visit.lang);
    let folder = assets::folder();
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.insert_header(http::header::CONTENT_LANGUAGE, http::HeaderValue::from_static(visit.lang.code()));
    }
    // A board has styles enough with the first sheet, and no form that a page without a program would have.
    let still = !chrome::is_bare(&place::path());
    let words = locale::use_words();
    view! {
        <!DOCTYPE html>
        <html lang=visit.lang.code() dir=visit.lang.dir() data-theme=visit.theme data-pkg=folder>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
                <meta name="color-scheme" content="light dark" />
                <link rel="stylesheet" href=format!("{folder}/fikra.css") />
                {still.then(|| view! { <link rel="stylesheet" href=format!("{folder}/pages.css") /> })}
                {still
                    .then(|| {
                        view! {
                            <script
                                defer
                                src=format!("{folder}/forms.js")
                                data-offline=words.get(key::FORMS_OFFLINE)
                                data-sending=words.get(key::FORMS_SENDING)
                                data-missing=words.get(key::ERRORS_FIELD_EMPTY)
                            ></script>
                        }
                    })}
                <link rel="icon" href=assets::icon() />
                <link rel="manifest" href=format!("{folder}/manifest.webmanifest") />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}
