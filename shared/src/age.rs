//! Points in time. Nothing here reads a clock: "now" is always given.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// One day.
    pub const DAY: i64 = 86_400_000;
    /// Morocco stands one hour ahead of UTC the year round, but for Ramadan; a date is read at that hour.
    const AHEAD: i64 = 3_600_000;

    /// The calendar's day in Morocco, counted from 1970-01-01.
    pub fn day(self) -> i64 {
        (self.0 + Self::AHEAD).div_euclid(Self::DAY)
    }

    /// The moment at which such a day begins.
    pub fn first_of_day(day: i64) -> Self {
        Self(day * Self::DAY - Self::AHEAD)
    }

    /// Whole days from `self` to `now`; 0 when `self` lies ahead (a wrong clock).
    pub fn days_until(self, now: Self) -> u32 {
        u32::try_from((now.0 - self.0) / Self::DAY).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_morocco() {
        for day in [-1, 0, 20_788] {
            let first = Millis::first_of_day(day);
            assert_eq!((Millis(first.0 - 1).day(), first.day(), Millis(first.0 + Millis::DAY - 1).day()), (day - 1, day, day));
        }
        assert_eq!(Millis(23 * 3_600_000).day(), 1, "an hour before UTC has it");
    }
}
