//! Forms of still pages when the line is gone: what was typed stays, the page says so, and nothing is sent twice.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
};
use serde_json::json;

/// What a browser says of an address that it was kept from.
const GONE: &[&str] = &["ERR_INTERNET_DISCONNECTED", "ERR_BLOCKED_BY_CLIENT"];

const IDEA: &str = "Moins d'eau perdue la nuit";

#[tokio::test]
async fn without_network_a_form_keeps_what_was_typed_and_goes_once_later() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let salma = Browser::open(stage.base(), "fr", Screen::Phone).await;
    let words = &salma.words;
    salma.enter(&stage.cast.salma).await;
    salma.go("/ventures/new").await;
    salma.fill(&words.get("starting.question"), IDEA).await;
    salma.cdp("Network.enable", json!({})).await;

    // The phone knows that there is no network.
    line(&salma, true).await;
    salma.press(By::Button, &words.get("starting.go")).await;
    salma.see(&words.get("forms.offline")).await;
    salma.see(IDEA).await;
    line(&salma, false).await;

    // It believes that there is one, but nobody answers.
    salma.cdp("Network.setBlockedURLs", json!({ "urls": ["*/healthz"] })).await;
    salma.press(By::Button, &words.get("starting.go")).await;
    salma.see(&words.get("forms.offline")).await;
    salma.see(IDEA).await;
    assert_eq!(salma.path().await, "/ventures/new");
    salma.cdp("Network.setBlockedURLs", json!({ "urls": [] })).await;

    // An impatient finger.
    salma.script("const b = document.querySelector('main form .button-primary'); b.click(); b.click(); b.click();", Vec::new()).await;
    salma.arrive("the new board", |path| path.contains("/board")).await;
    salma.go("/today").await;
    let boards =
        "return new Set([...document.querySelectorAll('main a[href^=\"/v/\"]')].map(a => a.getAttribute('href').split('/')[2])).size";
    assert_eq!(salma.script(boards, Vec::new()).await, json!(1), "one venture");
    salma.close_but(GONE).await;
}

async fn line(browser: &Browser, cut: bool) {
    let line = json!({ "offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.cdp("Network.emulateNetworkConditions", line).await;
}
