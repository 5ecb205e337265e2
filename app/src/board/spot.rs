//! Where things go: a free spot on the canvas for what is made in the list, and keys that move a record among its siblings. Pure.

use board::{
    Document, OrderKey, Record,
    id::RecordId,
    record::{Field, Kind, Parent, Point, Size},
};
use shared::programme::Template;

/// Eighths of a pixel in one.
const PX: i32 = 8;
const GAP: i32 = 48 * PX;

/// The size a new sheet is given: 12 columns wide, as tall as its rows.
pub fn sheet_size(template: &Template) -> Size {
    let rows = template.blocks.iter().map(|block| i32::from(block.y) + i32::from(block.h)).max().unwrap_or(4);
    Size { w: 960 * PX, h: (88 + rows * 104) * PX }
}

/// What stands in each block, as tall as notes of a narrow column are. Only the canvas measures; this errs on the large side.
fn heaps(document: &Document) -> Vec<(&Parent, i32)> {
    let mut heaps = Vec::<(&Parent, i32)>::new();
    for record in document.visible().filter(|record| matches!(record.parent(), Parent::Block(..))) {
        let lines = i32::try_from(record.words().len() / 28).unwrap_or(100) + 1;
        let tall = if record.kind == Kind::Image { 240 } else { 40 + 26 * lines.min(100) } * PX;
        match heaps.iter_mut().find(|(parent, _)| *parent == record.parent()) {
            Some((_, heap)) => *heap += tall,
            None => heaps.push((record.parent(), tall)),
        }
    }
    heaps
}

/// The room that a record of the board really takes: a sheet grows with its fullest block, a prototype with its screens.
fn room(document: &Document, heaps: &[(&Parent, i32)], record: &Record) -> Size {
    let Size { w, h } = record.size();
    match record.kind {
        Kind::Frame => {
            let mine = heaps.iter().filter(|(parent, _)| matches!(parent, Parent::Block(frame, _) if *frame == record.id));
            // A third more than its rows: texts, prompts and the credit under it.
            Size { w, h: h + h / 3 + (mine.map(|(_, heap)| *heap).max().unwrap_or(0) - 104 * PX).max(0) }
        }
        Kind::Prototype => {
            let screens = i32::try_from(document.screens(record.id).count()).unwrap_or(1).min(200);
            Size { w: w.max((screens * 296 + 32) * PX), h: h + 104 * PX }
        }
        Kind::Note
        | Kind::Text
        | Kind::Shape
        | Kind::Connector
        | Kind::Stroke
        | Kind::Image
        | Kind::Screen
        | Kind::Hotspot
        | Kind::Widget
        | Kind::Link => Size { w, h },
    }
}

/// The first spot of a grid of cells of that size where nothing stands yet.
pub fn free(document: &Document, size: Size) -> Point {
    let heaps = heaps(document);
    let taken: Vec<(Point, Size)> =
        document.children(&Parent::Board).map(|record| (record.position(), room(document, &heaps, record))).collect();
    let meets = |at: Point| {
        taken.iter().any(|(point, other)| {
            at.x < point.x + other.w + GAP / 2
                && point.x < at.x + size.w + GAP / 2
                && at.y < point.y + other.h + GAP / 2
                && point.y < at.y + size.h + GAP / 2
        })
    };
    let columns = (3 * (960 * PX + GAP) / (size.w + GAP)).max(1);
    // As many cells as there are things, and one more, cannot all be taken three times over.
    let most = i32::try_from(taken.len()).unwrap_or(i32::MAX / 16).saturating_mul(4) + 64;
    (0..most)
        .map(|cell| Point { x: cell % columns * (size.w + GAP), y: cell / columns * (size.h + GAP) })
        .find(|at| !meets(*at))
        .unwrap_or_else(|| Point { x: 0, y: taken.iter().map(|(point, size)| point.y + size.h).max().unwrap_or(0) + GAP })
}

/// One step among the siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Towards the first.
    Up,
    /// Towards the last.
    Down,
}

/// Records that stand among each other in the list: sheets, prototypes, and all the rest.
fn band(kind: Kind) -> u8 {
    match kind {
        Kind::Frame => 0,
        Kind::Prototype => 1,
        Kind::Note
        | Kind::Text
        | Kind::Shape
        | Kind::Connector
        | Kind::Stroke
        | Kind::Image
        | Kind::Screen
        | Kind::Hotspot
        | Kind::Widget
        | Kind::Link => 2,
    }
}

/// The field that moves a record one step; `None` at the end of the row.
pub fn step(document: &Document, id: RecordId, step: Step) -> Option<Field> {
    let record = document.get(id)?;
    let parent = record.parent();
    let all: Vec<&Record> = document.children(parent).collect();
    let row: Vec<usize> = (0..all.len()).filter(|at| band(all[*at].kind) == band(record.kind)).collect();
    let place = row.iter().position(|at| all[*at].id == id)?;
    let order = match step {
        Step::Up => {
            let target = row[place.checked_sub(1)?];
            key_after(document, parent, target.checked_sub(1).map(|at| all[at].id))
        }
        Step::Down => key_after(document, parent, Some(all[*row.get(place + 1)?].id)),
    };
    Some(Field::Home(parent.clone(), order))
}

fn key_after(document: &Document, parent: &Parent, sibling: Option<RecordId>) -> OrderKey {
    document.order_after(parent, sibling)
}
