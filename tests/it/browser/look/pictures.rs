//! Each page as it was last agreed on: on a phone and at a desk, in French and Arabic, light and dark, one file a page in `pictures/`.
//! `UPDATE_PICTURES=1 cargo xtask test pictures --only acceptance` takes them anew; a page whose pictures differ says where all three lie.
//!
//! A picture is kept at half its size in sixteen values a channel, which keeps all of them together under ten megabytes. Two are compared pixel by
//! pixel: one is another where it lies beyond everything that stands at its place and right beside it in the other picture, by more than one of the
//! sixteen values. What is drawn up to two pixels beside its place is tolerated so, and edges that another version of the browser smooths
//! otherwise. In no square of 32 × 32 pixels of a page may more than a few be others: a word in another colour, a button four pixels beside
//! its place, an icon or a line that came or went are seen, wherever they stand and however large the page is.

use super::{LANGUAGES, open, pages_of, seats};
use acceptance::{
    Demonstration, Reader,
    browser::Browser,
    lens::Window,
    likeness::{Likeness, Sheet},
    words::Words,
};
use serde_json::{Map, Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

const WINDOWS: [(Window, &str); 2] = [(Window::PHONE, "phone"), (Window::DESK, "desk")];
const THEMES: [&str; 2] = ["light", "dark"];

/// How wide two words are in the letters that the kept pictures are drawn with: Debian's fonts-noto-core.
const LETTERS: (&str, [u32; 2]) = ("500 60px sans-serif", [136, 130]);

/// What is another each time: squares for a camera and what they hold, codes by chance, bytes that travelled, the minutes of a class.
const VARIES: &str = ".share-square, .share-address, .invite-square, .invite-code, .number-figure bdi, .data-line bdi, .class-time, .in-class .next-step-word";

/// Makes the page the same tomorrow. All dates become one, and so do the ages of what was done since the demonstration began, so that lines break
/// alike; what varies keeps its box and has one flat colour.
const STILL: &str = r"
const lang = document.documentElement.lang, day = { fr: '1er mars 2026', ar: '1 مارس 2026' }[lang];
const [, ages, now] = arguments, young = new RegExp(ages[lang], 'g');
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
  const word = words.currentNode;
  word.data = word.data.replace(young, now[lang]);
  if (/ 20\d\d/.test(word.data)) word.data = word.data.replace(/\d{1,2}(er)? \p{L}+ 20\d\d/gu, day);
}
for (const e of document.querySelectorAll('[data-date]')) e.dataset.date = day;
for (const date of document.querySelectorAll('input[type=date]')) date.value &&= '2026-03-01';
for (const code of document.querySelectorAll('input[name=code]')) code.value &&= '000000';
for (const e of document.querySelectorAll(arguments[0])) if (!e.children.length && !e.matches('input')) e.textContent = '0000';
const flat = new CSSStyleSheet();
flat.replaceSync(`:is(${arguments[0]}) { color: transparent !important; background: var(--line) !important; transition: none !important } :is(${arguments[0]}) * { visibility: hidden !important }`);
document.adoptedStyleSheets.push(flat);";

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("it/browser/look/pictures")
}

/// Where a difference is laid down.
fn told() -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    target.join("pictures")
}

#[tokio::test]
async fn guests_and_beginners_see_what_was_agreed_on() {
    pictures(&[Reader::Guest, Reader::Newcomer, Reader::Beginner, Reader::Alone, Reader::InClass, Reader::Unassigned, Reader::Opening])
        .await;
}

#[tokio::test]
async fn those_who_work_see_what_was_agreed_on() {
    pictures(&[Reader::Trainee, Reader::Mentor, Reader::Staff, Reader::Office]).await;
}

async fn pictures(readers: &[Reader]) {
    let _room = seats(1).await;
    let demonstration = Demonstration::open().await;
    let renew = std::env::var_os("UPDATE_PICTURES").is_some();
    let mut faults = Vec::new();
    let browser = still(&demonstration).await;
    for reader in readers {
        demonstration.seat(&browser, *reader).await;
        for page in pages_of(*reader) {
            let file = kept().join(format!("{}.webp", page.name));
            let taken = taken(&browser, &demonstration, page).await;
            let pictures: Vec<Likeness> = taken.iter().map(|(_, picture)| picture.clone()).collect();
            if renew {
                fs::create_dir_all(kept()).expect("a folder");
                Sheet::of(&pictures).keep(&file);
                continue;
            }
            match Sheet::kept(&file) {
                None => faults.push(format!("{} has never been agreed on", page.name)),
                Some(sheet) => faults.extend(differences(page.name, &sheet, &taken)),
            }
        }
    }
    browser.close_but(super::EXPECTED).await;
    assert!(
        faults.is_empty(),
        "\n{}\nWhere it was meant so, UPDATE_PICTURES=1 cargo xtask test pictures --only acceptance takes the pictures anew.\n",
        faults.join("\n")
    );
}

/// A browser that draws as the kept pictures were drawn.
async fn still(demonstration: &Demonstration) -> Browser {
    let browser = demonstration.browser().await;
    browser.know_lines().await;
    // A phone's scroll bar comes and goes by itself.
    browser.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    same_letters(&browser, demonstration).await;
    browser
}

/// What [`STILL`] is given: the ages in minutes in each language, longest first, and what they become.
fn still_words() -> Vec<Value> {
    let (mut ages, mut now) = (Map::new(), Map::new());
    for lang in LANGUAGES {
        let words = Words::load(lang);
        let mut forms: Vec<String> = words.forms("time.minutes_ago").map(|form| form.replace("{n}", "\\d+")).collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        ages.insert(lang.to_owned(), json!(forms.join("|")));
        now.insert(lang.to_owned(), json!(words.get("time.just_now")));
    }
    vec![json!(VARIES), Value::Object(ages), Value::Object(now)]
}

/// All pictures of a page, each with its name, in the order of the sheet. One is made small while the next one is taken.
async fn taken(browser: &Browser, demonstration: &Demonstration, page: &super::Page) -> Vec<(String, Likeness)> {
    let mut all = Vec::new();
    for (window, size) in WINDOWS {
        browser.resize(window).await;
        for lang in LANGUAGES {
            browser.speak(lang).await;
            browser.theme(THEMES[0]).await;
            open(browser, demonstration, page).await;
            browser.script(STILL, still_words()).await;
            for theme in THEMES {
                browser.theme(theme).await;
                let drawn = "return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))";
                browser.script(drawn, Vec::new()).await;
                let png = browser.picture().await;
                all.push((format!("{size}-{lang}-{theme}"), tokio::task::spawn_blocking(move || Likeness::of(&png))));
            }
        }
    }
    let mut made = Vec::new();
    for (name, picture) in all {
        made.push((name, picture.await.expect("a picture")));
    }
    made
}

/// What is done to a page for the proof, in words that the page has; and whether it is to be seen.
const CHANGES: [(&str, bool, &str); 8] = [
    ("nothing", false, ""),
    ("letters drawn by another rule", false, "document.body.style.textRendering = 'geometricPrecision'"),
    ("a button a pixel beside its place", false, "button.style.translate = '1px'"),
    ("a button four pixels beside its place", true, "button.style.translate = '4px'"),
    ("a button six pixels lower", true, "button.style.translate = '0 6px'"),
    ("a button that is not there", true, "button.style.visibility = 'hidden'"),
    ("a word in the mentor's colour", true, "word.style.color = 'var(--blue)'"),
    ("a word in another word's place", true, "word.textContent = [...word.textContent].reverse().join('')"),
];

/// The page's first button and the first long word of its first sentence, which gets an element of its own.
const FIND: &str = r"
const button = document.querySelector('main .button');
const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, text =>
  text.parentElement.matches('p, p *') && !text.parentElement.closest('a') && /\p{L}{6,}/u.test(text.data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
const text = texts.nextNode(), long = text.data.match(/\p{L}{6,}/u);
const rest = text.splitText(long.index), word = document.createElement('span');
rest.splitText(long[0].length);
rest.replaceWith(word);
word.append(rest);";

#[tokio::test]
async fn pictures_show_a_moved_button_and_a_word_of_another_colour_and_not_a_hair() {
    let _room = seats(1).await;
    let demonstration = Demonstration::open().await;
    let browser = still(&demonstration).await;
    demonstration.seat(&browser, Reader::Trainee).await;
    let page = pages_of(Reader::Trainee).find(|page| page.name == "today").expect("a page");
    let mut faults = Vec::new();
    for (window, size) in WINDOWS {
        browser.resize(window).await;
        for (lang, theme) in [(LANGUAGES[0], THEMES[0]), (LANGUAGES[1], THEMES[1])] {
            browser.speak(lang).await;
            browser.theme(theme).await;
            let mut before: Option<Likeness> = None;
            for (change, seen, script) in CHANGES {
                open(&browser, &demonstration, page).await;
                browser.script(STILL, still_words()).await;
                browser.script(&format!("{FIND}\n{script}"), Vec::new()).await;
                let picture = Likeness::of(&browser.picture().await);
                if before.as_ref().is_some_and(|before| before.differs(&picture).is_some() != seen) {
                    faults.push(format!("{change}, {size} {lang} {theme}: {}", if seen { "not seen" } else { "seen" }));
                }
                before.get_or_insert(picture);
            }
        }
    }
    browser.close_but(super::EXPECTED).await;
    assert!(faults.is_empty(), "{faults:#?}");
}

fn differences(page: &str, sheet: &Sheet, taken: &[(String, Likeness)]) -> Vec<String> {
    let (mut faults, mut top) = (Vec::new(), 0);
    for (name, got) in taken {
        let reference = sheet.part(top, got.size());
        top += got.size().1;
        let difference = reference.as_ref().map_or_else(|| Some(got.clone()), |reference| reference.differs(got));
        if let Some(difference) = difference {
            fs::create_dir_all(told()).expect("a folder");
            let file = |what| told().join(format!("{page}-{name}-{what}.png"));
            if let Some(reference) = reference {
                reference.save(&file("agreed"));
            }
            got.save(&file("got"));
            difference.save(&file("difference"));
            faults.push(format!("{page} {name} looks otherwise: {}", file("{agreed,got,difference}").display()));
        }
    }
    faults
}

/// Other letters would make every picture another one: that is said at once, and plainly.
async fn same_letters(browser: &Browser, demonstration: &Demonstration) {
    browser.go(&demonstration.path("/")).await;
    let script = "const on = document.createElement('canvas').getContext('2d'); on.font = arguments[0]; return ['Fikra', '\\u0641\\u0643\\u0631\\u0629'].map(word => Math.round(on.measureText(word).width));";
    let widths = browser.script(script, vec![json!(LETTERS.0)]).await;
    assert_eq!(
        widths,
        json!(LETTERS.1),
        "this browser draws with other letters than the kept pictures: install fonts-noto-core and run this test through `cargo xtask test`, \
         which lets the browser see those letters only"
    );
}
