//! Plural forms by the Unicode CLDR rules for whole numbers (CLDR 46, `plurals.xml`, type cardinal).
//! It never handles decimals: the product counts things.

use shared::Lang;

/// The six forms of CLDR, in the order in which they stand in a language's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Arabic: 0.
    Zero,
    /// One.
    One,
    /// Arabic: 2.
    Two,
    /// Arabic: 3–10 of each hundred.
    Few,
    /// Arabic: 11–99 of each hundred; French: whole millions.
    Many,
    /// All the rest.
    Other,
}

/// The form that `n` things take.
pub fn form(lang: Lang, n: u64) -> Form {
    match lang {
        Lang::Fr => match n {
            0 | 1 => Form::One,
            n if n.is_multiple_of(1_000_000) => Form::Many,
            _ => Form::Other,
        },
        Lang::Ar => match (n, n % 100) {
            (0, _) => Form::Zero,
            (1, _) => Form::One,
            (2, _) => Form::Two,
            (_, 3..=10) => Form::Few,
            (_, 11..=99) => Form::Many,
            _ => Form::Other,
        },
        Lang::En => match n {
            1 => Form::One,
            _ => Form::Other,
        },
    }
}
