//! Wakes the page in the browser: fetches the words of its language, then hydrates what the server wrote.
//! It knows only `app` and draws nothing; where something is missing, the page stays readable as it came.

use app::App;
use leptos::mount::hydrate_body;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlLinkElement, Response};

/// To be called once by the page's script, after the wasm is there.
#[wasm_bindgen]
pub async fn hydrate() -> Result<(), JsValue> {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let lang = document.document_element().map(|html| html.get_attribute("lang").unwrap_or_default()).unwrap_or_default();
    let sheet = document.query_selector("link[rel=stylesheet]")?.ok_or("no style sheet")?.unchecked_into::<HtmlLinkElement>();
    // The words lie beside the style sheet, in the folder of this very build.
    let words = sheet.href().replace("fikra.css", &format!("locale-{lang}.json"));
    let response: Response = JsFuture::from(window.fetch_with_str(&words)).await?.unchecked_into();
    let json = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    if !app::locale::install(&lang, &json) {
        return Err(format!("{words} does not fit this build").into());
    }
    hydrate_body(App);
    Ok(())
}
