//! All that a person sees, one source compiled twice: `ssr` on the server, `csr` in the browser. The server writes every page; those of
//! [`live`] go on in the browser, all others are links and forms and load no program.
//! It never names SQL, never opens a socket on the server, and holds no word that people read: those are in `locales`.
#![recursion_limit = "512"]
#![allow(
    missing_docs,
    reason = "the macros make a struct of every component's and server function's arguments, whose names say what they are"
)]

pub mod accounts;
#[cfg(not(feature = "ssr"))]
mod ask;
pub mod assets;
pub mod board;
#[cfg(feature = "ssr")]
pub mod cards;
pub mod chrome;
#[cfg(feature = "ssr")]
pub mod classes;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
pub mod errors;
#[cfg(feature = "ssr")]
pub mod examples;
pub mod feedback;
#[cfg(feature = "ssr")]
pub mod groups;
pub mod live;
pub mod locale;
#[cfg(feature = "ssr")]
pub mod notices;
#[cfg(feature = "ssr")]
mod pages;
pub mod place;
mod plain;
#[cfg(feature = "ssr")]
pub mod portfolio;
#[cfg(feature = "ssr")]
pub mod programme;
pub mod prototypes;
#[cfg(feature = "ssr")]
pub mod reports;
#[cfg(feature = "ssr")]
pub mod returned;
#[cfg(feature = "ssr")]
pub mod selfcheck;
pub mod send;
#[cfg(feature = "ssr")]
pub mod sharing;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod today;
#[cfg(feature = "ssr")]
pub mod traffic;
pub mod ui;
#[cfg(feature = "ssr")]
pub mod ventures;

/// What this program was built of; a front end that belongs to it says the same.
#[cfg(feature = "ssr")]
pub const BUILD: &str = env!("FIKRA_BUILD");

#[cfg(feature = "ssr")]
pub use pages::App;
#[cfg(feature = "ssr")]
pub use shell::shell;
