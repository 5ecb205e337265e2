//! Brings something of the list into view. On the server there is nothing to bring.

/// Scrolls to the element of that id, once it is on the page.
#[cfg(feature = "hydrate")]
pub fn to(id: String) {
    use leptos::prelude::*;
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.scroll_into_view();
        }
    });
}

/// Scrolls to the element of that id.
#[cfg(not(feature = "hydrate"))]
pub fn to(_id: String) {}
