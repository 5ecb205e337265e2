//! A picture on a still page. Where data is saved it is a box of its size that says what it weighs; one tap brings it. It opens without a script:
//! what is folded away is not fetched.

use super::size;
use crate::context::visit;
use crate::locale::{key, use_words};
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;

/// The picture, or its box.
#[component]
pub(crate) fn Photo(
    #[prop(into)] src: String,
    #[prop(into)] alt: String,
    /// What it weighs on its way.
    bytes: u64,
    /// Pixels across and down.
    size: (u32, u32),
    #[prop(default = "photo")] class: &'static str,
) -> impl IntoView {
    let words = use_words();
    let (width, height) = size;
    let picture = view! { <img class=class src=src alt=alt.clone() width=width height=height loading="lazy" decoding="async" /> };
    if !visit().saver {
        return picture.into_any();
    }
    let said = words.fill(key::BOARD_PHOTO_WAITS, &[("size", &self::size(words, bytes))]);
    let label = format!("{said} · {alt}");
    view! {
        <details class="photo-fold">
            <summary class="photo-waits" aria-label=label>
                <svg viewBox=format!("0 0 {width} {height}") aria-hidden="true"></svg>
                <span class="photo-says"><Icon glyph=Glyph::Image />{said}</span>
            </summary>
            {picture}
        </details>
    }
    .into_any()
}
