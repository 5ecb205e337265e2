//! The rules of SPEC.md as tests, and seeded runs of browsers and a server that must end equal.
#![allow(missing_docs, clippy::unwrap_used)]

mod convergence;
mod world;
