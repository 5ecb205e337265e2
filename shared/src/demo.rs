//! What a demonstration leaves open: the doors anybody may come in by, and what a guest may play. Its people are invented; where nothing is
//! invented there is no door. Pure.

use crate::{
    access::{Denied, Role},
    ids::PersonId,
};
use std::cmp::Reverse;

/// A door: somebody invented, as whom anybody may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenDoor {
    /// A trainee whose team a remark waits for.
    Waiting,
    /// A trainee on the first day: no venture yet.
    FirstDay,
    /// A mentor.
    Mentor,
    /// Staff of one region.
    Region,
    /// Staff of the whole edition.
    Nation,
}

impl OpenDoor {
    /// All doors, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::FirstDay, Self::Mentor, Self::Region, Self::Nation];

    /// As it stands in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::FirstDay => "first-day",
            Self::Mentor => "mentor",
            Self::Region => "region",
            Self::Nation => "nation",
        }
    }

    /// From an address.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.code() == code)
    }

    /// Whether this person may stand behind it.
    fn fits(self, who: &Resident) -> bool {
        match self {
            Self::Waiting => who.role == Role::Trainee && who.waiting > 0 && who.entered,
            // Anybody shows that somebody invented is there; who comes in is new each time.
            Self::FirstDay => who.role == Role::Trainee,
            Self::Mentor => who.role == Role::Mentor,
            Self::Region => who.role == Role::Staff && !who.region.is_empty(),
            Self::Nation => who.role == Role::Staff && who.region.is_empty(),
        }
    }

    /// Who stands behind it: the first who fits, and where a remark waits whom most wait for. Nobody who is not invented. On the first day this is only
    /// somebody invented: each visit gets a trainee of its own.
    pub fn leads_to(self, people: &[Resident]) -> Option<&Resident> {
        let fitting = people.iter().filter(|who| who.invented && self.fits(who));
        fitting.min_by_key(|who| Reverse(if self == Self::Waiting { who.waiting } else { 0 }))
    }
}

/// Somebody who may stand behind a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// Who.
    pub person: PersonId,
    /// Name as shown.
    pub name: String,
    /// As what.
    pub role: Role,
    /// The one region of a member of the staff, by its ISO code; empty for everybody else.
    pub region: String,
    /// Ventures whose team they belong to.
    pub ventures: u32,
    /// Threads that wait for those of these teams that go on.
    pub waiting: u32,
    /// Whether they have chosen a passphrase.
    pub entered: bool,
    /// Whether their edition is invented.
    pub invented: bool,
}

/// Play a prototype without an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlayDemo {
    /// Whether the venture's edition is invented.
    pub invented: bool,
}

impl PlayDemo {
    /// A guest may play what is invented; to guests nothing else exists.
    ///
    /// # Errors
    /// [`Denied::Hidden`] for the ventures of real people.
    pub fn judge(self) -> Result<(), Denied> {
        if self.invented { Ok(()) } else { Err(Denied::Hidden) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn resident(n: u128, role: Role) -> Resident {
        let (region, name) = (String::new(), String::new());
        Resident { person: PersonId(Uuid::from_u128(n)), name, role, region, ventures: 0, waiting: 0, entered: true, invented: true }
    }

    fn town() -> Vec<Resident> {
        vec![
            Resident { ventures: 1, ..resident(1, Role::Trainee) },
            Resident { ventures: 1, waiting: 2, ..resident(2, Role::Trainee) },
            resident(3, Role::Trainee),
            Resident { entered: false, ..resident(4, Role::Trainee) },
            resident(5, Role::Mentor),
            resident(6, Role::Mentor),
            resident(7, Role::Staff),
            Resident { region: "MA-02".to_owned(), ..resident(8, Role::Staff) },
        ]
    }

    #[test]
    fn each_door_leads_to_the_first_who_fits() {
        let town = town();
        let behind = OpenDoor::ALL.map(|door| door.leads_to(&town).expect("somebody").person.0.as_u128());
        assert_eq!(behind, [2, 1, 5, 8, 7]);
        for door in OpenDoor::ALL {
            assert_eq!(OpenDoor::from_code(door.code()), Some(door));
        }
        assert_eq!(OpenDoor::from_code("2"), None);
    }

    #[test]
    fn where_feedback_waits_the_most_of_it_is_shown() {
        let more = Resident { ventures: 1, waiting: 3, ..resident(9, Role::Trainee) };
        let town: Vec<_> = town().into_iter().chain([more]).collect();
        assert_eq!(OpenDoor::Waiting.leads_to(&town).expect("somebody").person.0.as_u128(), 9);
    }

    #[test]
    fn no_door_leads_to_a_real_person_and_no_guest_plays_their_work() {
        let real: Vec<_> = town().into_iter().map(|who| Resident { invented: false, ..who }).collect();
        assert!(OpenDoor::ALL.into_iter().all(|door| door.leads_to(&real).is_none()));
        assert_eq!(PlayDemo { invented: false }.judge(), Err(Denied::Hidden));
        assert_eq!(PlayDemo { invented: true }.judge(), Ok(()));
    }
}
