//! Each page as it was last agreed on: on a phone and at a desk, in French and Arabic, light and dark, one file a page in `pictures/`.
//! `UPDATE_PICTURES=1 cargo xtask test pictures --only acceptance` takes them anew; a page whose pictures differ says where all three lie.

use super::{LANGUAGES, open, pages_of, seats, settled};
use acceptance::{
    Demonstration, Reader,
    browser::Browser,
    lens::Window,
    likeness::{Likeness, Sheet},
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
};

const WINDOWS: [(Window, &str); 2] = [(Window::PHONE, "phone"), (Window::DESK, "desk")];
const THEMES: [&str; 2] = ["light", "dark"];

/// How wide two words are in the letters that the kept pictures are drawn with: Debian's fonts-noto-core.
const LETTERS: (&str, [u32; 2]) = ("500 60px sans-serif", [136, 130]);

/// Tomorrow a page says other dates: in a picture all of them are one.
const ONE_DAY: &str = r"
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
  const word = words.currentNode;
  if (/ 20\d\d/.test(word.data)) word.data = word.data.replace(/\d{1,2} (\S+) 20\d\d/g, document.documentElement.lang === 'ar' ? '1 مارس 2026' : '1 mars 2026');
}";

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
    pictures(&[Reader::Guest, Reader::Newcomer, Reader::Beginner]).await;
}

#[tokio::test]
async fn those_who_work_see_what_was_agreed_on() {
    pictures(&[Reader::Trainee, Reader::Mentor, Reader::Staff]).await;
}

async fn pictures(readers: &[Reader]) {
    let _room = seats(1).await;
    let demonstration = Demonstration::open().await;
    let renew = std::env::var_os("UPDATE_PICTURES").is_some();
    let mut faults = Vec::new();
    for reader in readers {
        let browser = demonstration.browser(*reader, "fr").await;
        // A phone's scroll bar comes and goes by itself.
        browser.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        same_letters(&browser, &demonstration).await;
        for page in pages_of(*reader).filter(|page| page.steady) {
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
        browser.close_but(super::EXPECTED).await;
    }
    assert!(
        faults.is_empty(),
        "\n{}\nWhere it was meant so, UPDATE_PICTURES=1 cargo xtask test pictures --only acceptance takes the pictures anew.\n",
        faults.join("\n")
    );
}

/// All pictures of a page, each with its name, in the order of the sheet.
async fn taken(browser: &Browser, demonstration: &Demonstration, page: &super::Page) -> Vec<(String, Likeness)> {
    let mut all = Vec::new();
    for (window, size) in WINDOWS {
        browser.resize(window).await;
        for lang in LANGUAGES {
            browser.speak(lang).await;
            browser.theme(THEMES[0]).await;
            open(browser, demonstration, page).await;
            for theme in THEMES {
                browser.theme(theme).await;
                settled(browser).await;
                browser.script(ONE_DAY, Vec::new()).await;
                let png = browser.driver().screenshot_as_png().await.expect("a picture");
                all.push((format!("{size}-{lang}-{theme}"), Likeness::of(&png)));
            }
        }
    }
    all
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
