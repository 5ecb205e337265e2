//! What happens on a press, as one type. Each closure put on an event would bring a copy of all that attaches, hydrates and rebuilds
//! an event; behind one pointer they share it, which is worth a kilobyte of download a button.

use leptos::ev::MouseEvent;
use std::sync::Arc;

/// For `on:click`: does something, whatever the event says.
pub fn press(does: impl Fn() + Send + Sync + 'static) -> impl FnMut(MouseEvent) + Clone + Send + 'static {
    shared(Arc::new(move |_| does()))
}

/// For `on:click`: does something with the event.
pub fn pressed(does: impl Fn(MouseEvent) + Send + Sync + 'static) -> impl FnMut(MouseEvent) + Clone + Send + 'static {
    shared(Arc::new(does))
}

fn shared(does: Arc<dyn Fn(MouseEvent) + Send + Sync>) -> impl FnMut(MouseEvent) + Clone + Send + 'static {
    move |event| does(event)
}
