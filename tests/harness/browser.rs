//! A person's browser: Debian's chromium, driven through chromedriver. Things are found by role and visible name, and waited for; nothing sleeps for a fixed time.

use crate::words::Words;
use serde_json::{Value, json};
use std::{
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, WebDriver, common::capabilities::desiredcapabilities::CapabilitiesHelper, prelude::*};

/// What kind of thing is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Something to press.
    Button,
    /// Something that leads elsewhere.
    Link,
    /// Something to type in.
    Field,
    /// One of several.
    Radio,
    /// A tick.
    Checkbox,
    /// A choice that folds.
    Select,
    /// A heading.
    Heading,
    /// A tab.
    Tab,
    /// The words round a tick or a radio, which are what a finger hits.
    Label,
}

impl By {
    fn selector(self) -> &'static str {
        match self {
            Self::Button => "button, [role=button], summary, input[type=submit]",
            Self::Link => "a[href], [role=link]",
            Self::Field => {
                "textarea, input:not([type=radio]):not([type=checkbox]):not([type=submit]):not([type=hidden]):not([type=file]), [role=textbox], [contenteditable=true]"
            }
            Self::Radio => "input[type=radio], [role=radio]",
            Self::Checkbox => "input[type=checkbox], [role=checkbox]",
            Self::Select => "select",
            Self::Heading => "h1, h2, h3, h4, [role=heading]",
            Self::Tab => "[role=tab], [role=tablist] a, nav a",
            Self::Label => "label",
        }
    }
}

/// The size of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// 360×740, touch.
    Phone,
    /// 1280×800.
    Desk,
}

/// Finds elements by their accessible name; the first visible one whose name equals, else starts with, else holds what is asked for.
const FIND: &str = r"
const [selector, wanted, within] = arguments;
const clean = s => (s || '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();
const name = e => {
  const label = e.getAttribute('aria-label'); if (label) return clean(label);
  const by = e.getAttribute('aria-labelledby'); if (by) return clean(by.split(' ').map(i => document.getElementById(i)?.textContent).join(' '));
  if (e.labels && e.labels.length) return clean([...e.labels].map(l => l.textContent).join(' '));
  return clean(e.textContent) || clean(e.title) || clean(e.placeholder) || clean(e.value);
};
const seen = e => e.checkVisibility ? e.checkVisibility({visibilityProperty: true}) : e.offsetParent !== null;
const root = within ? document.querySelector(within) : document;
if (!root) return null;
const all = [...root.querySelectorAll(selector)].filter(e => seen(e) || (e.labels && [...e.labels].some(seen)) || e.type === 'file');
const want = clean(wanted);
return all.find(e => name(e) === want) || all.find(e => name(e).startsWith(want)) || all.find(e => name(e).includes(want)) || null;
";

/// One browser with its own profile: nothing is shared with another person's.
pub struct Browser {
    driver: WebDriver,
    chromedriver: String,
    base: String,
    /// The words of the language the person reads.
    pub words: Words,
    _profile: TempDir,
}

/// How long a condition may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

impl Browser {
    /// Opens a browser on the site at `base`. Needs chromedriver's address in `FIKRA_TEST_CHROMEDRIVER`.
    pub async fn open(base: &str, lang: &str, screen: Screen) -> Self {
        let address =
            std::env::var("FIKRA_TEST_CHROMEDRIVER").expect("FIKRA_TEST_CHROMEDRIVER: run the browser tests through `cargo xtask test`");
        let profile = tempfile::tempdir().expect("a profile folder");
        let mut caps = DesiredCapabilities::chrome();
        let size = match screen {
            Screen::Phone => "--window-size=500,740",
            Screen::Desk => "--window-size=1280,800",
        };
        for arg in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            size,
            &format!("--user-data-dir={}", profile.path().display()),
            &format!("--lang={lang}"),
        ] {
            caps.add_arg(arg).expect("an argument");
        }
        caps.set("goog:loggingPrefs", json!({ "browser": "ALL" })).expect("a preference");
        let driver = WebDriver::new(&address, caps).await.expect("chromedriver opens a browser");
        if screen == Screen::Phone {
            let metrics = json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": true });
            driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("a small screen");
            driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await.expect("touch");
        }
        driver.goto(format!("{base}/healthz")).await.expect("the site answers");
        let mut cookie = thirtyfour::Cookie::new("fikra-lang", lang);
        cookie.set_path("/");
        driver.add_cookie(cookie).await.expect("a cookie");
        Self { driver, chromedriver: address, base: base.to_owned(), words: Words::load(lang), _profile: profile }
    }

    /// Goes to a path of the site.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.base)).await.expect("a page");
    }

    /// The path now shown, with its query.
    pub async fn path(&self) -> String {
        let url = self.driver.current_url().await.expect("an address");
        let query = url.query().map(|q| format!("?{q}")).unwrap_or_default();
        format!("{}{query}", url.path())
    }

    /// The driver, for what the harness has no word for.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    async fn find(&self, by: By, name: &str, within: Option<&str>) -> Option<WebElement> {
        let args = vec![json!(by.selector()), json!(name), within.map_or(Value::Null, |w| json!(w))];
        self.driver.execute(FIND, args).await.ok()?.element().ok()
    }

    /// Waits for a thing by role and name.
    pub async fn wait(&self, by: By, name: &str) -> WebElement {
        self.wait_within(by, name, None).await
    }

    /// Waits for a thing inside what a CSS selector names.
    pub async fn wait_within(&self, by: By, name: &str, within: Option<&str>) -> WebElement {
        let started = Instant::now();
        loop {
            if let Some(found) = self.find(by, name, within).await {
                return found;
            }
            self.patience(started, &format!("no {by:?} «{name}»")).await;
        }
    }

    /// Whether a thing is there now.
    pub async fn has(&self, by: By, name: &str) -> bool {
        self.find(by, name, None).await.is_some()
    }

    /// Presses a thing once it is there and the page listens.
    pub async fn press(&self, by: By, name: &str) {
        self.press_within(by, name, None).await;
    }

    /// Presses a thing inside what a CSS selector names.
    pub async fn press_within(&self, by: By, name: &str, within: Option<&str>) {
        self.awake().await;
        let started = Instant::now();
        loop {
            let element = self.wait_within(by, name, within).await;
            let _ =
                self.driver.execute("arguments[0].scrollIntoView({block: 'center'})", vec![element.to_json().expect("an element")]).await;
            match element.click().await {
                Ok(()) => return,
                Err(error) => self.patience(started, &format!("cannot press {by:?} «{name}»: {error}")).await,
            }
        }
    }

    /// Types into a field, in place of what it held.
    pub async fn fill(&self, name: &str, text: &str) {
        self.fill_within(name, text, None).await;
    }

    /// Types into a field inside what a CSS selector names.
    pub async fn fill_within(&self, name: &str, text: &str, within: Option<&str>) {
        self.awake().await;
        let field = self.wait_within(By::Field, name, within).await;
        let _ = field.clear().await;
        field.send_keys(text).await.expect("a field that takes words");
    }

    /// Chooses an option of a select by its text.
    pub async fn choose(&self, name: &str, option: &str) {
        self.awake().await;
        let select = self.wait(By::Select, name).await;
        let script = "const o = [...arguments[0].options].find(o => o.textContent.includes(arguments[1])); arguments[0].value = o.value; arguments[0].dispatchEvent(new Event('input', {bubbles: true})); arguments[0].dispatchEvent(new Event('change', {bubbles: true}));";
        self.driver.execute(script, vec![select.to_json().expect("an element"), json!(option)]).await.expect("the option is there");
    }

    /// Waits until these words stand somewhere on the page, typed words in fields included.
    pub async fn see(&self, words: &str) {
        self.until(&format!("«{words}» on the page"), "const t = document.body.innerText + ' ' + [...document.querySelectorAll('textarea, input')].map(e => e.value).join(' '); return t.replace(/[\\u2066-\\u2069]/g, '').includes(arguments[0]);", vec![json!(words)]).await;
    }

    /// Waits until these words are gone.
    pub async fn gone(&self, words: &str) {
        self.until(&format!("«{words}» gone"), "return !document.body.innerText.includes(arguments[0]);", vec![json!(words)]).await;
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str, args: Vec<Value>) {
        let started = Instant::now();
        loop {
            if let Ok(answer) = self.driver.execute(script, args.clone()).await
                && answer.json() == &json!(true)
            {
                return;
            }
            self.patience(started, what).await;
        }
    }

    /// Waits until the path is as a test of it says.
    pub async fn arrive(&self, what: &str, test: impl Fn(&str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let path = self.path().await;
            if test(&path) {
                return path;
            }
            self.patience(started, &format!("{what}, still at {path}")).await;
        }
    }

    /// Waits until the page listens: `hydrate` marks the root when it is done. Pages without a script listen at once.
    pub async fn awake(&self) {
        self.until("the page listens", "return document.readyState === 'complete' && (document.documentElement.hasAttribute('data-awake') && !document.querySelector('.written') || !document.querySelector('script[type=module]'));", vec![]).await;
    }

    async fn patience(&self, started: Instant, what: &str) {
        if started.elapsed() > PATIENCE {
            let shot = self.shot("failed").await;
            let text =
                self.driver.execute("return document.body.innerText", vec![]).await.map(|t| t.json().to_string()).unwrap_or_default();
            let log = self.log().await;
            panic!(
                "waited too long: {what}\n at {}\n picture {}\n console {log:?}\n page {}",
                self.path().await,
                shot.display(),
                text.chars().take(1500).collect::<String>()
            );
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
    }

    /// Takes a picture into the build folder and says where.
    pub async fn shot(&self, name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join("fikra-shots");
        let _ = std::fs::create_dir_all(&folder);
        let path = folder.join(format!("{name}-{}.png", std::process::id()));
        let _ = self.driver.screenshot(&path).await;
        path
    }

    /// What the console says that it should not.
    pub async fn log(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.unwrap_or_default();
        entries.into_iter().map(|entry| format!("{entry:?}")).filter(|entry| !entry.contains("favicon")).collect()
    }

    /// Asserts that the console stayed empty and closes the browser.
    pub async fn close(self) {
        self.close_but(&[]).await;
    }

    /// Closes the browser; its console may hold only lines with one of these words in them.
    pub async fn close_but(self, known: &[&str]) {
        let mut log = self.log().await;
        log.retain(|line| !known.iter().any(|word| line.contains(word)));
        self.driver.clone().quit().await.expect("the browser closes");
        assert!(log.is_empty(), "the console is not empty: {log:#?}");
    }
}

impl Drop for Browser {
    /// Ends the browser of a test that failed. It is asked for on a line of its own: the one of the test no longer turns by then.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let host = self.chromedriver.trim_start_matches("http://");
        let request = format!("DELETE /session/{} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", self.driver.session_id());
        if let Ok(mut line) = TcpStream::connect(host) {
            // A browser that is gone already needs no end.
            let _ = line
                .write_all(request.as_bytes())
                .and_then(|()| line.set_read_timeout(Some(PATIENCE)))
                .and_then(|()| line.read(&mut [0; 64]));
        }
        let _ = self.driver.clone().leak();
    }
}
