//! What the board's page knows and asks: the board with all that stands round it, and the templates of the picker.
//! It never writes: a board is changed by operations on its socket only.

use super::photos::Weighed;
use crate::plain::Bytes;
use board::Document;
use serde::{Deserialize, Serialize};
use shared::{
    feedback::Conversation,
    programme::{Named, Template},
    ventures::Venture,
};

/// A board as its page opens it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BoardPage {
    /// The venture.
    pub venture: Venture,
    /// The board as `Document::snapshot` writes it.
    pub snapshot: Bytes,
    /// The templates in use, in the reader's language.
    pub templates: Vec<Template>,
    /// The threads on it.
    pub threads: Vec<Conversation>,
    /// A member of the team.
    pub may_write: bool,
    /// Somebody who accompanies it.
    pub may_comment: bool,
    /// The sheets that lead to the next gate, in order, by their templates' ids.
    pub way: Vec<String>,
    /// `list` or `canvas`, where the reader chose.
    pub view: Option<String>,
    /// What the parts weigh that are fetched when they are wanted.
    pub parts: Parts,
    /// Prototypes, by their records, whose first screen is much to move: how much.
    pub heavy: Vec<Weighed>,
    /// Where data is saved: what its pictures weigh. None of them is fetched before somebody asks for it.
    pub saver: Option<Vec<Weighed>>,
}

/// Bytes of the parts of the program that a board may fetch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The canvas.
    pub canvas: u64,
    /// The page that makes screens.
    pub screens: u64,
}

impl Parts {
    /// A button that moves more says how much it moves.
    pub const SAID_FROM: u64 = 50_000;
}

impl BoardPage {
    /// The board; nothing where it cannot be read.
    pub fn document(&self) -> Option<Document> {
        Document::from_snapshot(&self.snapshot.0).ok()
    }
}

/// What the picker of sheets shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shelf {
    /// The three phases, in order.
    pub phases: Vec<Named>,
    /// The team's templates, in order.
    pub templates: Vec<Template>,
}

/// The address of all templates a team may put on its board, as a [`Shelf`].
pub const TEMPLATES: &str = "/api/board/templates";
