//! The board from far away: everything that is not a sheet or a prototype as flat colour in one picture. What is selected is a picture of
//! its own that follows a drag.

use super::{
    line,
    stage::{Stage, length, set, use_stage},
};
use crate::board::actions::colour_name;
use board::{
    geometry::{self, Area, Placed, arrow},
    record::{Kind, Outline},
};
use leptos::{html, prelude::*};
use std::fmt::Write;

/// Which of the two pictures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Rest,
    Selected,
}

/// Both pictures, while one looks from far away.
#[component]
pub fn FarShapes() -> impl IntoView {
    let stage = use_stage();
    let held = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let by = stage.drag.get();
        if let Some(held) = held.get() {
            let to = by.map_or_else(|| "none".to_owned(), |by| format!("{} {}", length(by.x), length(by.y)));
            set(&held, "translate", &to);
        }
    });
    view! {
        {move || {
            stage
                .far
                .get()
                .then(|| {
                    view! {
                        <div class="c-far" aria-hidden="true" inner_html=move || picture(stage, Of::Rest)></div>
                        <div class="c-far c-far-chosen" aria-hidden="true" inner_html=move || picture(stage, Of::Selected) node_ref=held></div>
                    }.into_any()
                })
        }}
    }
    .into_any()
}

fn picture(stage: Stage, of: Of) -> String {
    let region = stage.region.get();
    stage.board.selection.with(|selection| {
        stage.index.with(|index| {
            let mut out = String::with_capacity(4096);
            out.push_str("<svg class=\"c-line\" width=\"1\" height=\"1\">");
            let wanted = |placed: &&Placed| selection.contains(&placed.id) == (of == Of::Selected);
            for placed in index.within(region).filter(wanted) {
                push(&mut out, stage, placed);
            }
            out.push_str("</svg>");
            out
        })
    })
}

fn push(out: &mut String, stage: Stage, placed: &Placed) {
    let Area { x, y, w, h } = placed.area;
    let px = |eighths: i32| f64::from(eighths) / 8.0;
    let colour = colour_name(placed.colour);
    // Writing to a string does not fail.
    let _ = match (placed.kind, placed.outline) {
        (Kind::Frame | Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Widget, _) => Ok(()),
        (Kind::Connector | Kind::Link, _) => match way(stage, placed) {
            Some(path) => write!(out, "<path class=\"c-ink ink-{colour}\" d=\"{path}\"/>"),
            None => Ok(()),
        },
        (Kind::Stroke, _) => {
            let path =
                stage.board.read(|document| document.get(placed.id).map(|record| line::path_of(record.points()))).unwrap_or_default();
            write!(out, "<path class=\"c-ink ink-{colour}\" transform=\"translate({} {})\" d=\"{path}\"/>", px(x), px(y))
        }
        (Kind::Shape, Outline::Ellipse) => {
            let (rx, ry) = (w / 2, h / 2);
            write!(
                out,
                "<ellipse class=\"paint-{colour}\" cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"/>",
                px(x + rx),
                px(y + ry),
                px(rx),
                px(ry)
            )
        }
        (Kind::Shape, Outline::Diamond) => {
            let (mx, my, ex, ey) = (px(x + w / 2), px(y + h / 2), px(x + w), px(y + h));
            let (x, y) = (px(x), px(y));
            write!(out, "<path class=\"paint-{colour}\" d=\"M{mx} {y}L{ex} {my}L{mx} {ey}L{x} {my}z\"/>")
        }
        (Kind::Shape | Kind::Note | Kind::Text | Kind::Image, _) => {
            let class = match placed.kind {
                Kind::Image => "c-far-image".to_owned(),
                Kind::Text => "c-far-text".to_owned(),
                _ => format!("paint-{colour}"),
            };
            write!(out, "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", px(x), px(y), px(w), px(h))
        }
    };
}

/// A connector between what its two ends live in.
fn way(stage: Stage, placed: &Placed) -> Option<String> {
    stage.board.read(|document| {
        let (from, to) = document.get(placed.id)?.ends()?;
        let end = |id| document.get(id).map(|record| geometry::standing(document, record));
        Some(line::path(arrow(end(from)?, end(to)?)))
    })
}
