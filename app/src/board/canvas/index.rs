//! What stands where: one row a record that has a place of its own on the board. Made anew when the board changes, asked when the view does.
//! Pure. What lives in a block flows there and is not here.

use super::view::Area;
use board::{
    Document, Record,
    id::RecordId,
    record::{Colour, Kind, Parent, Point},
};

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
}

/// All of them, in the order in which they are drawn.
#[derive(Clone, Debug, Default)]
pub struct Index {
    placed: Vec<Placed>,
}

impl Index {
    /// Of a board.
    pub fn of(document: &Document) -> Self {
        let row = |record: &Record| Some(Placed { id: record.id, kind: record.kind, area: area(document, record)?, colour: record.colour() });
        let mut placed: Vec<Placed> = document.children(&Parent::Board).filter_map(row).collect();
        placed.sort_by_key(|placed| layer(placed.kind));
        Self { placed }
    }

    /// Those that can be seen in an area.
    pub fn within(&self, area: Area) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |placed| area.meets(seen(placed)))
    }

    /// The uppermost one at a point.
    pub fn at(&self, point: Point) -> Option<RecordId> {
        self.placed.iter().rev().find(|placed| placed.area.holds(point)).map(|placed| placed.id)
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
        Kind::Shape | Kind::Connector | Kind::Stroke | Kind::Image | Kind::Screen | Kind::Hotspot | Kind::Widget | Kind::Link => placed.area,
    }
}

/// What a record covers on the board; what lives in a block or on a screen covers its sheet or prototype.
pub fn area(document: &Document, record: &Record) -> Option<Area> {
    match record.kind {
        Kind::Connector | Kind::Link => {
            let (from, to) = record.ends()?;
            let end = |id| Some(standing(document, document.get(id).filter(|end| document.is_visible(end.id))?));
            Some(end(from)?.with(end(to)?))
        }
        Kind::Stroke => Some(stroke(record)),
        Kind::Note | Kind::Text | Kind::Shape | Kind::Image | Kind::Frame | Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Widget => {
            Some(Area::of(record.position(), record.size()))
        }
    }
}

/// Of the record itself when it is free on the board, else of what it lives in.
fn standing(document: &Document, record: &Record) -> Area {
    let mut at = record;
    while let Parent::Record(up) | Parent::Block(up, _) = at.parent() {
        let Some(up) = document.get(*up) else { break };
        at = up;
    }
    if at.kind == Kind::Stroke { stroke(at) } else { Area::of(at.position(), at.size()) }
}

/// What a free-hand line covers.
pub fn stroke(record: &Record) -> Area {
    let at = record.position();
    let corner = |point: &Point| Area { x: at.x + point.x, y: at.y + point.y, w: 0, h: 0 };
    record.points().iter().map(corner).reduce(Area::with).unwrap_or(Area { x: at.x, y: at.y, w: 0, h: 0 })
}
