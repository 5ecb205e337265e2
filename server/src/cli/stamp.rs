//! A moment as it stands in the name of a backup: UTC, sortable, without a character that a file system minds.

use shared::Millis;

const DAY: i64 = 86_400_000;

/// `2026-11-25T04-12-33Z`.
pub fn stamp(at: Millis) -> String {
    let (days, rest) = (at.0.div_euclid(DAY), at.0.rem_euclid(DAY) / 1000);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}T{:02}-{:02}-{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

/// Year, month and day of a number of days since 1970-01-01 (Howard Hinnant, `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_named_in_utc() {
        assert_eq!(stamp(Millis(0)), "1970-01-01T00-00-00Z");
        assert_eq!(stamp(Millis(1_709_210_096_999)), "2024-02-29T12-34-56Z");
        assert_eq!(stamp(Millis(1_767_225_599_000)), "2025-12-31T23-59-59Z");
    }
}
