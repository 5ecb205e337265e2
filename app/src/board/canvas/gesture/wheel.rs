//! The wheel and the touch pad.

use crate::board::canvas::stage::Stage;
use board::geometry::View;
use leptos::prelude::*;

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
