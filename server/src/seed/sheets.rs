//! The sheets of a demo venture: a frame for each template that is filled, what stands in its blocks, and where on the board it lies.
//! Each belief of the team becomes a test card. It writes nothing; [`super::writing`] does.

use super::data::{Hypothesis, Venture};
use board::{
    OrderKey,
    record::{BlockValue, Point, Size},
};
use shared::{
    Lang, formula,
    programme::{Block, BlockKind, Template},
    reference,
};

const TEST_CARD: &str = "test-card";
const PX: i32 = 8;
/// Room between things on the board.
const GAP: i32 = 48 * PX;
/// Things beside each other on the board.
const COLUMNS: usize = 3;

/// A sheet to be.
#[derive(Debug)]
pub struct Sheet {
    /// Its template, in the venture's language.
    pub template: Template,
    /// Its own name; empty when the template's is enough.
    pub name: String,
    /// What stands in its blocks, in the template's order.
    pub blocks: Vec<(Block, Filling)>,
}

/// What stands in a block.
#[derive(Debug, PartialEq, Eq)]
pub enum Filling {
    /// Notes, one below the other.
    Notes(Vec<String>),
    /// Pictures that are only told.
    Captions(Vec<String>),
    /// Words.
    Text(String),
    /// A step, an option or a number.
    Value(BlockValue),
}

/// All sheets of a venture, in the programme's order. What the templates do not know is left out.
pub fn of(venture: &Venture) -> Vec<Sheet> {
    let lang = venture.lang();
    let mut sheets = Vec::new();
    for template in reference::templates(lang).into_iter().filter(|template| !template.private) {
        match venture.notes.get(&template.id) {
            Some(notes) => {
                let blocks =
                    template.blocks.iter().filter_map(|block| Some((block.clone(), filling(&template, block, notes.get(&block.id)?)?)));
                sheets.push(Sheet { blocks: blocks.collect(), name: String::new(), template });
            }
            None if template.id == TEST_CARD => {
                sheets.extend(venture.hypotheses.iter().enumerate().map(|(at, belief)| test_card(&template, at, belief)));
            }
            None => {}
        }
    }
    sheets
}

/// A belief as a test card. The second and later ones have a number of their own.
fn test_card(template: &Template, at: usize, belief: &Hypothesis) -> Sheet {
    let filled = |block: &Block| match block.id.as_str() {
        "belief" => Some(Filling::Text(belief.statement.clone())),
        "risk" => Some(Filling::Value(BlockValue::Scale(belief.risk))),
        "test" => Some(Filling::Text(belief.test.clone())),
        "threshold" => Some(Filling::Text(belief.threshold.clone())),
        _ => None,
    };
    Sheet {
        blocks: template.blocks.iter().filter_map(|block| Some((block.clone(), filled(block)?))).collect(),
        name: if at == 0 { String::new() } else { format!("{} · {}", template.name, at + 1) },
        template: template.clone(),
    }
}

fn filling(template: &Template, block: &Block, words: &[String]) -> Option<Filling> {
    let first = words.first()?;
    match block.kind {
        BlockKind::Notes | BlockKind::List | BlockKind::Checklist | BlockKind::Evidence => Some(Filling::Notes(words.to_vec())),
        BlockKind::Image => Some(Filling::Captions(words.to_vec())),
        BlockKind::Text => Some(Filling::Text(words.join("\n"))),
        BlockKind::Scale => first.trim().parse().ok().map(|step| Filling::Value(BlockValue::Scale(step))),
        BlockKind::Number => formula::parse_number(first).map(|number| Filling::Value(BlockValue::Number(number))),
        BlockKind::Choice => option(&template.id, &block.id, first).map(|option| Filling::Value(BlockValue::Choice(option))),
    }
}

/// Which option of a choice a label is, in whatever language it is written.
fn option(template: &str, block: &str, label: &str) -> Option<u8> {
    Lang::ALL.into_iter().find_map(|lang| {
        let template = reference::template(template, lang)?;
        let block = template.blocks.into_iter().find(|candidate| candidate.id == block)?;
        block.options.iter().position(|option| option.trim() == label.trim()).and_then(|at| u8::try_from(at).ok())
    })
}

/// Where things go on an empty board: row by row, each under the one above it.
#[derive(Default)]
pub struct Ground {
    bottoms: [i32; COLUMNS],
    placed: usize,
}

impl Ground {
    /// The next place for something of that size.
    pub fn place(&mut self, size: Size) -> Point {
        let column = self.placed % COLUMNS;
        self.placed += 1;
        let x = i32::try_from(column).unwrap_or_default() * (960 * PX + GAP);
        let at = Point { x, y: self.bottoms[column] };
        self.bottoms[column] += size.h + GAP;
        at
    }

    /// A place below everything, for what may be as wide as it likes.
    pub fn below(&self) -> Point {
        Point { x: 0, y: self.bottoms.into_iter().max().unwrap_or_default() }
    }
}

/// Keys of siblings, each after the last.
#[derive(Default)]
pub struct Keys(Option<OrderKey>);

impl Keys {
    /// The next one.
    pub fn next(&mut self) -> OrderKey {
        let key = OrderKey::between(self.0.as_ref(), None);
        self.0 = Some(key.clone());
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::data;

    #[test]
    fn every_word_of_the_data_finds_its_block() {
        for venture in data::ventures().unwrap() {
            let sheets = of(&venture);
            for (id, notes) in &venture.notes {
                let sheet = sheets.iter().find(|sheet| sheet.template.id == *id).unwrap_or_else(|| panic!("{}: {id}", venture.slug));
                for block in notes.keys() {
                    assert!(sheet.blocks.iter().any(|(filled, _)| filled.id == *block), "{}: {id}.{block}", venture.slug);
                }
            }
            let cards = sheets.iter().filter(|sheet| sheet.template.id == TEST_CARD).count();
            assert_eq!(cards, if venture.notes.contains_key(TEST_CARD) { 1 } else { venture.hypotheses.len() }, "{}", venture.slug);
        }
    }

    #[test]
    fn nothing_lies_on_something_else() {
        let mut ground = Ground::default();
        let sizes = [(960, 700), (960, 300), (960, 500), (960, 400), (960, 900), (960, 200), (960, 760)];
        let placed: Vec<(Point, Size)> = sizes.map(|(w, h)| Size { w: w * PX, h: h * PX }).map(|size| (ground.place(size), size)).into();
        for (n, (a, of_a)) in placed.iter().enumerate() {
            for (b, of_b) in &placed[..n] {
                assert!(a.x >= b.x + of_b.w || b.x >= a.x + of_a.w || a.y >= b.y + of_b.h || b.y >= a.y + of_a.h);
            }
        }
    }
}
