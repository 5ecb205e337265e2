//! Stories over HTTP and WebSocket, with what no honest browser sends: each is refused with its reason, writes nothing, and stops nobody else's work.

mod accounts;
mod board;
mod cards;
mod demo;
mod feedback;
mod files;
mod groups;
mod hostile;
mod pages;
mod portfolio;
mod sharing;
mod team;
mod traffic;
mod ventures;

/// Where a page that is not ours says it comes from.
const FOREIGN: &str = "http://evil.test";
