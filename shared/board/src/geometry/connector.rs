//! A connector as a line between the edges of what it joins, with its head.

use super::Area;
use crate::record::Point;

/// Length of the two strokes of a head, in eighths of a pixel.
const HEAD: f64 = 8.0 * 12.0;
/// Half the angle between them, in radians.
const SPREAD: f64 = 0.45;

/// A line with a head at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Where it leaves the first.
    pub from: Point,
    /// Where it meets the second.
    pub to: Point,
    /// The outer ends of the two strokes of the head.
    pub head: [Point; 2],
}

/// The shortest straight way between two areas along the line of their middles.
pub fn arrow(from: Area, to: Area) -> Arrow {
    let (start, end) = (from.edge_towards(to.middle()), to.edge_towards(from.middle()));
    let angle = f64::from(end.y - start.y).atan2(f64::from(end.x - start.x));
    let side = |turn: f64| {
        let at = angle + core::f64::consts::PI + turn;
        Point { x: end.x + (HEAD * at.cos()) as i32, y: end.y + (HEAD * at.sin()) as i32 }
    };
    Arrow { from: start, to: end, head: [side(SPREAD), side(-SPREAD)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_goes_from_edge_to_edge_and_its_head_looks_back() {
        let left = Area { x: 0, y: 0, w: 800, h: 400 };
        let right = Area { x: 2_000, y: 0, w: 800, h: 400 };
        let arrow = arrow(left, right);
        assert_eq!((arrow.from, arrow.to), (Point { x: 800, y: 200 }, Point { x: 2_000, y: 200 }));
        assert!(arrow.head.iter().all(|end| end.x < arrow.to.x && end.x > arrow.from.x));
        assert_eq!(arrow.head[0].y - 200, 200 - arrow.head[1].y);
    }

    #[test]
    fn things_on_one_spot_have_an_arrow_without_length() {
        let spot = Area { x: 0, y: 0, w: 80, h: 80 };
        let arrow = arrow(spot, spot);
        assert_eq!(arrow.from, arrow.to);
    }
}
