//! What makes a venture need somebody. Said once, here: the words name these days, the rows ask this rule, the queries take its instants.

use crate::Millis;
use serde::{Deserialize, Serialize};

/// Days without a change after which a venture is stuck.
pub const STILL_DAYS: u32 = 21;
/// Days after which a remark has waited too long for its turn; its venture is stuck then, too.
pub const WAITING_DAYS: u32 = 7;

/// What a venture needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// Its team asks for a gate that the staff signs.
    Signature,
    /// Nobody accompanies it.
    Mentor,
    /// A remark has waited too long for the mentor.
    MentorsTurn,
    /// A remark has waited too long for the team.
    TeamsTurn,
    /// It does not go on.
    Stuck,
}

impl Need {
    /// In the order of the filter.
    pub const ALL: [Self; 5] = [Self::Signature, Self::Mentor, Self::MentorsTurn, Self::TeamsTurn, Self::Stuck];

    /// As the address says it, such as `mentors_turn`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Mentor => "mentor",
            Self::MentorsTurn => "mentors_turn",
            Self::TeamsTurn => "teams_turn",
            Self::Stuck => "stuck",
        }
    }

    /// From what the address says.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.code() == code)
    }
}

/// The instants before which something lies too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// A venture that has not changed since before this is stuck.
    pub still: Millis,
    /// A remark whose turn began before this has waited too long.
    pub waiting: Millis,
}

impl Patience {
    /// As of now.
    pub fn at(now: Millis) -> Self {
        let days = |days: u32| Millis(now.0 - i64::from(days) * Millis::DAY);
        Self { still: days(STILL_DAYS), waiting: days(WAITING_DAYS) }
    }

    /// Whether a venture is stuck: it has not changed for [`STILL_DAYS`], or its oldest open remark waits for over [`WAITING_DAYS`].
    pub fn ends(self, changed: Millis, waits_since: Option<Millis>) -> bool {
        changed < self.still || waits_since.is_some_and(|since| since < self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_venture_is_stuck_after_21_days_without_a_change_or_7_of_waiting() {
        let now = Millis(1_800_000_000_000);
        let ago = |days: i64| Millis(now.0 - days * Millis::DAY);
        let stuck = |changed, waits| Patience::at(now).ends(changed, waits);
        assert!(!stuck(ago(21), None), "the 21st day is not over");
        assert!(stuck(Millis(ago(21).0 - 1), None));
        assert!(!stuck(ago(1), Some(ago(7))), "the 7th day is not over");
        assert!(stuck(ago(1), Some(Millis(ago(7).0 - 1))), "it changes, but somebody waits");
        assert!(!stuck(now, Some(now)));
    }

    #[test]
    fn a_need_survives_the_address() {
        for need in Need::ALL {
            assert_eq!(Need::from_code(need.code()), Some(need));
        }
        assert_eq!(Need::from_code("all"), None);
    }
}
