//! A whole board as bytes: a numbered schema version first, then what that version holds. Older versions are read and brought up; newer ones are refused.

use crate::{codec::encode, document::Document, id::Seq, limits, record::Record, wire::Refusal};
use minicbor::{Decode, Decoder, Encode};

/// The version this code writes.
pub const SCHEMA: u16 = 1;

#[derive(Encode)]
struct Written<'a> {
    #[n(0)]
    schema: u16,
    #[n(1)]
    head: Seq,
    #[n(2)]
    records: Vec<&'a Record>,
}

#[derive(Decode)]
struct First {
    #[n(1)]
    head: Seq,
    #[n(2)]
    records: Vec<Record>,
}

impl Document {
    /// The document as bytes; equal documents give equal bytes.
    pub fn snapshot(&self) -> Vec<u8> {
        let mut records: Vec<&Record> = self.records.values().collect();
        records.sort_unstable_by_key(|record| record.id);
        encode(&Written { schema: SCHEMA, head: self.head, records })
    }

    /// Reads [`Self::snapshot`].
    ///
    /// # Errors
    /// [`Refusal::Protocol`] for a newer schema; [`Refusal::IllFormed`], [`Refusal::UnknownKind`] or [`Refusal::TooLarge`] for damage.
    pub fn from_snapshot(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.len() > limits::ANYTHING {
            return Err(Refusal::TooLarge);
        }
        let mut decoder = Decoder::new(bytes);
        decoder.array().map_err(|_| Refusal::IllFormed)?.ok_or(Refusal::IllFormed)?;
        match decoder.u16().map_err(|_| Refusal::IllFormed)? {
            1 => Self::from_first(crate::decode(bytes)?),
            _ => Err(Refusal::Protocol),
        }
    }

    fn from_first(first: First) -> Result<Self, Refusal> {
        // The log numbers its rows with a signed bigint; above that there is no next one.
        if i64::try_from(first.head.0).is_err() {
            return Err(Refusal::IllFormed);
        }
        let mut document = Self::default();
        document.head = first.head;
        let names: Vec<_> = first.records.iter().map(|record| record.id).collect();
        if !names.is_sorted_by(|a, b| a < b) {
            return Err(Refusal::IllFormed);
        }
        for record in first.records {
            document.alive += usize::from(record.deleted.is_none());
            document.records.entry(&record.id.clone(), || record);
        }
        document.shelve_all(&names);
        Ok(document)
    }
}
