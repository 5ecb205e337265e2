//! House rules as tests.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Files below `folder` with this ending, build folders left out.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                if !path.ends_with("target") && !path.ends_with(".git") && !path.ends_with("node_modules") {
                    open.push(path);
                }
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<PathBuf> {
    ["shared", "server", "app", "frontend", "xtask", "tests"].iter().flat_map(|folder| files(folder, ".rs")).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[test]
fn arrows_between_crates_point_one_way() {
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("shared/board", &[][..]),
        ("shared", &["board"][..]),
        ("server/store", &["board", "shared"][..]),
        ("app", &["board", "shared", "store"][..]),
        ("server", &["app", "board", "shared", "store"][..]),
        ("frontend", &["app"][..]),
        ("xtask", &[][..]),
        ("tests", &["app", "board", "server", "shared", "store"][..]),
    ]);
    let house = ["app", "board", "server", "shared", "store", "frontend", "xtask", "acceptance"];
    for (folder, allowed) in may {
        let manifest = read(&root().join(folder).join("Cargo.toml"));
        for line in manifest.lines() {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            let dependency = line.contains("workspace = true") && house.contains(&name);
            assert!(!dependency || allowed.contains(&name), "{folder} must not depend on {name}");
        }
    }
    assert!(
        read(&root().join("app/Cargo.toml")).contains("store = { workspace = true, optional = true"),
        "app reaches store only under ssr"
    );
}

#[test]
fn only_the_store_names_sqlx() {
    for path in sources() {
        let place = shown(&path);
        if !place.starts_with("server/store/") && place != "tests/it/tidy.rs" {
            assert!(!read(&path).contains("sqlx::"), "{place} names sqlx");
        }
    }
}

#[test]
fn no_file_hides_a_second_noun() {
    for path in sources() {
        let lines = read(&path).lines().count();
        assert!(lines <= 400, "{} has {lines} lines: which noun hides in it?", shown(&path));
    }
}

#[test]
fn each_module_says_what_it_is_for() {
    for path in sources() {
        let text = read(&path);
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        assert!(first.starts_with("//!"), "{} does not begin with //!", shown(&path));
    }
}

#[test]
fn nothing_is_left_for_later() {
    for path in sources() {
        let place = shown(&path);
        if place == "tests/it/tidy.rs" {
            continue;
        }
        let text = read(&path);
        for word in ["todo!(", "unimplemented!(", "TODO", "FIXME", "dbg!("] {
            assert!(!text.contains(word), "{place} holds {word}");
        }
    }
}

#[test]
fn every_style_sheet_is_imported_once_and_none_is_long() {
    let all: BTreeSet<String> = files("style", ".css").iter().map(|path| shown(path)).collect();
    let (mut sheets, mut parts) = (BTreeSet::new(), BTreeSet::new());
    for path in files("style", ".css") {
        let text = read(&path);
        assert!(text.lines().count() <= 400, "{} has more than 400 lines: which noun hides in it?", shown(&path));
        for part in text.lines().filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";")) {
            sheets.insert(shown(&path));
            assert!(parts.insert(format!("style/{part}")), "{part} is imported twice");
        }
    }
    assert_eq!(sheets.len(), 4, "{sheets:?}");
    assert_eq!(sheets.union(&parts).cloned().collect::<BTreeSet<_>>(), all, "what is imported is there, and what is there is imported");
}

#[test]
fn style_names_no_physical_side() {
    for path in files("style", ".css") {
        for (number, line) in read(&path).lines().enumerate() {
            let rule = line.trim_start();
            let physical = [
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                "border-left",
                "border-right",
                "text-align: left",
                "text-align: right",
            ]
            .iter()
            .any(|side| rule.contains(side))
                || rule.starts_with("left:")
                || rule.starts_with("right:");
            assert!(!physical, "{}:{} breaks right-to-left: {rule}", shown(&path), number + 1);
        }
    }
}

fn locale(lang: &str) -> BTreeMap<String, serde_json::Value> {
    let mut all = BTreeMap::new();
    for path in files(&format!("app/locales/{lang}"), ".json") {
        let noun = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let words: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(&read(&path)).unwrap_or_else(|e| panic!("{}: {e}", shown(&path)));
        all.extend(words.into_iter().map(|(key, value)| (format!("{noun}.{key}"), value)));
    }
    assert!(!all.is_empty(), "no words in {lang}");
    all
}

#[test]
fn each_language_has_each_word() {
    let (fr, ar, en) = (locale("fr"), locale("ar"), locale("en"));
    for (name, other) in [("ar", &ar), ("en", &en)] {
        let missing: Vec<_> = fr.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !fr.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{name} lacks {missing:?}, has beside {extra:?}");
    }
    for (key, value) in &ar {
        if let Some(forms) = value.as_object() {
            for form in ["zero", "one", "two", "few", "many", "other"] {
                assert!(forms.contains_key(form), "ar {key} lacks the plural form {form}");
            }
        }
    }
}

/// One word for one thing: what the look rejects does not stand in the locales.
#[test]
fn rejected_words_do_not_come_back() {
    let rejected: [(&str, &[&str]); 2] = [
        ("fr", &["oups", "canevas", "post-it", "commentaire", "maquette cliquable", "mentor ", "checkpoint", "feedback"]),
        ("ar", &["مرحلة", "تعليق", "ملصق", "كانفا", "انقر", "اضغط", "أدخل ", "اكتب "]),
    ];
    for (lang, words) in rejected {
        for (key, value) in locale(lang) {
            let text = value.to_string().to_lowercase();
            // A phase is really called مرحلة; a gate never is.
            let phase = key.contains("phase");
            for word in words {
                assert!(!text.contains(word) || (phase && *word == "مرحلة"), "{lang} {key} says {word}: {text}");
            }
        }
    }
}

/// A mark never begins a line: in French the space before it does not break.
#[test]
fn french_marks_stay_with_their_word() {
    for (key, value) in locale("fr") {
        let text = value.to_string();
        let torn = [" :", " ;", " ?", " !", " »", "« "].into_iter().find(|mark| text.contains(mark));
        assert!(torn.is_none(), "{key} lets a line break at {torn:?}: {text}");
    }
}

#[test]
fn arabic_keeps_western_digits() {
    for (key, value) in locale("ar") {
        assert!(!value.to_string().chars().any(|c| ('٠'..='٩').contains(&c)), "{key}");
    }
}

/// Words for people stand in the locales only: no Arabic letter in a source file, but in tests and in what reads people's own words.
#[test]
fn words_for_people_stand_in_the_locales_only() {
    for path in files("app/src", ".rs") {
        let text = read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let arabic = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .any(|line| line.chars().any(|c| ('\u{621}'..='\u{64A}').contains(&c)));
        // The switch of languages names each in its own letters.
        let may = path.ends_with("tests.rs") || shown(&path) == "app/src/chrome/switches.rs";
        assert!(!arabic || may, "{} holds Arabic words", shown(&path));
    }
}

#[test]
fn contrast_is_as_the_tokens_promise() {
    let css = read(&root().join("style/tokens.css"));
    let light = tokens(&css[..css.find("@media").unwrap_or(css.len())]);
    let dark = dark_tokens(&css, &light);
    let pairs: [(&str, &str, f64); 17] = [
        ("--ink", "--page", 7.0),
        ("--ink", "--tile", 7.0),
        ("--ink", "--sunk", 7.0),
        ("--ink-2", "--page", 4.5),
        ("--ink-2", "--tile", 4.5),
        ("--ink-2", "--sunk", 4.5),
        ("--edge", "--sunk", 3.0),
        ("--green", "--page", 4.5),
        ("--green", "--green-soft", 4.5),
        ("--on", "--green", 4.5),
        ("--blue", "--page", 4.5),
        ("--blue", "--blue-soft", 4.5),
        ("--plum", "--page", 4.5),
        ("--plum", "--plum-soft", 4.5),
        ("--saffron-ink", "--saffron-soft", 4.5),
        ("--clay", "--page", 4.5),
        ("--clay", "--clay-soft", 4.5),
    ];
    for (theme, values) in [("light", &light), ("dark", &dark)] {
        for (front, back, least) in pairs {
            let ratio = contrast(values[front], values[back]);
            assert!(ratio >= least, "{theme}: {front} on {back} is {ratio:.2}, not {least}");
        }
    }
}

type Tokens = BTreeMap<String, [f64; 3]>;

fn tokens(css: &str) -> Tokens {
    let mut found = Tokens::new();
    for part in css.split([';', '{', '}']) {
        if let Some((name, value)) = part.trim().split_once(':') {
            let value = value.trim();
            if name.trim().starts_with("--") && value.len() == 7 && value.starts_with('#') {
                let channel = |at: usize| u8::from_str_radix(&value[at..at + 2], 16).map(f64::from).unwrap_or_default();
                found.insert(name.trim().to_owned(), [channel(1), channel(3), channel(5)]);
            }
        }
    }
    found
}

fn dark_tokens(css: &str, light: &Tokens) -> Tokens {
    let dark = &css[css.find("@media screen and (prefers-color-scheme: dark)").expect("a dark theme")..];
    let mut values = light.clone();
    values.extend(tokens(dark));
    values
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let luminance = |c: [f64; 3]| {
        let linear = c.map(|v| {
            let v = v / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
