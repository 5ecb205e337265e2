//! A class: the mentor chooses an activity, its sheet lies on every team's board, the time runs, and a wall tells who has begun. Only on the
//! server: links and forms. It never writes on a board but an empty sheet.

pub mod api;
mod beside;
mod choose;
mod deeds;
mod now;
mod page;
mod run;
mod wall;

pub use deeds::end_overdue;
pub(crate) use deeds::running;
pub use now::in_class;
pub use page::ClassPage;
