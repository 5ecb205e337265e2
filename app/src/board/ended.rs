//! What a person reads whose right to this board has ended while the page was open: that it has, what is safe, and the words that did not
//! leave this page any more. It decides nothing; the server does.

use super::state::{BoardState, Line, use_board};
use crate::{
    error::AppError,
    locale::{key, use_words},
    ui::{Glyph, Icon},
};
use leptos::prelude::*;

/// Takes a refusal of the server to heart, where it is about the person and not about the line.
pub(super) fn told(state: BoardState, error: &AppError) {
    match error {
        AppError::Hidden | AppError::Forbidden => state.line(Line::Ended),
        AppError::SignIn => state.toaster().fault(use_words().get(key::BOARD_SIGNED_OUT)),
        _ => {}
    }
}

/// The notice above the board.
#[component]
pub fn Ended() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let ended = Memo::new(move |_| state.status.with(|status| status.line == Line::Ended));
    move || {
        ended.get().then(|| {
            let unsent = state.unsent();
            view! {
                <section class="board-ended stack" role="alert">
                    <p>
                        <Icon glyph=Glyph::Warning />
                        {words.get(key::BOARD_ENDED)}
                    </p>
                    {(!unsent.is_empty())
                        .then(|| {
                            view! {
                                <label>
                                    {words.get(key::BOARD_ENDED_WORDS)} <textarea class="words" dir="auto" readonly prop:value=unsent></textarea>
                                </label>
                            }.into_any()
                        })}
                </section>
            }
            .into_any()
        })
    }
}
