//! How every page looks and answers to those who read it: in French and Arabic, light and dark, on a phone and at a desk, enlarged, by keyboard
//! alone, and to a machine that reads aloud. The pages are those of [`list`].

mod axe;
mod keyboard;
mod list;
mod names;
mod pictures;
mod zoom;

use super::seats;
use acceptance::{Demonstration, Reader, browser::Browser, lens::Network};
use list::{PAGES, Page, Then};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The languages that people of the programme read.
const LANGUAGES: [&str; 2] = ["fr", "ar"];

/// What a browser says of pages that refuse, of a network that is not there, and of typed words that nobody typed.
const EXPECTED: &[&str] = &["the server responded with a status of 4", "ERR_INTERNET_DISCONNECTED", "to show a 'beforeunload'"];

/// The badge of a board says how its line stands, and what followed from it is drawn.
const SETTLED: &str = r"
const badge = document.querySelector('.saved');
if (badge && badge.closest('.board, .desk') && arguments[0] === badge.matches('.saved-sent, .saved-seen')) return false;
if ([...document.images].some(image => !image.complete)) return false;
return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));";

/// The pages of a reader.
fn pages_of(reader: Reader) -> impl Iterator<Item = &'static Page> {
    PAGES.iter().filter(move |page| page.reader == reader)
}

/// Goes to a page, waits until it listens, and does what happens on it before it is looked at.
async fn open(browser: &Browser, demonstration: &Demonstration, page: &Page) {
    browser.network(Network::There).await;
    if page.path.contains('#') {
        // From a page to a place on it nothing would be loaded.
        browser.go("/healthz").await;
    }
    browser.go(&demonstration.path(page.path)).await;
    browser.awake().await;
    settled(browser, Network::There).await;
    match page.then {
        Then::Nothing => return,
        Then::Opens(pressed, comes) => {
            let press = "if (!document.querySelector(arguments[1])) document.querySelector(arguments[0]).click()";
            browser.script(press, vec![json!(pressed), json!(comes)]).await;
            browser.shown(comes).await;
        }
        Then::Unplugs => browser.network(Network::Gone).await,
        Then::SendsUnplugged(form, field) => {
            browser.network(Network::Gone).await;
            browser.script(SEND, vec![json!(form), json!([field])]).await;
            browser.shown(".form-says").await;
        }
        Then::Sends(form, fields) => {
            browser.script(SEND, vec![json!(form), json!(fields)]).await;
            browser.until("the form has come back", "return !window.sent && document.readyState === 'complete'", Vec::new()).await;
            browser.awake().await;
        }
    }
    settled(browser, page.network()).await;
}

/// Fills a form, whatever the browser itself would let through, and sends it.
const SEND: &str = r"
const form = document.querySelector(arguments[0]);
for (const [name, value] of arguments[1]) { form.elements[name].value = value; form.elements[name].dispatchEvent(new Event('input', { bubbles: true })); }
form.noValidate = window.sent = true;
form.requestSubmit(form.querySelector('button:not([type=button])'));";

/// Waits until all that was asked for is drawn.
async fn settled(browser: &Browser, network: Network) {
    browser.until("the page has its line and is drawn", SETTLED, vec![json!(network == Network::Gone)]).await;
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
