//! Feedback: threads pinned on a place of a board, answered and resolved. The board draws the pins, this module what is said.
//! It never opens a board to draw a list, and never decides who may do what: the rule in `shared::access` does.

mod answer;
#[cfg(feature = "ssr")]
pub mod api;
mod composer;
mod fresh;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
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
#[cfg(feature = "ssr")]
pub use page::FeedbackPage;
pub use pin::{Pin, PinMark};
#[cfg(feature = "ssr")]
pub(crate) use rules::go_on;
pub use seen::{AsSeen, Became};
pub use thread::{Quoted, ThreadPanel};
pub use words::{kind_glyph, kind_word, pin_label, pin_state, state_word};

/// The addresses of this noun's server functions, as forms and the program in the browser name them.
#[cfg(any(test, not(feature = "ssr")))]
pub(crate) const OF_VENTURE: &str = "/api/feedback/of_venture";
const OPEN: &str = "/api/feedback/open";
const ANSWER: &str = "/api/feedback/answer";
const RESOLVE: &str = "/api/feedback/resolve";
const REOPEN: &str = "/api/feedback/reopen";

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use leptos::server_fn::ServerFn;

    #[test]
    fn the_forms_name_the_addresses_of_the_server_functions() {
        let served = [api::OfVenture::PATH, api::Open::PATH, api::Answer::PATH, api::Resolve::PATH, api::Reopen::PATH];
        assert_eq!(served, [OF_VENTURE, OPEN, ANSWER, RESOLVE, REOPEN]);
    }
}
