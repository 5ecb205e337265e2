//! The portfolio: the ventures in a member of the staff's scope, filtered, sorted and by pages, and one venture as the staff reads it.
//! Only on the server: links and a form.
//! The filter lives in the address alone; a list never opens a board.

pub mod api;
mod assign;
mod attention;
mod deeds;
mod figures;
mod filters;
mod groups;
mod page;
mod table;
mod venture;

pub use assign::AssignPage;
pub use filters::standing_word;
pub use groups::GroupsNeedPage;
pub use page::PortfolioPage;
pub use venture::PortfolioVenturePage;
