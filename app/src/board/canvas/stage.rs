//! What all parts of the canvas share: where one looks from, which tool is in hand, what is being drawn. Copy it into any handler.
//! It never changes the board: `deeds` does, through [`BoardState`].

use crate::{
    board::state::{BoardState, Mode, use_board},
    locale::use_words,
};
use board::{
    Record,
    geometry::{self, Area, Index, View, eighths},
    id::RecordId,
    record::{Colour, Kind, Outline, Parent, Point},
};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// Width that the rail of tools takes, and of a window that has one, in window pixels.
const RAIL: f64 = 92.0;
const WIDE: f64 = 800.0;

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
    /// Where the mouse is, told to the others.
    pub pointer: RwSignal<Option<Point>>,
    /// Whether one looks from far away.
    pub far: Memo<bool>,
    /// What stands where.
    pub index: Memo<Index>,
    /// Raised when things on the canvas may stand elsewhere than before, once the browser has laid them out.
    pub laid: RwSignal<u32>,
    /// Whether that is on its way.
    laying: StoredValue<bool>,
    /// Watches the size of everything that is mounted.
    pub sizes: StoredValue<Option<ResizeObserver>, LocalStorage>,
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
            pointer: RwSignal::new(None),
            far: Memo::new(move |_| view.with(|view| view.is_far())),
            index: Memo::new_with_compare(move |_| board.follow(Index::of), |_, _| true),
            laid: RwSignal::new(0),
            laying: StoredValue::new(false),
            sizes: StoredValue::new_local(None),
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

    /// Asks for everything that hangs on where things stand to be drawn anew, in the next frame.
    pub fn lay(&self) {
        if self.laying.get_value() {
            return;
        }
        self.laying.set_value(true);
        let stage = *self;
        request_animation_frame(move || {
            // The canvas may be gone by then.
            stage.laying.try_update_value(|laying| *laying = false);
            stage.laid.try_update(|times| *times = times.wrapping_add(1));
        });
    }

    /// What a record covers: as the browser laid it out while it is mounted, else as it is written. Nothing for what lives in
    /// something that is not mounted.
    pub fn covers(&self, id: RecordId) -> Option<Area> {
        let (written, line) = self.board.read(|document| {
            let record = document.get(id)?;
            let free = *record.parent() == Parent::Board;
            let line = matches!(record.kind, Kind::Connector | Kind::Link | Kind::Stroke);
            Some((free.then(|| geometry::area(document, record)).flatten(), line))
        })?;
        if line {
            return written;
        }
        self.element(id).and_then(|element| self.measured(&element)).or(written)
    }

    /// The sheet, prototype or free record that a record is in; itself when it is free.
    pub fn top(&self, id: RecordId) -> RecordId {
        self.board.read(|document| {
            let mut at = id;
            while let Some(Parent::Record(up) | Parent::Block(up, _)) = document.get(at).map(Record::parent) {
                at = *up;
            }
            at
        })
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
        self.fit_in(bounds.unwrap_or(Area { x: 0, y: 0, w: 8 * 960, h: 8 * 640 }));
    }

    /// Shows all of an area beside the rail, where there is one.
    pub fn fit_in(&self, area: Area) {
        let (w, h) = self.window.get_untracked();
        let rail = if w < WIDE { 0.0 } else { RAIL };
        let view = View::fitted(area, w - rail, h, 1.0);
        let aside = if use_words().lang().dir() == "rtl" { 0.0 } else { rail };
        self.look(view.panned(aside, 0.0));
    }

    /// Brings a record into view and selects it.
    pub fn go_to(&self, id: RecordId) {
        self.reveal(id);
        self.board.selection.set(vec![id]);
    }

    /// Brings a record into view, and near enough to be read.
    pub fn reveal(&self, id: RecordId) {
        let Some(area) = self.covers(id).or_else(|| self.covers(self.top(id))) else { return };
        let (w, h) = self.window.get_untracked();
        let view = self.view.get_untracked();
        let zoom = if view.is_far() { 0.8 } else { view.zoom };
        if !view.is_far() && view.area(w, h).covers(area) {
            return;
        }
        let to = View { zoom, ..view }.centred(area, w, h);
        // What is larger than the window is shown from its top.
        let (_, top) = to.window(area.corner());
        self.look(to.panned(0.0, (48.0 - top).max(0.0)));
    }

    /// Brings an element of the layer into view, moving no more than it must.
    pub fn show(&self, element: &Element) {
        let Some(space) = self.space.get_untracked().map(|space| space.get_bounding_client_rect()) else { return };
        let rect = element.get_bounding_client_rect();
        // What does not fit is shown from its start.
        let by = |from: f64, to: f64, low: f64, high: f64| {
            if from < low || to - from > high - low { low - from } else { (high - to).min(0.0) }
        };
        // At a desk the rail stands on the window's side, below it the zoom.
        let (side, below) = if space.width() >= 900.0 { (104.0, 56.0) } else { (0.0, 0.0) };
        let dx = by(rect.left(), rect.right(), space.left() + side, space.right() - side);
        let dy = by(rect.top(), rect.bottom(), space.top(), space.bottom() - below);
        self.look(self.view.get_untracked().panned(dx, dy));
    }

    /// Is a remark what a tap means.
    pub fn remarks(&self) -> bool {
        self.board.mode == Mode::Comment && self.tool.get_untracked() == Tool::Remark
    }
}

/// Sets a style property. One that the browser refuses only looks different.
pub fn set(element: &HtmlElement, property: &str, value: &str) {
    let _ = HtmlElement::style(element).set_property(property, value);
}

/// Eighths of a pixel as a length of the browser.
pub fn length(eighths: i32) -> String {
    format!("{}px", f64::from(eighths) / 8.0)
}
