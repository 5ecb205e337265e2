//! Side exits: a venture pauses, merges, turns or stops without losing face, and is taken up again whenever its team wants.

use crate::Millis;
use serde::{Deserialize, Serialize};

/// Longest lesson, in characters.
pub const LESSON_MAX: usize = 280;
/// A pause lasts so long at most; after that it is stopped, or taken up again and paused anew.
pub const PAUSE_MAX: i64 = 366 * Millis::DAY;

/// A way aside, as the programme names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Exit {
    /// The venture waits.
    Paused,
    /// It goes on with another team's.
    Merged,
    /// It begins again elsewhere.
    Pivoted,
    /// It ends, with what was learned.
    Stopped,
    /// It was of use without becoming a business.
    UsefulDone,
    /// Somebody found work.
    Hired,
}

impl Exit {
    /// All, in the programme's order.
    pub const ALL: [Self; 6] = [Self::Paused, Self::Merged, Self::Pivoted, Self::Stopped, Self::UsefulDone, Self::Hired];

    /// Its id in the programme.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paused => "paused",
            Self::Merged => "merged",
            Self::Pivoted => "pivoted",
            Self::Stopped => "stopped",
            Self::UsefulDone => "useful-done",
            Self::Hired => "hired",
        }
    }

    /// By its id.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|exit| exit.code() == code)
    }
}

/// Whether a venture goes on, or how it stands aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// Its team works on it.
    UnderWay,
    /// It stands aside.
    Aside(Exit),
}

impl Standing {
    /// Going on first, then the ways aside in the programme's order.
    pub fn all() -> impl Iterator<Item = Self> {
        core::iter::once(Self::UnderWay).chain(Exit::ALL.into_iter().map(Self::Aside))
    }

    /// As the address says it, such as `under_way` or `paused`.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnderWay => "under_way",
            Self::Aside(exit) => exit.code(),
        }
    }

    /// By its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|standing| standing.code() == code)
    }
}

/// A venture that stands aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// How.
    pub exit: Exit,
    /// What the team learned, in its words.
    pub lesson: String,
    /// The day it thinks of coming back; for a pause.
    pub back: Option<Millis>,
    /// Who of the team said so.
    pub by_name: String,
    /// Since when.
    pub since: Millis,
    /// When it was taken up again.
    pub until: Option<Millis>,
}

/// A day as a form sends it, `2026-12-01`, at noon of UTC.
pub fn day(typed: &str) -> Option<Millis> {
    let mut parts = typed.trim().splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=days_of(year, month)).contains(&day) {
        return None;
    }
    // Howard Hinnant, `days_from_civil`.
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    Some(Millis((era * 146_097 + doe - 719_468) * Millis::DAY + Millis::DAY / 2))
}

/// A day as a form holds it, the inverse of [`day`].
pub fn written(at: Millis) -> String {
    // Howard Hinnant, `civil_from_days`.
    let z = at.0.div_euclid(Millis::DAY) + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    format!("{:04}-{month:02}-{day:02}", yoe + era * 400 + i64::from(month <= 2))
}

fn days_of(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_the_calendar_has_it() {
        assert_eq!(day("1970-01-01"), Some(Millis(Millis::DAY / 2)));
        assert_eq!(day("2026-11-25"), Some(Millis(1_795_564_800_000 + Millis::DAY / 2)));
        assert_eq!(day("2024-02-29").map(|at| at.0 / Millis::DAY), Some(19_782));
        for typed in ["2024-02-29", "2026-12-31", "2027-01-01"] {
            assert_eq!(day(typed).map(written).as_deref(), Some(typed));
        }
        for wrong in ["2026-02-29", "2026-13-01", "2026-00-10", "demain", "", "2026-11"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn each_exit_has_its_code() {
        assert!(Standing::all().all(|standing| Standing::from_code(standing.code()) == Some(standing)));
        assert_eq!(Exit::from_code(Standing::UnderWay.code()), None, "going on is no way aside");
    }
}
