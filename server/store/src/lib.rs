//! The database: one query text for SQLite and PostgreSQL, one file a noun, and [`Boards`].
//! The only crate that names sqlx. It judges nothing: a write that needs a judgement takes its proof.

#[macro_use]
mod sql;
#[macro_use]
mod scope;

pub mod accounts;
mod audit;
pub mod board;
pub mod classes;
pub mod condition;
mod db;
mod error;
pub mod exits;
pub mod feedback;
pub mod files;
pub mod gates;
mod ground;
pub mod notices;
mod open;
pub mod portfolio;
pub mod reports;
pub mod secrets;
pub mod selfcheck;
pub mod sharing;
pub mod traffic;
pub mod ventures;

pub use board::Boards;
pub use db::Db;
pub use error::{Result, StoreError};

use uuid::Uuid;

/// A new id, made of the time and of chance.
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}
