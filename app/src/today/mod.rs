//! A trainee's day: one next step, the answers that wait, the own ventures. Only on the server: links.
//! It never shows two next steps, and never decides which one: the rule in `shared::today` does.

mod answers;
mod deeds;
mod page;
mod step;
mod team;
mod ventures;
mod wishes;

pub use page::TodayPage;
