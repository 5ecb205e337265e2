//! Pointers and keys on a screen that is being made: mouse, pen and finger move what they hold, and it lands as one change of the board.
//! A finger holds only what was tapped before, so that it still scrolls the page. Only in the browser.

use super::{
    desk::Desk,
    layout::{self, Area},
    picture,
};
use crate::board::{actions, state::Mode};
use board::{
    Operation,
    id::RecordId,
    record::{Field, Kind, Point, Size},
};
use leptos::{
    ev::{self, KeyboardEvent, PointerEvent},
    prelude::*,
};
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};

/// Window pixels that a pointer may tremble before it drags.
const TREMBLE: i32 = 4;
/// One press of an arrow.
const STEP: i32 = 4 * layout::PX;

/// What of a part moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grasp {
    /// All of it.
    Whole,
    /// Its lower right corner.
    Corner,
}

impl Grasp {
    /// What the part covers after that.
    fn of(self, area: Area, by: Point, screen: Size) -> Area {
        match self {
            Grasp::Whole => area.moved(by, screen),
            Grasp::Corner => area.resized(by, screen),
        }
    }
}

/// Whether a press took hold of something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    New,
    Again,
}

/// What the pointer does.
#[derive(Clone, Copy, Debug)]
enum Doing {
    /// Down on the screen with a finger: a tap, unless the page scrolls.
    Tap,
    /// Down on what is held.
    Drag { id: RecordId, grasp: Grasp, area: Area, hold: Hold, moved: bool },
}

/// The one pointer that counts.
#[derive(Clone, Copy, Default)]
pub struct Hand {
    doing: Option<Doing>,
    from: (i32, i32),
}

/// A hand for a desk.
pub fn hand() -> StoredValue<Hand> {
    StoredValue::new(Hand::default())
}

/// A pointer goes down.
pub fn pressed(desk: Desk, hand: StoredValue<Hand>, event: &PointerEvent) {
    if !event.is_primary() || event.button() != 0 {
        return;
    }
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let within = |selector| target.closest(selector).ok().flatten().is_some();
    if within("[data-photo]") {
        return;
    }
    let grasp = if within("[data-corner]") { Grasp::Corner } else { Grasp::Whole };
    let held = desk.held.get_untracked().filter(|_| within(".grip"));
    let (part, hold) = match held {
        Some(part) => (Some(part), Hold::Again),
        None if event.pointer_type() == "touch" => {
            hand.set_value(Hand { doing: Some(Doing::Tap), from: (event.client_x(), event.client_y()) });
            return;
        }
        None => (point(desk, event).and_then(|at| under(desk, at, None)), Hold::New),
    };
    desk.hold(part);
    let area = part.and_then(|part| desk.board.read(|document| document.get(part).map(Area::of)));
    let doing = part.zip(area).map(|(id, area)| Doing::Drag { id, grasp, area, hold, moved: false });
    hand.set_value(Hand { doing, from: (event.client_x(), event.client_y()) });
    if doing.is_some()
        && let Some(stage) = desk.stage.get_untracked()
    {
        // A pointer that is already gone cannot be held; its end arrives all the same.
        let _ = stage.set_pointer_capture(event.pointer_id());
    }
}

/// A pointer moves.
pub fn moved(desk: Desk, hand: StoredValue<Hand>, event: &PointerEvent) {
    let Hand { doing: Some(Doing::Drag { id, grasp, area, hold, moved }), from } = hand.get_value() else { return };
    if !event.is_primary() || !untrack(|| desk.board.writable()) {
        return;
    }
    let (x, y) = (event.client_x() - from.0, event.client_y() - from.1);
    if !moved && x.abs().max(y.abs()) < TREMBLE {
        return;
    }
    if !moved {
        hand.set_value(Hand { doing: Some(Doing::Drag { id, grasp, area, hold, moved: true }), from });
    }
    let scale = scale(desk);
    let by = Point { x: (f64::from(x) * scale) as i32, y: (f64::from(y) * scale) as i32 };
    let size = untrack(|| desk.size());
    let ghost = Some((id, grasp.of(area, by, size)));
    if desk.ghost.get_untracked() != ghost {
        desk.ghost.set(ghost);
    }
}

/// A pointer goes up.
pub fn released(desk: Desk, hand: StoredValue<Hand>, event: &PointerEvent) {
    if !event.is_primary() {
        return;
    }
    let Hand { doing, from } = hand.get_value();
    hand.set_value(Hand::default());
    let ghost = desk.ghost.get_untracked();
    desk.ghost.set(None);
    match doing {
        None => {}
        Some(Doing::Tap) => {
            let still = (event.client_x() - from.0).abs().max((event.client_y() - from.1).abs()) < 3 * TREMBLE;
            if still {
                desk.hold(point(desk, event).and_then(|at| under(desk, at, None)));
            }
        }
        Some(Doing::Drag { moved: true, .. }) => {
            if let Some((id, area)) = ghost {
                place(desk, id, area);
            }
        }
        Some(Doing::Drag { grasp: Grasp::Corner, .. } | Doing::Drag { hold: Hold::New, .. }) => {}
        Some(Doing::Drag { id, .. }) => {
            let next = point(desk, event).and_then(|at| under(desk, at, Some(id)));
            match next {
                Some(next) if next != id => desk.hold(Some(next)),
                _ => write(),
            }
        }
    }
}

/// The browser took the pointer away: nothing has happened.
pub fn cancelled(desk: Desk, hand: StoredValue<Hand>) {
    hand.set_value(Hand::default());
    desk.ghost.set(None);
}

/// Listens to the keys that belong to no field: arrows, delete, undo and redo.
pub fn listen(desk: Desk) {
    let listening = window_event_listener(ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is = |selector: &str| target.as_ref().is_some_and(|target| target.matches(selector).unwrap_or(false));
        if is("input, textarea, select") || event.is_composing() {
            return;
        }
        let taken = if event.ctrl_key() || event.meta_key() {
            back_or_forth(desk, &event)
        } else if is("body, main, .part, .desk-tools .tool") {
            on_held(desk, &event)
        } else {
            false
        };
        if taken {
            event.prevent_default();
        }
    });
    on_cleanup(move || listening.remove());
}

fn back_or_forth(desk: Desk, event: &KeyboardEvent) -> bool {
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => desk.board.undo(),
        ("z", true) | ("y", false) => desk.board.redo(),
        _ => return false,
    }
    true
}

/// What a key does to what is held; false when it does nothing.
fn on_held(desk: Desk, event: &KeyboardEvent) -> bool {
    let Some(id) = desk.held.get_untracked() else { return false };
    if desk.board.mode != Mode::Write {
        return false;
    }
    let (x, y) = match event.key().as_str() {
        "ArrowLeft" => (-STEP, 0),
        "ArrowRight" => (STEP, 0),
        "ArrowUp" => (0, -STEP),
        "ArrowDown" => (0, STEP),
        "Delete" | "Backspace" => {
            actions::delete(desk.board, id);
            return true;
        }
        "Escape" => {
            desk.hold(None);
            return true;
        }
        _ => return false,
    };
    let grasp = if event.shift_key() { Grasp::Corner } else { Grasp::Whole };
    let screen = untrack(|| desk.size());
    let area = desk.board.read(|document| document.get(id).map(Area::of));
    if let Some(area) = area {
        place(desk, id, grasp.of(area, Point { x, y }, screen));
    }
    true
}

/// Puts a part elsewhere, as one gesture.
fn place(desk: Desk, id: RecordId, area: Area) {
    let now = desk.board.read(|document| document.get(id).map(|record| (record.kind, Area::of(record))));
    let Some((kind, now)) = now else { return };
    let mut changes = Vec::new();
    if area.at != now.at {
        changes.push(Operation::Set(id, Field::Position(area.at)));
    }
    if area.size != now.size && kind != Kind::Stroke {
        changes.push(Operation::Set(id, Field::Size(area.size)));
    }
    desk.board.act(changes);
}

/// What lies at a point of the screen; the next one under what is held.
fn under(desk: Desk, at: Point, held: Option<RecordId>) -> Option<RecordId> {
    let screen = desk.screen.get_untracked()?;
    desk.board.read(|document| {
        let all: Vec<(RecordId, Area)> = picture::parts(document, screen).map(|part| (part.id, Area::of(part))).collect();
        layout::tapped(&all, at, held)
    })
}

/// Eighths of the screen's pixels in one of the window's.
fn scale(desk: Desk) -> f64 {
    let width = desk.stage.get_untracked().map_or(0.0, |stage| stage.get_bounding_client_rect().width());
    f64::from(untrack(|| desk.size()).w) / width.max(1.0)
}

/// Where an event fell on the screen.
fn point(desk: Desk, event: &PointerEvent) -> Option<Point> {
    let place = desk.stage.get_untracked()?.get_bounding_client_rect();
    let scale = scale(desk);
    let eighths = |from: f64, at: i32| ((f64::from(at) - from) * scale) as i32;
    Some(Point { x: eighths(place.x(), event.client_x()), y: eighths(place.y(), event.client_y()) })
}

/// Says in the address which screen is shown, so that it can be handed on and comes back on a new visit.
pub fn address(address: &str) {
    if let Ok(history) = window().history() {
        // A browser that refuses shows the screen all the same.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// Opens the words of what is held.
fn write() {
    let words = document().query_selector(".part-tools textarea").ok().flatten().and_then(|words| words.dyn_into::<HtmlElement>().ok());
    if let Some(words) = words {
        // Without the focus the words can still be tapped.
        let _ = words.focus();
    }
}

/// Lays the grip over what is held: by CSSOM, in hundredths of the screen.
pub fn lay_grip(desk: Desk, area: Option<Area>, screen: Size) {
    let Some(grip) = desk.grip.get_untracked() else { return };
    let style = HtmlElement::style(&grip);
    let set = |name: &str, value: &str| {
        // A property that this browser refuses leaves the grip where it was; the list of parts still works.
        let _ = style.set_property(name, value);
    };
    let Some(Area { at, size }) = area else {
        set("display", "none");
        return;
    };
    let part = |side: i32, all: i32| format!("{}%", f64::from(side) * 100.0 / f64::from(all.max(1)));
    set("display", "block");
    set("inset-inline-start", &part(at.x, screen.w));
    set("inset-block-start", &part(at.y, screen.h));
    set("inline-size", &part(size.w, screen.w));
    set("block-size", &part(size.h, screen.h));
}
