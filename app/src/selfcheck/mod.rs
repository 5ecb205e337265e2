//! The private self-check: eight steps and two texts that belong to the person alone. No mentor, no staff, no teammate ever sees
//! them, and they are never on a board.

mod api;
mod beside;
mod page;

pub use page::SelfCheckPage;
