//! The switches of language and theme: forms that work without a script and come back to the same page.

use crate::locale::{key, use_words};
use leptos::prelude::*;
use shared::Lang;

/// FR ع EN. The page stays, its language changes.
#[component]
pub fn LangSwitch() -> impl IntoView {
    let words = use_words();
    let chosen = words.lang();
    view! {
        <div class="switch" role="group" aria-label=words.get(key::CHROME_LANGUAGE)>
            {Lang::ALL
                .into_iter()
                .map(|lang| {
                    let (short, name) = names(lang);
                    view! {
                        <form method="post" action=format!("/lang/{}", lang.code())>
                            <Back />
                            <button
                                class="switch-way"
                                lang=lang.code()
                                aria-label=format!("{short} · {name}")
                                aria-pressed=if lang == chosen { "true" } else { "false" }
                            >
                                {short}
                            </button>
                        </form>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// As the system, light, dark.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let words = use_words();
    let chosen = theme();
    view! {
        <div class="switch" role="group" aria-label=words.get(key::CHROME_THEME)>
            {[("system", key::CHROME_THEME_SYSTEM), ("light", key::CHROME_THEME_LIGHT), ("dark", key::CHROME_THEME_DARK)]
                .into_iter()
                .map(|(name, word)| {
                    view! {
                        <form method="post" action=format!("/theme/{name}")>
                            <Back />
                            <button class="switch-way" aria-pressed=if name == chosen { "true" } else { "false" }>
                                {words.get(word)}
                            </button>
                        </form>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// A language as its readers call it: short, and whole.
pub(crate) fn names(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Fr => ("FR", "Français"),
        Lang::Ar => ("ع", "العربية"),
        Lang::En => ("EN", "English"),
    }
}

/// The page to come back to, with its filters.
#[component]
fn Back() -> impl IntoView {
    view! { <input type="hidden" name="back" value=crate::place::address() /> }
}

#[cfg(feature = "ssr")]
fn theme() -> String {
    crate::context::visit().theme.unwrap_or("system").to_owned()
}

#[cfg(not(feature = "ssr"))]
fn theme() -> String {
    document().document_element().and_then(|html| html.get_attribute("data-theme")).unwrap_or_else(|| "system".to_owned())
}
