//! The one address that operations, threads and links use.

use crate::{
    id::{BlockId, RecordId},
    record::{FieldKey, Point, TextKey},
};
use minicbor::{Decode, Encode};

/// A record and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub struct Place {
    /// The record.
    #[n(0)]
    pub record: RecordId,
    /// The part.
    #[n(1)]
    pub part: Part,
}

/// A part of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Part {
    /// All of it.
    #[n(0)]
    Whole,
    /// A point of it, relative to its top left corner.
    #[n(1)]
    At(#[n(0)] Point),
    /// A block of a frame.
    #[n(2)]
    Block(#[n(0)] BlockId),
    /// One field.
    #[n(3)]
    Field(#[n(0)] FieldKey),
    /// Characters `from..to` of a text, in Unicode scalar values.
    #[n(4)]
    Range(#[n(0)] TextKey, #[n(1)] u32, #[n(2)] u32),
}

impl Place {
    /// The record as a whole.
    pub fn whole(record: RecordId) -> Self {
        Self { record, part: Part::Whole }
    }
}

impl core::fmt::Display for Place {
    /// The address as text, for URLs and rows: `3-17`, `3-17.block.causes`, `3-17.at.120.80`, `3-17.text.3.9`, `3-17.text.3.9.scene`.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}", self.record)?;
        match &self.part {
            Part::Whole | Part::Field(_) => Ok(()),
            Part::At(point) => write!(f, ".at.{}.{}", point.x, point.y),
            Part::Block(block) => write!(f, ".block.{}", block.0),
            Part::Range(TextKey::Body, from, to) => write!(f, ".text.{from}.{to}"),
            Part::Range(TextKey::Block(block), from, to) => write!(f, ".text.{from}.{to}.{}", block.0),
        }
    }
}

/// The text is not the address of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place")]
pub struct BadPlace;

impl core::str::FromStr for Place {
    type Err = BadPlace;
    fn from_str(s: &str) -> Result<Self, BadPlace> {
        let parts: Vec<&str> = s.split('.').collect();
        let number = |s: &str| s.parse().map_err(|_| BadPlace);
        let part = match parts.get(1..).unwrap_or_default() {
            [] => Part::Whole,
            ["at", x, y] => Part::At(Point { x: x.parse().map_err(|_| BadPlace)?, y: y.parse().map_err(|_| BadPlace)? }),
            ["block", block] if block.len() <= 32 => Part::Block(BlockId::from(*block)),
            ["text", from, to] => Part::Range(TextKey::Body, number(from)?, number(to)?),
            ["text", from, to, block] if block.len() <= 32 => {
                Part::Range(TextKey::Block(BlockId::from(*block)), number(from)?, number(to)?)
            }
            _ => return Err(BadPlace),
        };
        Ok(Self { record: parts[0].parse().map_err(|_| BadPlace)?, part })
    }
}
