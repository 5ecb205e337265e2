//! Lines: connectors that follow what they join, and strokes by hand. Each is an SVG that reaches beyond its own box.

use super::stage::{Stage, use_stage};
use board::{
    Record,
    geometry::{self, Area, Arrow, arrow},
    id::RecordId,
    record::Point,
};
use leptos::prelude::*;
use std::fmt::Write;

/// A point as an SVG path has it.
fn push(out: &mut String, letter: char, at: Point) {
    // Writing to a string does not fail.
    let _ = write!(out, "{letter}{} {}", f64::from(at.x) / 8.0, f64::from(at.y) / 8.0);
}

/// A line with its head as an SVG path.
pub fn path(arrow: Arrow) -> String {
    let mut out = String::with_capacity(64);
    push(&mut out, 'M', arrow.from);
    push(&mut out, 'L', arrow.to);
    push(&mut out, 'M', arrow.head[0]);
    push(&mut out, 'L', arrow.to);
    push(&mut out, 'L', arrow.head[1]);
    out
}

/// Points as an SVG path.
pub fn path_of(points: &[Point]) -> String {
    let mut out = String::with_capacity(points.len() * 12);
    for (at, point) in points.iter().enumerate() {
        push(&mut out, if at == 0 { 'M' } else { 'L' }, *point);
    }
    out
}

/// Where an end of a line is: what it is bound to, or what that lives in while it is not mounted.
fn end(stage: Stage, id: RecordId) -> Option<Area> {
    let there =
        stage.board.read(|document| document.is_visible(id).then(|| document.get(id).map(|record| geometry::standing(document, record))));
    stage.covers(id).filter(|_| there.is_some()).or(there.flatten())
}

/// A line bound at both ends. It is gone while one of them is.
#[component]
pub fn Connector(record: Memo<Option<Record>>) -> impl IntoView {
    let stage = use_stage();
    let drawn = Memo::new(move |_| {
        stage.laid.track();
        let (from, to) = record.with(|record| record.as_ref().and_then(Record::ends))?;
        Some(path(arrow(end(stage, from)?, end(stage, to)?)))
    });
    view! { <Line drawn /> }.into_any()
}

/// A line by hand.
#[component]
pub fn Stroke(record: Memo<Option<Record>>) -> impl IntoView {
    let drawn = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| path_of(record.points()))));
    view! { <Line drawn /> }.into_any()
}

/// The line one sees, and a wider one that a finger can hit.
#[component]
fn Line(drawn: Memo<Option<String>>) -> impl IntoView {
    view! {
        <svg class="c-line" width="1" height="1" aria-hidden="true">
            <path class="c-hit" d=move || drawn.get()></path>
            <path class="c-ink" d=move || drawn.get()></path>
        </svg>
    }
    .into_any()
}
