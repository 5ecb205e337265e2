//! The only ways to change a board, and the envelope they travel and rest in.

use crate::{
    id::{Author, ClientNo, Counter, RecordId, Seq},
    record::{Field, Kind, OrderKey, Parent, TextKey},
};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// A change. Variants are wire format: never reuse a number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Operation {
    /// Make a record named (client, counter) of this operation.
    #[n(0)]
    Create(#[n(0)] Create),
    /// Write one field.
    #[n(1)]
    Set(#[n(0)] RecordId, #[n(1)] Field),
    /// Change a text.
    #[n(2)]
    Edit(#[n(0)] Edit),
    /// Take a record away; its children are hidden with it.
    #[n(3)]
    Delete(#[n(0)] RecordId),
    /// Bring a deleted record back.
    #[n(4)]
    Restore(#[n(0)] RecordId),
}

/// A new record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Create {
    /// What it is.
    #[n(0)]
    pub kind: Kind,
    /// Where it lives.
    #[n(1)]
    pub parent: Parent,
    /// Its order among the siblings.
    #[n(2)]
    pub order: OrderKey,
    /// Fields other than home; each key at most once, only those the kind has.
    #[n(3)]
    pub fields: Vec<Field>,
    /// First words of [`TextKey::Body`].
    #[n(4)]
    pub words: String,
}

/// A change of one text, made on the state at `base`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Edit {
    /// Whose text.
    #[n(0)]
    pub record: RecordId,
    /// Which text.
    #[n(1)]
    pub text: TextKey,
    /// The last operation the author had seen. In the log: the operation just before.
    #[n(2)]
    pub base: Seq,
    /// From the start of the text to its end, in Unicode scalar values.
    #[n(3)]
    pub steps: Vec<Step>,
}

/// One step of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Step {
    /// Keep so many characters; at least 1.
    #[n(0)]
    Keep(#[n(0)] u32),
    /// Put these words here; not empty.
    #[n(1)]
    Insert(#[n(0)] String),
    /// Take so many characters away; at least 1.
    #[n(2)]
    Cut(#[n(0)] u32),
}

/// An operation on its way to the server. `bytes` is an encoded [`Operation`], opaque to all who only carry it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Sent {
    /// Its number within its client.
    #[n(0)]
    pub counter: Counter,
    /// The gesture it belongs to: the counter of the gesture's first operation.
    #[n(1)]
    pub gesture: Counter,
    /// The encoded operation.
    #[n(2)]
    pub bytes: ByteVec,
    /// Made so many seconds before it was sent; shown, never used to order.
    #[n(3)]
    pub age: u32,
}

/// An accepted operation, as the log keeps it and the room broadcasts it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Envelope {
    /// Its place in the log.
    #[n(0)]
    pub seq: Seq,
    /// Who made it.
    #[n(1)]
    pub author: Author,
    /// From which client.
    #[n(2)]
    pub client: ClientNo,
    /// Its number within the client.
    #[n(3)]
    pub counter: Counter,
    /// The gesture it belongs to.
    #[n(4)]
    pub gesture: Counter,
    /// The encoded operation, after transformation.
    #[n(5)]
    pub bytes: ByteVec,
}
