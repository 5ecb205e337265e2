//! What travels for a person: this month's bytes, what the program's parts weigh, and the switch that saves. Only on the server.

mod page;
mod photo;
mod size;

pub use page::DataPage;
pub(crate) use photo::Photo;
pub(crate) use size::size;
