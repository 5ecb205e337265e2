//! What a browser can be told while it is open: another size, another theme, another language, somebody's cookies. A page is looked at in all of
//! them without starting anew.

use crate::{browser::Browser, web::Web};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use thirtyfour::Cookie;

/// How large a window is, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Whether fingers touch it.
    pub phone: bool,
}

impl Window {
    /// A cheap phone.
    pub const PHONE: Self = Self { width: 360, height: 740, phone: true };
    /// A desk.
    pub const DESK: Self = Self { width: 1280, height: 800, phone: false };
}

/// Whether anything is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// It is there.
    There,
    /// Nothing is reached.
    Gone,
}

/// Chromium's own switch leaves open sockets alone.
const KNOW_LINES: &str = "globalThis.WebSocket = class extends WebSocket {
  constructor(...line) { super(...line); (globalThis.lines ??= []).push(this); }
};";

impl Browser {
    /// Takes what a person's HTTP client was given.
    pub async fn take_cookies(&self, web: &Web) {
        for pair in web.cookie_header().split("; ") {
            let (name, value) = pair.split_once('=').expect("a cookie");
            let mut cookie = Cookie::new(name, value);
            cookie.set_path("/");
            self.driver().add_cookie(cookie).await.expect("a cookie");
        }
    }

    /// The next page comes in this language.
    pub async fn speak(&self, lang: &str) {
        let mut cookie = Cookie::new("fikra-lang", lang);
        cookie.set_path("/");
        self.driver().add_cookie(cookie).await.expect("a cookie");
    }

    /// Gives the window another size.
    pub async fn resize(&self, window: Window) {
        let metrics = json!({ "width": window.width, "height": window.height, "deviceScaleFactor": 1, "mobile": window.phone });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": window.phone })).await;
    }

    /// The system's wishes: `light` or `dark`, and nothing that moves.
    pub async fn theme(&self, theme: &str) {
        let wishes = json!([{ "name": "prefers-color-scheme", "value": theme }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": wishes })).await;
    }

    /// Pulls the plug or puts it in again: without network, lines that are open break as well.
    pub async fn network(&self, network: Network) {
        let conditions = json!({ "offline": network == Network::Gone, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", conditions).await;
        if network == Network::Gone {
            self.script("globalThis.lines?.forEach(line => line.close())", Vec::new()).await;
        }
    }

    /// Every page from now on knows its lines, so that they can break.
    pub async fn know_lines(&self) {
        self.cdp("Network.enable", json!({})).await;
        self.begin_with(KNOW_LINES).await;
    }

    /// What is in the window, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        let options = json!({ "format": "png", "optimizeForSpeed": true });
        let taken = self.driver().cdp().send_raw("Page.captureScreenshot", options).await.expect("a picture");
        BASE64_STANDARD.decode(taken["data"].as_str().expect("a picture in letters")).expect("a picture in its letters")
    }

    /// Every page from now on begins with this script, whatever its policy says.
    pub async fn begin_with(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Presses and lets go of a key by its name.
    pub async fn key(&self, key: &str, code: u32) {
        let text = if key == "Enter" { "\r" } else { "" };
        let of = |kind, text| json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
        self.cdp("Input.dispatchKeyEvent", of("keyDown", text)).await;
        self.cdp("Input.dispatchKeyEvent", of("keyUp", "")).await;
    }
}
