//! What a board's room tells those who listen.

use ::board::{
    id::{Author, ClientNo, Seq},
    wire::Presence,
};
use bytes::Bytes;
use shared::ids::PersonId;

/// Something said in a room.
#[derive(Clone, Debug)]
pub enum BoardEvent {
    /// Committed operations, encoded once for everybody as a `ToBrowser::Operations`, and the last of them.
    Frame(Bytes, Seq),
    /// Something beside the board changed.
    Notice {
        /// Which feature.
        noun: String,
        /// Which row.
        id: String,
    },
    /// Where somebody is; `None` when gone.
    Presence {
        /// From which client.
        client: ClientNo,
        /// Who.
        author: Author,
        /// Where.
        presence: Option<Presence>,
    },
    /// This person's right may be gone.
    Revoked(PersonId),
}
