//! What all parts of the canvas share: where one looks from, which tool is in hand, what is being drawn. Copy it into any handler.
//! It changes the board only through [`BoardState`].

use super::{
    index::Index,
    view::{Area, View, eighths},
};
use crate::board::{
    draft::bare,
    state::{BoardState, Mode, use_board},
};
use board::{
    Operation, Record,
    id::RecordId,
    record::{Colour, Direction, Field, Kind, Outline, Parent, Point, TextKey},
};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What the pointer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Selects, moves, resizes.
    Select,
    /// Moves the view.
    Hand,
    /// Makes a note where one taps.
    Note,
    /// Makes a free text where one taps.
    Text,
    /// Draws a shape.
    Shape(Outline),
    /// Joins two things by a line.
    Connector,
    /// Draws by hand.
    Draw,
    /// Leaves a remark on what one taps.
    Remark,
}

/// What is being drawn and is not on the board yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Ghost {
    /// Nothing.
    #[default]
    None,
    /// What is to be selected.
    Marquee(Area),
    /// A shape to be.
    Shape(Outline, Area),
    /// A line by hand, so far.
    Stroke(Vec<Point>),
    /// A connector on its way.
    Line(Point, Point),
}

/// The canvas of this page.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The board.
    pub board: BoardState,
    /// Where one looks from.
    pub view: RwSignal<View>,
    /// Width and height of the window on the board.
    pub window: RwSignal<(f64, f64)>,
    /// What is mounted: what one sees and some way round it.
    pub region: RwSignal<Area>,
    /// The tool in hand.
    pub tool: RwSignal<Tool>,
    /// Colour of what is made next.
    pub colour: RwSignal<Colour>,
    /// What is being drawn.
    pub ghost: RwSignal<Ghost>,
    /// How far the selection is being dragged; told to the others, not yet on the board.
    pub drag: RwSignal<Option<Point>>,
    /// Whether one looks from far away.
    pub far: Memo<bool>,
    /// What stands where.
    pub index: Memo<Index>,
    /// Raised when something on the canvas changed its size by itself.
    pub laid: RwSignal<u32>,
    /// The window on the board.
    pub space: NodeRef<html::Div>,
    /// What moves under it.
    pub layer: NodeRef<html::Div>,
}

/// The canvas in context.
pub fn use_stage() -> Stage {
    expect_context()
}

impl Stage {
    /// Makes the canvas of the board in context.
    pub fn provide() -> Self {
        let board = use_board();
        let view = RwSignal::new(View::default());
        let stage = Self {
            board,
            view,
            window: RwSignal::new((0.0, 0.0)),
            region: RwSignal::new(Area::default()),
            tool: RwSignal::new(Tool::Select),
            colour: RwSignal::new(Colour::default()),
            ghost: RwSignal::default(),
            drag: RwSignal::new(None),
            far: Memo::new(move |_| view.with(|view| view.is_far())),
            index: Memo::new_with_compare(move |_| board.follow(Index::of), |_, _| true),
            laid: RwSignal::new(0),
            space: NodeRef::new(),
            layer: NodeRef::new(),
        };
        provide_context(stage);
        stage
    }

    /// May things be moved and made here just now. Follows it.
    pub fn writes(&self) -> bool {
        self.board.writable()
    }

    /// Is it selected. Follows it.
    pub fn selected(&self, id: RecordId) -> bool {
        self.board.selection.with(|all| all.contains(&id))
    }

    /// The element of a record, while it is mounted.
    pub fn element(&self, id: RecordId) -> Option<HtmlElement> {
        document().get_element_by_id(&format!("r-{id}"))?.dyn_into().ok()
    }

    /// What a record covers: as the browser laid it out while it is mounted, else as it is written.
    pub fn covers(&self, id: RecordId) -> Option<Area> {
        let measured = self.element(id).and_then(|element| self.measured(&element));
        measured.or_else(|| self.index.with_untracked(|index| index.get(id).map(|placed| placed.area)))
    }

    /// Where an element of the layer stands on the board.
    pub fn measured(&self, element: &Element) -> Option<Area> {
        let layer = self.layer.get_untracked()?.get_bounding_client_rect();
        let zoom = self.view.with_untracked(|view| view.zoom);
        let rect = element.get_bounding_client_rect();
        let side = |px: f64| eighths(px / zoom);
        Some(Area { x: side(rect.left() - layer.left()), y: side(rect.top() - layer.top()), w: side(rect.width()), h: side(rect.height()) })
    }

    /// A point of the page as a point of the window on the board.
    pub fn inside(&self, client_x: i32, client_y: i32) -> (f64, f64) {
        let rect = self.space.get_untracked().map(|space| space.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
        (f64::from(client_x) - left, f64::from(client_y) - top)
    }

    /// A point of the page as a point of the board.
    pub fn point(&self, client_x: i32, client_y: i32) -> Point {
        let (x, y) = self.inside(client_x, client_y);
        self.view.with_untracked(|view| view.board(x, y))
    }

    /// Looks from elsewhere.
    pub fn look(&self, view: View) {
        if self.view.get_untracked() != view {
            self.view.set(view);
        }
    }

    /// Zooms about the middle of the window.
    pub fn zoom_by(&self, factor: f64) {
        let (w, h) = self.window.get_untracked();
        self.look(self.view.get_untracked().zoomed(w / 2.0, h / 2.0, factor));
    }

    /// Shows the whole board.
    pub fn fit(&self) {
        let bounds = self.index.with_untracked(|index| {
            let all = index.all().iter().map(|placed| self.covers(placed.id).unwrap_or(placed.area));
            if index.all().len() < 500 { all.reduce(Area::with) } else { index.bounds() }
        });
        let (w, h) = self.window.get_untracked();
        self.look(View::fitted(bounds.unwrap_or(Area { x: 0, y: 0, w: 8 * 960, h: 8 * 640 }), w, h, 1.0));
    }

    /// Brings a record into view and selects it.
    pub fn go_to(&self, id: RecordId) {
        let top = self.board.read(|document| {
            let mut at = id;
            while let Some(Parent::Record(up) | Parent::Block(up, _)) = document.get(at).map(Record::parent) {
                at = *up;
            }
            at
        });
        let Some(area) = self.covers(id).or_else(|| self.covers(top)) else { return };
        let (w, h) = self.window.get_untracked();
        let view = self.view.get_untracked();
        let zoom = if view.is_far() { 0.8 } else { view.zoom };
        if view.is_far() || !view.area(w, h).covers(area) {
            self.look(View { zoom, ..view }.centred(area, w, h));
        }
        self.board.selection.set(vec![id]);
    }

    /// Makes something free on the board and selects it.
    pub fn make(&self, kind: Kind, at: Point, fields: Vec<Field>) -> Option<RecordId> {
        let order = self.board.read(|document| document.order_last(&Parent::Board));
        let mut create = bare(kind, Parent::Board, order);
        create.fields.push(Field::Position(at));
        create.fields.extend(fields);
        let id = self.board.create(create)?;
        self.board.selection.set(vec![id]);
        Some(id)
    }

    /// Makes a note in a block and opens it for typing.
    pub fn note_in(&self, frame: RecordId, block: &board::id::BlockId) {
        let parent = Parent::Block(frame, block.clone());
        let order = self.board.read(|document| document.order_last(&parent));
        let mut create = bare(Kind::Note, parent, order);
        create.fields.push(Field::Colour(self.colour.get_untracked()));
        if let Some(id) = self.board.create(create) {
            self.board.selection.set(vec![id]);
            self.type_in(id);
        }
    }

    /// Opens the words of a record for typing, where it has any.
    pub fn type_in(&self, id: RecordId) {
        let has = self.board.read(|document| document.get(id).is_some_and(|record| record.kind.has_text(&TextKey::Body)));
        if has && self.board.writable() {
            self.board.editing.set(Some((id, TextKey::Body)));
        }
    }

    /// Ends typing, and gives the keyboard back to the canvas.
    pub fn stop_typing(&self) {
        if self.board.editing.get_untracked().is_some() {
            self.board.editing.set(None);
        }
        if let Some(space) = self.space.get_untracked() {
            // Without the focus the keys go to the page; nothing is lost.
            let _ = space.focus();
        }
    }

    /// Takes away all that is selected, as one gesture.
    pub fn delete_selected(&self) {
        let all = self.board.selection.get_untracked();
        match all.as_slice() {
            [] => {}
            [one] => crate::board::actions::delete(self.board, *one),
            _ => {
                if self.board.act(all.into_iter().map(Operation::Delete).collect()) {
                    self.board.selection.set(Vec::new());
                }
            }
        }
    }

    /// Moves what is selected by so much, as one gesture. What lives in a block has no place to be moved from.
    pub fn nudge(&self, by: Point) {
        let moves = self.board.read(|document| {
            let free = |id: &RecordId| document.get(*id).filter(|record| *record.parent() == Parent::Board && record.kind != Kind::Connector);
            let all = self.board.selection.get_untracked();
            let moved = all.iter().filter_map(free).map(|record| {
                let at = record.position();
                Operation::Set(record.id, Field::Position(Point { x: at.x + by.x, y: at.y + by.y }))
            });
            moved.collect::<Vec<_>>()
        });
        self.board.act(moves);
    }

    /// Makes copies of what is selected beside it, as one gesture, and selects them. A sheet or prototype is not copied: it would be empty.
    pub fn duplicate(&self) {
        let Some(mut draft) = self.board.draft() else { return };
        let all = self.board.selection.get_untracked();
        let made: Vec<RecordId> = self.board.read(|document| {
            let records = all.iter().filter_map(|id| document.get(*id));
            let copied = records.filter(|record| !matches!(record.kind, Kind::Frame | Kind::Prototype | Kind::Connector | Kind::Link));
            copied
                .map(|record| {
                    let order = match record.parent() {
                        Parent::Board => document.order_last(record.parent()),
                        Parent::Record(_) | Parent::Block(..) => document.order_after(record.parent(), Some(record.id)),
                    };
                    let mut create = bare(record.kind, record.parent().clone(), order);
                    create.words = record.words().to_owned();
                    create.fields = copied_fields(record);
                    draft.create(create)
                })
                .collect()
        });
        if self.board.act(draft.done()) {
            self.board.selection.set(made);
        }
    }

    /// The direction that new sheets and texts are laid in: the venture's.
    pub fn direction(&self) -> Direction {
        let rtl = self.board.venture.with_value(|venture| venture.lang.dir() == "rtl");
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }

    /// Is a remark what a tap means.
    pub fn remarks(&self) -> bool {
        self.board.mode == Mode::Comment && self.tool.get_untracked() == Tool::Remark
    }
}

/// The fields of a copy: the same, a little aside.
fn copied_fields(record: &Record) -> Vec<Field> {
    use board::record::FieldKey;
    let aside = 8 * 24;
    [FieldKey::Position, FieldKey::Size, FieldKey::Colour, FieldKey::Outline, FieldKey::Points, FieldKey::Asset, FieldKey::Done]
        .iter()
        .filter_map(|key| record.field(key))
        .map(|field| match field {
            Field::Position(at) => Field::Position(Point { x: at.x + aside, y: at.y + aside }),
            other => other,
        })
        .collect()
}
