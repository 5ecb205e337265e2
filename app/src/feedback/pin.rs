//! The pins of threads on a board: a mark alone, and one that opens its thread.

use super::words::{pin_label, pin_state};
use crate::locale::use_words;
use leptos::prelude::*;
use shared::{feedback::Thread, ids::ThreadId};

/// The mark of a thread: its number in the shape of its state.
#[component]
pub fn PinMark(thread: Thread, number: u32) -> impl IntoView {
    let label = pin_label(use_words(), &thread, number);
    view! { <crate::ui::Pin number state=pin_state(&thread) label /> }
}

/// A pin that opens its thread. It is a link, so it works before the page is awake; `on_open` takes over when there is one.
#[component]
pub fn Pin(thread: Thread, number: u32, #[prop(optional, into)] on_open: Option<Callback<ThreadId>>) -> impl IntoView {
    let id = thread.id;
    let open = move |event: leptos::ev::MouseEvent| {
        if let Some(on_open) = on_open {
            event.prevent_default();
            event.stop_propagation();
            on_open.run(id);
        }
    };
    view! {
        <a class="thread-pin" href=format!("?thread={id}") data-thread=id.to_string() on:click=open>
            <PinMark thread number />
        </a>
    }
}
