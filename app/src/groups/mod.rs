//! A mentor's groups: their figures and walls of stars, their trainees, and entry cards to print. Only on the server: links and forms.
//! A one-time code is shown once, on the page that follows the form; it is never in an address, a list, a square or a log.

pub mod api;
mod cards;
mod deeds;
mod edge;
mod group;
mod list;
mod names;
mod page;
mod part;
mod person;
mod print;
mod show;
mod trainees;

pub use cards::CardsPage;
pub(crate) use deeds::accompanied;
pub(crate) use page::address;
pub use page::{GroupPage, GroupsPage};
pub use person::PersonPage;
pub(crate) use person::name_address;
