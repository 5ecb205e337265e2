//! A screen as a picture: one inline SVG whose links need no script. Pure: a document in, a string out.
//! It never writes a style attribute; words stand in `foreignObject`, so that the browser shapes and breaks them itself.

use board::{
    Document, Record,
    id::RecordId,
    record::{Colour, Kind, Outline, Parent, Point, Size, WidgetKind},
};
use std::fmt::{Display, Formatter, Write};

/// What a hotspot is in a picture.
#[derive(Clone, Copy)]
pub enum Hotspots<'a> {
    /// A link, to the address that a screen has.
    Links(&'a dyn Fn(RecordId) -> String),
    /// Only drawn, so that one sees where they are.
    Drawn,
    /// Not there.
    Hidden,
}

/// How a photo begins.
pub(super) const PHOTO: &str = "<image href=\"/files/";

/// Height and width of a screen that holds nothing yet, in pixels.
pub const EMPTY: (i32, i32) = (360, 640);

/// The first screen of a prototype: the chosen one, else the first by key.
pub fn first_screen(document: &Document, prototype: RecordId) -> Option<RecordId> {
    let chosen = document.get(prototype).and_then(Record::first_screen).filter(|screen| belongs(document, prototype, *screen));
    chosen.or_else(|| document.screens(prototype).next().map(|screen| screen.id))
}

/// Is this a visible screen of that prototype.
pub fn belongs(document: &Document, prototype: RecordId, screen: RecordId) -> bool {
    document.is_visible(screen)
        && document.get(screen).is_some_and(|record| record.kind == Kind::Screen && *record.parent() == Parent::Record(prototype))
}

/// The hotspots of a screen that lead to a visible screen of the same prototype.
pub fn ways(document: &Document, screen: RecordId) -> Vec<(RecordId, RecordId)> {
    let prototype = document.get(screen).and_then(|record| match record.parent() {
        Parent::Record(prototype) => Some(*prototype),
        Parent::Board | Parent::Block(..) => None,
    });
    let Some(prototype) = prototype else { return Vec::new() };
    document
        .children(&Parent::Record(screen))
        .filter(|record| record.kind == Kind::Hotspot)
        .filter_map(|record| Some((record.id, record.target().filter(|target| belongs(document, prototype, *target))?)))
        .collect()
}

/// The words a hotspot is called by: its own, else the name of the screen it leads to.
pub fn label<'a>(document: &'a Document, hotspot: &'a Record) -> &'a str {
    if !hotspot.words().trim().is_empty() {
        return hotspot.words();
    }
    hotspot.target().and_then(|target| document.get(target)).map(Record::words).unwrap_or_default()
}

/// The whole picture of a screen. `title` is said to those who do not see it.
pub fn screen(document: &Document, screen: RecordId, title: &str, hotspots: Hotspots<'_>) -> String {
    let mut out = String::with_capacity(1024);
    let Some(record) = document.get(screen) else { return out };
    let Size { w, h } = record.size();
    let role = match hotspots {
        Hotspots::Links(_) => "group",
        Hotspots::Drawn | Hotspots::Hidden => "img",
    };
    let _ = write!(out, "<svg class=\"screen\" viewBox=\"0 0 {} {}\" role=\"{role}\" aria-label=\"", px(w), px(h));
    push_escaped(&mut out, title);
    out.push_str("\">");
    inside(&mut out, document, record, hotspots);
    out.push_str("</svg>");
    out
}

/// What stands on a screen, without the `svg` round it.
pub fn inside(out: &mut String, document: &Document, screen: &Record, hotspots: Hotspots<'_>) {
    ground(out, screen);
    let parent = Parent::Record(screen.id);
    for record in document.children(&parent).filter(|record| record.kind != Kind::Hotspot) {
        part(out, record);
    }
    let ways = match hotspots {
        Hotspots::Hidden => return,
        Hotspots::Links(_) => ways(document, screen.id),
        Hotspots::Drawn => Vec::new(),
    };
    for record in document.children(&parent).filter(|record| record.kind == Kind::Hotspot) {
        let target = ways.iter().find(|(id, _)| *id == record.id).map(|(_, target)| *target);
        match (hotspots, target) {
            (Hotspots::Links(address), Some(target)) => {
                out.push_str("<a class=\"hotspot\" href=\"");
                push_escaped(out, &address(target));
                out.push_str("\" aria-label=\"");
                push_escaped(out, label(document, record));
                out.push_str("\"><title>");
                push_escaped(out, label(document, record));
                out.push_str("</title>");
                push_rect(out, "hotspot-place", record.position(), record.size(), 8);
                out.push_str("</a>");
            }
            (Hotspots::Drawn, _) => hotspot_drawn(out, record.position(), record.size(), ""),
            (Hotspots::Links(_) | Hotspots::Hidden, _) => {}
        }
    }
}

/// What stands on a screen, from the lowest to the topmost: hotspots last.
pub fn parts(document: &Document, screen: RecordId) -> impl Iterator<Item = &Record> {
    let parent = Parent::Record(screen);
    let (above, below): (Vec<&Record>, Vec<&Record>) = document.children(&parent).partition(|record| record.kind == Kind::Hotspot);
    below.into_iter().chain(above)
}

/// The paper of a screen, or its photo.
pub fn ground(out: &mut String, screen: &Record) {
    let Size { w, h } = screen.size();
    let _ = write!(out, "<rect class=\"screen-ground\" width=\"{}\" height=\"{}\"/>", px(w), px(h));
    if let Some(asset) = screen.asset() {
        push_image(out, &asset.0, Point::default(), screen.size(), screen.words());
    }
}

/// A hotspot as those see it who make the screen, with the name of where it leads.
pub fn hotspot_drawn(out: &mut String, at: Point, size: Size, to: &str) {
    push_rect(out, "hotspot-drawn", at, size, 8);
    if !to.is_empty() {
        open_words(out, "hotspot-way", at, size);
        out.push_str("<span dir=\"auto\">");
        push_escaped(out, to);
        out.push_str("</span></div></foreignObject>");
    }
}

/// One part of a screen.
pub fn part(out: &mut String, record: &Record) {
    part_at(out, record, record.position(), record.size());
}

/// One part of a screen as it would be there, in that size.
pub fn part_at(out: &mut String, record: &Record, at: Point, size: Size) {
    match record.kind {
        Kind::Widget => push_widget(out, record, at, size),
        Kind::Text => push_words(out, "screen-text", at, size, record.words()),
        Kind::Note => {
            push_rect(out, &format!("screen-note paint-{}", colour(record.colour())), at, size, 6);
            push_words(out, "screen-text screen-text-note", at, size, record.words());
        }
        Kind::Image => {
            if let Some(asset) = record.asset() {
                push_image(out, &asset.0, at, size, record.words());
            }
        }
        Kind::Shape => {
            shape_at(out, record, at, size);
            push_words(out, "screen-text screen-text-centre", at, size, record.words());
        }
        Kind::Stroke => stroke_at(out, record, at),
        Kind::Connector | Kind::Frame | Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Link => {}
    }
}

/// A widget is one element of the page, so that its signature corner and its direction follow its words.
fn push_widget(out: &mut String, record: &Record, at: Point, size: Size) {
    let class = match record.widget() {
        WidgetKind::Button => "widget widget-button",
        WidgetKind::Field => "widget widget-field",
        WidgetKind::List => "widget widget-list",
        WidgetKind::Header => "widget widget-header",
        WidgetKind::Tabs => "widget widget-tabs",
    };
    open_words(out, class, at, size);
    match record.widget() {
        WidgetKind::Tabs => {
            let names = record.words().split(['·', '|', '\n', '،', ',']).map(str::trim).filter(|name| !name.is_empty());
            for name in names {
                out.push_str("<span dir=\"auto\">");
                push_escaped(out, name);
                out.push_str("</span>");
            }
        }
        WidgetKind::Button | WidgetKind::Field | WidgetKind::List | WidgetKind::Header => {
            out.push_str("<span>");
            push_escaped(out, record.words());
            out.push_str("</span>");
        }
    }
    out.push_str("</div></foreignObject>");
}

/// The outline of a shape, at its place.
pub fn push_shape(out: &mut String, record: &Record) {
    shape_at(out, record, record.position(), record.size());
}

fn shape_at(out: &mut String, record: &Record, at: Point, size: Size) {
    let (Point { x, y }, Size { w, h }) = (at, size);
    let class = format!("shape paint-{}", colour(record.colour()));
    match record.outline() {
        Outline::Rectangle => push_rect(out, &class, at, size, 6),
        Outline::Ellipse => {
            let (rx, ry) = (w / 2, h / 2);
            let _ =
                write!(out, "<ellipse class=\"{class}\" cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"/>", px(x + rx), px(y + ry), px(rx), px(ry));
        }
        Outline::Diamond => {
            let (mx, my) = (x + w / 2, y + h / 2);
            let _ = write!(
                out,
                "<polygon class=\"{class}\" points=\"{},{} {},{} {},{} {},{}\"/>",
                px(mx),
                px(y),
                px(x + w),
                px(my),
                px(mx),
                px(y + h),
                px(x),
                px(my)
            );
        }
    }
}

/// A free-hand line, at its place.
pub fn push_stroke(out: &mut String, record: &Record) {
    stroke_at(out, record, record.position());
}

fn stroke_at(out: &mut String, record: &Record, at: Point) {
    let Point { x, y } = at;
    let _ = write!(out, "<polyline class=\"stroke ink-{}\" points=\"", colour(record.colour()));
    for point in record.points() {
        let _ = write!(out, "{},{} ", px(x + point.x), px(y + point.y));
    }
    out.push_str("\"/>");
}

fn push_rect(out: &mut String, class: &str, at: Point, size: Size, round: i32) {
    let _ = write!(
        out,
        "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{round}\"/>",
        px(at.x),
        px(at.y),
        px(size.w),
        px(size.h)
    );
}

fn push_image(out: &mut String, asset: &str, at: Point, size: Size, words: &str) {
    let _ = write!(
        out,
        "{PHOTO}{asset}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"xMidYMid meet\"",
        px(at.x),
        px(at.y),
        px(size.w),
        px(size.h)
    );
    if !words.is_empty() {
        out.push_str(" role=\"img\" aria-label=\"");
        push_escaped(out, words);
        out.push('"');
    }
    out.push_str("/>");
}

fn push_words(out: &mut String, class: &str, at: Point, size: Size, words: &str) {
    if words.is_empty() {
        return;
    }
    open_words(out, class, at, size);
    push_escaped(out, words);
    out.push_str("</div></foreignObject>");
}

fn open_words(out: &mut String, class: &str, at: Point, size: Size) {
    let _ = write!(
        out,
        "<foreignObject x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><div class=\"{class}\" dir=\"auto\">",
        px(at.x),
        px(at.y),
        px(size.w),
        px(size.h)
    );
}

/// The name of a colour in `style/`.
pub fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Saffron => "saffron",
        Colour::Mint => "mint",
        Colour::Sky => "sky",
        Colour::Rose => "rose",
        Colour::Lilac => "lilac",
        Colour::Plain => "plain",
    }
}

/// Eighths of a pixel, written as pixels. Written by hand: what writes any fraction is five kilobytes of download.
#[derive(Clone, Copy)]
pub struct Px(i32);

/// See [`Px`].
pub fn px(eighths: i32) -> Px {
    Px(eighths)
}

impl Display for Px {
    fn fmt(&self, f: &mut Formatter<'_>) -> core::fmt::Result {
        const PARTS: [&str; 8] = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"];
        let all = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}{}", all / 8, PARTS[all as usize % 8])
    }
}

/// Words as they may stand in text or in a quoted attribute.
pub fn push_escaped(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        Envelope, Operation,
        id::{Author, ClientNo, Seq},
        operation::Create,
        record::{Field, OrderKey},
    };

    fn board(made: Vec<Create>) -> Document {
        let mut document = Document::default();
        for (at, create) in made.into_iter().enumerate() {
            let number = at as u32 + 1;
            let envelope = Envelope {
                seq: Seq(u64::from(number)),
                author: Author(1),
                client: ClientNo(1),
                counter: number,
                gesture: number,
                bytes: board::encode(&Operation::Create(create)).into(),
            };
            document.apply(&envelope).expect("a sound operation");
        }
        document
    }

    fn id(counter: u32) -> RecordId {
        RecordId { client: ClientNo(1), counter }
    }

    fn made(kind: Kind, parent: Parent, order: &str, words: &str, fields: Vec<Field>) -> Create {
        Create { kind, parent, order: OrderKey(order.to_owned()), fields, words: words.to_owned() }
    }

    fn two_screens() -> Document {
        board(vec![
            made(Kind::Prototype, Parent::Board, "i", "Qatra", vec![]),
            made(Kind::Screen, Parent::Record(id(1)), "i", "One", vec![]),
            made(Kind::Screen, Parent::Record(id(1)), "j", "Two & <b>", vec![]),
            made(Kind::Widget, Parent::Record(id(2)), "i", "زر \"كبير\"", vec![Field::Widget(WidgetKind::Button)]),
            made(Kind::Hotspot, Parent::Record(id(2)), "i", "", vec![Field::Target(Some(id(3)))]),
        ])
    }

    #[test]
    fn a_hotspot_is_a_link_named_after_where_it_leads() {
        let document = two_screens();
        let picture = screen(&document, id(2), "One", Hotspots::Links(&|screen| format!("?screen={screen}")));
        assert!(picture.contains("<a class=\"hotspot\" href=\"?screen=1-3\" aria-label=\"Two &amp; &lt;b&gt;\">"), "{picture}");
        assert!(picture.contains("زر &quot;كبير&quot;"));
        assert!(!picture.contains("style="));
    }

    #[test]
    fn the_first_screen_is_the_first_by_key_until_one_is_chosen() {
        let document = two_screens();
        assert_eq!(first_screen(&document, id(1)), Some(id(2)));
    }

    #[test]
    fn a_screen_without_a_way_on_is_a_dead_end() {
        let document = two_screens();
        assert_eq!(ways(&document, id(2)).len(), 1);
        assert!(ways(&document, id(3)).is_empty());
    }
}
