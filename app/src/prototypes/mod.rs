//! Prototypes: screens that are drawn or photographed, joined by hotspots, and played. A page of its own to make them,
//! one to play them that needs no script at all. Whatever changes a prototype goes through the board's own operations.

pub mod picture;
#[cfg(feature = "ssr")]
mod play;

#[cfg(feature = "ssr")]
pub use play::Play;
