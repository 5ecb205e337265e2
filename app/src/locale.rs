//! The words people read: one table of texts a language, reached by typed keys and never by a string.
//! It never decides which language a person reads; it is told. The browser holds one language, the server all three.

mod plural;
mod reading;
#[cfg(feature = "ssr")]
mod shelf;
#[cfg(not(feature = "ssr"))]
#[path = "locale/installed.rs"]
mod shelf;
#[cfg(test)]
mod tests;

pub use plural::{Form, form};
use shared::Lang;
#[cfg(not(feature = "ssr"))]
pub use shelf::install;
#[cfg(feature = "ssr")]
pub use shelf::provide;

/// The keys of all texts, made from `locales/fr` by the build script.
pub mod key {
    use super::{Key, PluralKey};
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// The place of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(u16);

/// The place of a text that changes with a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PluralKey(u16);

/// The words of one language. It costs nothing to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
    texts: &'static [&'static str],
}

/// The words of the page being made: those of the request on the server, the installed ones in the browser.
pub fn use_words() -> Words {
    words(shelf::current())
}

/// The words of a given language; in the browser only the installed language exists.
pub fn words(lang: Lang) -> Words {
    Words { lang, texts: shelf::texts(lang) }
}

impl Words {
    /// The language of these words.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// A text without placeholders.
    pub fn get(self, key: Key) -> &'static str {
        self.at(key.0)
    }

    /// A text with its placeholders `{name}` filled. A value that runs against the direction of the text is isolated.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.filled(self.get(key), values)
    }

    /// A text in the form that `n` asks for. `{n}` is the count; further values may be given.
    pub fn plural(self, key: PluralKey, n: u64, values: &[(&str, &str)]) -> String {
        let place = key.0 + form(self.lang, n) as u16;
        let count = self.number(n);
        let mut all = vec![("n", count.as_str())];
        all.extend_from_slice(values);
        self.filled(self.at(place), &all)
    }

    fn at(self, place: u16) -> &'static str {
        self.texts.get(usize::from(place)).copied().unwrap_or_default()
    }

    fn filled(self, text: &str, values: &[(&str, &str)]) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            if let Some((_, value)) = values.iter().find(|(given, _)| *given == name) {
                reading::push_isolated(&mut out, value, self.lang);
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}
