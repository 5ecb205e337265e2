//! Brings something of the list into view, and remembers on this device the block last worked in. On the server there is nothing to bring.

#[cfg(feature = "csr")]
mod browser {
    use board::id::RecordId;
    use leptos::prelude::*;
    use shared::ids::VentureId;
    use web_sys::{HtmlElement, wasm_bindgen::JsCast};

    /// Scrolls to the element of that id, once it is on the page.
    pub fn to(id: String) {
        request_animation_frame(move || {
            if let Some(element) = document().get_element_by_id(&id) {
                element.scroll_into_view();
            }
        });
    }

    /// Brings a block into view and puts the focus into its first field.
    pub fn into(place: &str) {
        let selector = format!("#r-{place} :is(textarea,input,select)");
        request_animation_frame(move || {
            let field = document().query_selector(&selector).ok().flatten();
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                // What just left the document cannot take the focus, and need not.
                let _ = field.focus();
                field.scroll_into_view();
            }
        });
    }

    /// Puts the focus on the words of a note or line, or on itself where its words take none: for who just closed them by keyboard.
    pub fn focus(id: &str) {
        let selector = format!("#{id} button.note-words, #{id}[tabindex]");
        request_animation_frame(move || {
            let element = document().query_selector(&selector).ok().flatten();
            if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                // What just left the document cannot take the focus, and need not.
                let _ = element.focus();
            }
        });
    }

    /// The record that the address points to, or whose part it points to: `#r-5-1` and `#r-5-1-who`.
    pub fn asked() -> Option<RecordId> {
        let hash = window().location().hash().ok()?;
        let place = hash.strip_prefix("#r-")?;
        let end = place.match_indices('-').nth(1).map_or(place.len(), |(at, _)| at);
        place[..end].parse().ok()
    }

    fn name(venture: VentureId) -> String {
        format!("fikra-here-{venture}")
    }

    /// Keeps the id of the block last worked in. A browser without storage opens at the top.
    pub fn remember(venture: VentureId, id: &str) {
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(&name(venture), id);
        }
    }

    /// The id of the block last worked in.
    pub fn last(venture: VentureId) -> Option<String> {
        window().local_storage().ok().flatten()?.get_item(&name(venture)).ok().flatten()
    }

    /// Scrolls to the block last worked in, unless the address says where to look.
    pub fn to_last(venture: VentureId, told: bool) {
        let hash = window().location().hash().unwrap_or_default();
        if told || hash.len() > 1 {
            return;
        }
        if let Some(last) = last(venture) {
            to(last);
        }
    }
}

#[cfg(feature = "csr")]
pub use browser::{asked, focus, into, last, remember, to, to_last};

#[cfg(not(feature = "csr"))]
mod browser {
    use shared::ids::VentureId;

    pub fn to(_id: String) {}
    pub fn focus(_id: &str) {}
    pub fn remember(_venture: VentureId, _id: &str) {}
    pub fn to_last(_venture: VentureId, _told: bool) {}
}

#[cfg(not(feature = "csr"))]
pub use browser::{focus, remember, to, to_last};
