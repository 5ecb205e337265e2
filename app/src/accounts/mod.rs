//! Signing in with a printed card, choosing a passphrase, the page about oneself.
//! A secret that was typed never comes back on a page, in an address or in a log.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
mod back;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
mod edge;
#[cfg(feature = "ssr")]
mod first;
#[cfg(feature = "ssr")]
mod landing;
#[cfg(feature = "ssr")]
mod me;
#[cfg(feature = "ssr")]
pub(crate) mod wanted;
#[cfg(feature = "ssr")]
mod welcome;
mod who;

#[cfg(feature = "ssr")]
pub use back::Back;
#[cfg(feature = "ssr")]
pub use doors::DoorsPage;
#[cfg(feature = "ssr")]
pub use landing::Landing;
#[cfg(feature = "ssr")]
pub use me::Me;
#[cfg(feature = "ssr")]
pub use welcome::Welcome;
pub use who::{provide, use_who};
