//! A class: a group works on one activity of the programme for some minutes, and its mentor sees who has begun. Pure: no clock.

#[cfg(feature = "reference")]
pub mod activities;

use crate::{
    Millis, anchor,
    feedback::AnchorState,
    ids::{ClassId, GroupId, PersonId},
    ventures::Gate,
};
use board::{
    Document, Place,
    id::{RecordId, Seq},
};

/// One more press gives so much more time, in milliseconds.
pub const PROLONGS: i64 = 5 * MINUTE;
/// A class that nobody ended stays on the trainees' day for so long after its time.
pub const LINGERS: i64 = 30 * MINUTE;
/// Minutes a class may be planned for.
pub const MINUTES: core::ops::RangeInclusive<u32> = 5..=240;
const MINUTE: i64 = 60_000;

/// A class of a group. At most one of a group has no end yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassSession {
    /// Its id.
    pub id: ClassId,
    /// Whose class it is.
    pub group: GroupId,
    /// The activity of the programme, such as `1.2`.
    pub activity: String,
    /// Templates laid on the boards when it began; none where the activity is a person's own.
    pub sheets: Vec<String>,
    /// The mentor who began it.
    pub by: PersonId,
    /// When it began.
    pub started: Millis,
    /// When its time is over.
    pub until: Millis,
    /// When it was ended.
    pub ended: Option<Millis>,
}

impl ClassSession {
    /// Milliseconds that are left; none once its time is over.
    pub fn left(&self, now: Millis) -> Option<i64> {
        let left = self.until.0 - now.0;
        (self.ended.is_none() && left > 0).then_some(left)
    }

    /// Whether the trainees' day shows it.
    pub fn is_on(&self, now: Millis) -> bool {
        self.ended.is_none() && now.0 < self.until.0 + LINGERS
    }

    /// When its time is over after one more press: from now on where it is over already.
    pub fn prolonged(&self, now: Millis) -> Millis {
        Millis(self.until.0.max(now.0) + PROLONGS)
    }
}

/// Minutes that are left, the one that has begun counted whole.
pub fn minutes(left: i64) -> u64 {
    u64::try_from(left).unwrap_or_default().div_ceil(MINUTE.unsigned_abs())
}

/// How far a team has come in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// No sheet of the class is on its board.
    Absent,
    /// The sheet is there, and nothing was written on it since the class began.
    Waiting,
    /// Every block was filled before the class began, and nothing was written since.
    Filled,
    /// They have written: blocks with something in them, of all.
    Begun {
        /// Blocks with something in them.
        filled: u32,
        /// Blocks to fill.
        blocks: u32,
    },
    /// They have written, and every block has something in it.
    Done,
}

impl Progress {
    /// Whether the team has begun.
    pub fn has_begun(self) -> bool {
        matches!(self, Self::Begun { .. } | Self::Done)
    }

    /// Of a sheet, by what is filled, and whether it was written on since the class began.
    pub fn of(filled: u32, blocks: u32, written: Written) -> Self {
        match (written, filled >= blocks) {
            (Written::Since, true) => Self::Done,
            (Written::Since, false) => Self::Begun { filled, blocks },
            (Written::Before, true) => Self::Filled,
            (Written::Before, false) => Self::Waiting,
        }
    }

    /// Of a team, from its sheets of the class. What was begun counts before what only lies there.
    pub fn together(sheets: &[Self]) -> Self {
        let begun = sheets.iter().any(|sheet| sheet.has_begun());
        let full = !sheets.is_empty() && sheets.iter().all(|sheet| matches!(sheet, Self::Filled | Self::Done));
        let (mut all_filled, mut all_blocks) = (0, 0);
        for sheet in sheets {
            if let Self::Begun { filled, blocks } = sheet {
                (all_filled, all_blocks) = (all_filled + filled, all_blocks + blocks);
            }
        }
        if full {
            if begun { Self::Done } else { Self::Filled }
        } else if begun {
            Self::Begun { filled: all_filled, blocks: all_blocks }
        } else if sheets.iter().any(|sheet| matches!(sheet, Self::Waiting | Self::Filled)) {
            Self::Waiting
        } else {
            Self::Absent
        }
    }
}

/// When a sheet was last written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Before the class began, or never.
    Before,
    /// Since then.
    Since,
}

/// Whether something was written on a sheet after an operation of its board.
pub fn written(document: &Document, frame: RecordId, since: Seq) -> Written {
    match anchor::state(document, &Place::whole(frame), since) {
        AnchorState::Changed => Written::Since,
        AnchorState::Same | AnchorState::Moved | AnchorState::Deleted => Written::Before,
    }
}

/// The gate that half of the ventures have reached; the first one where there is none.
pub fn median(gates: &[Gate]) -> Gate {
    let mut gates = gates.to_vec();
    gates.sort_unstable();
    gates.get(gates.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn class() -> ClassSession {
        ClassSession {
            id: ClassId(Uuid::from_u128(1)),
            group: GroupId(Uuid::from_u128(2)),
            activity: "1.2".to_owned(),
            sheets: vec!["problem-map".to_owned()],
            by: PersonId(Uuid::from_u128(3)),
            started: Millis(0),
            until: Millis(25 * MINUTE),
            ended: None,
        }
    }

    #[test]
    fn the_time_of_a_class_runs_out_and_may_be_given_back() {
        let class = class();
        assert_eq!(class.left(Millis(MINUTE)), Some(24 * MINUTE));
        assert_eq!(class.left(class.until), None);
        assert_eq!(class.prolonged(Millis(MINUTE)), Millis(30 * MINUTE));
        assert_eq!(class.prolonged(Millis(40 * MINUTE)), Millis(45 * MINUTE), "from now on where it was over");
        assert_eq!((minutes(1), minutes(MINUTE), minutes(MINUTE + 1), minutes(-5)), (1, 1, 2, 0));
    }

    #[test]
    fn a_forgotten_class_leaves_the_trainees_day_by_itself() {
        let class = class();
        assert!(class.is_on(Millis(54 * MINUTE)));
        assert!(!class.is_on(Millis(55 * MINUTE)));
        assert!(!ClassSession { ended: Some(Millis(MINUTE)), ..class }.is_on(Millis(2 * MINUTE)));
    }

    #[test]
    fn a_team_is_as_far_as_its_sheets() {
        use Progress::*;
        let begun = Begun { filled: 2, blocks: 8 };
        assert_eq!(Progress::of(3, 8, Written::Before), Waiting, "what was there before does not count");
        assert_eq!(Progress::of(0, 8, Written::Since), Begun { filled: 0, blocks: 8 });
        assert_eq!(Progress::of(8, 8, Written::Since), Done);
        assert_eq!(Progress::of(8, 8, Written::Before), Filled);
        assert!(!Filled.has_begun(), "nor does a sheet that was full before");
        assert_eq!(Progress::together(&[]), Absent);
        assert_eq!(Progress::together(&[Absent, Waiting]), Waiting);
        assert_eq!(Progress::together(&[Waiting, begun]), begun);
        assert_eq!(Progress::together(&[Done, Filled]), Done);
        assert_eq!(Progress::together(&[Filled, Filled]), Filled);
        assert_eq!(Progress::together(&[Filled, Absent]), Waiting);
        assert!(Progress::together(&[Done, Waiting]).has_begun());
    }

    #[test]
    fn half_of_the_ventures_have_reached_the_median_gate() {
        let of = |gates: &[u8]| median(&gates.iter().copied().map(Gate).collect::<Vec<_>>());
        assert_eq!((of(&[]), of(&[3]), of(&[1, 5]), of(&[5, 0, 1])), (Gate(0), Gate(3), Gate(1), Gate(1)));
    }
}
