//! Points in time. Nothing here reads a clock: "now" is always given.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// One day.
    pub const DAY: i64 = 86_400_000;

    /// Whole days from `self` to `now`; 0 when `self` lies ahead (a wrong clock).
    pub fn days_until(self, now: Self) -> u32 {
        u32::try_from((now.0 - self.0) / Self::DAY).unwrap_or(0)
    }
}
