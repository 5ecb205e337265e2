//! Reports: a remark, a picture or a name that somebody shows to the staff, and the staff's list. Only on the server: links and forms.
//! Whose work or name it is never learns of it here.

pub mod api;
mod around;
mod card;
mod choose;
mod deeds;
mod desk;
mod page;
mod way;
mod words;

pub(crate) use around::Place;
pub(crate) use deeds::to_read;
pub use desk::ReportsPage;
pub use page::ReportPage;
pub(crate) use way::ReportWay;
