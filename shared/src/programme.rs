//! The programme as one reader sees it: in one language. The reference data of all languages stays on the server.

use crate::ventures::Gate;
use board::id::BlockId;
use serde::{Deserialize, Serialize};

/// How a block is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Notes that flow.
    Notes,
    /// One text.
    Text,
    /// Items, one a line.
    List,
    /// Items with a tick.
    Checklist,
    /// A step from 1 to 4.
    Scale,
    /// One option.
    Choice,
    /// A number, typed or computed.
    Number,
    /// Pictures.
    Image,
    /// What this rests on.
    Evidence,
}

/// A block of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its name within the template.
    pub id: String,
    /// How it is filled.
    pub kind: BlockKind,
    /// Name.
    pub name: String,
    /// What it asks.
    pub prompt: String,
    /// Column of 12, from the start of the line.
    pub x: u8,
    /// Row.
    pub y: u8,
    /// Columns.
    pub w: u8,
    /// Rows.
    pub h: u8,
    /// Unit of a number: `MAD`, `units`, `months`.
    pub unit: Option<String>,
    /// Options of a choice.
    pub options: Vec<String>,
    /// How a number follows from others of the frame, see [`crate::formula`].
    pub formula: Option<String>,
    /// How many are expected.
    pub min: Option<u32>,
    /// May hold words about a person: the page asks for care.
    pub personal: bool,
}

impl Block {
    /// Its id on a board.
    pub fn block_id(&self) -> BlockId {
        BlockId::from(self.id.as_str())
    }
}

/// A template: what a frame on the board is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its id, such as `problem-map`.
    pub id: String,
    /// Raised when its blocks change.
    pub version: u16,
    /// Phase id.
    pub phase: String,
    /// How long it takes.
    pub minutes: u16,
    /// Belongs to a person, never to a venture's board.
    pub private: bool,
    /// Name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Whom to credit; always shown.
    pub attribution: Option<String>,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
}

/// An id with its name in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A gate in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateWords {
    /// Which.
    pub gate: Gate,
    /// Name.
    pub name: String,
    /// What the team can say when it is signed.
    pub promise: String,
    /// Its conditions.
    pub conditions: Vec<String>,
}
