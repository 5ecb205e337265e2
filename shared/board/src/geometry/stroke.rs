//! A free-hand line with fewer points and the same look (Ramer, Douglas and Peucker).

use crate::{limits, record::Point};

/// Points that stray less than this from a straight line are left out, in eighths of a pixel.
const TOLERANCE: f64 = 8.0;

/// At most [`limits::POINTS`] points; the two ends stay.
pub fn simplified(points: &[Point]) -> Vec<Point> {
    let mut tolerance = TOLERANCE;
    loop {
        let kept = pass(points, tolerance);
        if kept.len() <= limits::POINTS {
            return kept;
        }
        tolerance *= 2.0;
    }
}

fn pass(points: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[last] = true;
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let furthest = (from + 1..to).map(|at| (at, distance(points[at], points[from], points[to]))).max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, off)) = furthest
            && off > tolerance
        {
            keep[at] = true;
            open.push((from, at));
            open.push((at, to));
        }
    }
    points.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// How far a point is from the stretch between two others.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (px, py) = (f64::from(point.x - from.x), f64::from(point.y - from.y));
    let (dx, dy) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
    let length = dx * dx + dy * dy;
    let t = if length == 0.0 { 0.0 } else { ((px * dx + py * dy) / length).clamp(0.0, 1.0) };
    (px - t * dx).hypot(py - t * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_has_two_points() {
        let points: Vec<Point> = (0..200).map(|at| Point { x: at * 10, y: at * 5 }).collect();
        assert_eq!(simplified(&points), vec![points[0], points[199]]);
    }

    #[test]
    fn a_wild_line_has_no_more_than_the_limit() {
        let points: Vec<Point> = (0..5_000).map(|at| Point { x: at * 20, y: if at % 2 == 0 { 0 } else { 400 } }).collect();
        assert!(simplified(&points).len() <= limits::POINTS);
    }
}
