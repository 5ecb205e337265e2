//! Cells for a spreadsheet: what people typed is never a formula there, whatever it begins with.

use std::borrow::Cow;

/// So that a spreadsheet reads the file as UTF-8.
pub const BOM: &str = "\u{feff}";
/// Between cells: what a spreadsheet in French expects.
pub const BETWEEN: u8 = b';';
/// Bytes a row takes, by and large: enough to say a size before a file is made.
pub const ROW_BYTES: u32 = 180;

/// The cell, with an apostrophe before a sign that would begin a formula.
pub fn cell(words: &str) -> Cow<'_, str> {
    let active = words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || words.starts_with(['\t', '\r', '\n']);
    if active { Cow::Owned(format!("'{words}")) } else { Cow::Borrowed(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_a_formula() {
        for evil in ["=HYPERLINK(\"x\")", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1", "\u{a0}=1"] {
            assert!(cell(evil).starts_with('\''), "{evil}");
        }
        for plain in ["قطرة", "Qatra = eau", "3/8", ""] {
            assert_eq!(cell(plain), plain);
        }
    }
}
