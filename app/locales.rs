//! Reads the locale files for those who build: `app/build.rs` turns them into key constants, `xtask` into one asset a language.
//! It never runs in the product, knows no crate beyond the standard library, and never lets a language lack a word.
#![allow(dead_code, reason = "each of the two programs that include this file calls a part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The languages, the first one being the model that the others must match.
pub const LANGUAGES: [&str; 3] = ["fr", "ar", "en"];

/// The plural forms in the order in which they stand in the asset.
pub const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The nouns whose words the program in the browser knows. They stand first, so that the browser is given the beginning of the lines; the
/// keys of all others exist on the server only.
pub const LIVE: [&str; 7] = ["board", "chrome", "errors", "feedback", "prototypes", "time", "ui"];

/// How many of a language's words are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// All of them.
    All,
    /// Those of the nouns in [`LIVE`].
    Live,
}

/// What one key says: a sentence, or a sentence for each plural form.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// One text.
    Text(String),
    /// Texts by plural form; a form that the language does not use is absent.
    Plural(BTreeMap<String, String>),
}

/// All words of one language, by (noun, key).
pub type Book = BTreeMap<(String, String), Entry>;

/// One language as lines in key order, one text a line; a plural takes six, one a form.
pub fn merged(dir: &Path, lang: &str, wanted: Words) -> Result<String, String> {
    let mut out = String::new();
    for ((noun, _), entry) in in_order(&book(dir, lang)?) {
        if wanted == Words::Live && !is_live(noun) {
            break;
        }
        match entry {
            Entry::Text(text) => push_line(&mut out, text)?,
            Entry::Plural(forms) => {
                for form in FORMS {
                    let text = forms.get(form).or_else(|| forms.get("other"));
                    push_line(&mut out, text.map(String::as_str).unwrap_or_default())?;
                }
            }
        }
    }
    Ok(out)
}

/// Rust source of one constant a key, named `NOUN_KEY`, holding its place among the lines of [`merged`].
/// Fails when a language lacks a key, has one too many, or disagrees on a placeholder or a plural form.
pub fn constants(dir: &Path) -> Result<String, String> {
    let model = book(dir, LANGUAGES[0])?;
    let mut faults = Vec::new();
    for lang in LANGUAGES {
        compare(&model, &book(dir, lang)?, lang, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    let mut out = String::new();
    let (mut place, mut live) = (0, 0);
    for ((noun, key), entry) in in_order(&model) {
        let name = format!("{noun}_{key}").replace(['-', '.'], "_").to_uppercase();
        let (kind, text, width) = match entry {
            Entry::Text(text) => ("Key", text, 1),
            Entry::Plural(forms) => ("PluralKey", &forms["other"], FORMS.len()),
        };
        let doc = text.replace('\n', " ");
        let only = if is_live(noun) { "" } else { "#[cfg(feature = \"ssr\")]\n" };
        out.push_str(&format!("/// « {doc} »\n{only}pub const {name}: {kind} = {kind}({place});\n"));
        place += width;
        live = if is_live(noun) { place } else { live };
    }
    out.push_str(&format!(
        "/// How many texts a language has here.\n#[cfg(feature = \"ssr\")]\npub const COUNT: usize = {place};\n\
         /// How many texts a language has here.\n#[cfg(not(feature = \"ssr\"))]\npub const COUNT: usize = {live};\n"
    ));
    Ok(out)
}

/// The words in the order of the lines: the live nouns first.
fn in_order(book: &Book) -> impl Iterator<Item = (&(String, String), &Entry)> {
    let live = book.iter().filter(|((noun, _), _)| is_live(noun));
    live.chain(book.iter().filter(|((noun, _), _)| !is_live(noun)))
}

fn is_live(noun: &str) -> bool {
    LIVE.contains(&noun)
}

/// Reads all noun files of a language.
pub fn book(dir: &Path, lang: &str) -> Result<Book, String> {
    let folder = dir.join(lang);
    let listing = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut book = Book::new();
    for item in listing {
        let path = item.map_err(|e| e.to_string())?.path();
        if path.extension().is_none_or(|ext| ext != "json") {
            continue;
        }
        let noun = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let entries = Reader::new(&text).file().map_err(|e| format!("{}: {e}", path.display()))?;
        for (key, entry) in entries {
            if book.insert((noun.clone(), key.clone()), entry).is_some() {
                return Err(format!("{}: the key {key} stands twice", path.display()));
            }
        }
    }
    Ok(book)
}

fn compare(model: &Book, other: &Book, lang: &str, faults: &mut Vec<String>) {
    for ((noun, key), entry) in model {
        let at = format!("locales/{lang}/{noun}.json: {key}");
        match (entry, other.get(&(noun.clone(), key.clone()))) {
            (_, None) => faults.push(format!("{at} is missing")),
            (Entry::Text(a), Some(Entry::Text(b))) => {
                if holes(a) != holes(b) {
                    faults.push(format!("{at} has the placeholders {:?} where fr has {:?}", holes(b), holes(a)));
                }
            }
            (Entry::Plural(a), Some(Entry::Plural(b))) => compare_forms(&at, a, b, lang, faults),
            _ => faults.push(format!("{at} is a plural in one language and a text in another")),
        }
    }
    for (noun, key) in other.keys() {
        if !model.contains_key(&(noun.clone(), key.clone())) {
            faults.push(format!("locales/{lang}/{noun}.json: {key} is not in fr"));
        }
    }
}

fn compare_forms(at: &str, a: &BTreeMap<String, String>, b: &BTreeMap<String, String>, lang: &str, faults: &mut Vec<String>) {
    let needed: &[&str] = if lang == "ar" { &FORMS } else { &["one", "other"] };
    for form in needed {
        if !b.contains_key(*form) {
            faults.push(format!("{at} lacks the form {form}"));
        }
    }
    let all = a.get("other").map(|text| holes(text)).unwrap_or_default();
    for (form, text) in b {
        if !FORMS.contains(&form.as_str()) {
            faults.push(format!("{at} has the unknown form {form}"));
        }
        let here = holes(text);
        let fits = if form == "other" { here == all } else { here.is_subset(&all) };
        if !fits {
            faults.push(format!("{at}.{form} has the placeholders {here:?} where fr has {all:?}"));
        }
    }
}

/// The names between braces.
fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn push_line(out: &mut String, text: &str) -> Result<(), String> {
    if text.contains(['\n', '\r']) {
        return Err(format!("« {text} » is more than a line"));
    }
    out.push_str(text);
    out.push('\n');
    Ok(())
}

/// Reads the small part of JSON that locale files use: one object of strings and of objects of strings.
struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Reader { rest: text.chars().peekable() }
    }

    fn file(mut self) -> Result<Vec<(String, Entry)>, String> {
        let entries = self.object(|reader| match reader.peek() {
            Some('{') => {
                let forms = reader.object(Reader::string)?;
                Ok(Entry::Plural(forms.into_iter().collect()))
            }
            _ => reader.string().map(Entry::Text),
        })?;
        match self.peek() {
            None => Ok(entries),
            Some(c) => Err(format!("{c:?} after the end")),
        }
    }

    fn peek(&mut self) -> Option<char> {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
        self.rest.peek().copied()
    }

    fn take(&mut self, wanted: char) -> Result<(), String> {
        match self.peek() {
            Some(c) if c == wanted => {
                self.rest.next();
                Ok(())
            }
            found => Err(format!("{wanted:?} expected, {found:?} found")),
        }
    }

    fn object<T>(&mut self, value: impl Fn(&mut Self) -> Result<T, String>) -> Result<Vec<(String, T)>, String> {
        let mut out = Vec::new();
        self.take('{')?;
        while self.peek() != Some('}') {
            if !out.is_empty() {
                self.take(',')?;
            }
            let key = self.string()?;
            self.take(':').map_err(|e| format!("{key}: {e}"))?;
            out.push((key.clone(), value(self).map_err(|e| format!("{key}: {e}"))?));
        }
        self.take('}')?;
        Ok(out)
    }

    fn string(&mut self) -> Result<String, String> {
        self.take('"')?;
        let mut out = String::new();
        loop {
            match self.rest.next().ok_or("a text does not end")? {
                '"' => return Ok(out),
                '\\' => out.push(self.escape()?),
                c => out.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, String> {
        match self.rest.next() {
            Some('n') => Ok('\n'),
            Some('u') => {
                let digits: String = self.rest.by_ref().take(4).collect();
                let code = u32::from_str_radix(&digits, 16).map_err(|e| e.to_string())?;
                char::from_u32(code).ok_or_else(|| format!("\\u{digits} is half a character"))
            }
            Some(c @ ('"' | '\\' | '/')) => Ok(c),
            other => Err(format!("the escape {other:?} is not used here")),
        }
    }
}
