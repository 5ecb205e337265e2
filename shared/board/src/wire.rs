//! The frames of the board's WebSocket, CBOR with numbered fields. Variants are wire format: never reuse a number.

use crate::{
    id::{Author, ClientNo, Counter, RecordId, Seq},
    operation::{Envelope, Sent},
    record::Point,
};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// Raised when a frame's meaning changes; the server refuses another with [`Refusal::Protocol`].
pub const PROTOCOL: u16 = 1;

/// From the browser.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum ToServer {
    /// The first frame. `device` is a random name the browser keeps per board; the server binds it to the session's person.
    #[n(0)]
    Hello {
        /// [`PROTOCOL`] of the browser.
        #[n(0)]
        protocol: u16,
        /// 16 random bytes, kept by the browser.
        #[n(1)]
        device: ByteVec,
        /// Last operation already here.
        #[n(2)]
        since: Seq,
    },
    /// Operations of this socket's client, counters rising.
    #[n(1)]
    Push(#[n(0)] Vec<Sent>),
    /// Where this person is; never stored.
    #[n(2)]
    Presence(#[n(0)] Presence),
    /// Keeps the line open.
    #[n(3)]
    Ping,
}

/// From the server.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum ToBrowser {
    /// The answer to the hello.
    #[n(0)]
    Welcome {
        /// The client number of this (board, device, person).
        #[n(0)]
        client: ClientNo,
        /// This person's number on the board.
        #[n(1)]
        author: Author,
        /// Last counter of this client that was accepted.
        #[n(2)]
        counter: Counter,
        /// The head of the log.
        #[n(3)]
        head: Seq,
        /// What is missing.
        #[n(4)]
        missing: Missing,
        /// May this socket write.
        #[n(5)]
        writes: bool,
    },
    /// Committed operations, in log order. A push is acknowledged by its own coming back here.
    #[n(1)]
    Operations(#[n(0)] Vec<Envelope>),
    /// One operation of a push was not accepted; nothing of it was written.
    #[n(2)]
    Refused {
        /// Which one; 0 when the frame itself was refused.
        #[n(0)]
        counter: Counter,
        /// Why.
        #[n(1)]
        why: Refusal,
    },
    /// Where someone else is.
    #[n(3)]
    Presence {
        /// From which client.
        #[n(0)]
        client: ClientNo,
        /// Who.
        #[n(1)]
        author: Author,
        /// Where; `None` when gone.
        #[n(2)]
        presence: Option<Presence>,
    },
    /// Something beside the board changed: fetch it again. `noun` such as `feedback`.
    #[n(4)]
    Notice {
        /// Which feature.
        #[n(0)]
        noun: String,
        /// Which row.
        #[n(1)]
        id: String,
    },
    /// This socket fell behind or lost its right: say hello again.
    #[n(5)]
    Resync,
    /// Answer to a ping.
    #[n(6)]
    Pong,
    /// Names of the authors on this board.
    #[n(7)]
    Authors(#[n(0)] Vec<(Author, String)>),
}

/// What a newcomer lacks.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Missing {
    /// The operations after the hello's `since`.
    #[n(0)]
    Since(#[n(0)] Vec<Envelope>),
    /// A whole board, as [`crate::Document::snapshot`] writes it.
    #[n(1)]
    Snapshot(#[n(0)] ByteVec),
}

/// Where a person is on the board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Presence {
    /// Pointer, in board units.
    #[n(0)]
    pub pointer: Option<Point>,
    /// What is selected.
    #[n(1)]
    pub selection: Vec<RecordId>,
    /// Which text is being typed in.
    #[n(2)]
    pub typing: Option<RecordId>,
    /// How far the selection is being dragged, not yet dropped.
    #[n(3)]
    pub drag: Option<Point>,
}

/// Why an operation or a frame was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode, thiserror::Error)]
#[cbor(index_only)]
pub enum Refusal {
    /// Not a frame or operation of this protocol.
    #[n(0)]
    #[error("ill-formed")]
    IllFormed,
    /// A kind this server does not know.
    #[n(1)]
    #[error("unknown kind")]
    UnknownKind,
    /// Over 64 KiB, or a push of over 500.
    #[n(2)]
    #[error("too large")]
    TooLarge,
    /// A text over 5,000 characters.
    #[n(3)]
    #[error("text too long")]
    TextTooLong,
    /// The board has 10,000 elements.
    #[n(4)]
    #[error("board full")]
    BoardFull,
    /// No such record on this board.
    #[n(5)]
    #[error("no such record")]
    Missing,
    /// The record is deleted.
    #[n(6)]
    #[error("deleted")]
    Deleted,
    /// This kind has no such field, text or parent.
    #[n(7)]
    #[error("does not fit")]
    DoesNotFit,
    /// A record would be inside itself.
    #[n(8)]
    #[error("cycle")]
    Cycle,
    /// The lengths of a text edit do not match the text.
    #[n(9)]
    #[error("lengths do not match")]
    Lengths,
    /// The counter is not above the last one, or a number that is not this socket's.
    #[n(10)]
    #[error("counter")]
    Counter,
    /// This person may read but not write here.
    #[n(11)]
    #[error("read only")]
    ReadOnly,
    /// Another protocol version: reload.
    #[n(12)]
    #[error("protocol")]
    Protocol,
    /// The log no longer reaches back to the edit's base.
    #[n(13)]
    #[error("too old")]
    TooOld,
    /// The server could not write just now: send again.
    #[n(14)]
    #[error("not stored")]
    NotStored,
}
