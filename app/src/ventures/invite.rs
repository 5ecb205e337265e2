//! The team's code, to be read by a camera or by a person.

use super::{api::NewCode, joining::Invite};
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Glyph};
use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use server_fn::ServerFn;
use shared::ids::VentureId;
use std::fmt::Write;

/// Modules of white round the square, as its standard asks.
const QUIET: usize = 4;

/// The code where there is one, and the button that makes another and comes back to the page it stands on.
#[component]
pub(crate) fn InviteCard(venture: VentureId, invite: Option<Invite>, #[prop(default = "")] from: &'static str) -> impl IntoView {
    let words = use_words();
    let word = if invite.is_some() { key::VENTURES_INVITE_NEW } else { key::VENTURES_INVITE_FIRST };
    let shown = invite.map(|invite| {
        let label = words.get(key::VENTURES_INVITE_SQUARE);
        view! {
            <div class="invite">
                {square(&invite.address).map(|(size, path)| view! {
                    <svg class="invite-square" viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges">
                        <rect width=size height=size fill="#FFFFFF" />
                        <path d=path fill="#000000" />
                    </svg>
                })}
                <p class="invite-code" dir="ltr">{invite.code.as_str().to_owned()}</p>
                <p class="meta">{words.fill(key::VENTURES_INVITE_DAYS, &[("days", &words.plural(key::TIME_DAYS, invite.days, &[]))])}</p>
            </div>
        }
    });
    view! {
        <section class="card" id="invite" aria-labelledby="invite-title">
            <h2 id="invite-title">{words.get(key::VENTURES_INVITE)}</h2>
            <p class="second">{words.get(key::VENTURES_INVITE_TEXT)}</p>
            {shown}
            <form class="row" method="post" action=NewCode::PATH>
                <input type="hidden" name="venture" value=venture.to_string() />
                <input type="hidden" name="from" value=from />
                <Button kind=ButtonKind::Secondary glyph=Glyph::ArrowClockwise>{words.get(word)}</Button>
            </form>
        </section>
    }
    .into_any()
}

/// The size of the drawing and its dark modules, each run of a row one bar; nothing for an address that no square holds.
pub(crate) fn square(address: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(path, "M{} {}h{n}v1h-{n}z", x + QUIET, y + QUIET, n = run.len());
            }
            x += run.len();
        }
    }
    Some((width + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_has_its_three_corners_and_a_white_border() {
        let (size, path) = square("https://fikra.example/join?code=BCD234").unwrap();
        assert!((29..=45).contains(&size), "{size}");
        // The first row: seven dark modules in both upper corners.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(path.contains(&format!("M{} 4h7v1h-7z", size - 11)), "{path}");
        assert!(!path.contains("M0 ") && !path.contains(" 3h"), "nothing in the border");
        assert_eq!(square(&"x".repeat(9000)), None);
    }
}
