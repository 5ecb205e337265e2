//! Cards: one picture of a venture or of a gate it passed, to be kept and sent. Only on the server; the phone makes the PNG itself, so that its
//! own letters are shaped by it. A card names nobody of the team unless the team asks for it.

mod deeds;
mod icon;
mod list;
mod page;
mod picture;
mod words;

pub use deeds::{CardName, svg};
pub(crate) use list::CardsList;
pub use page::CardPage;
