//! The board as an infinite canvas of real elements: the same records as the list, filled by the same parts, moved by pointer and keys.
//! Only in the browser: the server writes the list, and this takes its place. It never draws words itself, and never mirrors a coordinate.

#[cfg(feature = "csr")]
mod bars;
#[cfg(feature = "csr")]
mod deeds;
#[cfg(feature = "csr")]
mod far;
#[cfg(feature = "csr")]
mod follow;
#[cfg(feature = "csr")]
mod frame;
#[cfg(feature = "csr")]
mod gesture;
#[cfg(feature = "csr")]
mod ghost;
#[cfg(feature = "csr")]
mod item;
#[cfg(feature = "csr")]
mod items;
#[cfg(feature = "csr")]
mod keys;
#[cfg(feature = "csr")]
mod line;
#[cfg(feature = "csr")]
mod mates;
#[cfg(feature = "csr")]
mod prototype;
#[cfg(feature = "csr")]
mod rail;
#[cfg(feature = "csr")]
mod space;
#[cfg(feature = "csr")]
mod stage;
#[cfg(feature = "csr")]
mod words;

#[cfg(feature = "csr")]
use super::later::{self, Missing};
use leptos::prelude::*;

/// Which of the two views a part of the board is drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// The list: a tap on words opens them, and each record has its own row of actions.
    #[default]
    List,
    /// The canvas: a press selects and carries, and one bar has the actions of whatever is selected.
    Canvas,
}

/// The view that is being drawn.
pub fn surface() -> Surface {
    use_context().unwrap_or_default()
}

/// The canvas, fetched when it is first looked at: a phone that shows the list never loads it.
#[cfg(feature = "csr")]
#[component]
pub fn Canvas() -> impl IntoView {
    let slot = RwSignal::new_local(None::<AnyView>);
    let owner = Owner::current().unwrap_or_default();
    leptos::task::spawn_local(async move {
        if let Ok(drawn) = drawn(owner).await {
            // The list may be back by now.
            let _ = slot.try_set(Some(drawn));
        }
    });
    view! { <div class="canvas-room">{later::filling(slot)}</div> }.into_any()
}

/// Fetches the canvas, so that it appears at once when it is shown.
#[cfg(feature = "csr")]
pub async fn fetch() -> Result<(), Missing> {
    let (program, canvas, screens) = futures::join!(preload(), later::style("canvas.css"), later::style("prototypes.css"));
    program?;
    canvas.and(screens)
}

#[cfg(feature = "csr")]
#[leptos::wasm_split::wasm_split(canvas, wasm_split_path = ::leptos::wasm_split, preload(preload), fallible)]
fn drawn(owner: Owner) -> Result<AnyView, Missing> {
    Ok(later::under(&owner, || view! { <space::Canvas /> }.into_any()))
}

/// On the server there is no canvas.
#[cfg(not(feature = "csr"))]
#[component]
pub fn Canvas() -> impl IntoView {}
