//! The trainee's board: one document, two views. The list is what the server renders, the phone's default, the accessible way
//! and the print; the canvas takes its place in the browser where there is room. Neither ever changes the board but through
//! [`state::BoardState`].

pub mod actions;
pub mod anchor;
pub mod api;
#[cfg(feature = "csr")]
mod asked;
pub(crate) mod badge;
mod block;
mod book;
pub mod canvas;
pub mod caret;
pub mod draft;
pub(crate) mod each;
#[cfg(feature = "csr")]
mod ended;
pub mod fill;
#[cfg(feature = "csr")]
mod keys;
#[cfg(feature = "csr")]
mod later;
mod list;
#[cfg(feature = "csr")]
pub(crate) mod live;
#[cfg(feature = "ssr")]
pub(crate) mod load;
mod note;
mod page;
pub mod photos;
pub mod picker;
pub mod picture;
pub mod pins;
mod presence;
pub mod prototypes;
pub mod scroll;
mod sheet;
#[cfg(feature = "csr")]
mod shelves;
pub mod spot;
mod standing;
pub mod state;
mod talk;
#[cfg(all(test, feature = "ssr"))]
mod tests;
pub(crate) mod threads;
mod told;
pub(crate) mod toolbar;
mod upload;
pub mod value;
mod view;
pub mod words;
mod written;

#[cfg(feature = "ssr")]
pub(crate) use list::ListView;
#[cfg(feature = "ssr")]
pub use load::Board;
pub use page::Opened;
#[cfg(feature = "ssr")]
pub(crate) use state::{BoardState, Mode};
#[cfg(feature = "ssr")]
pub(crate) use toolbar::weight;
