//! How far a sheet is filled, and what its numbers come to. Pure.

use board::{
    Document,
    id::{BlockId, RecordId},
    record::{BlockValue, Kind, Parent, TextKey},
};
use shared::{
    formula::{FormulaError, evaluate, format_number},
    programme::{Block, BlockKind, Template},
};

/// How far a sheet is filled. Computed numbers do not count: nobody fills them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// Blocks with something in them.
    pub filled: u32,
    /// Blocks to fill.
    pub blocks: u32,
    /// The first one that is still empty.
    pub next: Option<BlockId>,
}

/// How far a frame is filled.
pub fn of(document: &Document, frame: RecordId, template: &Template) -> Fill {
    let mut fill = Fill::default();
    for block in template.blocks.iter().filter(|block| block.formula.is_none()) {
        fill.blocks += 1;
        if holds(document, frame, block) {
            fill.filled += 1;
        } else if fill.next.is_none() {
            fill.next = Some(block.block_id());
        }
    }
    fill
}

/// Whether a block of a frame has something in it.
pub fn holds(document: &Document, frame: RecordId, block: &Block) -> bool {
    let id = block.block_id();
    match block.kind {
        BlockKind::Text => document.get(frame).is_some_and(|record| !record.text(&TextKey::Block(id)).trim().is_empty()),
        BlockKind::Scale | BlockKind::Choice | BlockKind::Number => document.value(frame, &id) != BlockValue::Empty,
        BlockKind::Notes | BlockKind::List | BlockKind::Checklist | BlockKind::Image | BlockKind::Evidence => {
            // A note that was opened and holds no word yet fills nothing.
            document.children(&Parent::Block(frame, id)).any(|child| child.kind == Kind::Image || !child.words().trim().is_empty())
        }
    }
}

/// A value as it is read: a step, an option, a number.
pub fn value_words(block: &Block, value: BlockValue) -> String {
    match value {
        BlockValue::Empty => String::new(),
        BlockValue::Scale(step) => format!("{step}/4"),
        BlockValue::Choice(option) => block.options.get(usize::from(option)).cloned().unwrap_or_default(),
        BlockValue::Number(number) => format_number(number),
    }
}

/// Why a computed number has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// A number it needs is still empty: the name of its block.
    Missing(String),
    /// There is no such number: a loss that never pays back.
    NoResult,
}

/// The number of a block in thousandths, typed or computed.
pub fn number(document: &Document, frame: RecordId, template: &Template, id: &str) -> Result<i64, NoNumber> {
    number_at(document, frame, template, id, 0)
}

fn number_at(document: &Document, frame: RecordId, template: &Template, id: &str, depth: u8) -> Result<i64, NoNumber> {
    let Some(block) = template.blocks.iter().find(|block| block.id == id) else { return Err(NoNumber::NoResult) };
    let Some(formula) = &block.formula else {
        return match document.value(frame, &block.block_id()) {
            BlockValue::Number(number) => Ok(number),
            BlockValue::Empty | BlockValue::Scale(_) | BlockValue::Choice(_) => Err(NoNumber::Missing(block.name.clone())),
        };
    };
    if depth > 8 {
        return Err(NoNumber::NoResult);
    }
    let fault = core::cell::RefCell::new(None);
    let value = |name: &str| match number_at(document, frame, template, name, depth + 1) {
        Ok(number) => Some(number),
        Err(why) => {
            fault.borrow_mut().get_or_insert(why);
            None
        }
    };
    let result = evaluate(formula, &value);
    match (result, fault.into_inner()) {
        (Ok(number), _) => Ok(number),
        (Err(FormulaError::Missing), Some(why)) => Err(why),
        (Err(FormulaError::Missing | FormulaError::NoResult | FormulaError::Syntax), _) => Err(NoNumber::NoResult),
    }
}

/// What a block's number is counted in, when it needs a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Dirhams.
    Dirhams,
    /// Pieces sold.
    Pieces,
    /// Months.
    Months,
}

/// The unit of a block.
pub fn unit(block: &Block) -> Option<Unit> {
    match block.unit.as_deref() {
        Some("MAD") => Some(Unit::Dirhams),
        Some("units") => Some(Unit::Pieces),
        Some("months") => Some(Unit::Months),
        _ => None,
    }
}
