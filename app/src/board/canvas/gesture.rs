//! Pointers on the canvas: mouse, pen and fingers become gestures, a gesture becomes one change of the board when it ends.
//! What happens in between is only shown, and told to the others as presence.

use super::{
    stage::{Ghost, Stage, Tool},
    stroke,
    view::{Area, View, eighths},
};
use board::{
    Operation, Part, Place,
    id::{BlockId, RecordId},
    record::{Field, Kind, Parent, Point, Size},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

/// Window pixels that a pointer may tremble before it drags.
const TREMBLE: i32 = 4;

/// Something that is being dragged: its element, and where it stood.
#[derive(Clone)]
struct Carried {
    id: RecordId,
    element: Option<HtmlElement>,
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
    Press { on: Option<RecordId>, x: i32, y: i32, adds: bool, was: bool },
    /// The selection follows.
    Drag { from: Point, carried: Vec<Carried> },
    /// A corner follows.
    Resize { id: RecordId, from: Point, size: Size, ratio: bool, to: Size },
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

/// What an event fell on.
struct Hit {
    record: Option<RecordId>,
    block: Option<(RecordId, BlockId)>,
}

impl Gestures {
    /// A pointer goes down.
    pub fn pressed(&mut self, stage: Stage, event: &PointerEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let (x, y) = stage.inside(event.client_x(), event.client_y());
        self.down.retain(|(id, ..)| *id != event.pointer_id());
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
        if event.button() != 0 || closest(&target, "textarea,input,select,button,a,summary,[contenteditable]").is_some() {
            self.down.clear();
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
            return Doing::Resize { id, from: at, size, ratio: kind == Kind::Image, to: size };
        }
        if hit.record.is_none() && event.pointer_type() == "touch" {
            return Doing::Press { on: None, x: event.client_x(), y: event.client_y(), adds: true, was: false };
        }
        let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
        match hit.record {
            Some(id) => {
                let was = stage.board.selection.with_untracked(|all| all.contains(&id));
                if !was {
                    if adds { stage.board.selection.update(|all| all.push(id)) } else { stage.board.selection.set(vec![id]) }
                }
                Doing::Press { on: Some(id), x: event.client_x(), y: event.client_y(), adds, was }
            }
            None => {
                let before = if adds { stage.board.selection.get_untracked() } else { Vec::new() };
                Doing::Marquee { from: at, before }
            }
        }
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
            Doing::Press { on, x, y, .. } => {
                if (cx - *x).abs().max((cy - *y).abs()) < TREMBLE {
                    return;
                }
                let (x, y) = (*x, *y);
                self.doing = match on {
                    None => Doing::Pan { x, y },
                    Some(_) if !stage.writes() || stage.remarks() => Doing::Pan { x, y },
                    Some(_) => Doing::Drag { from: stage.point(x, y), carried: carry(stage) },
                };
                self.moved(stage, event);
            }
            Doing::Drag { from, carried } => {
                let by = Point { x: at.x - from.x, y: at.y - from.y };
                for one in carried.iter() {
                    if let Some(element) = &one.element {
                        set(element, "translate", &format!("{}px {}px", f64::from(by.x) / 8.0, f64::from(by.y) / 8.0));
                    }
                }
                stage.drag.set(Some(by));
            }
            Doing::Resize { id, from, size, ratio, to } => {
                let sign = if stage.element(*id).is_some_and(|e| closest(&e, "[dir=rtl][data-frame]").is_some()) { -1 } else { 1 };
                let w = (size.w + sign * (at.x - from.x)).clamp(8 * 40, board::limits::LARGEST);
                let h = (size.h + at.y - from.y).clamp(8 * 32, board::limits::LARGEST);
                let h = if *ratio { (i64::from(w) * i64::from(size.h) / i64::from(size.w.max(1))) as i32 } else { h };
                *to = Size { w, h };
                if let Some(element) = stage.element(*id) {
                    set(&element, "width", &format!("{}px", f64::from(w) / 8.0));
                    set(&element, "min-height", &format!("{}px", f64::from(h) / 8.0));
                }
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
            Doing::Press { on, adds, was, .. } => tapped(stage, event, on, adds && was),
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
                let under = under(stage, event, &[]);
                if let Some(to) = under.record.filter(|to| *to != from) {
                    connect(stage, from, to);
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
            Doing::Resize { id, size, .. } => {
                if let Some(element) = stage.element(id) {
                    set(&element, "width", &format!("{}px", f64::from(size.w) / 8.0));
                    set(&element, "min-height", &format!("{}px", f64::from(size.h) / 8.0));
                }
            }
            Doing::Nothing
            | Doing::Pan { .. }
            | Doing::Pinch { .. }
            | Doing::Press { .. }
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

/// A press that did not move: it takes a selected thing out again, narrows the selection to one, or leaves a remark.
fn tapped(stage: Stage, event: &PointerEvent, on: Option<RecordId>, out: bool) {
    let selection = stage.board.selection;
    let Some(id) = on else {
        selection.set(Vec::new());
        return;
    };
    if stage.remarks() {
        let block = under(stage, event, &[]).block.filter(|(frame, _)| *frame == id);
        let part = block.map_or(Part::Whole, |(_, block)| Part::Block(block));
        stage.board.remark_on(Place { record: id, part });
        stage.tool.set(Tool::Select);
    } else if out {
        selection.update(|all| all.retain(|other| *other != id));
    } else if !event.shift_key() && selection.with_untracked(|all| all.len() > 1) {
        selection.set(vec![id]);
    }
}

/// The elements of what is selected, ready to follow the pointer.
fn carry(stage: Stage) -> Vec<Carried> {
    let free = stage.board.read(|document| {
        let all = stage.board.selection.get_untracked();
        let moves = |id: &RecordId| document.get(*id).is_some_and(|r| !matches!(r.kind, Kind::Connector | Kind::Link));
        all.into_iter().filter(moves).collect::<Vec<_>>()
    });
    let carried = free.into_iter().map(|id| Carried { id, element: stage.element(id) });
    carried.inspect(|one| mark(one, Mark::Carried)).collect()
}

/// Back into place: the board says where that is.
fn settle(stage: Stage, carried: &[Carried]) {
    for one in carried {
        mark(one, Mark::Settled);
    }
    stage.drag.set(None);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Carried,
    Settled,
}

fn mark(one: &Carried, mark: Mark) {
    let Some(element) = &one.element else { return };
    match mark {
        Mark::Carried => {
            // A class that cannot be set only looks different.
            let _ = element.class_list().add_1("c-carried");
        }
        Mark::Settled => {
            let _ = element.class_list().remove_1("c-carried");
            set(element, "translate", "none");
        }
    }
}

/// The end of a drag: into a block, out of one, or to another place; one gesture for all that was carried.
fn drop_on(stage: Stage, event: &PointerEvent, by: Point, carried: &[Carried]) {
    let under = under(stage, event, carried);
    let stands: Vec<(RecordId, Area)> = carried.iter().filter_map(|one| Some((one.id, stage.covers(one.id)?))).collect();
    let operations = stage.board.read(|document| {
        let mut operations = Vec::new();
        let mut after: Option<RecordId> = None;
        for one in carried {
            let Some(record) = document.get(one.id) else { continue };
            let portable = matches!(record.kind, Kind::Note | Kind::Image);
            match (&under.block, record.parent()) {
                (Some((frame, block)), parent) if portable => {
                    let target = Parent::Block(*frame, block.clone());
                    let behind = after.or_else(|| sibling_above(stage, document, &target, event, carried));
                    if *parent == target && behind == Some(record.id) {
                        continue;
                    }
                    operations.push(Operation::Set(record.id, Field::Home(target.clone(), document.order_after(&target, behind))));
                    after = Some(record.id);
                }
                (_, Parent::Block(..)) if portable => {
                    let at = stands.iter().find(|(id, _)| *id == record.id).map(|(_, area)| area.corner());
                    let order = document.order_last(&Parent::Board);
                    operations.push(Operation::Set(record.id, Field::Home(Parent::Board, order)));
                    operations.extend(at.map(|at| Operation::Set(record.id, Field::Position(at))));
                }
                (_, Parent::Board) => {
                    let at = record.position();
                    let to = Point { x: at.x + by.x, y: at.y + by.y };
                    operations.push(Operation::Set(record.id, Field::Position(to)));
                }
                (_, Parent::Record(_) | Parent::Block(..)) => {}
            }
        }
        operations
    });
    settle(stage, carried);
    stage.board.act(operations);
}

/// The child of a block right above the pointer.
fn sibling_above(stage: Stage, document: &board::Document, parent: &Parent, event: &PointerEvent, carried: &[Carried]) -> Option<RecordId> {
    let at = stage.point(event.client_x(), event.client_y());
    let others = document.children(parent).filter(|record| carried.iter().all(|one| one.id != record.id));
    others.filter(|record| stage.covers(record.id).is_some_and(|area| area.middle().y < at.y)).last().map(|record| record.id)
}

fn draw(stage: Stage, points: &[Point]) {
    let kept = stroke::simplified(points);
    let Some(corner) = kept.iter().copied().reduce(|a, b| Point { x: a.x.min(b.x), y: a.y.min(b.y) }) else { return };
    if kept.len() < 2 {
        return;
    }
    let points = kept.iter().map(|point| Point { x: point.x - corner.x, y: point.y - corner.y }).collect();
    if stage.make(Kind::Stroke, corner, vec![Field::Points(points), Field::Colour(stage.colour.get_untracked())]).is_some() {
        stage.board.selection.set(Vec::new());
    }
}

fn connect(stage: Stage, from: RecordId, to: RecordId) {
    let order = stage.board.read(|document| document.order_last(&Parent::Board));
    let mut create = crate::board::draft::bare(Kind::Connector, Parent::Board, order);
    create.fields.push(Field::Ends(from, to));
    if let Some(id) = stage.board.create(create) {
        stage.board.selection.set(vec![id]);
    }
}

fn make(stage: Stage, event: &PointerEvent, at: Point) {
    let tool = stage.tool.get_untracked();
    stage.tool.set(Tool::Select);
    let colour = Field::Colour(stage.colour.get_untracked());
    let made = match tool {
        Tool::Note => {
            if let Some((frame, block)) = under(stage, event, &[]).block {
                stage.note_in(frame, &block);
                return;
            }
            let half = Kind::Note.default_size();
            stage.make(Kind::Note, Point { x: at.x - half.w / 2, y: at.y - half.h / 2 }, vec![colour])
        }
        Tool::Text => stage.make(Kind::Text, Point { x: at.x, y: at.y - eighths(16.0) }, Vec::new()),
        Tool::Select | Tool::Hand | Tool::Shape(_) | Tool::Connector | Tool::Draw | Tool::Remark => None,
    };
    if let Some(id) = made {
        stage.type_in(id);
    }
}

/// What lies under a pointer, beneath what is being carried.
fn under(stage: Stage, event: &PointerEvent, carried: &[Carried]) -> Hit {
    let hidden: Vec<&HtmlElement> = carried.iter().filter_map(|one| one.element.as_ref()).collect();
    hidden.iter().for_each(|element| set(element, "pointer-events", "none"));
    let target = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
    hidden.iter().for_each(|element| set(element, "pointer-events", ""));
    target.map_or(Hit { record: None, block: None }, |target| hit(stage, &target, event))
}

fn hit(stage: Stage, target: &Element, event: &PointerEvent) -> Hit {
    let inside = stage.layer.get_untracked().is_some_and(|layer| layer.contains(Some(target)));
    let record = inside.then(|| closest(target, "[data-id]")).flatten().and_then(|element| record_of(&element));
    let block = inside.then(|| closest(target, "[data-block]")).flatten();
    let block = block.and_then(|element| Some((record_of(&closest(&element, "[data-frame]")?)?, BlockId(element.get_attribute("data-block")?))));
    // From far away notes have no elements of their own.
    let far = stage.far.get_untracked().then(|| stage.point(event.client_x(), event.client_y()));
    let record = record.or_else(|| stage.index.with_untracked(|index| index.at(far?)));
    Hit { record, block }
}

fn record_of(element: &Element) -> Option<RecordId> {
    element.get_attribute("data-id").or_else(|| element.get_attribute("data-corner"))?.parse().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Sets a style property. One that the browser refuses only looks different.
pub fn set(element: &HtmlElement, property: &str, value: &str) {
    let _ = HtmlElement::style(element).set_property(property, value);
}

/// The wheel: with ctrl (or a pinch on a touch pad) it zooms, else it pans.
pub fn wheel(stage: Stage, event: &web_sys::WheelEvent) {
    event.prevent_default();
    let unit = match event.delta_mode() {
        1 => 32.0,
        2 => 400.0,
        _ => 1.0,
    };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    let view: View = stage.view.get_untracked();
    if event.ctrl_key() || event.meta_key() {
        let (x, y) = stage.inside(event.client_x(), event.client_y());
        stage.look(view.zoomed(x, y, (-dy.clamp(-120.0, 120.0) * 0.004).exp()));
    } else if event.shift_key() && dx == 0.0 {
        stage.look(view.panned(-dy, 0.0));
    } else {
        stage.look(view.panned(-dx, -dy));
    }
}
