//! A demo venture's board, written by its team: first the sheets, then what stands on them, and the prototype. What threads are pinned on later
//! is remembered by its name in the data.

use super::{
    SeedError,
    calendar::Calendar,
    data::Venture,
    pen::Desk,
    room,
    sheets::{self, Filling, Ground, Keys, Sheet},
    sketch::{self, Look, Rect},
};
use app::board::{draft::bare, spot::sheet_size};
use board::{
    Document, Part, Place,
    id::RecordId,
    record::{Colour, Direction, Field, Kind, Parent, Point, Size, TextKey},
};
use shared::{
    programme::{Block, BlockKind},
    ventures::Gate,
};
use std::collections::HashMap;

const PX: i32 = 8;
/// From this gate on a team's lists are ticked off.
const DONE: Gate = Gate(6);
const COLOURS: [Colour; 5] = [Colour::Saffron, Colour::Mint, Colour::Sky, Colour::Lilac, Colour::Rose];

/// A board that is written.
pub struct Written {
    /// As it is now.
    pub document: Document,
    /// Places of notes and texts, by template and block, in their order.
    notes: HashMap<(String, String), Vec<Place>>,
    /// Screens, by their ids in the data.
    screens: HashMap<String, RecordId>,
}

impl Written {
    /// The n-th note of a block; for a block of one text or value, the block.
    pub fn note(&self, template: &str, block: &str, n: usize) -> Option<Place> {
        self.notes.get(&(template.to_owned(), block.to_owned()))?.get(n).cloned()
    }

    /// A screen.
    pub fn screen(&self, id: &str) -> Option<Place> {
        self.screens.get(id).copied().map(Place::whole)
    }
}

/// Writes it all.
///
/// # Errors
/// See [`SeedError`].
pub async fn write(team: &mut impl Desk, venture: &Venture, calendar: &Calendar) -> Result<Written, SeedError> {
    let sheets = sheets::of(venture);
    let steps = sheets.len() + 1;
    let (mut ground, mut keys) = (Ground::default(), Keys::default());
    let mut frames = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let age = calendar.age(calendar.step(at, steps));
        frames.push(frame(team, at, sheet, venture, (&mut ground, &mut keys), age));
    }
    let screens = prototype(team, venture, (&mut ground, &mut keys), calendar.age(calendar.last));
    team.send().await?;
    let mut notes = HashMap::new();
    for (at, (sheet, frame)) in sheets.iter().zip(frames).enumerate() {
        let age = calendar.age(calendar.step(at, steps));
        for (n, (block, filling)) in sheet.blocks.iter().enumerate() {
            let places = fill(team, at + n, frame, block, filling, venture, age);
            // Of several test cards the first is the one that the data may name.
            notes.entry((sheet.template.id.clone(), block.id.clone())).or_insert(places);
        }
    }
    let document = team.send().await?;
    Ok(Written { document, notes, screens })
}

type Spots<'a> = (&'a mut Ground, &'a mut Keys);

fn frame(team: &mut impl Desk, member: usize, sheet: &Sheet, venture: &Venture, (ground, keys): Spots<'_>, age: u32) -> RecordId {
    let direction = if venture.lang().dir() == "rtl" { Direction::Rtl } else { Direction::Ltr };
    let size = sheet_size(&sheet.template);
    let mut create = bare(Kind::Frame, Parent::Board, keys.next());
    create.words.clone_from(&sheet.name);
    create.fields = vec![
        Field::Template(sheet.template.id.clone(), sheet.template.version, direction),
        Field::Size(size),
        Field::Position(ground.place(room::of(sheet, size))),
    ];
    team.create(member, create, age)
}

/// Fills a block. The team takes turns, so that each has written on each sheet.
fn fill(team: &mut impl Desk, member: usize, frame: RecordId, block: &Block, filling: &Filling, venture: &Venture, age: u32) -> Vec<Place> {
    let id = block.block_id();
    let whole = || vec![Place { record: frame, part: Part::Block(id.clone()) }];
    match filling {
        Filling::Text(words) => {
            team.fill(member, frame, TextKey::Block(id.clone()), words, age);
            whole()
        }
        Filling::Value(value) => {
            team.set(member, frame, Field::Value(id.clone(), *value), age);
            whole()
        }
        Filling::Notes(all) | Filling::Captions(all) => {
            let kind = if matches!(filling, Filling::Captions(_)) { Kind::Image } else { Kind::Note };
            let mut keys = Keys::default();
            let one = |(n, words): (usize, &String)| {
                let mut create = bare(kind, Parent::Block(frame, id.clone()), keys.next());
                create.words.clone_from(words);
                create.fields.extend(look(team, block.kind, member + n, venture, all.len() - n));
                // Notes of one block were not all written in the same minute.
                let later = u32::try_from(n).unwrap_or_default() * 420;
                Place::whole(team.create(member + n, create, age.saturating_sub(later)))
            };
            all.iter().enumerate().map(one).collect()
        }
    }
}

/// Each member has a colour; of a list with so many items left, the last is ticked when the venture has come far.
fn look(team: &impl Desk, kind: BlockKind, member: usize, venture: &Venture, left: usize) -> Option<Field> {
    match kind {
        BlockKind::Notes => Some(Field::Colour(COLOURS[member % team.members() % COLOURS.len()])),
        BlockKind::Checklist => {
            let ahead = Gate::from_code(&venture.stage).unwrap_or_default() < DONE;
            Some(Field::Done(left > 1 || !ahead))
        }
        BlockKind::List
        | BlockKind::Evidence
        | BlockKind::Image
        | BlockKind::Text
        | BlockKind::Scale
        | BlockKind::Choice
        | BlockKind::Number => None,
    }
}

/// Draws the prototype; whoever joined last did it.
fn prototype(team: &mut impl Desk, venture: &Venture, (ground, keys): Spots<'_>, age: u32) -> HashMap<String, RecordId> {
    let Some(prototype) = &venture.prototype else { return HashMap::new() };
    let member = team.members() - 1;
    let drawn = sketch::of(&venture.slug, prototype);
    let mut create = bare(Kind::Prototype, Parent::Board, keys.next());
    create.words.clone_from(&venture.name);
    create.fields = vec![Field::Position(ground.below())];
    let home = team.create(member, create, age);
    let mut order = Keys::default();
    let mut screens = Vec::new();
    for (screen, told) in drawn.iter().zip(&prototype.screens) {
        let mut create = bare(Kind::Screen, Parent::Record(home), order.next());
        create.words.clone_from(&told.title);
        create.fields = vec![Field::Size(Size { w: sketch::WIDTH * PX, h: screen.height * PX })];
        create.fields.extend(screen.drawing.clone().map(|drawing| Field::Asset(Some(drawing))));
        screens.push(team.create(member, create, age));
    }
    team.set(member, home, Field::FirstScreen(screens.first().copied()), age);
    for (screen, id) in drawn.iter().zip(&screens) {
        let mut order = Keys::default();
        for part in &screen.parts {
            let (kind, widget) = match part.look {
                Look::Widget(widget) => (Kind::Widget, Some(Field::Widget(widget))),
                Look::Words => (Kind::Text, None),
            };
            let mut create = bare(kind, Parent::Record(*id), order.next());
            create.words.clone_from(&part.words);
            create.fields = placed(part.place).into_iter().chain(widget).collect();
            team.create(member, create, age);
        }
        for way in &screen.ways {
            let mut create = bare(Kind::Hotspot, Parent::Record(*id), order.next());
            create.words.clone_from(&way.label);
            create.fields = placed(way.place).into_iter().chain([Field::Target(screens.get(way.target).copied())]).collect();
            team.create(member, create, age);
        }
    }
    prototype.screens.iter().map(|screen| screen.id.clone()).zip(screens).collect()
}

fn placed(at: Rect) -> [Field; 2] {
    [Field::Position(Point { x: at.x * PX, y: at.y * PX }), Field::Size(Size { w: at.w * PX, h: at.h * PX })]
}
