//! The acceptance tests: house rules, doors, stories over HTTP and WebSocket, faults, and whole tasks in a real browser.

mod api;
mod browser;
mod doors;
mod faults;
mod tidy;
