//! What stands where: one row a record that has a place of its own on the board. Made anew when the board changes, asked when the view does.
//! What lives in a block flows there and is not here.

use super::view::Area;
use crate::{
    Document, Record,
    id::RecordId,
    record::{Colour, Kind, Outline, Parent, Point},
};

/// From one screen of a prototype to the next where they stand side by side, in eighths of a pixel.
pub const SCREEN_STEP: i32 = 8 * 296;

/// One record with a place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub id: RecordId,
    /// What it is.
    pub kind: Kind,
    /// What it covers. A sheet may grow below it with what is in it.
    pub area: Area,
    /// Its colour.
    pub colour: Colour,
    /// Its outline, when it is a shape.
    pub outline: Outline,
}

/// All of them, in the order in which they are drawn.
#[derive(Clone, Debug, Default)]
pub struct Index {
    placed: Vec<Placed>,
}

impl Index {
    /// Of a board.
    pub fn of(document: &Document) -> Self {
        let row = |record: &Record| {
            let (id, kind) = (record.id, record.kind);
            Some(Placed { id, kind, area: area(document, record)?, colour: record.colour(), outline: record.outline() })
        };
        let mut placed: Vec<Placed> = document.children(&Parent::Board).filter_map(row).collect();
        placed.sort_by_key(|placed| layer(placed.kind));
        Self { placed }
    }

    /// Those that can be seen in an area.
    pub fn within(&self, area: Area) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |placed| area.meets(seen(placed)))
    }

    /// The uppermost one at a point. A line between two things is nowhere near most of what its ends span, so it is not asked.
    pub fn at(&self, point: Point) -> Option<RecordId> {
        let solid = self.placed.iter().rev().filter(|placed| !matches!(placed.kind, Kind::Connector | Kind::Link));
        solid.filter(|placed| placed.area.holds(point)).map(|placed| placed.id).next()
    }

    /// All, in the order in which they are drawn.
    pub fn all(&self) -> &[Placed] {
        &self.placed
    }

    /// Where one stands.
    pub fn get(&self, id: RecordId) -> Option<&Placed> {
        self.placed.iter().find(|placed| placed.id == id)
    }

    /// What all of them cover together.
    pub fn bounds(&self) -> Option<Area> {
        self.placed.iter().map(|placed| placed.area).reduce(Area::with)
    }
}

/// Sheets lie at the bottom, lines on top.
fn layer(kind: Kind) -> u8 {
    match kind {
        Kind::Frame | Kind::Prototype => 0,
        Kind::Shape | Kind::Image => 1,
        Kind::Note | Kind::Text | Kind::Screen | Kind::Hotspot | Kind::Widget => 2,
        Kind::Connector | Kind::Link | Kind::Stroke => 3,
    }
}

/// A sheet grows with what is in it: it counts as seen some way below its own size.
fn seen(placed: &Placed) -> Area {
    match placed.kind {
        Kind::Frame | Kind::Prototype | Kind::Note | Kind::Text => Area { h: placed.area.h.saturating_mul(3), ..placed.area },
        Kind::Shape | Kind::Connector | Kind::Stroke | Kind::Image | Kind::Screen | Kind::Hotspot | Kind::Widget | Kind::Link => {
            placed.area
        }
    }
}

/// What a record covers on the board. The screens of a prototype stand side by side, however many they are.
pub fn area(document: &Document, record: &Record) -> Option<Area> {
    match record.kind {
        Kind::Connector | Kind::Link => {
            let (from, to) = record.ends()?;
            let end = |id| Some(standing(document, document.get(id).filter(|end| document.is_visible(end.id))?));
            Some(end(from)?.with(end(to)?))
        }
        Kind::Stroke | Kind::Prototype => Some(standing(document, record)),
        Kind::Note | Kind::Text | Kind::Shape | Kind::Image | Kind::Frame | Kind::Screen | Kind::Hotspot | Kind::Widget => {
            Some(Area::of(record.position(), record.size()))
        }
    }
}

/// What a record covers when it is free on the board, else what it lives in covers.
pub fn standing(document: &Document, record: &Record) -> Area {
    let mut at = record;
    while let Parent::Record(up) | Parent::Block(up, _) = at.parent() {
        let Some(up) = document.get(*up) else { break };
        at = up;
    }
    let written = Area::of(at.position(), at.size());
    match at.kind {
        Kind::Stroke => stroke(at),
        Kind::Prototype => {
            let screens = i32::try_from(document.screens(at.id).count()).unwrap_or(i32::MAX);
            Area { w: written.w.max(screens.saturating_mul(SCREEN_STEP)), ..written }
        }
        Kind::Note
        | Kind::Text
        | Kind::Shape
        | Kind::Image
        | Kind::Frame
        | Kind::Screen
        | Kind::Hotspot
        | Kind::Widget
        | Kind::Connector
        | Kind::Link => written,
    }
}

/// What a free-hand line covers.
pub fn stroke(record: &Record) -> Area {
    let at = record.position();
    let corner = |point: &Point| Area { x: at.x + point.x, y: at.y + point.y, w: 0, h: 0 };
    record.points().iter().map(corner).reduce(Area::with).unwrap_or(Area { x: at.x, y: at.y, w: 0, h: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Envelope, Operation, encode,
        id::{Author, ClientNo, Seq},
        operation::Create,
        record::{Field, OrderKey, Size},
    };

    fn id(counter: u32) -> RecordId {
        RecordId { client: ClientNo(1), counter }
    }

    fn board(made: Vec<(Kind, Vec<Field>)>) -> Document {
        let mut document = Document::default();
        for (at, (kind, fields)) in (1u32..).zip(made) {
            let order = OrderKey::between(None, None);
            let create = Create { kind, parent: Parent::Board, order, fields, words: String::new() };
            let bytes = encode(&Operation::Create(create)).into();
            let envelope = Envelope { seq: Seq(at.into()), author: Author(1), client: ClientNo(1), counter: at, gesture: at, bytes };
            document.apply(&envelope).expect("a sound operation");
        }
        document
    }

    fn at(x: i32, y: i32) -> Vec<Field> {
        vec![Field::Position(Point { x, y }), Field::Size(Size { w: 800, h: 800 })]
    }

    fn three_joined() -> Index {
        let line = vec![Field::Ends(id(1), id(2))];
        Index::of(&board(vec![
            (Kind::Note, at(0, 0)),
            (Kind::Note, at(8_000, 8_000)),
            (Kind::Connector, line),
            (Kind::Shape, at(400, 400)),
        ]))
    }

    #[test]
    fn only_what_an_area_meets_is_in_it() {
        let index = three_joined();
        let seen: Vec<RecordId> = index.within(Area { x: 7_900, y: 7_900, w: 100, h: 100 }).map(|placed| placed.id).collect();
        assert_eq!(seen, [id(2), id(3)]);
    }

    #[test]
    fn a_note_lies_over_a_shape_and_a_line_catches_no_point() {
        let index = three_joined();
        assert_eq!(index.at(Point { x: 500, y: 500 }), Some(id(1)));
        assert_eq!(index.at(Point { x: 1_000, y: 1_000 }), Some(id(4)));
        assert_eq!(index.at(Point { x: 4_000, y: 4_000 }), None);
    }

    #[test]
    fn all_together_cover_their_bounds() {
        assert_eq!(three_joined().bounds(), Some(Area { x: 0, y: 0, w: 8_800, h: 8_800 }));
        assert_eq!(Index::of(&Document::default()).bounds(), None);
    }
}
