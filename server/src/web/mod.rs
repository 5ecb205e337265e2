//! What happens to a request before and after its handler: who asks, from where, with which headers; and the small handlers of our own.
//! It judges nothing itself: rules are in `shared::access`.

pub mod api;
pub mod assets;
pub mod cards;
pub mod cookies;
pub mod demo;
pub mod exports;
pub mod faults;
pub mod files;
pub mod headers;
pub mod origin;
pub mod pages;
pub mod rest;
pub mod start;
pub mod switches;
pub mod traffic;
pub mod uploads;
pub mod visit;
pub mod worker;
