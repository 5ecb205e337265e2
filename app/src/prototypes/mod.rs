//! Prototypes: screens that are drawn or photographed, joined by hotspots, and played. A page of its own to make them,
//! one to play them that needs no script at all. Whatever changes a prototype goes through the board's own operations.

pub mod boxes;
#[cfg(feature = "ssr")]
mod demo;
mod desk;
#[cfg(feature = "ssr")]
mod guest;
#[cfg(feature = "csr")]
mod hand;
#[cfg(not(feature = "csr"))]
#[path = "hand_on_server.rs"]
mod hand;
mod layout;
#[cfg(feature = "ssr")]
mod load;
mod make;
mod page;
mod parts;
pub mod picture;
#[cfg(feature = "ssr")]
mod play;
#[cfg(feature = "ssr")]
mod saving;
mod stage;
mod strip;
#[cfg(all(test, feature = "ssr"))]
mod tests;

#[cfg(feature = "ssr")]
pub use demo::DemoPlay;
#[cfg(feature = "ssr")]
pub use guest::{PlayByLink, opens_picture};
#[cfg(feature = "ssr")]
pub use load::EditPage;
pub use page::Opened;
#[cfg(feature = "ssr")]
pub use play::Play;
#[cfg(feature = "ssr")]
pub(crate) use play::{page as played, shown, weight_of_first};
