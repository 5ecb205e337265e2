//! What people do over and over in a browser, as one call each: entering, writing into a block, waiting until all is sent. And what a line does that fails.

use crate::{
    browser::{Browser, By},
    cast::{PASSPHRASE, Person},
};
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::prelude::*;

/// Where on the page a block of a sheet is, for the calls that look within something.
pub fn block(sheet: &str, block: &str) -> String {
    format!("article.sheet[aria-label=\"{sheet}\"] section.block[aria-label=\"{block}\"]")
}

impl Browser {
    /// Enters as somebody who has a passphrase.
    pub async fn enter(&self, person: &Person) {
        match person.card {
            Some((group, number)) => {
                self.go("/?way=passphrase").await;
                self.fill(&self.words.get("accounts.group"), group).await;
                self.fill(&self.words.get("accounts.number"), &number.to_string()).await;
            }
            None => {
                self.go("/?way=name").await;
                self.fill(&self.words.get("accounts.name"), &person.name).await;
            }
        }
        self.fill(&self.words.get("accounts.passphrase"), PASSPHRASE).await;
        self.press(By::Button, &self.words.get("accounts.enter")).await;
        self.arrive("a page of one's own", |path| path != "/" && !path.starts_with("/?")).await;
    }

    /// Runs a script and answers what it returns.
    pub async fn script(&self, script: &str, args: Vec<Value>) -> Value {
        self.driver().execute(script, args).await.expect("the script runs").json().clone()
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        self.driver().active_element().await.expect("something has the focus").send_keys(keys).await.expect("keys are taken");
    }

    /// Goes on with Tab until the focus stands on what the selector names.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..200 {
            let there = self.script("return document.activeElement.matches(arguments[0])", vec![json!(selector)]).await;
            if there == json!(true) {
                return;
            }
            self.keys(Key::Tab).await;
        }
        panic!("the keyboard does not reach {selector} at {}", self.path().await);
    }

    /// Waits until the page may be written: the line is open and everything is sent.
    pub async fn sent(&self) {
        let script = "const s = document.querySelector('.saved [role=status]'); return !!s && s.textContent.trim() === arguments[0];";
        self.until("the badge says sent", script, vec![json!(self.words.get("board.sent"))]).await;
    }

    /// Waits until something that the selector names is there.
    pub async fn shown(&self, selector: &str) {
        self.until(&format!("{selector} is there"), "return !!document.querySelector(arguments[0]);", vec![json!(selector)]).await;
    }

    /// Lays a sheet on the board from the picker.
    pub async fn add_sheet(&self, template: &str) {
        let name = self.words.sheet(template);
        self.press(By::Button, &self.words.get("board.add_sheet")).await;
        // It may stand in the fold of the other phases.
        self.awake().await;
        self.shown("dialog[open] .picker-card").await;
        self.script("document.querySelectorAll('dialog[open] details').forEach(fold => fold.open = true)", Vec::new()).await;
        self.press_within(By::Button, &name, Some("dialog[open]")).await;
        self.shown(&format!("article.sheet[aria-label=\"{name}\"]")).await;
    }

    /// Writes a new note or line into a block, by the button with that word.
    pub async fn write_in(&self, block: &str, add: &str, text: &str) {
        self.press_within(By::Button, &self.words.get(add), Some(block)).await;
        let field = format!("{block} textarea:focus");
        self.shown(&field).await;
        self.keys(text).await;
        self.keys(Key::Escape).await;
        self.until("the words are closed", "return !document.querySelector(arguments[0]);", vec![json!(field)]).await;
    }

    /// Chooses a photo in what the selector names.
    pub async fn photo(&self, within: &str, file: &Path) {
        self.awake().await;
        let input = self.wait_within_selector(&format!("{within} input[type=file]:enabled")).await;
        input.send_keys(file.to_str().expect("a path in letters")).await.expect("a file is taken");
    }

    async fn wait_within_selector(&self, selector: &str) -> WebElement {
        self.shown(selector).await;
        self.driver().find(thirtyfour::By::Css(selector)).await.expect("it was there a moment ago")
    }

    /// A command of the browser's own protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) {
        self.driver().cdp().send_raw(command, parameters).await.unwrap_or_else(|error| panic!("{command}: {error}"));
    }

    /// How far what stands on the page reaches beyond its width, with what does.
    pub async fn sideways(&self) -> Value {
        let script = r"
            const width = window.innerWidth, page = document.scrollingElement;
            if (page.scrollWidth <= Math.min(width, 360)) return null;
            const out = [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.right > 361 || r.left < -1); });
            return [page.scrollWidth, width, ...out.slice(0, 6).map(e => e.tagName + '.' + e.className)];";
        self.script(script, Vec::new()).await
    }
}
