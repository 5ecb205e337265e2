//! Ends of the gestures that make something: a note or text where one tapped, a line by hand.

use super::hit::under;
use crate::board::canvas::stage::{Stage, Tool};
use board::{
    geometry::{self, eighths},
    record::{Field, Kind, Point},
};
use leptos::prelude::*;
use web_sys::PointerEvent;

/// A line by hand, with as few points as it needs.
pub fn draw(stage: Stage, points: &[Point]) {
    let kept = geometry::simplified(points);
    let Some(corner) = kept.iter().copied().reduce(|a, b| Point { x: a.x.min(b.x), y: a.y.min(b.y) }) else { return };
    if kept.len() < 2 {
        return;
    }
    let points = kept.iter().map(|point| Point { x: point.x - corner.x, y: point.y - corner.y }).collect();
    if stage.make(Kind::Stroke, corner, vec![Field::Points(points), Field::Colour(stage.colour.get_untracked())]).is_some() {
        stage.board.selection.set(Vec::new());
    }
}

/// A note or text where one tapped, open for typing; a note in the block that it fell on.
pub fn make(stage: Stage, event: &PointerEvent, at: Point) {
    let tool = stage.tool.get_untracked();
    stage.tool.set(Tool::Select);
    let colour = Field::Colour(stage.colour.get_untracked());
    let made = match tool {
        Tool::Note => {
            if let Some((frame, block)) = under(stage, event, &[]).home(Kind::Note) {
                stage.note_in(*frame, block);
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
