//! Brings a page to life in the browser: fetches the words of its language, then hands the page to the app.
//! It knows only `app` and draws nothing; where something is missing, the page stays readable as it came.

use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Response};

/// To be called once by the page's script, after the wasm is there.
#[wasm_bindgen]
pub async fn wake() -> Result<(), JsValue> {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let page = document.document_element().ok_or("no page")?;
    let lang = page.get_attribute("lang").unwrap_or_default();
    let folder = page.get_attribute("data-pkg").unwrap_or_default();
    let words = format!("{folder}/locale-{lang}.txt");
    let response: Response = JsFuture::from(window.fetch_with_str(&words)).await?.unchecked_into();
    let lines = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    if !app::locale::install(&lang, lines) {
        return Err(format!("{words} does not fit this build").into());
    }
    let place: HtmlElement = document.get_element_by_id("live").ok_or("nothing lives here")?.unchecked_into();
    let data = document.get_element_by_id("live-data").and_then(|data| data.text_content()).unwrap_or_default();
    if !app::live::wake(place, &data).await {
        return Err("the page's data does not fit this build".into());
    }
    // After the tasks that the first drawing left: whoever waits for a page that listens looks for this mark.
    set_timeout(move || drop(page.set_attribute("data-awake", "")), Duration::ZERO);
    Ok(())
}
