//! Domain types, rules and wire messages, for the browser and the server alike. No input or output, no clock, no randomness.

pub mod access;
pub mod accounts;
pub mod age;
pub mod anchor;
pub mod classes;
pub mod demo;
pub mod exits;
pub mod feedback;
pub mod formula;
pub mod gates;
pub mod ids;
pub mod joining;
pub mod lang;
pub mod notices;
pub mod portfolio;
pub mod programme;
#[cfg(feature = "reference")]
pub mod reference;
pub mod reports;
pub mod selfcheck;
pub mod sharing;
pub mod starting;
pub mod today;
pub mod traffic;
pub mod ventures;

pub use age::Millis;
pub use lang::Lang;
