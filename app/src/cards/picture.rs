//! A card as an SVG of 1080×1350 that needs nothing beside it. Pure: what it says in, a string out. What people typed is cleaned and escaped,
//! and broken into lines beforehand.

use super::{
    icon,
    words::{clean, fitted, is_rtl},
};
use crate::prototypes::picture::push_escaped;
use crate::ui::{Gates, star_outline};
use shared::{Lang, ventures::Gate};
use std::fmt::Write;

/// Pixels across and down, as a phone's stories want them.
pub const SIZE: (u32, u32) = (1080, 1350);

const GREEN: &str = "#0B6B57";
const INK: &str = "#15232A";
const INK_2: &str = "#4A5B62";
const SAFFRON: &str = "#F4B63F";
const BLUE: &str = "#2A4FB0";
const LINE: &str = "#C6D1CC";
const EDGE: &str = "#71827B";
const FONT: &str = "system-ui,'Segoe UI',Roboto,'Noto Sans Arabic','Geeza Pro','Noto Sans Tifinagh',sans-serif";
/// The width of what is written.
const ROOM: f32 = 840.0;

/// What a card says.
pub(super) struct Card {
    pub(super) lang: Lang,
    pub(super) name: String,
    pub(super) idea: String,
    pub(super) gate: Gate,
    /// « 3/8 · modèle testé ».
    pub(super) stands: String,
    pub(super) theme: String,
    /// The theme's id, for its icon.
    pub(super) glyph: String,
    pub(super) place: String,
    pub(super) edition: String,
    /// First names; empty unless the team wants them.
    pub(super) team: Vec<String>,
    /// For a gate's card.
    pub(super) signed: Option<Signed>,
}

/// A gate that was signed.
pub(super) struct Signed {
    pub(super) name: String,
    pub(super) promise: String,
    /// What the mentor wrote to the team; may be empty.
    pub(super) sentence: String,
    pub(super) by: String,
    pub(super) date: String,
}

/// Lines of one look.
struct Block {
    lines: Vec<String>,
    size: f32,
    weight: u32,
    colour: &'static str,
    /// Room above.
    above: f32,
}

impl Block {
    fn new(text: &str, sizes: &[f32], most: usize, (weight, colour, above): (u32, &'static str, f32)) -> Option<Self> {
        // Bold letters are wider.
        let room = if weight > 400 { ROOM / 1.08 } else { ROOM };
        let (size, lines) = fitted(text, room, sizes, most);
        (!lines.join("").is_empty()).then_some(Self { lines, size, weight, colour, above })
    }

    fn pitch(&self) -> f32 {
        self.size * 1.34
    }

    fn height(&self) -> f32 {
        self.above + self.pitch() * self.lines.len() as f32
    }
}

/// The picture.
pub(super) fn svg(card: &Card) -> String {
    let rtl = card.lang == Lang::Ar;
    let (w, h) = SIZE;
    let mut out = String::with_capacity(8192);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" font-family=\"{FONT}\" xml:lang=\"{}\">",
        card.lang.code()
    );
    out.push_str("<title>");
    push_escaped(&mut out, &clean(&card.name));
    out.push_str("</title>");
    ground(&mut out, if card.signed.is_some() { INK } else { GREEN }, rtl);
    let blocks: Vec<Block> = match &card.signed {
        None => venture(card),
        Some(signed) => gate(card, signed),
    }
    .into_iter()
    .flatten()
    .collect();
    let written: f32 = blocks.iter().map(Block::height).sum();
    // The star takes what the words leave, between a large one and a huge one.
    let (top, bottom): (f32, f32) = (64.0, 1190.0);
    let star = (bottom - top - 120.0 - written).clamp(280.0, 500.0);
    let mut y = top + ((bottom - top - star - written) / 2.0).max(48.0);
    draw_star(&mut out, card, y, star, rtl);
    y += star;
    for block in &blocks {
        y += block.above;
        for line in &block.lines {
            y += block.pitch();
            text(&mut out, line, (540.0, y - block.pitch() * 0.28), block, ("middle", rtl));
        }
    }
    foot(&mut out, card, rtl);
    out.push_str("</svg>");
    out
}

fn venture(card: &Card) -> Vec<Option<Block>> {
    let about = [&card.theme, &card.place].map(|part| clean(part)).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    vec![
        Block::new(&card.stands, &[38.0, 32.0], 2, (600, GREEN, 36.0)),
        Block::new(&card.name, &[108.0, 88.0, 72.0, 58.0], 3, (700, INK, 12.0)),
        Block::new(&card.idea, &[46.0, 40.0, 34.0], 6, (400, INK, 20.0)),
        Block::new(&card.team.join(" · "), &[34.0, 30.0], 2, (600, INK_2, 24.0)),
        Block::new(&about.join(" · "), &[34.0, 30.0], 2, (400, INK_2, 24.0)),
    ]
}

fn gate(card: &Card, signed: &Signed) -> Vec<Option<Block>> {
    let quoted = |text: &str| if text.is_empty() { String::new() } else { format!("« {} »", clean(text)) };
    vec![
        Block::new(&signed.name, &[92.0, 76.0, 62.0], 3, (700, GREEN, 32.0)),
        Block::new(&card.name, &[54.0, 44.0, 38.0], 2, (600, INK, 8.0)),
        Block::new(&signed.promise, &[42.0, 36.0], 4, (400, INK, 24.0)),
        Block::new(&quoted(&signed.sentence), &[40.0, 34.0], 5, (600, BLUE, 24.0)),
        Block::new(&card.team.join(" · "), &[34.0, 30.0], 2, (600, INK_2, 20.0)),
        // A line each: a name of one script beside a date of the other would take its figures apart.
        Block::new(&clean(&signed.by), &[34.0, 30.0], 1, (400, BLUE, 20.0)),
        Block::new(&clean(&signed.date), &[34.0, 30.0], 1, (400, BLUE, 0.0)),
    ]
}

/// The ground with its wall of stars, and the tile with the wide corner at the end of the reading line.
fn ground(out: &mut String, colour: &str, rtl: bool) {
    let wall: String = (0..=8).map(star_outline).collect();
    let _ = write!(
        out,
        "<defs><pattern id=\"wall\" width=\"24\" height=\"24\" patternUnits=\"userSpaceOnUse\" patternTransform=\"scale(5)\"><path d=\"{wall}\" fill=\"#FFFFFF\"/></pattern></defs>\
         <rect width=\"1080\" height=\"1350\" fill=\"{colour}\"/><rect width=\"1080\" height=\"1350\" fill=\"url(#wall)\" opacity=\"0.08\"/>\
         <path d=\"M96 64h888a40 40 0 0 1 40 40v926a160 160 0 0 1-160 160h-768a40 40 0 0 1-40-40v-1046a40 40 0 0 1 40-40z\" fill=\"#FFFFFF\"{}/>",
        if rtl { " transform=\"matrix(-1 0 0 1 1080 0)\"" } else { "" }
    );
}

fn draw_star(out: &mut String, card: &Card, y: f32, size: f32, rtl: bool) {
    let gates = Gates::up_to(card.gate.0);
    let next = if card.signed.is_some() { None } else { gates.next() };
    let (scale, x) = (size / 24.0, 540.0 - size / 2.0);
    let turned = if rtl { " transform=\"matrix(-1 0 0 1 24 0)\"" } else { "" };
    let _ = write!(out, "<g transform=\"translate({x} {y}) scale({scale})\"><g{turned} stroke-linejoin=\"round\">");
    for k in 0..=8 {
        let paint = match (gates.has(k), next == Some(k)) {
            (true, _) => (GREEN, "#FFFFFF", "0.12"),
            (false, true) => (SAFFRON, SAFFRON, "0"),
            (false, false) => (LINE, EDGE, "0.16"),
        };
        let _ = write!(out, "<path d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>", star_outline(k), paint.0, paint.1, paint.2);
    }
    let _ = write!(out, "</g><g transform=\"translate(8.4 8.4) scale(0.028125)\" fill=\"#FFFFFF\">{}</g></g>", icon::of_theme(&card.glyph));
}

/// Fikra at the start of the reading line, the edition at its end.
fn foot(out: &mut String, card: &Card, rtl: bool) {
    let (start, end) = if rtl { (1024.0, 56.0) } else { (56.0, 1024.0) };
    let brand = Block { lines: Vec::new(), size: 52.0, weight: 700, colour: "#FFFFFF", above: 0.0 };
    let wall: String = (0..=8).map(star_outline).collect();
    let at = if rtl { start - 60.0 } else { start };
    let _ = write!(out, "<path transform=\"translate({at} 1238) scale(2.5)\" d=\"{wall}\" fill=\"{SAFFRON}\"/>");
    let beside = if rtl { start - 80.0 } else { start + 80.0 };
    text(out, "Fikra", (beside, 1286.0), &brand, (if rtl { "end" } else { "start" }, rtl));
    let (size, lines) = fitted(&card.edition, 560.0, &[34.0, 28.0], 1);
    let quiet = Block { lines: Vec::new(), size, weight: 400, colour: "#FFFFFF", above: 0.0 };
    for line in lines {
        // The anchor follows the direction of the line itself.
        let anchor = if rtl == is_rtl(&line, rtl) { "end" } else { "start" };
        text(out, &line, (end, 1282.0), &quiet, (anchor, rtl));
    }
}

fn text(out: &mut String, line: &str, (x, y): (f32, f32), look: &Block, (anchor, rtl): (&str, bool)) {
    let direction = if is_rtl(line, rtl) { "rtl" } else { "ltr" };
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\" text-anchor=\"{anchor}\" direction=\"{direction}\">",
        look.size, look.weight, look.colour
    );
    push_escaped(out, line);
    out.push_str("</text>");
}
