//! The names of things on a board. None of them is ever made from a clock or at random: ids follow from who wrote what, in which order.

use core::{fmt, str::FromStr};
use minicbor::{Decode, Encode};

/// Place of an accepted operation in its board's log; the first is 1. `Seq(0)` is the empty board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Seq(#[n(0)] pub u64);

/// One person on one device on one board. Numbered by the server at the first hello, from 1; bound to the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct ClientNo(#[n(0)] pub u32);

/// A person, numbered within one board from 1: the first client number this person was given there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Author(#[n(0)] pub u32);

/// Counts the operations of one client, from 1, never reused.
pub type Counter = u32;

/// A record is named by the operation that made it: `3-17` is the 17th operation of client 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct RecordId {
    /// The client that made it.
    #[n(0)]
    pub client: ClientNo,
    /// The counter of the operation that made it.
    #[n(1)]
    pub counter: Counter,
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.client.0, self.counter)
    }
}

/// The text is not of the form `client-counter`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a record id")]
pub struct BadRecordId;

impl FromStr for RecordId {
    type Err = BadRecordId;
    fn from_str(s: &str) -> Result<Self, BadRecordId> {
        let (client, counter) = s.split_once('-').ok_or(BadRecordId)?;
        Ok(Self { client: ClientNo(client.parse().map_err(|_| BadRecordId)?), counter: counter.parse().map_err(|_| BadRecordId)? })
    }
}

/// Name of a block within its template, such as `causes`. At most 32 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct BlockId(#[n(0)] pub String);

impl From<&str> for BlockId {
    fn from(name: &str) -> Self {
        Self(name.to_owned())
    }
}

/// Name of a stored picture, given by the server at upload: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct AssetId(#[n(0)] pub String);
