//! What the server wrote stays where nobody looks yet: a program that wakes draws the sheets in view, and those further on one after the other,
//! each in a task of its own, so that a phone is worked on before a long board is drawn. On the server every sheet is drawn in its turn.

#[cfg(feature = "csr")]
mod browser {
    use super::super::{scroll, state::use_board};
    use board::id::RecordId;
    use leptos::prelude::*;
    use std::time::Duration;

    /// So many windows away from the one that is seen, a sheet may wait.
    const FAR: f64 = 0.5;

    /// The sheet as the server wrote it, where that page still stands and the sheet lies far from what is seen.
    fn far(id: &str) -> Option<String> {
        let sheet = document().query_selector(&format!("[data-written] > #{id}")).ok().flatten()?;
        let height = window().inner_height().ok()?.as_f64()?;
        let at = sheet.get_bounding_client_rect();
        (at.top() > height * (1.0 + FAR) || at.bottom() < -height * FAR).then(|| sheet.outer_html())
    }

    /// Draws a sheet now or, where it lies far off and is written already, in its turn.
    pub fn in_turn(id: RecordId, draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
        let id = format!("r-{id}");
        let venture = use_board().venture.with_value(|venture| venture.id);
        let wanted = scroll::last(venture).is_some_and(|last| last.starts_with(&id));
        let Some(sheet) = far(&id).filter(|_| !wanted) else { return draw() };
        let drawn = RwSignal::new(false);
        // Its turn comes after what is in view was painted; a frame's timers are tasks of their own, between which taps are heard.
        request_animation_frame(move || {
            set_timeout(
                move || {
                    // A list that is gone draws no sheet.
                    let _ = drawn.try_set(true);
                },
                Duration::ZERO,
            );
        });
        view! {
            {move || {
                if drawn.get() { draw() } else { view! { <div class="written" inner_html=sheet.clone()></div> }.into_any() }
            }}
        }
        .into_any()
    }
}

#[cfg(not(feature = "csr"))]
mod browser {
    use board::id::RecordId;
    use leptos::prelude::AnyView;

    pub fn in_turn(_id: RecordId, draw: impl Fn() -> AnyView) -> AnyView {
        draw()
    }
}

pub use browser::in_turn;
