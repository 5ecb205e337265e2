//! What the acceptance tests stand on: the real server on a database of its own, people as values, their HTTP, their sockets, their browsers.
//! It never reaches round the product's own doors once a server runs.

pub mod browser;
pub mod cast;
mod corners;
pub mod deeds;
mod demonstration;
pub mod ground;
pub mod lens;
pub mod likeness;
pub mod picture;
pub mod rude;
pub mod server;
pub mod socket;
pub mod stage;
pub mod web;
pub mod words;

pub use demonstration::{Demonstration, Reader};
pub use ground::{Engine, Ground};
pub use server::Server;
pub use stage::Stage;
