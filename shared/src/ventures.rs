//! Ventures and their teams.

use crate::{
    Lang, Millis,
    access::{Locus, Role},
    ids::{PersonId, VentureId},
};
use serde::{Deserialize, Serialize};

/// A gate G0–G8: the last one signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Gate(pub u8);

impl Gate {
    /// All nine, G0 first.
    pub const ALL: [Self; 9] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8)];

    /// `G3`. For URLs and data; people read its name.
    pub fn code(self) -> String {
        format!("G{}", self.0)
    }

    /// From `G3`.
    pub fn from_code(code: &str) -> Option<Self> {
        let number = code.strip_prefix('G')?.parse().ok()?;
        (number <= 8).then_some(Self(number))
    }
}

/// A venture as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venture {
    /// Its id, and its board's.
    pub id: VentureId,
    /// Where it stands in the programme.
    pub at: Locus,
    /// Name.
    pub name: String,
    /// The idea in one sentence.
    pub idea: String,
    /// Theme id of the programme, such as `water`.
    pub theme: String,
    /// Commune code of HCP, such as `02.411.01.0`; empty when not said.
    pub place: String,
    /// Language its frames are laid in.
    pub lang: Lang,
    /// Last gate signed.
    pub gate: Gate,
    /// Its team, oldest member first.
    pub team: Vec<Member>,
    /// When it was made.
    pub made: Millis,
}

/// One member of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Name as shown.
    pub name: String,
    /// What they do in the team, in their own words; may be empty.
    pub part: String,
}

/// How far somebody's role reaches, the nearest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reach {
    /// The whole edition.
    Edition,
    /// A region.
    Region,
    /// An establishment.
    Establishment,
    /// A group.
    Group,
    /// One venture.
    Venture,
}

/// Somebody who may see a venture without being of its team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seer {
    /// Name as shown.
    pub name: String,
    /// As what: a mentor or staff.
    pub role: Role,
    /// How far that reaches.
    pub reach: Reach,
}

/// What a person types to make or change a venture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VentureForm {
    /// Name, 1–80 characters.
    pub name: String,
    /// One sentence, up to 240 characters.
    pub idea: String,
    /// Theme id.
    pub theme: String,
    /// Commune code, or empty.
    pub place: String,
}

/// What is wrong with a form's field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldFault {
    /// It may not stay empty.
    Empty,
    /// Too many characters.
    TooLong,
    /// Not one of the choices.
    NotAChoice,
}

/// Longest name of a venture, in characters.
pub const NAME_MAX: usize = 80;
/// Longest idea, in characters.
pub const IDEA_MAX: usize = 240;

impl VentureForm {
    /// The first fault, with the field's name. Spaces at the ends are taken away before a form is stored.
    pub fn fault(&self) -> Option<(&'static str, FieldFault)> {
        let name = self.name.trim();
        if name.is_empty() {
            return Some(("name", FieldFault::Empty));
        }
        if name.chars().count() > NAME_MAX {
            return Some(("name", FieldFault::TooLong));
        }
        if self.idea.trim().chars().count() > IDEA_MAX {
            return Some(("idea", FieldFault::TooLong));
        }
        None
    }
}

/// A venture in a list of the trainee's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VentureCard {
    /// Its id.
    pub id: VentureId,
    /// Name.
    pub name: String,
    /// Idea.
    pub idea: String,
    /// Theme id.
    pub theme: String,
    /// Last gate signed.
    pub gate: Gate,
    /// Threads that wait for the team.
    pub waiting: u32,
    /// Last change of the board or of a thread.
    pub changed: Millis,
}
