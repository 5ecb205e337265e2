//! What needs the staff, in numbers and by group, and the wall of many ventures. Counted from rows; it never opens a board.

use crate::{
    Millis,
    ids::{GroupId, VentureId},
    ventures::Gate,
};

/// The groups to begin with; how many ventures need what stands with the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Groups with ventures or trainees that nobody accompanies, the largest first; at most [`SHOWN`].
    pub orphans: Vec<OrphanGroup>,
    /// How many such groups there are.
    pub orphan_groups: u32,
    /// Groups whose remarks wait too long, the longest-waiting first; at most [`SHOWN`].
    pub waiting: Vec<WaitingGroup>,
    /// How many such groups there are.
    pub waiting_groups: u32,
    /// Groups with trainees of whom none has entered, the largest first; at most [`SHOWN`].
    pub silent: Vec<SilentGroup>,
    /// How many such groups there are.
    pub silent_groups: u32,
}

/// Why a group needs the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupNeed {
    /// Nobody accompanies it.
    Mentor,
    /// Remarks wait too long there, for the mentor or for a team.
    Waiting,
    /// None of its trainees has entered.
    Silent,
}

impl GroupNeed {
    /// The most urgent first.
    pub const ALL: [Self; 3] = [Self::Mentor, Self::Waiting, Self::Silent];

    /// As the address says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Waiting => "waiting",
            Self::Silent => "silent",
        }
    }

    /// From what the address says.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.code() == code)
    }
}

/// Groups that an alert names at once.
pub const SHOWN: u32 = 5;

/// A group that nobody accompanies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrphanGroup {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its ventures.
    pub ventures: u32,
    /// Its trainees.
    pub trainees: u32,
}

/// A group whose remarks wait too long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingGroup {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Remarks that wait for the mentor.
    pub mentors_turn: u32,
    /// Remarks that wait for a team.
    pub teams_turn: u32,
    /// Since when the oldest waits.
    pub since: Millis,
    /// Names of its mentors.
    pub mentors: Vec<String>,
}

/// A group where nobody has entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SilentGroup {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its trainees.
    pub trainees: u32,
    /// Names of its mentors.
    pub mentors: Vec<String>,
}

/// A mentor who could accompany a group, with what they have in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentorLoad {
    /// Who.
    pub id: crate::ids::PersonId,
    /// Name.
    pub name: String,
    /// Groups they accompany.
    pub groups: u32,
    /// Trainees in these.
    pub trainees: u32,
    /// Their ventures.
    pub ventures: u32,
    /// Remarks that wait for the mentor there.
    pub to_handle: u32,
    /// Whether they accompany the group in question already.
    pub here: bool,
}

/// Many ventures as stars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wall {
    /// Each venture is a star, the oldest first.
    Ventures(Vec<(VentureId, String, Gate)>),
    /// Too many: each group is a star, at its median.
    Groups(Vec<GroupStar>),
}

/// A group on a wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStar {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Its ventures that match.
    pub ventures: u32,
    /// The gate that half of them have reached.
    pub median: Gate,
}

/// Above so many ventures a star is a group.
pub const STARS: u32 = 400;

/// The lower median of ventures counted by gate; gate 0 of none.
pub fn median(by_gate: &[(Gate, u32)]) -> Gate {
    let mut sorted = by_gate.to_vec();
    sorted.sort_by_key(|(gate, _)| *gate);
    let all: u32 = sorted.iter().map(|(_, n)| n).sum();
    let mut before = 0;
    for (gate, n) in sorted {
        before += n;
        if before * 2 >= all && all > 0 {
            return gate;
        }
    }
    Gate(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_group_has_reached_its_median() {
        assert_eq!(median(&[]), Gate(0));
        assert_eq!(median(&[(Gate(5), 1)]), Gate(5));
        assert_eq!(median(&[(Gate(4), 2), (Gate(1), 1), (Gate(2), 2)]), Gate(2));
        assert_eq!(median(&[(Gate(1), 2), (Gate(3), 2)]), Gate(1), "the lower of two");
    }
}
