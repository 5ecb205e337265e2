//! Ventures: starting one, its page, its team. Only on the server: links and forms.
//! It never shows a board's content: the board is a page of its own.

pub mod api;
pub(crate) mod deeds;
mod edit;
mod form;
mod invite;
mod join;
pub(crate) mod joining;
mod naming;
mod new;
mod numbers;
mod page;
mod parts;
mod seen;
mod start;
mod team;

pub(crate) use api::TakeBackWish;
pub(crate) use deeds::place_words;
pub(crate) use invite::{InviteCard, square};
pub(crate) use join::CodeCard;
pub use join::JoinPage;
pub use new::NewVenturePage;
pub use numbers::ThreadNumbers;
pub use page::VenturePage;
pub(crate) use parts::{Members, Prototypes, ThreadsCard, VentureHead};
pub use start::{Answer, start};
pub(crate) use team::{TeamHead, Wishes};
