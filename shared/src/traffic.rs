//! What travels for a person: the kinds that are told apart, and the month it is counted in. Pure.

use crate::Millis;

/// What bytes are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrafficKind {
    /// Pages and forms.
    Pages,
    /// Pictures, on their way in and out.
    Pictures,
    /// The line of an open board.
    Board,
    /// Program, styles and icons; a phone keeps them.
    Program,
}

impl TrafficKind {
    /// All, in the order in which they are read.
    pub const ALL: [Self; 4] = [Self::Pages, Self::Pictures, Self::Board, Self::Program];

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Pictures => "pictures",
            Self::Board => "board",
            Self::Program => "program",
        }
    }

    /// What a request to this path is for; the line of a board counts for itself.
    pub fn of_path(path: &str) -> Self {
        if path.starts_with("/pkg/") {
            Self::Program
        } else if path.starts_with("/files/") || path.starts_with("/upload/") || path.ends_with(".svg") {
            Self::Pictures
        } else {
            Self::Pages
        }
    }
}

/// The month of a moment as people in Morocco read it, such as 202611.
pub fn month(at: Millis) -> i64 {
    // Howard Hinnant, `civil_from_days`.
    let days = at.day() + 719_468;
    let era = days.div_euclid(146_097);
    let doe = days.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let mp = (5 * (doe - (365 * yoe + yoe / 4 - yoe / 100)) + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2)) * 100 + month
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_at_midnight_in_morocco() {
        let first = Millis(1_793_487_600_000); // 2026-10-31T23:00Z
        assert_eq!((month(first), month(Millis(first.0 - 1))), (202_611, 202_610));
        assert_eq!(month(Millis(951_782_400_000)), 200_002, "29 February 2000");
    }
}
