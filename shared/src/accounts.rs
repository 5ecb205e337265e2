//! Signing in: cards, one-time codes, passphrases.

use crate::{Lang, starting::plain, ventures::FieldFault};
use serde::{Deserialize, Serialize};

/// The 32 characters of a one-time code (Crockford): no I, L, O or U.
pub const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A printed one-time code: eight Crockford characters, stored upper-case.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimeCode(String);

impl OneTimeCode {
    /// From random bytes; only the low five bits of each count.
    pub fn from_random(bytes: [u8; 8]) -> Self {
        Self(bytes.iter().map(|b| char::from(CROCKFORD[usize::from(b & 31)])).collect())
    }

    /// As typed: case, spaces and dashes do not matter, O reads as 0, I and L as 1.
    pub fn parse(typed: &str) -> Option<Self> {
        let code: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .collect();
        let fits = code.len() == 8 && code.bytes().all(|b| CROCKFORD.contains(&b));
        fits.then_some(Self(code))
    }

    /// The eight characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As printed: `ABCD-EFGH`.
    pub fn printed(&self) -> String {
        format!("{}-{}", &self.0[..4], &self.0[4..])
    }
}

/// What an edition of the programme is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionName {
    name: String,
    arabic: Option<String>,
}

impl EditionName {
    /// With a name for what is read in Arabic; an empty one is none.
    pub fn new(name: &str, arabic: Option<&str>) -> Self {
        Self { name: name.trim().to_owned(), arabic: arabic.map(str::trim).filter(|arabic| !arabic.is_empty()).map(str::to_owned) }
    }

    /// The one name, which stands wherever there is no other.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The one for what is read in Arabic, where there is one.
    pub fn arabic(&self) -> Option<&str> {
        self.arabic.as_deref()
    }

    /// For a reader of this language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => self.arabic().unwrap_or(&self.name),
            Lang::Fr | Lang::En => &self.name,
        }
    }
}

impl From<&str> for EditionName {
    fn from(name: &str) -> Self {
        Self::new(name, None)
    }
}

/// A passphrase has at least so many characters.
pub const PASSPHRASE_MIN: usize = 8;
/// And at most so many bytes, so that hashing stays bounded.
pub const PASSPHRASE_MAX: usize = 256;

/// Whether a passphrase may be used: length only.
pub fn passphrase_fits(passphrase: &str) -> bool {
    passphrase.chars().count() >= PASSPHRASE_MIN && passphrase.len() <= PASSPHRASE_MAX
}

/// Why a sign-in did not work. It never says which part was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInRefusal {
    /// Group, number, name, code or passphrase do not match.
    NoMatch,
    /// The card's code was already used: enter with the passphrase, or ask for a new card.
    CodeUsed,
    /// Too many tries on this account; wait this many seconds.
    Wait(u32),
}

/// Longest name of a person, in characters.
pub const NAME_MAX: usize = 120;

/// A person's name as it is kept: on one line, without what is not seen and turns the direction of what follows.
///
/// # Errors
/// Empty, or longer than [`NAME_MAX`].
pub fn person_name(typed: &str) -> Result<String, FieldFault> {
    let name = plain(typed);
    match name.chars().count() {
        0 => Err(FieldFault::Empty),
        1..=NAME_MAX => Ok(name),
        _ => Err(FieldFault::TooLong),
    }
}

/// What was typed, with Arabic digits read as the same digits in Western form.
pub fn western_digits(typed: &str) -> String {
    typed
        .chars()
        .map(|c| match c {
            '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
            '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap_or(c),
            c => c,
        })
        .collect()
}

/// Most numbers that a list of them may stand for.
const NUMBERS_MAX: u32 = 1_000;

/// Numbers in a group as people write them: `3, 7, 12-20`, with commas of either script or spaces between. Nothing when it is no such list.
pub fn numbers(typed: &str) -> Option<Vec<u32>> {
    let typed = western_digits(typed).replace(['–', '—', '−'], "-");
    let mut joined = String::new();
    for c in typed.chars() {
        // A dash binds, whatever spaces stand beside it.
        match c {
            '-' => joined = joined.trim_end().to_owned() + "-",
            c if c.is_whitespace() && joined.ends_with('-') => {}
            c => joined.push(c),
        }
    }
    let mut found = std::collections::BTreeSet::new();
    for piece in joined.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،' | '؛')).filter(|piece| !piece.is_empty()) {
        let (from, to) = piece.split_once('-').unwrap_or((piece, piece));
        let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
        if from > to || to - from >= NUMBERS_MAX {
            return None;
        }
        found.extend(from..=to);
    }
    Some(found.into_iter().collect())
}

/// A name folded for search and sorting: lower case, without Latin accents, Arabic vowel marks, hamza seats or tatweel.
pub fn folded(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => Some('a'),
            'ç' => Some('c'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'î' | 'ï' | 'í' => Some('i'),
            'ô' | 'ö' | 'ó' => Some('o'),
            'ù' | 'û' | 'ü' | 'ú' => Some('u'),
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ى' => Some('ي'),
            'ة' => Some('ه'),
            '\u{064B}'..='\u{0652}' | '\u{0640}' | '\u{0670}' => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_called_by_one_name_where_it_has_no_other() {
        let named = |arabic| EditionName::new(" Édition 1 ", arabic);
        let both = named(Some(" الدورة الأولى "));
        assert_eq!(Lang::ALL.map(|lang| both.get(lang)), ["Édition 1", "الدورة الأولى", "Édition 1"]);
        for one in [named(None), named(Some(" ")), "Édition 1".into()] {
            assert_eq!(Lang::ALL.map(|lang| one.get(lang)), ["Édition 1"; 3]);
        }
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = OneTimeCode::parse("o1ab-cdeL").expect("fits");
        assert_eq!(code.as_str(), "01ABCDE1");
        assert_eq!(code.printed(), "01AB-CDE1");
        assert!(OneTimeCode::parse("01ABCDE").is_none());
        assert!(OneTimeCode::parse("01ABCDEU").is_none());
    }

    #[test]
    fn a_name_is_kept_on_one_line_and_turns_nothing_round() {
        assert_eq!(person_name("  Amal\u{202E}\n El  Idrissi\u{200F} ").as_deref(), Ok("Amal El Idrissi"));
        assert_eq!(person_name(" \u{202E}\t"), Err(FieldFault::Empty));
        assert_eq!(person_name(&"م".repeat(NAME_MAX)).map(|name| name.chars().count()), Ok(NAME_MAX));
        assert_eq!(person_name(&"م".repeat(NAME_MAX + 1)), Err(FieldFault::TooLong));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(numbers("3, 7 ,12 – 14"), Some(vec![3, 7, 12, 13, 14]));
        assert_eq!(numbers("٣، ٥-٦؛ 6 6"), Some(vec![3, 5, 6]));
        assert_eq!(numbers("  "), Some(Vec::new()));
        for nonsense in ["a", "3-", "-4", "9-2", "1-4000000000", "1--3"] {
            assert_eq!(numbers(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn names_fold_to_what_people_search() {
        assert_eq!(folded("Séchoir"), "sechoir");
        assert_eq!(folded("قِطْرَة"), "قطره");
        assert_eq!(folded("أمل"), folded("امل"));
    }
}
