//! A photo in the drawing of a screen, and what stands in its place while it is not to be loaded. Pure.

use super::picture::{push_escaped, px};
use board::record::{Point, Size};
use std::fmt::Write;

/// How a photo begins.
const PHOTO: &str = "<image href=\"/files/";

/// Writes one, with its name where it has one.
pub(super) fn push_image(out: &mut String, asset: &str, at: Point, size: Size, words: &str) {
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

/// A drawn picture with something else, such as a box, in place of the photos that `other` names. What people typed cannot look like a photo: its
/// signs are escaped.
pub fn in_place_of_photos(drawn: &str, other: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut pieces = drawn.split(PHOTO);
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let read = || {
            let (asset, rest) = piece.split_once('"')?;
            let (place, rest) = rest.split_once(" preserve")?;
            Some((other(asset)?, place, rest.split_once("/>")?.1))
        };
        match read() {
            Some((other, place, rest)) => {
                for text in ["<foreignObject", place, ">", &other, "</foreignObject>", rest] {
                    out.push_str(text);
                }
            }
            None => {
                out.push_str(PHOTO);
                out.push_str(piece);
            }
        }
    }
    out
}
