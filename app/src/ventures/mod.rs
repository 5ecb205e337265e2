//! Ventures: starting one, its page, its team.
//! It never shows a board's content: the board is a page of its own.

pub mod api;
#[cfg(feature = "ssr")]
mod deeds;
mod edit;
mod form;
mod new;
mod numbers;
mod page;
mod team;

pub use new::NewVenturePage;
pub use numbers::ThreadNumbers;
pub use page::VenturePage;
