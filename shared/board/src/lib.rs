//! The board engine: records, operations, apply, transform, undo, `Replica` (browser) and `Room` (server), geometry.
//! It knows nobody: no person, no database, no browser, no clock, no randomness. Its rules are numbered in `SPEC.md`.

mod accessors;
mod apply;
pub mod change;
mod check;
mod codec;
mod document;
pub mod geometry;
pub mod id;
pub mod limits;
pub mod operation;
mod order;
pub mod place;
pub mod record;
pub mod replica;
pub mod room;
mod shelf;
mod snapshot;
pub mod text;
pub mod wire;

pub use change::Change;
pub use codec::{decode, decode_operation, encode};
pub use document::Document;
pub use operation::{Envelope, Operation, Sent};
pub use place::{Part, Place};
pub use record::{OrderKey, Record};
pub use replica::{Effect, Event, Intent, Replica};
pub use room::{Outcome, Room, Staged};
pub use wire::{Refusal, ToBrowser, ToServer};
