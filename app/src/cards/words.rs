//! Lines of a card: SVG breaks none, so they are broken here, by what a letter of each script takes. The phone shapes the letters; a line is
//! cut a little early rather than a little late. Pure.

/// Text as it may stand in a picture: one line, no sign that turns others round, nothing that XML does not know.
pub(super) fn clean(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some(' '),
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    kept.collect::<String>().split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text runs from the right: its first letter that has a direction says so.
pub(super) fn is_rtl(text: &str, otherwise: bool) -> bool {
    text.chars().find(|c| c.is_alphabetic()).map_or(otherwise, |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'))
}

/// The width of a letter at size 1.
fn width(c: char) -> f32 {
    match c {
        ' ' => 0.30,
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | '\'' | '’' | ':' | ';' | '!' | '|' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.98,
        c if joins(c) => 0.0,
        'A'..='Z' | 'À'..='Þ' => 0.74,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => 0.58,
        '\u{2d30}'..='\u{2d7f}' => 0.80,
        c if u32::from(c) >= 0x2190 => 1.3,
        _ => 0.60,
    }
}

/// A mark on the letter before it, or what makes one sign of several.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

fn measure(text: &str) -> f32 {
    text.chars().map(width).sum()
}

/// Words on lines no wider than `room` at size 1. A word wider than a line is broken between its letters.
fn lines(text: &str, room: f32) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split(' ').flat_map(|word| pieces(word, room)) {
        match out.last_mut() {
            Some(last) if measure(last) + width(' ') + measure(&word) <= room => {
                last.push(' ');
                last.push_str(&word);
            }
            _ => out.push(word),
        }
    }
    out
}

fn pieces(word: &str, room: f32) -> Vec<String> {
    let (mut out, mut piece, mut tied) = (Vec::new(), String::new(), false);
    for c in word.chars() {
        if !piece.is_empty() && !tied && !joins(c) && measure(&piece) + width(c) > room {
            out.push(std::mem::take(&mut piece));
        }
        tied = c == '\u{200d}';
        piece.push(c);
    }
    out.push(piece);
    out
}

/// The largest of the sizes at which the text stands on at most so many lines; at the smallest, what is too much ends in «…».
pub(super) fn fitted(text: &str, room: f32, sizes: &[f32], most: usize) -> (f32, Vec<String>) {
    let text = clean(text);
    let mut last = (0.0, Vec::new());
    for size in sizes {
        let found = lines(&text, room / size);
        if found.len() <= most {
            return (*size, found);
        }
        last = (*size, found);
    }
    last.1.truncate(most);
    if let Some(end) = last.1.last_mut() {
        end.pop();
        end.push('…');
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_turns_the_line_or_breaks_the_file_stays() {
        assert_eq!(clean("a\u{202e}b\u{2067}c\u{0}\n  d\u{ffff}"), "abc d");
    }

    #[test]
    fn every_line_fits_whatever_is_typed() {
        let long = "Anticonstitutionnellement".repeat(3);
        for text in ["Qatra قطرة ماء 💧 في البيت", &long, "👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾", &"W".repeat(80), "مُحَمَّد"]
        {
            let (size, found) = fitted(text, 860.0, &[96.0, 72.0, 54.0], 4);
            assert!(found.len() <= 4 && found.iter().all(|line| measure(line) * size <= 861.0), "{found:?}");
            assert!(found.iter().all(|line| !line.starts_with(joins)), "{found:?}");
        }
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        assert!(is_rtl("💧 قطرة Qatra", false) && !is_rtl("Qatra قطرة", true) && is_rtl("123", true));
    }
}
