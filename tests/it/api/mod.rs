//! Stories over HTTP and WebSocket, with what no honest browser sends: each is refused with its reason, writes nothing, and stops nobody else's work.

mod accounts;
mod board;
mod cards;
mod classes;
mod demo;
mod drawings;
mod examples;
mod feedback;
mod files;
mod gates;
mod groups;
mod hostile;
mod joining;
mod mentors;
mod office;
mod pages;
mod portfolio;
mod reporting;
mod reports;
mod returned;
mod selfcheck;
mod sharing;
mod starting;
mod team;
mod traffic;
mod ventures;

/// Where a page that is not ours says it comes from.
const FOREIGN: &str = "http://evil.test";
