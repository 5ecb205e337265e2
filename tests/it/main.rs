//! The acceptance tests: house rules, doors, stories over HTTP and WebSocket, and whole tasks in a real browser.

mod tidy;
