//! Threads of feedback: pinned on a place of a board, answered, resolved. The board changes; a thread keeps what it was written on.

use crate::{
    Millis,
    access::{Actor, Locus, Role},
    ids::{PersonId, RemarkId, ThreadId, VentureId},
};
use board::{id::Seq, place::Place};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// What a thread is meant as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThreadKind {
    /// Asks.
    Question,
    /// Names what is strong.
    Strength,
    /// Proposes.
    Suggestion,
    /// Has to be done; only the mentor's side resolves it.
    MustFix,
}

impl ThreadKind {
    /// In the order of the picker.
    pub const ALL: [Self; 4] = [Self::Question, Self::Strength, Self::Suggestion, Self::MustFix];

    /// As stored, such as `must_fix`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Strength => "strength",
            Self::Suggestion => "suggestion",
            Self::MustFix => "must_fix",
        }
    }

    /// From what is stored.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whose turn it is; a column of the feedback board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThreadState {
    /// The mentor's turn.
    ToHandle,
    /// The team's turn.
    Waiting,
    /// The team says it is done: the mentor looks again.
    ToCheck,
    /// Settled.
    Resolved,
}

impl ThreadState {
    /// In the order of the columns.
    pub const ALL: [Self; 4] = [Self::ToHandle, Self::Waiting, Self::ToCheck, Self::Resolved];

    /// As stored, such as `to_handle`.
    pub fn code(self) -> &'static str {
        match self {
            Self::ToHandle => "to_handle",
            Self::Waiting => "waiting",
            Self::ToCheck => "to_check",
            Self::Resolved => "resolved",
        }
    }

    /// From what is stored.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The state after a remark: the mentor's side hands the turn to the team; the team hands it back, to be checked when it says that it is done.
    pub fn after(self, side: Side, says: Says) -> Self {
        match (side, says) {
            (Side::Mentor, Says::Words | Says::Done) => Self::Waiting,
            (Side::Team, Says::Words) => Self::ToHandle,
            (Side::Team, Says::Done) => Self::ToCheck,
        }
    }
}

/// From which side a remark comes. A peer of the group speaks from the mentor's side: it is the team's turn then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The venture's own team.
    Team,
    /// Mentor, staff, peer.
    Mentor,
}

impl Side {
    /// The side a person speaks from at a venture.
    pub fn of(who: &Actor, at: &Locus) -> Self {
        if who.is_member(at) { Self::Team } else { Self::Mentor }
    }
}

/// What a remark says beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// Only words.
    Words,
    /// "It is done": please look again.
    Done,
}

/// What a thread was written on, kept as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The place.
    #[serde(serialize_with = "place_text", deserialize_with = "place_from_text")]
    pub place: Place,
    /// The frame it stood in: name and template id; empty for what is free on the board.
    pub frame: String,
    /// The name of the block or screen, in the venture's language; may be empty.
    pub part: String,
    /// The words it was written on.
    pub quote: Quote,
    /// The head of the log that the author had seen.
    #[serde(serialize_with = "seq_number", deserialize_with = "seq_from_number")]
    pub seen: Seq,
}

fn place_text<S: Serializer>(place: &Place, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(place)
}

fn place_from_text<'de, D: Deserializer<'de>>(from: D) -> Result<Place, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

fn seq_number<S: Serializer>(seq: &Seq, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u64(seq.0)
}

fn seq_from_number<'de, D: Deserializer<'de>>(from: D) -> Result<Seq, D::Error> {
    u64::deserialize(from).map(Seq)
}

/// A piece of text with what stood around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Up to 32 characters before.
    pub before: String,
    /// The words themselves, up to 500 characters.
    pub exact: String,
    /// Up to 32 characters after.
    pub after: String,
}

/// What became of the place since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnchorState {
    /// As it was.
    Same,
    /// Its words or value changed.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It is gone.
    Deleted,
}

impl AnchorState {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Same, Self::Changed, Self::Moved, Self::Deleted];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Deleted => "deleted",
        }
    }

    /// From what is stored.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A thread, without its remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// Its id.
    pub id: ThreadId,
    /// The venture.
    pub venture: VentureId,
    /// Its name.
    pub venture_name: String,
    /// Where the venture stands.
    pub at: Locus,
    /// Meant as.
    pub kind: ThreadKind,
    /// Whose turn.
    pub state: ThreadState,
    /// In this state since.
    pub since: Millis,
    /// Who opened it.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// As what they spoke.
    pub author_role: Role,
    /// What it was written on.
    pub anchor: Anchor,
    /// What became of that.
    pub anchor_state: AnchorState,
    /// Operations on the board since it was written.
    pub changes_since: u32,
    /// First words.
    pub words: String,
    /// How many remarks, the first included.
    pub remarks: u32,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Its id, made by the author's browser.
    pub id: RemarkId,
    /// Who.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// From which side.
    pub side: Side,
    /// The words, 1–2,000 characters.
    pub words: String,
    /// More than words.
    pub says: Says,
    /// When.
    pub at: Millis,
}

/// A thread with all that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The thread.
    pub thread: Thread,
    /// Its remarks, oldest first.
    pub remarks: Vec<Remark>,
}

/// Longest remark, in characters.
pub const REMARK_MAX: usize = 2_000;

/// Whether words may be a remark.
pub fn remark_fits(words: &str) -> bool {
    let words = words.trim();
    !words.is_empty() && words.chars().count() <= REMARK_MAX
}

/// The mentor's feedback board: threads by column, longest-waiting first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackBoard {
    /// Threads in the column asked for.
    pub threads: Vec<Thread>,
    /// How many in each column, in the order of [`ThreadState::ALL`].
    pub counts: [u32; 4],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turn_goes_back_and_forth() {
        use ThreadState::*;
        assert_eq!(ToHandle.after(Side::Mentor, Says::Words), Waiting);
        assert_eq!(Waiting.after(Side::Team, Says::Words), ToHandle);
        assert_eq!(Waiting.after(Side::Team, Says::Done), ToCheck);
        assert_eq!(Resolved.after(Side::Mentor, Says::Words), Waiting, "a remark opens a settled thread again");
    }
}
