//! Bytes as people read them.

use crate::locale::{Words, key};

/// « 84 Ko » or « 3,2 Mo », in thousands as operators count.
pub(crate) fn size(words: Words, bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    if tenths < 10 {
        return words.fill(key::BOARD_KILOBYTES, &[("n", &words.number(bytes.div_ceil(1_000)))]);
    }
    let mark = match words.lang() {
        shared::Lang::Fr | shared::Lang::Ar => ',',
        shared::Lang::En => '.',
    };
    let whole = words.number(tenths / 10);
    let number = if tenths < 1_000 { format!("{whole}{mark}{}", tenths % 10) } else { whole };
    words.fill(key::BOARD_MEGABYTES, &[("n", &number)])
}

#[cfg(test)]
mod tests {
    use super::size;
    use crate::locale::words;
    use shared::Lang;

    #[test]
    fn small_sizes_are_whole_and_large_ones_have_a_tenth() {
        let said = [0, 1, 84_200, 949_999, 3_240_000, 123_456_789].map(|bytes| size(words(Lang::Fr), bytes));
        assert_eq!(said, ["0 Ko", "1 Ko", "85 Ko", "950 Ko", "3,2 Mo", "123 Mo"].map(|text| text.replace(' ', "\u{a0}")));
    }
}
