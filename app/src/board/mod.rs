//! The trainee's board: one document, two views. The list is what the server renders, the phone's default, the accessible way
//! and the print; the canvas takes its place in the browser where there is room. Neither ever changes the board but through
//! [`state::BoardState`].

pub mod anchor;
pub mod api;
mod book;
pub mod canvas;
pub mod draft;
pub mod state;
mod told;
