//! One visit in a new browser with an empty cache, on the slow profile, and what travelled for it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, common::capabilities::desiredcapabilities::CapabilitiesHelper};

/// Notes when the page says that it listens.
const WATCH: &str = "new MutationObserver(() => {
  if (!window.fikraAwake && document.documentElement?.hasAttribute('data-awake')) window.fikraAwake = performance.now();
}).observe(document, {attributes: true, childList: true, subtree: true});";

/// Milliseconds of first paint and of listening, or null.
const TIMES: &str = "return {
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  awake: window.fikraAwake ?? null,
  done: document.readyState === 'complete',
  scripted: !!document.querySelector('script[type=module]'),
};";

/// How long nothing may travel before a visit counts as loaded.
const QUIET: Duration = Duration::from_secs(2);

/// The longest that a visit may take.
const LONGEST: Duration = Duration::from_secs(60);

/// Where browsers come from and where they go.
pub struct Driver {
    /// chromedriver's address.
    pub address: String,
    /// The server's address.
    pub base: String,
}

/// What a visit cost.
#[derive(Default)]
pub struct Visit {
    /// Requests and sockets.
    pub requests: u64,
    /// All bytes.
    pub bytes: u64,
    /// Bytes of the document and the style sheet.
    pub readable: u64,
    /// First contentful paint, ms.
    pub paint: f64,
    /// When the page listened, ms; nothing for a page without a script.
    pub awake: Option<f64>,
}

impl Driver {
    /// Visits a path once.
    pub async fn visit(&self, path: &str, cookies: &[(String, String)]) -> Visit {
        let profile = tempfile::tempdir().expect("a folder");
        let driver = WebDriver::new(&self.address, capabilities(profile.path())).await.expect("a browser");
        let cdp = driver.cdp();
        let send = async |method: &str, params: Value| {
            cdp.send_raw(method, params).await.unwrap_or_else(|error| panic!("{method}: {error}"));
        };
        send("Network.enable", json!({})).await;
        for (name, value) in cookies {
            send("Network.setCookie", json!({ "name": name, "value": value, "url": self.base, "path": "/" })).await;
        }
        send("Emulation.setDeviceMetricsOverride", json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true })).await;
        send("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
        let line = 1_600_000 / 8;
        send(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": 150, "downloadThroughput": line, "uploadThroughput": line }),
        )
        .await;
        send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        let _ = driver.get_log("performance").await;
        driver.goto(format!("{}{path}", self.base)).await.expect("a page");
        let visit = follow(&driver).await;
        driver.quit().await.expect("the browser closes");
        visit
    }
}

/// Reads what travels until nothing does any more.
async fn follow(driver: &WebDriver) -> Visit {
    let mut visit = Visit::default();
    let mut kinds = std::collections::BTreeMap::new();
    let (begun, mut last) = (Instant::now(), Instant::now());
    loop {
        for entry in driver.get_log("performance").await.expect("the log") {
            let entry: Value = serde_json::from_str(&entry.message).expect("JSON");
            if note(&entry["message"], &mut visit, &mut kinds) {
                last = Instant::now();
            }
        }
        let times = driver.execute(TIMES, vec![]).await.expect("a page").json().clone();
        visit.paint = times["paint"].as_f64().unwrap_or_default();
        visit.awake = times["awake"].as_f64();
        let ready = times["done"] == json!(true) && (times["scripted"] == json!(false) || visit.awake.is_some());
        if (ready && last.elapsed() > QUIET) || begun.elapsed() > LONGEST {
            return visit;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Takes one event into account; whether something travelled.
fn note(event: &Value, visit: &mut Visit, kinds: &mut std::collections::BTreeMap<String, String>) -> bool {
    let params = &event["params"];
    let id = params["requestId"].as_str().unwrap_or_default().to_owned();
    match event["method"].as_str().unwrap_or_default() {
        "Network.requestWillBeSent" if params["request"]["url"].as_str().is_some_and(|url| url.starts_with("http")) => {
            visit.requests += 1;
            visit.bytes += params["redirectResponse"]["encodedDataLength"].as_u64().unwrap_or_default();
            kinds.insert(id, params["type"].as_str().unwrap_or_default().to_owned());
        }
        // What was asked for ahead of its use is told twice and travels once.
        "Network.requestServedFromCache" => visit.requests = visit.requests.saturating_sub(1),
        "Network.webSocketCreated" => visit.requests += 1,
        "Network.webSocketFrameReceived" | "Network.webSocketFrameSent" => {
            // A binary payload is told in base64.
            let text = params["response"]["payloadData"].as_str().unwrap_or_default().len() as u64;
            visit.bytes += if params["response"]["opcode"] == json!(2) { text * 3 / 4 } else { text };
        }
        "Network.loadingFinished" => {
            let bytes = params["encodedDataLength"].as_f64().unwrap_or_default() as u64;
            visit.bytes += bytes;
            if kinds.get(&id).is_some_and(|kind| kind == "Document" || kind == "Stylesheet") {
                visit.readable += bytes;
            }
        }
        _ => return false,
    }
    true
}

fn capabilities(profile: &std::path::Path) -> thirtyfour::ChromeCapabilities {
    let mut wanted = DesiredCapabilities::chrome();
    let profile = format!("--user-data-dir={}", profile.display());
    for arg in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        &profile,
    ] {
        wanted.add_arg(arg).expect("an argument");
    }
    wanted.set("goog:loggingPrefs", json!({ "performance": "ALL" })).expect("a preference");
    wanted
}
