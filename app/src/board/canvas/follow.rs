//! What the canvas does by itself: it moves its layer when the view moves, mounts what comes near, shows what was just made or asked for,
//! and takes the keyboard back when a field closes.

use super::stage::{Stage, Tool, set};
use crate::board::{
    scroll,
    state::{Ask, Mode},
};
use board::{
    geometry::{Area, FAR, View},
    id::RecordId,
    record::{Kind, Parent},
};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

/// Milliseconds after which a view that rests is drawn sharply.
const REST: u32 = 160;
/// Below this zoom the ground has no dots.
const DOTTED: f64 = 0.4;
/// Between two dots, in pixels of the board.
const DOTS: f64 = 24.0;

/// Starts all of it.
pub fn all(stage: Stage, ground: NodeRef<html::Div>) {
    sizes(stage);
    moves(stage, ground);
    mounts(stage);
    shows(stage);
    asks(stage);
    focus(stage);
}

/// Measures the window on the board, and hears when anything mounted changes its size.
fn sizes(stage: Stage) {
    let changed = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
        if let Some(space) = stage.space.try_get_untracked().flatten() {
            let size = (f64::from(space.client_width()), f64::from(space.client_height()));
            if stage.window.get_untracked() != size {
                stage.window.set(size);
            }
            stage.lay();
        }
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    stage.sizes.set_value(Some(observer.clone()));
    let kept = StoredValue::new_local(changed);
    Effect::new(move |_| {
        if let Some(space) = stage.space.get() {
            stage.sizes.with_value(|sizes| sizes.as_ref().map(|sizes| sizes.observe(&space)));
        }
    });
    let observer = StoredValue::new_local(observer);
    on_cleanup(move || {
        observer.with_value(ResizeObserver::disconnect);
        kept.dispose();
    });
}

/// Pan and zoom move one transform; the dots of the ground go along.
fn moves(stage: Stage, ground: NodeRef<html::Div>) {
    let resting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |before: Option<f64>| {
        let view = stage.view.get();
        let (Some(layer), Some(ground)) = (stage.layer.get(), ground.get()) else { return 0.0 };
        set(&layer, "transform", &view.css());
        // While it moves the layer is a picture; at rest the browser draws its words anew.
        set(&layer, "will-change", "transform");
        resting.set_value(Some(Timeout::new(REST, move || set(&layer, "will-change", "auto"))));
        let step = DOTS * view.zoom;
        set(&ground, "transform", &format!("translate({:.2}px,{:.2}px)", view.x.rem_euclid(step), view.y.rem_euclid(step)));
        if before != Some(view.zoom) {
            set(&ground, "display", if view.zoom < DOTTED { "none" } else { "" });
            set(&ground, "background-size", &format!("{step:.3}px {step:.3}px"));
        }
        view.zoom
    });
    // What keeps its thickness however far one is: in steps, so that most zooms restyle nothing.
    let thin = Memo::new(move |_| {
        let zoom = stage.view.with(|view| view.zoom);
        (4.0 / zoom).round().clamp(1.0, 80.0) / 4.0
    });
    Effect::new(move |_| {
        let thin = thin.get();
        if let Some(layer) = stage.layer.get() {
            set(&layer, "--thin", &thin.to_string());
        }
    });
}

/// Mounts what is on screen and half a window round it, anew only when one has looked past that.
fn mounts(stage: Stage) {
    Effect::new(move |_| {
        let (view, (w, h)) = (stage.view.get(), stage.window.get());
        let seen = view.area(w, h);
        let region = stage.region.get_untracked();
        let fits = region.covers(seen) && region.w <= 4 * seen.w;
        if w > 0.0 && !fits {
            stage.region.set(seen.grown(seen.w / 2, seen.h / 2));
        }
    });
    Effect::new(move |_| {
        stage.index.track();
        stage.drag.track();
        stage.region.track();
        stage.lay();
    });
}

/// The first look, and looks at what is asked for: a sheet just picked, a thread, a record chosen elsewhere than on screen.
fn shows(stage: Stage) {
    let begun = RwSignal::new(false);
    Effect::new(move |_| {
        let (w, h) = stage.window.get();
        if w > 0.0 && !begun.get_untracked() {
            begin(stage, w, h);
            begun.set(true);
        }
    });
    Effect::new(move |before: Option<Vec<RecordId>>| {
        let alone = stage.board.selection.with(|all| (all.len() == 1).then(|| all[0]));
        let typed = stage.board.editing.with(|open| open.as_ref().map(|(id, _)| *id));
        let all: Vec<RecordId> = typed.or(alone).into_iter().collect();
        if let Some(id) = all.first().filter(|_| begun.get_untracked() && before.as_ref().is_some_and(|before| *before != all)) {
            let (w, h) = stage.window.get_untracked();
            let view = stage.view.get_untracked();
            let top = stage.covers(*id).or_else(|| stage.covers(stage.top(*id)));
            let hidden = top.is_some_and(|area| !view.area(w, h).meets(area));
            if hidden || (typed.is_some() && view.is_far()) {
                stage.reveal(*id);
            }
        }
        all
    });
    Effect::new(move |_| {
        let thread = stage.board.thread.get();
        let place = stage.board.threads.with_untracked(|all| {
            let talk = all.iter().find(|talk| Some(talk.thread.id) == thread)?;
            Some(talk.thread.anchor.place.record)
        });
        if let Some(id) = place.filter(|_| begun.get()) {
            stage.go_to(id);
        }
    });
    Effect::new(move |before: Option<Vec<RecordId>>| {
        let open = stage.board.picker.get();
        let sheets = stage.board.read(|document| document.frames().map(|frame| frame.id).collect::<Vec<_>>());
        if let Some(before) = before.filter(|_| !open)
            && let Some(id) = sheets.iter().find(|id| !before.contains(id))
        {
            stage.go_to(*id);
        }
        sheets
    });
}

/// What the address asks for; else all of the board where its words can be read, else the sheet last worked in, else the first one.
fn begin(stage: Stage, w: f64, h: f64) {
    stage.fit();
    let asked = scroll::asked();
    if asked.is_none() && stage.view.get_untracked().zoom >= FAR {
        return;
    }
    let last = asked.or(match stage.board.here.get_untracked() {
        Parent::Block(frame, _) | Parent::Record(frame) => Some(frame),
        Parent::Board => None,
    });
    let area = stage.index.with_untracked(|index| {
        let there = last.and_then(|id| index.get(id)).or_else(|| index.all().iter().find(|placed| placed.kind == Kind::Frame));
        there.or(index.all().first()).map(|placed| placed.area)
    });
    let Some(area) = area else { return };
    // A narrow window shows the start of a sheet as wide as it can be read.
    let top = Area { h: area.h.min(8 * 640), ..area };
    stage.fit_in(top);
    let view = stage.view.get_untracked();
    if view.is_far() {
        stage.look(View { zoom: FAR, ..view }.centred(top, w, h));
    }
}

/// What the list handed over with, and what the bar under the thumb asks.
fn asks(stage: Stage) {
    Effect::new(move |_| match stage.board.ask.get() {
        Some(Ask::Draw) => {
            stage.board.ask.set(None);
            if stage.board.mode == Mode::Write {
                stage.tool.set(Tool::Draw);
            }
        }
        None => {}
    });
    // The block last worked in, as in the list.
    let venture = stage.board.venture.with_value(|venture| venture.id);
    Effect::new(move |before: Option<()>| {
        if let (Parent::Block(frame, block), Some(())) = (stage.board.here.get(), before) {
            scroll::remember(venture, &format!("r-{frame}-{}", block.0));
        }
    });
}

/// When a field closes and nothing else took the focus, the canvas has it: once the field is gone.
fn focus(stage: Stage) {
    Effect::new(move |before: Option<bool>| {
        let typing = stage.board.editing.with(Option::is_some);
        if before == Some(true) && !typing {
            request_animation_frame(move || {
                let nowhere = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
                if let Some(space) = stage.space.try_get_untracked().flatten().filter(|_| nowhere) {
                    // Without the focus the keys still reach the canvas through the page.
                    let _ = space.focus();
                }
            });
        }
        typing
    });
}
