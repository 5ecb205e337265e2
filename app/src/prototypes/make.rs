//! What is done on a desk, each as one gesture: screens made and named, parts put on them, photos, and where hotspots lead.

use super::{
    desk::Desk,
    layout::{self, Area, Growth, Wish},
    picture,
};
use crate::{
    board::{
        draft::{Draft, bare},
        picture::Stored,
    },
    locale::{Key, key, use_words},
    ui::Glyph,
};
use board::{
    Document,
    id::{AssetId, RecordId},
    operation::{Create, Operation},
    record::{Field, Kind, Parent, Point, Size, WidgetKind},
};
use leptos::prelude::*;

/// What can be put on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A drawn part.
    Widget(WidgetKind),
    /// Words without anything behind them.
    Text,
    /// A coloured shape.
    Box,
    /// A place that leads to another screen.
    Hotspot,
}

impl Tool {
    /// All tools, in the order of the bar: what makes a prototype move comes first.
    pub const ALL: [Tool; 8] = [
        Tool::Hotspot,
        Tool::Widget(WidgetKind::Button),
        Tool::Text,
        Tool::Widget(WidgetKind::Field),
        Tool::Widget(WidgetKind::List),
        Tool::Widget(WidgetKind::Header),
        Tool::Widget(WidgetKind::Tabs),
        Tool::Box,
    ];

    /// Its picture.
    pub fn glyph(self) -> Glyph {
        match self {
            Tool::Widget(WidgetKind::Button) => Glyph::Rectangle,
            Tool::Widget(WidgetKind::Field) => Glyph::PencilSimple,
            Tool::Widget(WidgetKind::List) => Glyph::List,
            Tool::Widget(WidgetKind::Tabs) => Glyph::Kanban,
            Tool::Widget(WidgetKind::Header) => Glyph::Table,
            Tool::Text => Glyph::TextAa,
            Tool::Box => Glyph::NoteBlank,
            Tool::Hotspot => Glyph::Hand,
        }
    }

    /// Its word, and that of what it makes.
    pub fn word(self) -> Key {
        match self {
            Tool::Widget(kind) => widget_word(kind),
            Tool::Text => key::PROTOTYPES_TEXT,
            Tool::Box => key::PROTOTYPES_BOX,
            Tool::Hotspot => key::PROTOTYPES_HOTSPOT,
        }
    }

    fn kind(self) -> Kind {
        match self {
            Tool::Widget(_) => Kind::Widget,
            Tool::Text => Kind::Text,
            Tool::Box => Kind::Shape,
            Tool::Hotspot => Kind::Hotspot,
        }
    }

    /// Size on a screen of that width, and where it would like to stand.
    fn shape(self, screen: Size) -> (Size, Wish) {
        let (w, h, wish) = match self {
            Tool::Widget(WidgetKind::Header) => (360, 56, Wish::Top),
            Tool::Widget(WidgetKind::Tabs) => (360, 56, Wish::Bottom),
            Tool::Widget(WidgetKind::List) => (360, 64, Wish::Below),
            Tool::Widget(WidgetKind::Button | WidgetKind::Field) | Tool::Text => (312, 48, Wish::Below),
            Tool::Box => (312, 120, Wish::Below),
            Tool::Hotspot => (120, 48, Wish::Below),
        };
        let size = Size { w: (w * layout::PX).min(screen.w), h: (h * layout::PX).min(screen.h) };
        (size, wish)
    }
}

/// What a widget is called.
pub fn widget_word(kind: WidgetKind) -> Key {
    match kind {
        WidgetKind::Button => key::PROTOTYPES_BUTTON,
        WidgetKind::Field => key::PROTOTYPES_FIELD,
        WidgetKind::List => key::PROTOTYPES_LIST,
        WidgetKind::Tabs => key::PROTOTYPES_TABS,
        WidgetKind::Header => key::PROTOTYPES_HEADER,
    }
}

/// « Écran 3 ».
pub fn numbered(number: usize) -> String {
    use_words().fill(key::PROTOTYPES_SCREEN_N, &[("n", &number.to_string())])
}

/// A new screen behind another one, or behind all.
fn screen_after(document: &Document, prototype: RecordId, after: Option<RecordId>) -> Create {
    let parent = Parent::Record(prototype);
    let order = match after {
        Some(after) => document.order_after(&parent, Some(after)),
        None => document.order_last(&parent),
    };
    let mut create = bare(Kind::Screen, parent, order);
    create.words = numbered(document.screens(prototype).count() + 1);
    create
}

/// Adds a screen behind the one that is shown, and shows it.
pub fn add_screen(desk: Desk) {
    let create = desk.board.read(|document| screen_after(document, desk.prototype, desk.screen.get_untracked()));
    if let Some(screen) = desk.board.create(create) {
        desk.show(screen);
    }
}

/// Takes the screen away that is shown.
pub fn delete_screen(desk: Desk, screen: RecordId) {
    let all = desk.screens.get_untracked();
    let at = all.iter().position(|id| *id == screen).unwrap_or_default();
    let next = all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?)).copied();
    crate::board::actions::delete(desk.board, screen);
    let gone = desk.board.read(|document| !document.is_visible(screen));
    if let Some(next) = next.filter(|_| gone) {
        desk.show(next);
    }
}

/// Puts something new on the screen that is shown, and takes hold of it. A hotspot lies over what is held, and leads to the next screen.
pub fn add(desk: Desk, tool: Tool) {
    let Some(screen) = desk.screen.get_untracked() else { return };
    let Some(mut draft) = desk.board.draft() else { return };
    let over = desk.held.get_untracked().filter(|_| tool == Tool::Hotspot);
    let next = desk.screens.with_untracked(|all| {
        let at = all.iter().position(|id| *id == screen)?;
        all.get(at + 1).copied()
    });
    let first_words = words_of(desk, tool);
    let made = desk.board.read(|document| {
        let record = document.get(screen)?;
        let (create, size) = new_part(document, screen, tool, over)?;
        Some((create, (size != record.size()).then_some(size)))
    });
    let Some((mut create, grown)) = made else { return };
    create.words = first_words;
    if tool == Tool::Hotspot && next.is_some() {
        create.fields.push(Field::Target(next));
    }
    let part = draft.create(create);
    if let Some(size) = grown {
        draft.set(screen, Field::Size(size));
    }
    if desk.board.act(draft.done()) {
        desk.hold(Some(part));
    }
}

/// A new part on its spot, and how large the screen is with it.
fn new_part(document: &Document, screen: RecordId, tool: Tool, over: Option<RecordId>) -> Option<(Create, Size)> {
    let record = document.get(screen)?;
    let (size, wish) = tool.shape(record.size());
    let over = over.and_then(|part| document.get(part)).filter(|part| part.kind != Kind::Hotspot && part.kind != Kind::Stroke);
    let (area, grown) = match over {
        Some(part) => (Area::of(part), record.size()),
        None => {
            let taken: Vec<Area> = picture::parts(document, screen).map(Area::of).collect();
            let growth = if record.asset().is_some() { Growth::Fixed } else { Growth::Down };
            let (at, grown) = layout::spot(&taken, record.size(), size, wish, growth);
            (Area { at, size }, grown)
        }
    };
    let parent = Parent::Record(screen);
    let order = document.order_last(&parent);
    let mut create = bare(tool.kind(), parent, order);
    create.fields = vec![Field::Position(area.at), Field::Size(area.size)];
    if let Tool::Widget(kind) = tool {
        create.fields.push(Field::Widget(kind));
    }
    Some((create, grown))
}

/// What a new part says, until somebody writes.
fn words_of(desk: Desk, tool: Tool) -> String {
    let words = use_words();
    let word = match tool {
        Tool::Widget(WidgetKind::Header) => {
            let name = desk.board.read(|document| document.get(desk.prototype).map(|prototype| prototype.words().to_owned()));
            return name.unwrap_or_default();
        }
        Tool::Widget(WidgetKind::Button) => key::PROTOTYPES_BUTTON_WORDS,
        Tool::Widget(WidgetKind::Field) => key::PROTOTYPES_FIELD_WORDS,
        Tool::Widget(WidgetKind::List) => key::PROTOTYPES_LIST_WORDS,
        Tool::Widget(WidgetKind::Tabs) => key::PROTOTYPES_TABS_WORDS,
        Tool::Text => key::PROTOTYPES_TEXT_WORDS,
        Tool::Box | Tool::Hotspot => return String::new(),
    };
    words.get(word).to_owned()
}

/// Lays a photo under a screen, which takes its shape; what stands on it stays inside.
pub fn lay_photo(desk: Desk, stored: &Stored) {
    let screen = desk.screen.get_untracked();
    let Some(mut draft) = desk.board.draft() else { return };
    let size = layout::photo_size(stored.width, stored.height);
    let screen = match screen {
        Some(screen) => screen,
        None => draft.create(desk.board.read(|document| screen_after(document, desk.prototype, None))),
    };
    draft.set(screen, Field::Asset(Some(AssetId(stored.asset.clone()))));
    shape(desk, &mut draft, screen, size);
    desk.board.act(draft.done());
}

/// Takes the photo away from under a screen.
pub fn take_photo(desk: Desk, screen: RecordId) {
    let Some(mut draft) = desk.board.draft() else { return };
    draft.set(screen, Field::Asset(None));
    shape(desk, &mut draft, screen, Kind::Screen.default_size());
    desk.board.act(draft.done());
}

/// Gives a screen a size, and brings inside what would stand outside.
fn shape(desk: Desk, draft: &mut Draft, screen: RecordId, size: Size) {
    draft.set(screen, Field::Size(size));
    let moves: Vec<(RecordId, Point)> = desk.board.read(|document| {
        let parts = picture::parts(document, screen).map(|part| (part.id, Area::of(part)));
        parts.map(|(id, area)| (id, area, area.inside(size))).filter(|(_, was, is)| was != is).map(|(id, _, is)| (id, is.at)).collect()
    });
    for (id, at) in moves {
        draft.set(id, Field::Position(at));
    }
}

/// Says where a hotspot leads.
pub fn lead(desk: Desk, hotspot: RecordId, target: Option<RecordId>) {
    desk.board.act(vec![Operation::Set(hotspot, Field::Target(target))]);
}

/// Makes a screen behind the others and leads a hotspot there.
pub fn lead_to_new(desk: Desk, hotspot: RecordId) {
    let Some(mut draft) = desk.board.draft() else { return };
    let screen = draft.create(desk.board.read(|document| screen_after(document, desk.prototype, None)));
    draft.set(hotspot, Field::Target(Some(screen)));
    desk.board.act(draft.done());
}

/// Begins the prototype with this screen.
pub fn begin_with(desk: Desk, screen: RecordId) {
    desk.board.act(vec![Operation::Set(desk.prototype, Field::FirstScreen(Some(screen)))]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        Envelope,
        id::{Author, ClientNo, Seq},
    };

    fn board(made: Vec<Create>) -> Document {
        let mut document = Document::default();
        for (number, create) in (1u32..).zip(made) {
            let bytes = board::encode(&Operation::Create(create)).into();
            let envelope =
                Envelope { seq: Seq(u64::from(number)), author: Author(1), client: ClientNo(1), counter: number, gesture: number, bytes };
            document.apply(&envelope).expect("a sound operation");
        }
        document
    }

    fn id(counter: u32) -> RecordId {
        RecordId { client: ClientNo(1), counter }
    }

    fn made(kind: Kind, parent: Parent, fields: Vec<Field>) -> Create {
        Create { fields, ..bare(kind, parent, board::OrderKey("i".to_owned())) }
    }

    #[test]
    fn a_hotspot_lies_over_what_is_held() {
        let place = vec![Field::Position(Point { x: 192, y: 800 }), Field::Size(Size { w: 800, h: 400 })];
        let document = board(vec![
            made(Kind::Prototype, Parent::Board, vec![]),
            made(Kind::Screen, Parent::Record(id(1)), vec![]),
            made(Kind::Widget, Parent::Record(id(2)), place.clone()),
        ]);
        let (create, size) = new_part(&document, id(2), Tool::Hotspot, Some(id(3))).expect("a screen");
        assert_eq!((create.fields, size), (place, Kind::Screen.default_size()));
        let (create, _) = new_part(&document, id(2), Tool::Hotspot, None).expect("a screen");
        assert_eq!(create.fields[0], Field::Position(Point { x: 192, y: 1296 }));
    }

    #[test]
    fn what_a_tool_makes_may_be_written() {
        let document = board(vec![made(Kind::Prototype, Parent::Board, vec![]), made(Kind::Screen, Parent::Record(id(1)), vec![])]);
        for tool in Tool::ALL {
            let (create, _) = new_part(&document, id(2), tool, None).expect("a screen");
            assert_eq!(document.check(Author(1), id(9), &Operation::Create(create)), Ok(()), "{tool:?}");
        }
    }
}
