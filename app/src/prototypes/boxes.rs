//! Boxes in place of the photos of a drawn screen, where data is saved. Pure: a picture in, a picture out.

use super::picture::PHOTO;

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
