//! The browser's words: the one language that travelled, installed before the page wakes.

use shared::Lang;
use std::sync::OnceLock;

static INSTALLED: OnceLock<(Lang, Vec<&'static str>)> = OnceLock::new();

/// Takes the language's texts, one a line in key order. To be called once, before the page wakes; a second call changes nothing.
/// False when there are not as many as there are keys: the page then stays as the server wrote it.
pub fn install(lang: &str, lines: String) -> bool {
    let lines: &'static str = Box::leak(lines.into_boxed_str());
    let texts: Vec<&'static str> = lines.split_terminator('\n').collect();
    let whole = texts.len() == super::key::COUNT;
    whole && INSTALLED.set((Lang::from_code(lang).unwrap_or(Lang::Fr), texts)).is_ok()
}

pub(super) fn current() -> Lang {
    INSTALLED.get().map_or(Lang::Fr, |(lang, _)| *lang)
}

pub(super) fn texts(_lang: Lang) -> &'static [&'static str] {
    INSTALLED.get().map_or(&[], |(_, texts)| texts)
}
