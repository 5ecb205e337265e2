//! Where things stand on a screen, in eighths of a pixel: a free spot for what is new, what a drag makes of a place, what a tap falls on.
//! Pure: it knows neither the board's operations nor the browser.
#![cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only a browser has pointers"))]

use board::{
    Record,
    record::{Point, Size},
};

/// Eighths of a pixel in one.
pub const PX: i32 = 8;
/// What is dragged lands on multiples of this.
const GRID: i32 = 4 * PX;
/// Between a screen's side and what stands on it, and under what stands above.
const MARGIN: i32 = 24 * PX;
const GAP: i32 = 12 * PX;
/// Smallest side that a drag leaves.
const SMALLEST: i32 = 16 * PX;
/// Width of every screen; its height is its own.
const WIDTH: i32 = 360 * PX;

/// What something covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Upper left corner on the screen.
    pub at: Point,
    /// Width and height.
    pub size: Size,
}

impl Area {
    /// What a record covers.
    pub fn of(record: &Record) -> Self {
        Self { at: record.position(), size: record.size() }
    }

    fn bottom(self) -> i32 {
        self.at.y + self.size.h
    }

    fn meets(self, other: Self) -> bool {
        self.at.x < other.at.x + other.size.w
            && other.at.x < self.at.x + self.size.w
            && self.at.y < other.bottom()
            && other.at.y < self.bottom()
    }

    fn holds(self, point: Point) -> bool {
        (self.at.x..=self.at.x + self.size.w).contains(&point.x) && (self.at.y..=self.bottom()).contains(&point.y)
    }

    /// The same, moved as far inside a screen as it goes.
    pub fn inside(self, screen: Size) -> Self {
        let within = |at: i32, side: i32, all: i32| at.min(all - side).max(0);
        Self { at: Point { x: within(self.at.x, self.size.w, screen.w), y: within(self.at.y, self.size.h, screen.h) }, ..self }
    }

    /// Moved by a drag: on the grid, and on the screen.
    pub fn moved(self, by: Point, screen: Size) -> Self {
        let at = Point { x: snapped(self.at.x + by.x), y: snapped(self.at.y + by.y) };
        if by == Point::default() { self } else { Self { at, ..self }.inside(screen) }
    }

    /// Its lower right corner moved by a drag: on the grid, on the screen, and never too small to be taken hold of.
    pub fn resized(self, by: Point, screen: Size) -> Self {
        let side = |at: i32, side: i32, by: i32, all: i32| (snapped(at + side + by) - at).min(all - at).max(SMALLEST);
        let size = Size { w: side(self.at.x, self.size.w, by.x, screen.w), h: side(self.at.y, self.size.h, by.y, screen.h) };
        if by == Point::default() { self } else { Self { size, ..self } }
    }
}

fn snapped(eighths: i32) -> i32 {
    (eighths + GRID / 2).div_euclid(GRID) * GRID
}

/// Where a new part would like to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// At the top, from side to side.
    Top,
    /// At the bottom, from side to side.
    Bottom,
    /// Under the rest.
    Below,
}

/// Whether a screen may grow for what is new on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// Downwards, as far as it takes.
    Down,
    /// Not at all: its photo would no longer lie where it lay.
    Fixed,
}

/// Where a new part stands, and how large its screen is with it. Where the wish is taken, it goes under the rest.
pub fn spot(taken: &[Area], screen: Size, size: Size, wish: Wish, growth: Growth) -> (Point, Size) {
    let free = |at: Point| !taken.iter().any(|other| other.meets(Area { at, size }));
    let fits = |at: Point| at.y >= 0 && at.y + size.h <= screen.h && free(at);
    let wished = match wish {
        Wish::Top => Some(Point::default()),
        Wish::Bottom => Some(Point { x: 0, y: screen.h - size.h }),
        Wish::Below => None,
    };
    if let Some(at) = wished.filter(|at| fits(*at)) {
        return (at, screen);
    }
    let x = if size.w >= screen.w { 0 } else { MARGIN.min(screen.w - size.w) };
    let mut under: Vec<i32> = taken.iter().map(|area| area.bottom() + GAP).chain([MARGIN]).collect();
    under.sort_unstable();
    if let Some(y) = under.iter().rev().copied().find(|y| fits(Point { x, y: *y })) {
        return (Point { x, y }, screen);
    }
    match growth {
        Growth::Down => {
            let y = under.last().copied().unwrap_or(MARGIN);
            (Point { x, y }, Size { h: (y + size.h + MARGIN).min(board::limits::LARGEST), ..screen })
        }
        Growth::Fixed => (Area { at: Point { x, y: screen.h - size.h - GAP }, size }.inside(screen).at, screen),
    }
}

/// The size of a screen that shows a photo of so many pixels: as wide as any screen, as tall as the photo needs.
pub fn photo_size(width: u32, height: u32) -> Size {
    let height = i64::from(WIDTH) * i64::from(height) / i64::from(width.max(1));
    let height = i32::try_from(height).unwrap_or(board::limits::LARGEST);
    Size { w: WIDTH, h: height.clamp(80 * PX, 4 * WIDTH) }
}

/// What a tap falls on, of parts from the lowest to the topmost. A tap on what is held already takes what lies under it; after the
/// lowest comes the topmost again.
pub fn tapped<T: Copy + PartialEq>(parts: &[(T, Area)], at: Point, held: Option<T>) -> Option<T> {
    let under: Vec<T> = parts.iter().rev().filter(|(_, area)| area.holds(at)).map(|(part, _)| *part).collect();
    let next = held.and_then(|held| under.iter().position(|part| *part == held)).map_or(0, |place| (place + 1) % under.len().max(1));
    under.get(next).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Size = Size { w: 360 * PX, h: 640 * PX };
    const BUTTON: Size = Size { w: 312 * PX, h: 48 * PX };
    const BAND: Size = Size { w: 360 * PX, h: 56 * PX };

    fn area(x: i32, y: i32, size: Size) -> Area {
        Area { at: Point { x: x * PX, y: y * PX }, size }
    }

    fn spot_of(taken: &[Area], size: Size, wish: Wish) -> (i32, i32) {
        let (at, screen) = spot(taken, SCREEN, size, wish, Growth::Down);
        assert_eq!(screen, SCREEN, "no need to grow");
        (at.x / PX, at.y / PX)
    }

    #[test]
    fn a_new_part_stands_under_the_rest_and_above_the_tabs() {
        assert_eq!(spot_of(&[], BUTTON, Wish::Below), (24, 24));
        assert_eq!(spot_of(&[], BAND, Wish::Top), (0, 0));
        let head = area(0, 0, BAND);
        let tabs = area(0, 592, Size { w: 360 * PX, h: 48 * PX });
        assert_eq!(spot_of(&[head, tabs], BUTTON, Wish::Below), (24, 68));
        assert_eq!(spot_of(&[head, tabs, area(24, 68, BUTTON)], BUTTON, Wish::Below), (24, 128));
        assert_eq!(spot_of(&[head], BAND, Wish::Bottom), (0, 584));
    }

    #[test]
    fn a_full_screen_grows_unless_it_shows_a_photo() {
        let all = [area(0, 0, SCREEN)];
        let (at, screen) = spot(&all, SCREEN, BUTTON, Wish::Below, Growth::Down);
        assert_eq!((at.y / PX, screen.h / PX), (652, 724));
        let (at, screen) = spot(&all, SCREEN, BUTTON, Wish::Below, Growth::Fixed);
        assert_eq!((at.y / PX, screen), (580, SCREEN));
    }

    #[test]
    fn what_is_dragged_stays_on_the_screen_and_on_the_grid() {
        let button = area(24, 68, BUTTON);
        assert_eq!(button.moved(Point { x: 0, y: 13 }, SCREEN), area(24, 68, BUTTON));
        assert_eq!(button.moved(Point { x: 900 * PX, y: -900 * PX }, SCREEN), area(48, 0, BUTTON));
        assert_eq!(button.resized(Point { x: 900 * PX, y: -900 * PX }, SCREEN).size, Size { w: 336 * PX, h: SMALLEST });
        assert_eq!(button.moved(Point::default(), SCREEN), button);
    }

    #[test]
    fn a_second_tap_takes_what_lies_under() {
        let parts = [('a', area(0, 0, SCREEN)), ('b', area(24, 24, BUTTON))];
        let at = Point { x: 40 * PX, y: 40 * PX };
        assert_eq!(tapped(&parts, at, None), Some('b'));
        assert_eq!(tapped(&parts, at, Some('b')), Some('a'));
        assert_eq!(tapped(&parts, at, Some('a')), Some('b'));
        assert_eq!(tapped(&parts, Point { x: 40 * PX, y: 400 * PX }, Some('b')), Some('a'));
        assert_eq!(tapped(&parts, Point { x: -80, y: 0 }, None), None);
    }

    #[test]
    fn a_screen_takes_the_shape_of_its_photo() {
        assert_eq!(photo_size(900, 1600), Size { w: 360 * PX, h: 640 * PX });
        assert_eq!(photo_size(0, 0).h, 80 * PX);
        assert_eq!(photo_size(1, u32::MAX).h, 4 * 360 * PX);
    }
}
