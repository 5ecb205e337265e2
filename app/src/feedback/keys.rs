//! The mentor's keys: J and K go along the list, D resolves. They rest while somebody types.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Listens while the feedback board is shown. The addresses are those of the neighbours of the open thread.
pub(super) fn listen(next: Signal<Option<String>>, previous: Signal<Option<String>>) {
    let navigate = use_navigate();
    Effect::new(move |_| {
        let navigate = navigate.clone();
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || typing() {
                return;
            }
            let way = match event.key().as_str() {
                "j" | "J" => next.get_untracked(),
                "k" | "K" => previous.get_untracked(),
                "d" | "D" => {
                    resolve();
                    None
                }
                _ => None,
            };
            if let Some(way) = way {
                event.prevent_default();
                navigate(&way, leptos_router::NavigateOptions { scroll: false, ..Default::default() });
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Whether a field has the focus.
#[cfg(feature = "hydrate")]
fn typing() -> bool {
    document()
        .active_element()
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_tick(&element))
}

#[cfg(feature = "hydrate")]
fn is_tick(element: &web_sys::Element) -> bool {
    element.get_attribute("type").is_some_and(|kind| kind == "checkbox")
}

#[cfg(feature = "hydrate")]
fn resolve() {
    use wasm_bindgen::JsCast;
    let button = document().query_selector("[data-key=d]").ok().flatten();
    if let Some(button) = button.and_then(|b| b.dyn_into::<web_sys::HtmlElement>().ok()) {
        button.click();
    }
}

#[cfg(not(feature = "hydrate"))]
fn typing() -> bool {
    true
}

#[cfg(not(feature = "hydrate"))]
fn resolve() {}
