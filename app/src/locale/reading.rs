//! Numbers, dates and ages as people read them, in Western digits in every language.
//! It never reads a clock: the moment it is told from is a parameter.

use super::{Key, PluralKey, Words, key};
use shared::{Lang, Millis};

const MONTHS: [Key; 12] = [
    key::TIME_JANUARY,
    key::TIME_FEBRUARY,
    key::TIME_MARCH,
    key::TIME_APRIL,
    key::TIME_MAY,
    key::TIME_JUNE,
    key::TIME_JULY,
    key::TIME_AUGUST,
    key::TIME_SEPTEMBER,
    key::TIME_OCTOBER,
    key::TIME_NOVEMBER,
    key::TIME_DECEMBER,
];

impl Words {
    /// A whole number with its thousands set apart as the language does it.
    pub fn number(self, n: u64) -> String {
        let mark = match self.lang {
            Lang::Fr => '\u{202f}',
            Lang::Ar => '.',
            Lang::En => ',',
        };
        let digits = n.to_string();
        let mut out = String::with_capacity(digits.len() + 4);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }

    /// A day as people write it, such as « 12 mars 2026 ».
    pub fn date(self, at: Millis) -> String {
        let (year, month, day) = civil(at.day());
        let month = self.get(MONTHS[month - 1]);
        match self.lang {
            Lang::Fr if day == 1 => format!("1er {month} {year}"),
            Lang::Fr | Lang::Ar | Lang::En => format!("{day} {month} {year}"),
        }
    }

    /// How long ago something was, such as « il y a 6 jours ».
    pub fn ago(self, then: Millis, now: Millis) -> String {
        let minutes = ((now.0 - then.0) / 60_000).max(0).unsigned_abs();
        let (key, n): (PluralKey, u64) = match minutes {
            0 => return self.get(key::TIME_JUST_NOW).to_owned(),
            1..60 => (key::TIME_MINUTES_AGO, minutes),
            60..1440 => (key::TIME_HOURS_AGO, minutes / 60),
            1440..20160 => (key::TIME_DAYS_AGO, minutes / 1440),
            20160..87840 => (key::TIME_WEEKS_AGO, minutes / 10080),
            _ => (key::TIME_MONTHS_AGO, minutes / 43920),
        };
        self.plural(key, n, &[])
    }
}

/// Writes a value into a sentence; what runs the other way, or could, stands in an isolate so that it moves nothing round it.
pub(super) fn push_isolated(out: &mut String, value: &str, lang: Lang) {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let against = value.chars().any(turns)
        || match lang {
            Lang::Ar => value.chars().any(|c| c.is_ascii_alphabetic() || matches!(c, 'À'..='ɏ' | '/' | ':' | '-')),
            Lang::Fr | Lang::En => value.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}')),
        };
    if against {
        out.push('\u{2068}');
        // A sign that ends an isolation would let the next one out.
        out.extend(value.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')));
        out.push('\u{2069}');
    } else {
        out.push_str(value);
    }
}

/// Year, month (1–12) and day of a number of days since 1970-01-01 (Howard Hinnant, `civil_from_days`).
fn civil(days: i64) -> (i64, usize, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    (year, usize::try_from(month).unwrap_or(1), day)
}
