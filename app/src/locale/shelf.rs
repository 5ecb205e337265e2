//! The server's words: all three languages, read once from what the build script merged.

use leptos::prelude::{provide_context, use_context};
use shared::Lang;
use std::sync::LazyLock;

static FR: LazyLock<Vec<&'static str>> = LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/words-fr.txt"))));
static AR: LazyLock<Vec<&'static str>> = LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/words-ar.txt"))));
static EN: LazyLock<Vec<&'static str>> = LazyLock::new(|| read(include_str!(concat!(env!("OUT_DIR"), "/words-en.txt"))));

/// Says which language the page being rendered is in, for all that stands below.
pub fn provide(lang: Lang) {
    provide_context(lang);
}

/// The language of the request being answered; French outside of one.
pub(super) fn current() -> Lang {
    use_context::<Lang>().unwrap_or_else(|| crate::context::visit().lang)
}

pub(super) fn texts(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Fr => &FR,
        Lang::Ar => &AR,
        Lang::En => &EN,
    }
}

fn read(lines: &'static str) -> Vec<&'static str> {
    lines.split_terminator('\n').collect()
}
