//! Where one looks from: offset and zoom, and areas of the board. The window's pixels come in, the board's eighths go out.

use crate::record::{Point, Size};

/// Smallest zoom.
pub const FURTHEST: f64 = 0.05;
/// Largest zoom.
pub const NEAREST: f64 = 4.0;
/// Below this zoom notes are colour only and sheets show their title in large type.
pub const FAR: f64 = 0.3;

/// A rectangle of the board, in eighths of a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Area {
    /// What a record with that corner and size covers.
    pub fn of(at: Point, size: Size) -> Self {
        Self { x: at.x, y: at.y, w: size.w, h: size.h }
    }

    /// The rectangle between two corners, in any order.
    pub fn between(a: Point, b: Point) -> Self {
        Self { x: a.x.min(b.x), y: a.y.min(b.y), w: (a.x - b.x).abs(), h: (a.y - b.y).abs() }
    }

    /// Its upper left corner.
    pub fn corner(self) -> Point {
        Point { x: self.x, y: self.y }
    }

    /// Its middle.
    pub fn middle(self) -> Point {
        Point { x: self.x + self.w / 2, y: self.y + self.h / 2 }
    }

    /// Do they share anything.
    pub fn meets(self, other: Self) -> bool {
        self.x <= other.x + other.w && other.x <= self.x + self.w && self.y <= other.y + other.h && other.y <= self.y + self.h
    }

    /// Is the other one wholly inside.
    pub fn covers(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && self.x + self.w >= other.x + other.w && self.y + self.h >= other.y + other.h
    }

    /// Is the point inside.
    pub fn holds(self, point: Point) -> bool {
        self.meets(Self { x: point.x, y: point.y, w: 0, h: 0 })
    }

    /// The smallest one round both.
    pub fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self { x, y, w: (self.x + self.w).max(other.x + other.w) - x, h: (self.y + self.h).max(other.y + other.h) - y }
    }

    /// The same with a margin on each side.
    pub fn grown(self, by_x: i32, by_y: i32) -> Self {
        Self { x: self.x - by_x, y: self.y - by_y, w: self.w + 2 * by_x, h: self.h + 2 * by_y }
    }

    /// Where the line from its middle to a point leaves it.
    pub fn edge_towards(self, to: Point) -> Point {
        let from = self.middle();
        let (dx, dy) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
        if (dx, dy) == (0.0, 0.0) {
            return from;
        }
        let share = |half: i32, along: f64| if along == 0.0 { f64::INFINITY } else { f64::from(half) / along.abs() };
        let t = share(self.w / 2, dx).min(share(self.h / 2, dy)).min(1.0);
        Point { x: from.x + (dx * t) as i32, y: from.y + (dy * t) as i32 }
    }
}

/// Where one looks from. A point of the board stands at `pixels * zoom + (x, y)` of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Of the board's origin in the window.
    pub x: f64,
    /// Of the board's origin in the window.
    pub y: f64,
    /// Window pixels per board pixel.
    pub zoom: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

impl View {
    /// The point of the board under a point of the window.
    pub fn board(self, x: f64, y: f64) -> Point {
        Point { x: eighths((x - self.x) / self.zoom), y: eighths((y - self.y) / self.zoom) }
    }

    /// The point of the window over a point of the board.
    pub fn window(self, point: Point) -> (f64, f64) {
        (f64::from(point.x) / 8.0 * self.zoom + self.x, f64::from(point.y) / 8.0 * self.zoom + self.y)
    }

    /// What a window of that size shows.
    pub fn area(self, width: f64, height: f64) -> Area {
        Area::between(self.board(0.0, 0.0), self.board(width, height))
    }

    /// Moved by so many window pixels.
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Zoomed by a factor; the point of the board under that point of the window stays there.
    pub fn zoomed(self, x: f64, y: f64, factor: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(FURTHEST, NEAREST);
        let by = zoom / self.zoom;
        Self { x: x - (x - self.x) * by, y: y - (y - self.y) * by, zoom }
    }

    /// Shows all of an area in the middle of a window, at `most` this zoom.
    pub fn fitted(area: Area, width: f64, height: f64, most: f64) -> Self {
        let (w, h) = (f64::from(area.w.max(8)) / 8.0, f64::from(area.h.max(8)) / 8.0);
        let margin = 48.0;
        let zoom = ((width - 2.0 * margin) / w).min((height - 2.0 * margin) / h).clamp(FURTHEST, most);
        Self { x: 0.0, y: 0.0, zoom }.centred(area, width, height)
    }

    /// The same zoom, with the middle of an area in the middle of a window.
    pub fn centred(self, area: Area, width: f64, height: f64) -> Self {
        let middle = area.middle();
        Self { x: width / 2.0 - f64::from(middle.x) / 8.0 * self.zoom, y: height / 2.0 - f64::from(middle.y) / 8.0 * self.zoom, ..self }
    }

    /// As a CSS transform.
    pub fn css(self) -> String {
        format!("translate({:.2}px,{:.2}px) scale({:.4})", self.x, self.y, self.zoom)
    }

    /// Is it so far out that only colour and titles can be seen.
    pub fn is_far(self) -> bool {
        self.zoom < FAR
    }
}

/// Pixels as eighths, held within what a board can carry.
pub fn eighths(px: f64) -> i32 {
    let most = f64::from(crate::limits::COORDINATE / 2);
    (px * 8.0).round().clamp(-most, most) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_under_the_finger_stays_there() {
        let view = View { x: 30.0, y: -20.0, zoom: 0.5 };
        let before = view.board(200.0, 100.0);
        assert_eq!(view.zoomed(200.0, 100.0, 1.7).board(200.0, 100.0), before);
    }

    #[test]
    fn a_fitted_area_is_in_the_window() {
        let area = Area { x: 800, y: -1600, w: 16_000, h: 8_000 };
        let view = View::fitted(area, 1280.0, 800.0, 1.0);
        assert!(view.area(1280.0, 800.0).covers(area));
    }

    #[test]
    fn a_line_leaves_an_area_at_its_edge() {
        let area = Area { x: 0, y: 0, w: 100, h: 50 };
        assert_eq!(area.edge_towards(Point { x: 1_000, y: 25 }), Point { x: 100, y: 25 });
        assert_eq!(area.edge_towards(Point { x: 50, y: -500 }), Point { x: 50, y: 0 });
    }
}
