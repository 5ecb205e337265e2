//! Joining a team by its code: what a code looks like, how long it is good, and why one is refused. Pure: chance and time are parameters.

use crate::{
    Millis,
    accounts::CROCKFORD,
    ids::{GroupId, VentureId},
};

/// How long a code is good.
pub const CODE_LASTS: i64 = 7 * Millis::DAY;
/// Characters of a code.
pub const CODE_LENGTH: usize = 6;
/// The characters that new codes are made of: Crockford's without vowels, so that no code is a word.
const DRAWN: &[u8; 30] = b"0123456789BCDFGHJKMNPQRSTVWXYZ";

/// A team's code: six Crockford characters, upper-case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinCode(String);

impl JoinCode {
    /// From chance.
    pub fn from_random(numbers: [u16; CODE_LENGTH]) -> Self {
        Self(numbers.iter().map(|n| char::from(DRAWN[usize::from(*n) % DRAWN.len()])).collect())
    }

    /// As typed: case, spaces and dashes do not matter, O reads as 0, I and L as 1.
    pub fn parse(typed: &str) -> Option<Self> {
        let meant = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        });
        let code: String = meant.take(CODE_LENGTH + 1).collect();
        let fits = code.len() == CODE_LENGTH && code.bytes().all(|b| CROCKFORD.contains(&b));
        fits.then_some(Self(code))
    }

    /// The six characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is known of a code that a trainee has typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownCode {
    /// Whose it is.
    pub venture: VentureId,
    /// The group of that venture.
    pub group: GroupId,
    /// Good until then; earlier than now when the team has made another.
    pub until: Millis,
    /// Members of the team.
    pub members: u32,
    /// Whether the trainee is one of them.
    pub member: bool,
}

/// Why a code lets nobody ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefusal {
    /// There is no such code.
    Wrong,
    /// It was good once.
    Old,
    /// It is of another group; nothing else is told of it.
    OtherGroup,
    /// The trainee belongs to the team already.
    Member(VentureId),
    /// The team has its five.
    Full,
    /// Too many wrong codes by this trainee; wait this many seconds.
    Wait(u32),
}

/// Whether a code lets a trainee of `group` ask to join. Another group's code says nothing more, not even whether it is still good.
///
/// # Errors
/// Why not.
pub fn judge(known: Option<&KnownCode>, group: GroupId, most: u32, now: Millis) -> Result<VentureId, CodeRefusal> {
    let known = known.ok_or(CodeRefusal::Wrong)?;
    if known.group != group {
        Err(CodeRefusal::OtherGroup)
    } else if known.member {
        Err(CodeRefusal::Member(known.venture))
    } else if known.until <= now {
        Err(CodeRefusal::Old)
    } else if known.members >= most {
        Err(CodeRefusal::Full)
    } else {
        Ok(known.venture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(JoinCode::parse(" abc-2o4 ").expect("fits").as_str(), "ABC204");
        for bad in ["", "ABC23", "ABC2345", "ABC23U", "ABC23é", "ابجدهو"] {
            assert_eq!(JoinCode::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_new_code_has_no_vowel_and_is_read_again() {
        for n in 0..u16::MAX / 97 {
            let code = JoinCode::from_random([n * 97, n, 1, 2, 3, 4]);
            assert!(!code.as_str().contains(['A', 'E', 'I', 'O', 'U']), "{code:?}");
            assert_eq!(JoinCode::parse(code.as_str()), Some(code));
        }
    }

    #[test]
    fn each_refusal_has_its_own_reason() {
        let (ours, now) = (GroupId(Uuid::from_u128(1)), Millis(1000));
        let venture = VentureId(Uuid::from_u128(9));
        let good = KnownCode { venture, group: ours, until: Millis(1001), members: 4, member: false };
        let judged = |known: KnownCode| judge(Some(&known), ours, 5, now);
        assert_eq!(judged(good.clone()), Ok(venture));
        assert_eq!(judge(None, ours, 5, now), Err(CodeRefusal::Wrong));
        assert_eq!(judged(KnownCode { until: now, ..good.clone() }), Err(CodeRefusal::Old));
        assert_eq!(judged(KnownCode { members: 5, ..good.clone() }), Err(CodeRefusal::Full));
        assert_eq!(judged(KnownCode { member: true, members: 5, ..good.clone() }), Err(CodeRefusal::Member(venture)));
        let foreign = KnownCode { group: GroupId(Uuid::from_u128(2)), until: now, members: 5, ..good };
        assert_eq!(judged(foreign), Err(CodeRefusal::OtherGroup));
    }
}
