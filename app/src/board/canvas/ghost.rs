//! What is being drawn and is not on the board yet: a selection, a shape, a line. It never takes a pointer.

use super::{
    line,
    stage::{Ghost, length, set, use_stage},
    words::drawn,
};
use board::geometry::{Area, arrow};
use leptos::{html, prelude::*};

/// The one ghost of the canvas.
#[component]
pub fn Drawing() -> impl IntoView {
    let stage = use_stage();
    let node = NodeRef::<html::Div>::new();
    let area = Memo::new(move |_| match stage.ghost.get() {
        Ghost::Marquee(area) | Ghost::Shape(_, area) => area,
        Ghost::None | Ghost::Stroke(_) | Ghost::Line(..) => Area::default(),
    });
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let Area { x, y, w, h } = area.get();
        for (property, value) in [("left", x), ("top", y), ("width", w), ("height", h)] {
            set(&element, property, &length(value));
        }
    });
    let outline = Memo::new(move |_| match stage.ghost.get() {
        Ghost::Shape(outline, _) => Some(outline),
        Ghost::None | Ghost::Marquee(_) | Ghost::Stroke(_) | Ghost::Line(..) => None,
    });
    let path = Memo::new(move |_| match stage.ghost.get() {
        Ghost::Stroke(points) => Some(line::path_of(&points)),
        Ghost::Line(from, to) => {
            let spot = |at: board::record::Point| Area { x: at.x, y: at.y, w: 0, h: 0 };
            Some(line::path(arrow(spot(from), spot(to))))
        }
        Ghost::None | Ghost::Marquee(_) | Ghost::Shape(..) => None,
    });
    let class = move || {
        stage.ghost.with(|ghost| match ghost {
            Ghost::Marquee(_) => "c-ghost c-marquee",
            Ghost::None | Ghost::Shape(..) | Ghost::Stroke(_) | Ghost::Line(..) => "c-ghost",
        })
    };
    view! {
        <div class=class node_ref=node aria-hidden="true">
            {move || {
                outline
                    .get()
                    .map(|outline| {
                        view! {
                            <svg class="c-outline" viewBox="0 0 100 100" preserveAspectRatio="none">
                                {drawn(outline)}
                            </svg>
                        }.into_any()
                    })
            }}
            {move || {
                path.get()
                    .map(|path| {
                        view! {
                            <svg class="c-line" width="1" height="1">
                                <path class="c-ink" d=path></path>
                            </svg>
                        }.into_any()
                    })
            }}
        </div>
    }
    .into_any()
}
