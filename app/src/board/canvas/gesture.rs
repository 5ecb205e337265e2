//! Pointers on the canvas: mouse, pen and fingers become gestures, a gesture becomes one change of the board when it ends.
//! What happens in between is only shown, and told to the others as presence.

mod carry;
mod hit;
mod make;
mod wheel;

use super::stage::{Ghost, Stage, Tool, length, set};
use board::{
    Operation, Part, Place,
    geometry::Area,
    id::RecordId,
    record::{Field, Kind, Point, Size},
};
use carry::{Carried, carry, drop_on, settle};
use hit::{Hit, closest, hit, record_of, under};
use leptos::prelude::*;
use make::{draw, make};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};
pub use wheel::wheel;

/// What keeps its own clicks.
const OWN: &str = "textarea,input,select,button,a,summary,label";

/// Window pixels that a pointer may tremble before it drags.
const TREMBLE: i32 = 4;

/// What points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Finger,
    /// A mouse or a pen.
    Tip,
}

/// A press that has not moved yet.
#[derive(Clone, Copy)]
struct Press {
    on: Option<RecordId>,
    x: i32,
    y: i32,
    by: By,
    /// Whether it adds to the selection.
    adds: bool,
    /// Whether it was selected before.
    was: bool,
}

/// What the pointers are doing.
#[derive(Clone, Default)]
enum Doing {
    #[default]
    Nothing,
    /// The view follows one pointer.
    Pan { x: i32, y: i32 },
    /// The view follows two fingers.
    Pinch { middle: (f64, f64), apart: f64 },
    /// Down on something, or on nothing, and not moved yet.
    Press(Press),
    /// The selection follows.
    Drag { from: Point, carried: Vec<Carried> },
    /// A corner follows.
    Resize { id: RecordId, from: Point, size: Size, kind: Kind, to: Size },
    /// A rectangle of things to select, added to what was selected.
    Marquee { from: Point, before: Vec<RecordId> },
    /// A shape.
    Shape { from: Point },
    /// A line by hand.
    Stroke,
    /// A connector.
    Connect { from: RecordId },
    /// A tap of a tool that makes something.
    Make { x: i32, y: i32 },
}

/// The gestures of one canvas.
#[derive(Clone, Default)]
pub struct Gestures {
    doing: Doing,
    /// Pointers that are down, with their place in the window.
    down: Vec<(i32, f64, f64)>,
}

impl Gestures {
    /// A pointer goes down.
    pub fn pressed(&mut self, stage: Stage, event: &PointerEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let (x, y) = stage.inside(event.client_x(), event.client_y());
        if event.is_primary() {
            self.down.clear();
        }
        self.down.push((event.pointer_id(), x, y));
        if event.pointer_type() == "touch" && self.down.len() == 2 {
            self.drop_all(stage);
            self.doing = self.pinch();
            event.prevent_default();
            return;
        }
        if self.down.len() > 1 {
            return;
        }
        if event.button() == 1 || (event.button() == 0 && stage.tool.get_untracked() == Tool::Hand) {
            event.prevent_default();
            self.hold(stage, event);
            self.doing = Doing::Pan { x: event.client_x(), y: event.client_y() };
            return;
        }
        if event.button() != 0 || closest(&target, OWN).is_some() {
            return;
        }
        stage.stop_typing();
        let hit = hit(stage, &target, event);
        let at = stage.point(event.client_x(), event.client_y());
        self.doing = match stage.tool.get_untracked() {
            Tool::Select | Tool::Remark => self.press(stage, &target, hit, at, event),
            Tool::Hand => Doing::Nothing,
            Tool::Note | Tool::Text => Doing::Make { x: event.client_x(), y: event.client_y() },
            Tool::Shape(_) => Doing::Shape { from: at },
            Tool::Draw => {
                stage.ghost.set(Ghost::Stroke(vec![at]));
                Doing::Stroke
            }
            Tool::Connector => hit.record.map_or(Doing::Nothing, |from| Doing::Connect { from }),
        };
        self.hold(stage, event);
    }

    fn press(&self, stage: Stage, target: &Element, hit: Hit, at: Point, event: &PointerEvent) -> Doing {
        if stage.writes()
            && let Some(handle) = closest(target, "[data-corner]")
            && let Some(id) = record_of(&handle)
            && let Some((size, kind)) = stage.board.read(|document| document.get(id).map(|record| (record.size(), record.kind)))
        {
            return Doing::Resize { id, from: at, size, kind, to: size };
        }
        let by = if event.pointer_type() == "touch" { By::Finger } else { By::Tip };
        let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
        let mut press = Press { on: hit.record, x: event.client_x(), y: event.client_y(), by, adds, was: false };
        let Some(id) = hit.record else {
            if by == By::Finger {
                return Doing::Press(press);
            }
            let before = if adds { stage.board.selection.get_untracked() } else { Vec::new() };
            return Doing::Marquee { from: at, before };
        };
        press.was = stage.board.selection.with_untracked(|all| all.contains(&id));
        if !press.was && !press.pans(stage) {
            if adds { stage.board.selection.update(|all| all.push(id)) } else { stage.board.selection.set(vec![id]) }
        }
        Doing::Press(press)
    }

    /// A pointer moves.
    pub fn moved(&mut self, stage: Stage, event: &PointerEvent) {
        let (x, y) = stage.inside(event.client_x(), event.client_y());
        if let Some(down) = self.down.iter_mut().find(|(id, ..)| *id == event.pointer_id()) {
            (down.1, down.2) = (x, y);
        } else if !matches!(self.doing, Doing::Nothing) {
            return;
        }
        let at = stage.point(event.client_x(), event.client_y());
        let (cx, cy) = (event.client_x(), event.client_y());
        match &mut self.doing {
            Doing::Nothing | Doing::Make { .. } => {}
            Doing::Pan { x, y } => {
                let view = stage.view.get_untracked().panned(f64::from(cx - *x), f64::from(cy - *y));
                (*x, *y) = (cx, cy);
                stage.look(view);
            }
            Doing::Pinch { middle, apart } => {
                if let Doing::Pinch { middle: to, apart: wide } = pinch(&self.down) {
                    let view = stage.view.get_untracked().panned(to.0 - middle.0, to.1 - middle.1);
                    stage.look(view.zoomed(to.0, to.1, wide / apart.max(1.0)));
                    (*middle, *apart) = (to, wide);
                }
            }
            Doing::Press(press) => {
                let press = *press;
                if (cx - press.x).abs().max((cy - press.y).abs()) < TREMBLE {
                    return;
                }
                let still = press.on.is_none() || press.pans(stage) || !stage.writes() || stage.remarks();
                self.doing = if still {
                    Doing::Pan { x: press.x, y: press.y }
                } else {
                    Doing::Drag { from: stage.point(press.x, press.y), carried: carry(stage) }
                };
                self.moved(stage, event);
            }
            Doing::Drag { from, carried } => {
                let by = Point { x: at.x - from.x, y: at.y - from.y };
                for one in carried.iter() {
                    if let Some(element) = &one.element {
                        set(element, "translate", &format!("{} {}", length(by.x), length(by.y)));
                    }
                }
                stage.drag.set(Some(by));
            }
            Doing::Resize { id, from, size, kind, to } => {
                let w = (size.w + at.x - from.x).clamp(8 * 40, board::limits::LARGEST);
                let h = match kind {
                    Kind::Image => i32::try_from(i64::from(w) * i64::from(size.h) / i64::from(size.w.max(1))).unwrap_or(size.h),
                    _ => size.h + at.y - from.y,
                };
                *to = Size { w, h: h.clamp(8 * 32, board::limits::LARGEST) };
                resized(stage, *id, *to);
            }
            Doing::Marquee { from, before } => {
                let area = Area::between(*from, at);
                stage.ghost.set(Ghost::Marquee(area));
                let mut all = before.clone();
                stage.index.with_untracked(|index| {
                    let inside = index.all().iter().filter(|placed| match placed.kind {
                        Kind::Frame | Kind::Prototype => area.covers(placed.area),
                        _ => area.meets(placed.area),
                    });
                    all.extend(inside.map(|placed| placed.id).filter(|id| !before.contains(id)));
                });
                if stage.board.selection.with_untracked(|now| *now != all) {
                    stage.board.selection.set(all);
                }
            }
            Doing::Shape { from } => {
                if let Tool::Shape(outline) = stage.tool.get_untracked() {
                    stage.ghost.set(Ghost::Shape(outline, Area::between(*from, at)));
                }
            }
            Doing::Stroke => stage.ghost.update(|ghost| {
                if let Ghost::Stroke(points) = ghost {
                    points.push(at);
                }
            }),
            Doing::Connect { from } => {
                if let Some(area) = stage.covers(*from) {
                    stage.ghost.set(Ghost::Line(area.edge_towards(at), at));
                }
            }
        }
    }

    /// A pointer goes up.
    pub fn released(&mut self, stage: Stage, event: &PointerEvent) {
        self.down.retain(|(id, ..)| *id != event.pointer_id());
        let at = stage.point(event.client_x(), event.client_y());
        let doing = core::mem::take(&mut self.doing);
        let ghost = stage.ghost.get_untracked();
        stage.ghost.set(Ghost::None);
        match doing {
            Doing::Nothing | Doing::Pan { .. } | Doing::Pinch { .. } | Doing::Marquee { .. } => {
                if matches!(doing, Doing::Marquee { .. }) && ghost == Ghost::None {
                    stage.board.selection.set(Vec::new());
                }
            }
            Doing::Press(press) => tapped(stage, event, press),
            Doing::Drag { from, carried } => drop_on(stage, event, Point { x: at.x - from.x, y: at.y - from.y }, &carried),
            Doing::Resize { id, to, size, .. } => {
                if to != size {
                    stage.board.act(vec![Operation::Set(id, Field::Size(to))]);
                }
            }
            Doing::Shape { from } => {
                if let Tool::Shape(outline) = stage.tool.get_untracked() {
                    let area = Area::between(from, at);
                    let tiny = area.w < 8 * 12 && area.h < 8 * 12;
                    let area = if tiny { Area { w: 8 * 160, h: 8 * 120, ..area } } else { area };
                    let size = Size { w: area.w.max(8 * 12), h: area.h.max(8 * 12) };
                    let fields = vec![Field::Size(size), Field::Outline(outline), Field::Colour(stage.colour.get_untracked())];
                    stage.make(Kind::Shape, area.corner(), fields);
                    stage.tool.set(Tool::Select);
                }
            }
            Doing::Stroke => {
                if let Ghost::Stroke(points) = ghost {
                    draw(stage, &points);
                }
            }
            Doing::Connect { from } => {
                if let Some(to) = under(stage, event, &[]).record.filter(|to| *to != from) {
                    stage.connect(from, to);
                }
                stage.tool.set(Tool::Select);
            }
            Doing::Make { x, y } => {
                make(stage, event, stage.point(x, y));
            }
        }
    }

    /// The browser took the pointer away: nothing has happened.
    pub fn cancelled(&mut self, stage: Stage, event: &PointerEvent) {
        self.down.retain(|(id, ..)| *id != event.pointer_id());
        self.drop_all(stage);
    }

    /// Ends what is being done without doing it.
    pub fn drop_all(&mut self, stage: Stage) {
        match core::mem::take(&mut self.doing) {
            Doing::Drag { carried, .. } => settle(stage, &carried),
            Doing::Resize { id, size, .. } => resized(stage, id, size),
            // The first finger of two was not meant for what it came down on.
            Doing::Press(Press { on: Some(id), was: false, .. }) => stage.board.selection.update(|all| all.retain(|other| *other != id)),
            Doing::Nothing
            | Doing::Pan { .. }
            | Doing::Pinch { .. }
            | Doing::Press(_)
            | Doing::Marquee { .. }
            | Doing::Shape { .. }
            | Doing::Stroke
            | Doing::Connect { .. }
            | Doing::Make { .. } => {}
        }
        stage.ghost.set(Ghost::None);
    }

    fn pinch(&self) -> Doing {
        pinch(&self.down)
    }

    fn hold(&self, stage: Stage, event: &PointerEvent) {
        if let Some(space) = stage.space.get_untracked() {
            // A pointer that is already gone cannot be held; its end arrives all the same.
            let _ = space.set_pointer_capture(event.pointer_id());
        }
    }
}

fn pinch(down: &[(i32, f64, f64)]) -> Doing {
    let [(_, ax, ay), (_, bx, by), ..] = down else { return Doing::Nothing };
    Doing::Pinch { middle: ((ax + bx) / 2.0, (ay + by) / 2.0), apart: (ax - bx).hypot(ay - by) }
}

impl Press {
    /// Whether it moves the view: a finger would carry a sheet away that fills the phone, so it must be chosen first.
    fn pans(self, stage: Stage) -> bool {
        let large = |id| stage.board.read(|document| document.get(id).is_some_and(|r| matches!(r.kind, Kind::Frame | Kind::Prototype)));
        self.by == By::Finger && !self.was && self.on.is_none_or(large)
    }
}

/// Shows a size that is not on the board yet.
fn resized(stage: Stage, id: RecordId, size: Size) {
    if let Some(element) = stage.element(id) {
        set(&element, "width", &length(size.w));
        set(&element, "min-height", &length(size.h));
    }
}

/// A press that did not move: it selects one, takes a selected thing out again, opens its words under a finger, or leaves a remark.
fn tapped(stage: Stage, event: &PointerEvent, press: Press) {
    let selection = stage.board.selection;
    let Some(id) = press.on else {
        selection.set(Vec::new());
        return;
    };
    if stage.remarks() {
        let block = under(stage, event, &[]).block.filter(|(frame, _)| *frame == id);
        let part = block.map_or(Part::Whole, |(_, block)| Part::Block(block));
        stage.board.remark_on(Place { record: id, part });
        stage.tool.set(Tool::Select);
    } else if press.adds && press.was {
        selection.update(|all| all.retain(|other| *other != id));
    } else if !press.adds && selection.with_untracked(|all| *all != [id]) {
        selection.set(vec![id]);
    } else if press.by == By::Finger && press.was {
        open(stage, event);
    }
}

/// Opens the words under a pointer. What stands in a block of a sheet is not the sheet's title.
pub fn open(stage: Stage, event: &MouseEvent) {
    let target = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
    let under = under(stage, event, &[]);
    let Some(id) = under.record.filter(|_| target.is_none_or(|target| closest(&target, OWN).is_none())) else { return };
    if under.block.is_none_or(|(frame, _)| frame != id) {
        stage.type_in(id);
    }
}
