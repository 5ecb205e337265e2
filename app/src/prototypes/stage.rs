//! The screen that is being made, large: its paper or photo, what stands on it, and the grip round what is held.
//! The server writes all of it but the grip, so it can be looked at without a script.

use super::{
    desk::{Desk, use_desk},
    hand, picture,
};
use crate::board::{each::each, state::Mode};
use board::{
    id::RecordId,
    record::{Kind, Size},
};
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Stage() -> impl IntoView {
    let desk = use_desk();
    let pointer = hand::hand();
    let view_box = Memo::new(move |_| {
        let Size { w, h } = desk.size();
        format!("0 0 {} {}", picture::px(w), picture::px(h))
    });
    let ground = Memo::new(move |_| {
        let mut out = String::new();
        if let Some(screen) = desk.screen.get().and_then(|screen| desk.board.get(screen)) {
            picture::ground(&mut out, &screen);
        }
        desk.board.photos.boxed(out)
    });
    let name = Memo::new(move |_| desk.screen.get().map(|screen| desk.name(screen)).unwrap_or_default());
    // Coordinates are never mirrored, whatever direction the page has.
    view! {
        <div
            class="stage"
            dir="ltr"
            node_ref=desk.stage
            on:pointerdown=move |event| hand::pressed(desk, pointer, &event)
            on:pointermove=move |event| hand::moved(desk, pointer, &event)
            on:pointerup=move |event| hand::released(desk, pointer, &event)
            on:pointercancel=move |_| hand::cancelled(desk, pointer)
        >
            <svg class="screen" viewBox=move || view_box.get() role="img" aria-label=move || name.get()>
                <g inner_html=move || ground.get()></g>
                {each(desk.parts, |id| view! { <Drawn id /> }.into_any())}
            </svg>
            <Grip />
        </div>
    }
    .into_any()
}

/// One part, as it stands or is being dragged.
#[component]
fn Drawn(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let drawn = Memo::new(move |_| {
        let mut out = String::new();
        if let Some(record) = desk.board.get(id) {
            let area = desk.area(&record);
            if record.kind == Kind::Hotspot {
                let to = record.target().filter(|to| desk.screens.with(|all| all.contains(to)));
                let to = to.map(|to| desk.name(to)).unwrap_or_default();
                picture::hotspot_drawn(&mut out, area.at, area.size, &to);
            } else {
                picture::part_at(&mut out, &record, area.at, area.size);
            }
        }
        desk.board.photos.boxed(out)
    });
    view! { <g inner_html=move || drawn.get()></g> }.into_any()
}

/// What is laid round the part that is held: it can be dragged, and resized by its corner.
#[component]
fn Grip() -> impl IntoView {
    let desk = use_desk();
    lay(desk);
    let corner = (desk.board.mode == Mode::Write).then(|| view! { <span class="grip-corner" data-corner=""></span> }.into_any());
    view! {
        <div class="grip" node_ref=desk.grip aria-hidden="true">
            {corner}
        </div>
    }
    .into_any()
}

fn lay(desk: Desk) {
    Effect::new(move |_| {
        desk.grip.track();
        let area = desk.held.get().and_then(|held| desk.board.get(held)).map(|record| desk.area(&record));
        hand::lay_grip(desk, area, desk.size());
    });
}
