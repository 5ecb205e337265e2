//! The keyboard on the canvas. A field keeps its keys, and a button keeps Enter and Space; everything else works wherever the focus is.

use super::stage::{Stage, Tool};
use crate::board::{spot, state::Mode};
use board::record::{Outline, Point};
use leptos::{ev, ev::KeyboardEvent, prelude::*};
use web_sys::{Element, wasm_bindgen::JsCast};

/// Eighths of a pixel that an arrow moves by; with Shift the smaller one.
const FAR: i32 = 64;
const NEAR: i32 = 8;
/// Window pixels that an arrow moves the view by when nothing is selected.
const STEP: f64 = 64.0;

/// Listens while the canvas is shown. `give_up` ends what the pointer is doing.
pub fn listen(stage: Stage, give_up: impl Fn() + 'static) {
    let listening = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        if event.key() == "Escape" && left_field(&event) {
            stage.stop_typing();
            return;
        }
        if !ours(&event) {
            return;
        }
        if taken(stage, &event, &give_up) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listening.remove());
}

/// Whether a key was pressed in a field of the canvas.
fn left_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(".canvas-space :is(input,textarea)").unwrap_or(false))
}

/// Whether a key belongs to the canvas: neither to a field nor to a dialog, nor to what stands beside it.
fn ours(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return true };
    let is = |selector: &str| target.closest(selector).ok().flatten().is_some();
    if is("input,textarea,select,dialog") {
        return false;
    }
    if matches!(event.key().as_str(), "Enter" | " ") && is("button,a,summary") {
        return false;
    }
    target.tag_name() == "BODY" || is(".canvas")
}

fn taken(stage: Stage, event: &KeyboardEvent, give_up: &impl Fn()) -> bool {
    let writes = stage.board.mode == Mode::Write;
    let pressed = event.key();
    if event.alt_key() {
        return false;
    }
    if event.ctrl_key() || event.meta_key() {
        // Undo and redo are the board's own, in both views.
        return match letter(event) {
            Some('d') if writes => done(|| stage.duplicate()),
            Some('a') => done(|| {
                let all = stage.index.with_untracked(|index| index.all().iter().map(|placed| placed.id).collect());
                stage.board.selection.set(all);
            }),
            _ => false,
        };
    }
    let by = if event.shift_key() { NEAR } else { FAR };
    match pressed.as_str() {
        "ArrowLeft" => done(|| arrow(stage, -1, 0, by)),
        "ArrowRight" => done(|| arrow(stage, 1, 0, by)),
        "ArrowUp" => done(|| arrow(stage, 0, -1, by)),
        "ArrowDown" => done(|| arrow(stage, 0, 1, by)),
        "Delete" | "Backspace" if writes => done(|| stage.delete_selected()),
        "Enter" if writes => done(|| {
            if let [one] = stage.board.selection.get_untracked().as_slice() {
                stage.type_in(*one);
            }
        }),
        "Escape" => done(|| {
            give_up();
            if stage.tool.get_untracked() == Tool::Select {
                stage.board.selection.set(Vec::new());
            }
            stage.tool.set(Tool::Select);
        }),
        "+" | "=" => done(|| stage.zoom_by(1.25)),
        "-" => done(|| stage.zoom_by(0.8)),
        "0" => done(|| stage.fit()),
        _ => match (event.code().as_str(), letter(event)) {
            // On a French keyboard the digit wants Shift.
            ("Digit0", _) => done(|| stage.fit()),
            (_, Some(letter)) => tool(stage, letter, writes),
            _ => false,
        },
    }
}

fn done(does: impl FnOnce()) -> bool {
    does();
    true
}

/// The Latin letter of a key. On an Arabic keyboard it is the one printed beside the Arabic letter.
fn letter(event: &KeyboardEvent) -> Option<char> {
    let one = |text: &str| text.chars().next().filter(|c| text.len() == 1 && c.is_ascii_alphabetic()).map(|c| c.to_ascii_lowercase());
    one(&event.key()).or_else(|| event.code().strip_prefix("Key").and_then(one).filter(|_| !event.key().is_ascii()))
}

fn tool(stage: Stage, letter: char, writes: bool) -> bool {
    let remarks = stage.board.mode == Mode::Comment;
    let tool = match letter {
        'v' => Tool::Select,
        'h' => Tool::Hand,
        'n' if writes => Tool::Note,
        't' if writes => Tool::Text,
        's' if writes => Tool::Shape(Outline::default()),
        'c' if writes => Tool::Connector,
        'd' if writes => Tool::Draw,
        'c' if remarks => Tool::Remark,
        _ => return false,
    };
    stage.tool.set(tool);
    true
}

/// An arrow moves what is selected, steps through a block what lives in one, or moves the view.
fn arrow(stage: Stage, x: i32, y: i32, by: i32) {
    if stage.board.selection.with_untracked(Vec::is_empty) {
        stage.look(stage.view.get_untracked().panned(-f64::from(x) * STEP, -f64::from(y) * STEP));
        return;
    }
    if stage.board.mode != Mode::Write {
        return;
    }
    let stepped = match y {
        -1 => stage.step(spot::Step::Up),
        1 => stage.step(spot::Step::Down),
        _ => false,
    };
    if !stepped {
        stage.nudge(Point { x: x * by, y: y * by });
    }
}
