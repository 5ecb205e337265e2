//! Notices: short messages between the staff and a mentor about a group or a venture. Only on the server: links and forms.
//! The trainees they are about never see them.

pub mod api;
mod deeds;
mod exchange;
mod page;
mod unread;

pub use deeds::About;
pub use exchange::ExchangeCard;
pub use page::NoticesPage;
pub use unread::Unread;
