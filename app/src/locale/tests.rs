//! The words behave: plurals as CLDR has them, isolates, dates and ages.

use super::*;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use shared::Millis;

fn expected(rules: &PluralRules, n: u32) -> Form {
    match rules.category_for(n) {
        PluralCategory::Zero => Form::Zero,
        PluralCategory::One => Form::One,
        PluralCategory::Two => Form::Two,
        PluralCategory::Few => Form::Few,
        PluralCategory::Many => Form::Many,
        PluralCategory::Other => Form::Other,
    }
}

#[test]
fn plural_forms_are_those_of_cldr() {
    for lang in [Lang::Fr, Lang::Ar, Lang::En] {
        let code: Locale = lang.code().parse().expect("a language code");
        let rules = PluralRules::try_new_cardinal(code.into()).expect("known rules");
        for n in (0..1_250).chain([10_000, 26_040, 999_999, 1_000_000, 1_000_001, 2_000_000]) {
            assert_eq!(form(lang, u64::from(n)), expected(&rules, n), "{} {n}", lang.code());
        }
    }
}

#[test]
fn every_language_has_the_same_number_of_texts() {
    for lang in [Lang::Fr, Lang::Ar, Lang::En] {
        assert_eq!(words(lang).texts.len(), key::COUNT, "{}", lang.code());
    }
}

#[test]
fn an_arabic_count_takes_its_own_form() {
    let words = words(Lang::Ar);
    let said: Vec<String> = [1, 2, 6, 11].map(|n| words.plural(key::TIME_DAYS_AGO, n, &[])).into();
    assert_eq!(said, ["قبل يوم", "قبل يومين", "قبل 6 أيام", "قبل 11 يوما"]);
}

#[test]
fn a_value_that_runs_the_other_way_is_isolated() {
    assert_eq!(words(Lang::Fr).fill(key::CHROME_STAR, &[("n", "3"), ("gate", "قطرة")]), "3/8 · \u{2068}قطرة\u{2069}");
}

#[test]
fn dates_and_ages_are_read_in_words() {
    let words = words(Lang::Fr);
    assert_eq!(words.date(Millis(1_772_582_400_000)), "4 mars 2026");
    assert_eq!(words.date(Millis(951_782_400_000)), "29 février 2000");
    assert_eq!(words.ago(Millis(0), Millis(6 * Millis::DAY)), "il y a 6 jours");
    assert_eq!(words.number(26_040), "26\u{202f}040");
}
