//! A mentor's groups: their walls of stars, their trainees, and new entry cards. Only on the server: links and forms.
//! A one-time code is shown once, on the page that follows the form; it is never in an address, a list or a log.

pub mod api;
mod card;
mod deeds;
mod edge;
mod group;
mod list;
mod page;

pub use page::GroupsPage;
