//! The rules of SPEC.md as tests, and seeded runs of browsers and a server that must end equal.
#![allow(missing_docs, clippy::unwrap_used)]

mod absent;
mod checks;
mod convergence;
mod deletion;
mod fields;
mod golden;
mod hostile;
mod limits;
mod log;
mod order;
mod parents;
mod replica;
mod room;
mod setting;
mod texts;
mod undo;
mod wire;
mod world;
