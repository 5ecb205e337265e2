//! Starting a venture by one question. The answer is the idea for the time being, and its first words are the name.
//! A name that is still the answer's first words was chosen by nobody: pages then invite the team to choose one.

use crate::ventures::{FieldFault, IDEA_MAX, Venture, VentureForm};
use board::limits;

/// Longest name taken from an answer, in characters, the sign that it goes on left out.
const FIRST_WORDS: usize = 40;

/// The sheet that a venture starts with, and the block of it that holds the answer.
pub const SHEET: &str = crate::today::FIRST_SHEET;
/// See [`SHEET`].
pub const BLOCK: &str = "scene";

/// Why an answer starts nothing.
pub fn fault(answer: &str) -> Option<FieldFault> {
    if plain(answer).is_empty() {
        return Some(FieldFault::Empty);
    }
    (kept(answer).chars().count() > limits::TEXT).then_some(FieldFault::TooLong)
}

/// The answer as the board keeps it: word for word, with line breaks of one kind and nothing round it.
pub fn kept(answer: &str) -> String {
    answer.replace("\r\n", "\n").trim().to_owned()
}

/// The venture of an answer; its theme stays open.
pub fn venture_of(answer: &str, place: String) -> VentureForm {
    VentureForm { name: first_words(answer), idea: plain(answer).chars().take(IDEA_MAX).collect(), theme: String::new(), place }
}

/// The first words of an answer, ended with … where it goes on.
pub fn first_words(answer: &str) -> String {
    let answer = plain(answer);
    if answer.chars().count() <= FIRST_WORDS {
        return answer;
    }
    let room: String = answer.chars().take(FIRST_WORDS + 1).collect();
    let whole = room.rsplit_once(' ').map_or_else(|| room.chars().take(FIRST_WORDS).collect(), |(whole, _)| whole.to_owned());
    format!("{}…", whole.trim_end_matches([' ', ',', '.', ';', ':', '،', '؛']))
}

/// Whether a venture still has the name that its first answer gave it.
pub fn is_provisional(venture: &Venture) -> bool {
    venture.name == first_words(&venture.idea)
}

/// Words on one line, without the characters that are not seen but turn the direction of what follows, or are no characters at all.
pub fn plain(words: &str) -> String {
    let seen: String = words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_unseen(*c)).collect();
    seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Joiners stay: Arabic and Persian words need them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_answer_is_a_name_and_a_long_one_lends_its_first_words() {
        assert_eq!(first_words("  Le puits\nest loin "), "Le puits est loin");
        let long = "Mardi, la pompe tournait encore à midi, et personne ne savait l'arrêter.";
        assert_eq!(first_words(long), "Mardi, la pompe tournait encore à midi…");
        assert_eq!(first_words(&"س".repeat(60)), format!("{}…", "س".repeat(40)));
        assert_eq!(first_words(&"un mot ".repeat(6)), "un mot un mot un mot un mot un mot un…");
    }

    #[test]
    fn a_name_is_provisional_until_somebody_chooses_one() {
        for answer in ["الماء يضيع ليلا", &"كانت المضخة تعمل ظهر الثلاثاء ".repeat(40), &"x".repeat(5000)]
        {
            let form = venture_of(answer, String::new());
            assert_eq!(form.fault(), None);
            assert_eq!(first_words(&form.idea), form.name, "the idea is cut, its first words are not");
        }
    }

    #[test]
    fn nothing_that_can_be_seen_is_an_empty_answer() {
        for answer in ["", " \n\t ", "\u{202E}", "\u{200B} \u{FEFF}\u{2067}"] {
            assert_eq!(fault(answer), Some(FieldFault::Empty), "{answer:?}");
        }
        assert_eq!(fault(&"م".repeat(5000)), None);
        assert_eq!(fault(&format!(" {}\r\n", "م".repeat(5000))), None, "what stands round it is not counted");
        assert_eq!(fault(&"م".repeat(5001)), Some(FieldFault::TooLong));
    }

    #[test]
    fn a_name_never_turns_the_direction_of_what_follows_it() {
        assert_eq!(first_words("Qatra\u{202E}abc"), "Qatraabc");
        assert_eq!(kept("Qatra\u{202E}abc"), "Qatra\u{202E}abc", "the board keeps what was typed, and isolates it");
    }
}
