//! The web server: settings, routes, sessions, sockets, files, jobs and the demo data. It owns no rule and no SQL: rules are in `shared`,
//! rows in `store`, pages in `app`; here they meet the network.
#![recursion_limit = "512"]

pub mod config;
mod demo;
mod jobs;
pub mod lan;
pub mod open_files;
pub mod pictures;
pub mod router;
pub mod seed;
mod socket;
pub mod start;
pub mod tls;
mod web;
mod weights;

pub use config::{Config, Refused};
pub use demo::{Door, Key, PASSPHRASE as DEMO_PASSPHRASE, doors as demo_doors};
pub use start::{Running, StartError, start};
pub use tls::Tls;
