//! A modal dialog on the browser's own `<dialog>`: focus, Escape and the backdrop are the browser's.

use super::{Button, ButtonKind, Glyph, Icon};
use crate::locale::{key, use_words};
use leptos::html;
use leptos::prelude::*;

/// A dialog that is open while `open` is true. Closing by Escape or the cross sets it to false.
#[component]
pub fn Dialog(open: RwSignal<bool>, #[prop(into)] title: String, children: Children) -> impl IntoView {
    let words = use_words();
    let label = title.clone();
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            show(&dialog, open.get());
        }
    });
    view! {
        <dialog node_ref=node class="dialog" aria-label=label on:close=move |_| open.set(false)>
            <header class="dialog-head">
                <h2>{title}</h2>
                <Button
                    kind=ButtonKind::Quiet
                    kind_of="button"
                    attr:aria-label=words.get(key::UI_CLOSE)
                    on:click=move |_| open.set(false)
                >
                    <Icon glyph=Glyph::X />
                </Button>
            </header>
            {children()}
        </dialog>
    }
}

#[cfg(feature = "csr")]
fn show(dialog: &web_sys::HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        // A dialog that has just left the document cannot be shown, and need not be.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

#[cfg(not(feature = "csr"))]
fn show<T>(_dialog: &T, _open: bool) {}
