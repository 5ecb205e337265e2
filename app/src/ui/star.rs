//! The eight-pointed star that a venture fills: its centre is the first gate, its points the eight others.
//! It never stands without words: the label says where the venture is.

use super::{Glyph, icon_href};
use crate::locale::use_words;
use leptos::prelude::*;
use shared::Lang;

const OUTER: [(f32, f32); 8] =
    [(12.0, 0.0), (20.49, 3.51), (24.0, 12.0), (20.49, 20.49), (12.0, 24.0), (3.51, 20.49), (0.0, 12.0), (3.51, 3.51)];
const INNER: [(f32, f32); 8] =
    [(14.49, 6.0), (18.0, 9.51), (18.0, 14.49), (14.49, 18.0), (9.51, 18.0), (6.0, 14.49), (6.0, 9.51), (9.51, 6.0)];

/// Which of the nine gates are signed. Bit k is gate Gk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gates(u16);

impl Gates {
    /// From the numbers of the signed gates; numbers above 8 are left out.
    pub fn signed(numbers: impl IntoIterator<Item = u8>) -> Gates {
        let bits = numbers.into_iter().filter(|k| *k <= 8).fold(0, |bits, k| bits | 1 << k);
        Gates(bits)
    }

    /// All gates up to and with this one.
    pub fn up_to(last: u8) -> Gates {
        Gates::signed(0..=last)
    }

    /// Whether a gate is signed.
    pub fn has(self, k: u8) -> bool {
        self.0 & (1 << k) != 0
    }

    /// The first gate that is not signed.
    pub fn next(self) -> Option<u8> {
        (0..=8).find(|k| !self.has(*k))
    }

    /// How many of the eight points are signed: the figure before the slash in « 3/8 ».
    pub fn points(self) -> u32 {
        (self.0 >> 1).count_ones()
    }
}

/// How large a star is, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StarSize {
    /// 20, in rows.
    #[default]
    Row,
    /// 36, in headers.
    Header,
    /// 72, on the venture's page.
    Venture,
}

impl StarSize {
    fn class(self) -> &'static str {
        match self {
            StarSize::Row => "star star-row",
            StarSize::Header => "star star-header",
            StarSize::Venture => "star star-venture",
        }
    }
}

/// A venture's star. `label` is read to those who do not see it; leave it empty where the words stand beside it.
#[component]
pub fn Star(
    gates: Gates,
    #[prop(optional)] size: StarSize,
    #[prop(optional, into)] label: String,
    /// The theme's icon, drawn in the octagon of the large star.
    #[prop(optional, into)]
    theme: Option<Glyph>,
) -> impl IntoView {
    let hidden = label.is_empty();
    let turned = match use_words().lang() {
        Lang::Ar => Some("matrix(-1 0 0 1 24 0)"),
        Lang::Fr | Lang::En => None,
    };
    let next = gates.next();
    let path = |wanted: fn(Gates, Option<u8>, u8) -> bool| -> String { (0..=8).filter(|k| wanted(gates, next, *k)).map(outline).collect() };
    let signed = path(|gates, _, k| gates.has(k));
    let ahead = path(|gates, next, k| !gates.has(k) && next != Some(k));
    let in_centre = if gates.has(0) { "star-theme star-theme-on" } else { "star-theme" };
    view! {
        <svg
            class=size.class()
            viewBox="-0.5 -0.5 25 25"
            role=if hidden { "presentation" } else { "img" }
            aria-hidden=hidden.then_some("true")
            aria-label=(!hidden).then_some(label)
        >
            <g transform=turned>
                <path class="star-ahead" d=ahead></path>
                <path class="star-signed" d=signed></path>
                {next.map(|k| view! { <path class="star-next" d=outline(k)></path> })}
            </g>
            {theme
                .map(|glyph| {
                    view! { <use_ class=in_centre href=icon_href(glyph) x="8" y="8" width="8" height="8"></use_> }
                })}
        </svg>
    }
}

/// The outline of gate k: the octagon of the inner points, or the triangle of point k.
pub(crate) fn outline(k: u8) -> String {
    let k = usize::from(k);
    let corners: Vec<(f32, f32)> = match k {
        0 => INNER.to_vec(),
        k => vec![INNER[(k + 6) % 8], OUTER[k - 1], INNER[k - 1]],
    };
    let mut path = String::new();
    for (place, (x, y)) in corners.iter().enumerate() {
        let letter = if place == 0 { 'M' } else { 'L' };
        path.push_str(&format!("{letter}{x} {y}"));
    }
    path.push('z');
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_point_is_at_the_top_and_the_points_go_clockwise() {
        assert_eq!(outline(1), "M9.51 6L12 0L14.49 6z");
        assert_eq!(outline(3), "M18 9.51L24 12L18 14.49z");
    }

    #[test]
    fn the_next_gate_is_the_first_that_is_not_signed() {
        assert_eq!(Gates::default().next(), Some(0));
        assert_eq!(Gates::signed([0, 2]).next(), Some(1));
        assert_eq!(Gates::up_to(8).next(), None);
        assert_eq!(Gates::up_to(3).points(), 3);
    }
}
