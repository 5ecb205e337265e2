//! Parts that know no feature: they take values and draw them, and never fetch, never judge, never name a noun of the product.

mod button;
mod chip;
mod dialog;
mod empty;
mod field;
#[cfg(feature = "ssr")]
mod fold;
#[cfg(all(feature = "ssr", debug_assertions))]
mod gallery;
mod icon;
mod pin;
mod press;
mod progress;
mod star;
mod table;
mod tabs;
mod toast;
mod wall;

pub use button::{Button, ButtonKind, LinkButton};
pub use chip::{Badge, Chip, ChipState, Tone};
pub use dialog::Dialog;
pub use empty::{EmptyState, Heads, Scene};
#[cfg(feature = "ssr")]
pub(crate) use field::inside;
pub use field::{Area, Field, FieldKind, OneOf};
#[cfg(feature = "ssr")]
pub use fold::Fold;
#[cfg(all(feature = "ssr", debug_assertions))]
pub use gallery::Gallery;
pub use icon::{Glyph, Icon, href as icon_href};
pub use pin::{Pin, PinState};
pub use press::{press, pressed};
pub use progress::{Progress, Skeleton};
#[cfg(feature = "ssr")]
pub(crate) use star::outline as star_outline;
pub use star::{Gates, Star, StarSize};
pub use table::{Cell, Table};
pub use tabs::{Tab, Tabs};
pub use toast::{ToastArea, Toaster, use_toaster};
pub use wall::{Wall, WallStar};

use leptos::prelude::*;

/// A name, a number with its unit or a code inside a sentence: it takes its own direction and moves nothing round it.
#[component]
pub fn Bdi(#[prop(into)] text: String) -> impl IntoView {
    view! { <bdi>{text}</bdi> }
}
