//! What a remark is written on, kept as it was: the place, its sheet, its case, its words. Pure.

use super::fill;
use board::{
    Document, Part, Place, Record,
    record::{BlockValue, Kind, Parent, TextKey},
};
use shared::{
    feedback::{Anchor, Quote},
    programme::{Block, Template},
};

const EXACT: usize = 500;
const AROUND: usize = 32;

/// The anchor of a place on a board; `None` when there is no such place.
pub fn of(document: &Document, templates: &[Template], place: Place) -> Option<Anchor> {
    let record = document.get(place.record).filter(|record| document.is_visible(record.id))?;
    let (frame, part) = stands_in(document, templates, record, &place.part);
    let quote = quoted(document, templates, record, &place.part);
    Some(Anchor { place, frame, part, quote, seen: document.head() })
}

/// The names of what a place stands in: sheet or prototype, and case or screen.
fn stands_in(document: &Document, templates: &[Template], record: &Record, part: &Part) -> (String, String) {
    if let Part::Block(block) | Part::Range(TextKey::Block(block), ..) = part {
        return (name(templates, record), block_name(templates, record, &block.0));
    }
    match record.parent() {
        Parent::Block(frame, block) => {
            let Some(frame) = document.get(*frame) else { return Default::default() };
            (name(templates, frame), block_name(templates, frame, &block.0))
        }
        Parent::Record(parent) => {
            let Some(parent) = document.get(*parent) else { return Default::default() };
            match parent.kind {
                Kind::Screen => {
                    let prototype = match parent.parent() {
                        Parent::Record(id) => document.get(*id).map(|prototype| prototype.words().to_owned()),
                        Parent::Board | Parent::Block(..) => None,
                    };
                    (prototype.unwrap_or_default(), parent.words().to_owned())
                }
                _ => (name(templates, parent), if record.kind == Kind::Screen { record.words().to_owned() } else { String::new() }),
            }
        }
        Parent::Board if matches!(record.kind, Kind::Frame | Kind::Prototype) => (name(templates, record), String::new()),
        Parent::Board => Default::default(),
    }
}

fn template<'a>(templates: &'a [Template], frame: &Record) -> Option<&'a Template> {
    let (id, _, _) = frame.template()?;
    templates.iter().find(|template| template.id == id)
}

/// The name of a frame or prototype: its own, else its template's.
pub fn name(templates: &[Template], record: &Record) -> String {
    if !record.words().is_empty() {
        return record.words().to_owned();
    }
    match (template(templates, record), record.template()) {
        (Some(template), _) => template.name.clone(),
        (None, Some((id, ..))) => id.to_owned(),
        (None, None) => String::new(),
    }
}

fn block<'a>(templates: &'a [Template], frame: &Record, id: &str) -> Option<&'a Block> {
    template(templates, frame)?.blocks.iter().find(|block| block.id == id)
}

fn block_name(templates: &[Template], frame: &Record, id: &str) -> String {
    block(templates, frame, id).map_or_else(|| id.to_owned(), |block| block.name.clone())
}

fn quoted(document: &Document, templates: &[Template], record: &Record, part: &Part) -> Quote {
    match part {
        Part::Range(key, from, to) => range(record.text(key), *from, *to),
        Part::Block(id) => {
            let text = record.text(&TextKey::Block(id.clone()));
            let words = if text.is_empty() {
                let value = match (record.value(id), block(templates, record, &id.0)) {
                    (BlockValue::Empty, _) => None,
                    (value, Some(block)) => Some(fill::value_words(block, value)),
                    (_, None) => None,
                };
                value.unwrap_or_else(|| {
                    let parent = Parent::Block(record.id, id.clone());
                    document.children(&parent).map(Record::words).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
                })
            } else {
                text.to_owned()
            };
            Quote { exact: cut(&words, EXACT), ..Quote::default() }
        }
        Part::Whole | Part::At(_) | Part::Field(_) => {
            let words = match record.kind {
                Kind::Frame => name(templates, record),
                _ => record.words().to_owned(),
            };
            Quote { exact: cut(&words, EXACT), ..Quote::default() }
        }
    }
}

/// Characters `from..to` of a text with what stands around them.
fn range(text: &str, from: u32, to: u32) -> Quote {
    let characters: Vec<char> = text.chars().collect();
    let at = |n: u32| (n as usize).min(characters.len());
    let (from, to) = (at(from), at(to).max(at(from)));
    let piece = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    Quote {
        before: piece(from.saturating_sub(AROUND), from),
        exact: piece(from, to.min(from + EXACT)),
        after: piece(to, (to + AROUND).min(characters.len())),
    }
}

fn cut(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_quoted_with_what_stands_around_it() {
        let quote = range("Le puits est loin du douar", 3, 8);
        assert_eq!((quote.before.as_str(), quote.exact.as_str(), quote.after.as_str()), ("Le ", "puits", " est loin du douar"));
        assert_eq!(range("court", 90, 95).exact, "");
    }
}
