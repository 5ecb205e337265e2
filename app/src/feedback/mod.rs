//! Feedback: threads pinned on a place of a board, answered and resolved. The board draws the pins, this module what is said.
//! It never opens a board to draw a list, and never decides who may do what: the rule in `shared::access` does.

mod answer;
pub mod api;
mod composer;
mod fresh;
mod keys;
mod list;
mod page;
mod pin;
#[cfg(feature = "ssr")]
mod rules;
mod seen;
mod settle;
mod thread;
mod words;

pub use composer::Composer;
pub use fresh::{fresh_id, now};
pub use page::FeedbackPage;
pub use pin::{Pin, PinMark};
pub use seen::{AsSeen, Became};
pub use thread::{Quoted, ThreadPanel};
pub use words::{kind_glyph, kind_word, pin_label, pin_state, state_word};
