//! How every page looks and answers to those who read it: in French and Arabic, light and dark, on a phone and at a desk, enlarged, by keyboard
//! alone, and to a machine that reads aloud. The pages are those of [`list`].

mod axe;
mod keyboard;
mod list;
mod names;
mod pictures;
mod zoom;

use super::seats;
use acceptance::{Demonstration, Reader, browser::Browser};
use list::{PAGES, Page};
use serde_json::Value;
use std::collections::BTreeMap;

/// The languages that people of the programme read.
const LANGUAGES: [&str; 2] = ["fr", "ar"];

/// What a browser says of pages that refuse, which some of them do.
const EXPECTED: &[&str] = &["the server responded with a status of 40"];

/// The badge of a board says that all is sent, and what followed from it is drawn.
const SETTLED: &str = r"
const badge = document.querySelector('.saved');
if (badge && badge.closest('.board, .desk') && !badge.matches('.saved-sent, .saved-seen')) return false;
if ([...document.images].some(image => !image.complete)) return false;
return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));";

/// The pages of a reader.
fn pages_of(reader: Reader) -> impl Iterator<Item = &'static Page> {
    PAGES.iter().filter(move |page| page.reader == reader)
}

/// Goes to a page and waits until it listens.
async fn open(browser: &Browser, demonstration: &Demonstration, page: &Page) {
    browser.go(&demonstration.path(page.path)).await;
    browser.awake().await;
    settled(browser).await;
}

/// Waits until all that was asked for is drawn.
async fn settled(browser: &Browser) {
    browser.until("the page has its line and is drawn", SETTLED, Vec::new()).await;
}

/// What was found, each finding with the pages that it was found on.
#[derive(Default)]
struct Faults(BTreeMap<String, Vec<String>>);

impl Faults {
    fn add(&mut self, on: &str, found: impl IntoIterator<Item = String>) {
        for fault in found {
            self.0.entry(fault).or_default().push(on.to_owned());
        }
    }

    fn none(&self) {
        let said: Vec<String> = self.0.iter().map(|(fault, pages)| format!("{fault}\n    on {}", pages.join(", "))).collect();
        assert!(said.is_empty(), "\n{}\n", said.join("\n"));
    }
}

/// The lines that a script answers with.
async fn lines(browser: &Browser, script: &str, args: Vec<Value>) -> Vec<String> {
    let answer = browser.script(script, args).await;
    answer.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
