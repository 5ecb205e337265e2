//! The browser's words: the one language that travelled, installed before the page wakes.

use shared::Lang;
use std::sync::OnceLock;

static INSTALLED: OnceLock<(Lang, Vec<&'static str>)> = OnceLock::new();

/// Takes the language's array of texts in key order. To be called once, before hydration; a second call changes nothing.
/// False when the array is not one: the page then stays as the server wrote it and must not be hydrated.
pub fn install(lang: &str, json: &str) -> bool {
    let Ok(texts) = serde_json::from_str::<Vec<String>>(json) else {
        return false;
    };
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*Box::leak(text.into_boxed_str())).collect();
    let whole = texts.len() == super::key::COUNT;
    whole && INSTALLED.set((Lang::from_code(lang).unwrap_or(Lang::Fr), texts)).is_ok()
}

pub(super) fn current() -> Lang {
    INSTALLED.get().map_or(Lang::Fr, |(lang, _)| *lang)
}

pub(super) fn texts(_lang: Lang) -> &'static [&'static str] {
    INSTALLED.get().map_or(&[], |(_, texts)| texts)
}
