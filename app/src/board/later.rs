//! Parts of the board's program that are fetched when they are first wanted, so that a phone which writes in the list pays for the list.
//! A part that does not arrive is an answer, not a panic: a panic would end the program, and with it the words that wait to be sent.

use super::state::BoardState;
use crate::assets;
use crate::locale::{key, use_words};
use js_sys::Promise;
use leptos::{prelude::*, tachys::reactive_graph::OwnedView, wasm_split::SplitLoaderError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// The part did not arrive.
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl Missing {
    /// Says so, and what to do.
    pub fn say(self, state: BoardState) {
        state.toaster().fault(use_words().get(key::BOARD_PART_MISSING));
    }
}

impl From<JsValue> for Missing {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The styles of a part. They begin to load at once; the answer waits until they stand.
pub fn style(sheet: &str) -> impl Future<Output = Result<(), Missing>> {
    let begun = begin(&format!("{}/{sheet}", assets::folder()));
    async move {
        let Some((link, loaded)) = begun? else { return Ok(()) };
        JsFuture::from(loaded).await.map(drop).map_err(|_| {
            // Another try begins with another element.
            link.remove();
            Missing
        })
    }
}

/// Puts a style sheet into the page; nothing where it stands already.
fn begin(address: &str) -> Result<Option<(HtmlElement, Promise)>, Missing> {
    let document = document();
    if document.query_selector(&format!("link[href='{address}']"))?.is_some() {
        return Ok(None);
    }
    let link: HtmlElement = document.create_element("link")?.unchecked_into();
    link.set_attribute("rel", "stylesheet")?;
    link.set_attribute("href", address)?;
    let loaded = Promise::new(&mut |loaded, missed| {
        link.set_onload(Some(&loaded));
        link.set_onerror(Some(&missed));
    });
    document.head().ok_or(Missing)?.append_child(&link)?;
    Ok(Some((link, loaded)))
}

/// Draws a part under an owner of its own: what it provides to its parts must not reach the rest of the page.
pub fn under(owner: &Owner, draw: impl FnOnce() -> AnyView) -> AnyView {
    owner.child().with(|| OwnedView::new(draw()).into_any())
}

/// What stands in a slot that is filled once. A view is no value that can be had twice.
pub fn filling(slot: RwSignal<Option<AnyView>, LocalStorage>) -> impl Fn() -> Option<AnyView> {
    move || {
        slot.track();
        slot.try_update_untracked(Option::take).flatten()
    }
}

/// A part that is fetched when `open` first holds; what waits stands in its place until it is here. Where it does not arrive, `open` ends.
pub fn opened<F>(state: BoardState, open: RwSignal<bool>, fetch: impl Fn(Owner) -> F + 'static, waiting: fn() -> AnyView) -> AnyView
where
    F: Future<Output = Result<AnyView, Missing>> + 'static,
{
    let slot = RwSignal::new_local(None::<AnyView>);
    let here = RwSignal::new(false);
    let owner = Owner::current().unwrap_or_default();
    let wanted = Memo::new(move |_| open.get() && !here.get());
    Effect::new(move |_| {
        if !wanted.get() {
            return;
        }
        let part = fetch(owner.clone());
        leptos::task::spawn_local(async move {
            match part.await {
                // Closed and opened again on a slow line, it comes twice; one is enough.
                Ok(part) => {
                    if here.try_get_untracked() == Some(false) {
                        slot.set(Some(part));
                        here.set(true);
                    }
                }
                Err(missing) => {
                    let _ = open.try_set(false);
                    missing.say(state);
                }
            }
        });
    });
    (move || wanted.get().then(waiting), filling(slot)).into_any()
}
