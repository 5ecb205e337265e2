//! Pictures of pages made smaller, kept and compared. A kept picture is half as wide as the page and has few colours, so that all of them together
//! stay light; a letter may fall a hair beside where it fell, and that is all that may differ.

use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, imageops};
use std::{collections::HashMap, io::Cursor, path::Path};

/// So many pixels of a page in each direction become one.
const REDUCED: u32 = 2;
/// A channel has sixteen values, so far apart.
const STEP: u8 = 17;
/// A pixel is another one when no pixel round its place, nor anything between them, comes nearer than this in every channel.
const NEAR: u8 = STEP;
/// Others are counted in squares of so many pixels, which overlap by half.
const SQUARE: u32 = 16;
/// So many of a square may be others: the edges of a few letters, not a word.
const FEW: u32 = 15;

/// A smaller picture of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Likeness(RgbImage);

impl Likeness {
    /// Of a screenshot.
    pub fn of(png: &[u8]) -> Self {
        let page = image::load_from_memory_with_format(png, ImageFormat::Png).expect("a screenshot");
        let (width, height) = page.dimensions();
        let mut small = page.thumbnail_exact(width / REDUCED, height / REDUCED).into_rgb8();
        for channel in small.iter_mut() {
            *channel = few(*channel);
        }
        Self(small)
    }

    /// How large it is.
    pub fn size(&self) -> (u32, u32) {
        self.0.dimensions()
    }

    /// The difference, where there is one: what differs in clay on a pale copy.
    pub fn differs(&self, other: &Self) -> Option<Self> {
        if self == other {
            return None;
        }
        if self.size() != other.size() {
            return Some(other.clone());
        }
        let others: Vec<(u32, u32)> = self
            .0
            .enumerate_pixels()
            .filter(|(x, y, pixel)| {
                let at = (*x, *y);
                *pixel != other.0.get_pixel(*x, *y) && (self.beyond(other, at) || other.beyond(self, at))
            })
            .map(|(x, y, _)| (x, y))
            .collect();
        if most_in_a_square(&others) <= FEW {
            return None;
        }
        let mut told = other.clone();
        for channel in told.0.iter_mut() {
            *channel = 192 + *channel / 4;
        }
        for (x, y) in others {
            told.0.put_pixel(x, y, Rgb([0xB0, 0x38, 0x2A]));
        }
        Some(told)
    }

    /// Whether a pixel lies beyond all that stands round its place in another picture.
    fn beyond(&self, other: &Self, (x, y): (u32, u32)) -> bool {
        let (width, height) = self.size();
        let around = |at: u32, end: u32| at.saturating_sub(1)..=(at + 1).min(end - 1);
        (0..3).any(|channel| {
            let (mut low, mut high) = (u8::MAX, 0);
            for (column, row) in around(y, height).flat_map(|row| around(x, width).map(move |column| (column, row))) {
                let value = other.0.get_pixel(column, row)[channel];
                (low, high) = (low.min(value), high.max(value));
            }
            let value = self.0.get_pixel(x, y)[channel];
            value > high.saturating_add(NEAR) || value < low.saturating_sub(NEAR)
        })
    }

    /// Writes it for somebody to look at.
    pub fn save(&self, file: &Path) {
        self.0.save_with_format(file, ImageFormat::Png).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

/// Several pictures in one file, under one another.
pub struct Sheet(RgbImage);

impl Sheet {
    /// Lays pictures under one another.
    pub fn of(pictures: &[Likeness]) -> Self {
        let width = pictures.iter().map(|one| one.0.width()).max().unwrap_or_default();
        let mut sheet = RgbImage::new(width, pictures.iter().map(|one| one.0.height()).sum());
        let mut top = 0;
        for Likeness(picture) in pictures {
            imageops::replace(&mut sheet, picture, 0, i64::from(top));
            top += picture.height();
        }
        Self(sheet)
    }

    /// Reads a kept one; none where there is none.
    pub fn kept(file: &Path) -> Option<Self> {
        let bytes = std::fs::read(file).ok()?;
        image::load_from_memory_with_format(&bytes, ImageFormat::WebP).ok().map(|sheet| Self(sheet.into_rgb8()))
    }

    /// Keeps it.
    pub fn keep(&self, file: &Path) {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(self.0.clone()).write_to(&mut bytes, ImageFormat::WebP).expect("a picture");
        std::fs::write(file, bytes.into_inner()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// The part of it that begins so far down; none when it does not reach that far.
    pub fn part(&self, top: u32, (width, height): (u32, u32)) -> Option<Likeness> {
        let whole = width <= self.0.width() && top + height <= self.0.height();
        whole.then(|| Likeness(imageops::crop_imm(&self.0, 0, top, width, height).to_image()))
    }
}

/// The nearest of sixteen values.
fn few(channel: u8) -> u8 {
    let step = u16::from(STEP);
    u8::try_from((u16::from(channel) + step / 2) / step * step).unwrap_or(u8::MAX)
}

/// How many of these places lie in the fullest square.
fn most_in_a_square(places: &[(u32, u32)]) -> u32 {
    let half = SQUARE / 2;
    let mut squares: HashMap<(u32, u32), u32> = HashMap::new();
    for (x, y) in places.iter().map(|(x, y)| (x / half, y / half)) {
        // A place lies in four squares that overlap; each is named by its last quarter.
        for square in [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)] {
            *squares.entry(square).or_default() += 1;
        }
    }
    squares.into_values().max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of one colour with a rectangle on it, so far from the corner.
    fn page(colour: [u8; 3], spot: [u8; 3], at: u32, (width, height): (u32, u32)) -> Likeness {
        let within = |x: u32, y: u32| (at..at + width).contains(&x) && (at..at + height).contains(&y);
        let page = RgbImage::from_fn(300, 300, |x, y| Rgb(if within(x, y) { spot } else { colour }));
        let mut png = Cursor::new(Vec::new());
        DynamicImage::from(page).write_to(&mut png, ImageFormat::Png).unwrap();
        Likeness::of(&png.into_inner())
    }

    const WHITE: [u8; 3] = [255; 3];
    const GREEN: [u8; 3] = [11, 107, 87];
    const BLUE: [u8; 3] = [42, 79, 176];

    #[test]
    fn what_moved_came_or_changed_its_colour_is_seen_and_a_hair_is_not() {
        let button = |at| page(WHITE, GREEN, at, (120, 48));
        let ground = |colour| page(colour, colour, 0, (0, 0));
        assert!(button(40).differs(&button(40)).is_none());
        assert!(button(40).differs(&button(41)).is_none(), "a hair");
        assert!(button(40).differs(&button(44)).is_some(), "four pixels");
        assert!(button(40).differs(&page(WHITE, BLUE, 40, (120, 48))).is_some());
        assert!(ground(WHITE).differs(&ground([252; 3])).is_none());
        assert!(ground(WHITE).differs(&ground([200, 255, 255])).is_some());
        assert!(ground(WHITE).differs(&page(WHITE, GREEN, 100, (4, 4))).is_none(), "a speck");
        assert!(ground(WHITE).differs(&page(WHITE, GREEN, 100, (12, 12))).is_some(), "a badge");
        assert!(ground(WHITE).differs(&page(WHITE, GREEN, 100, (120, 2))).is_some(), "a line");
    }

    #[test]
    fn a_sheet_gives_back_what_was_laid_on_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sheet.webp");
        let (one, two) = (page(WHITE, GREEN, 0, (30, 30)), page(BLUE, WHITE, 40, (60, 60)));
        Sheet::of(&[one.clone(), two.clone()]).keep(&file);
        let sheet = Sheet::kept(&file).unwrap();
        assert!(sheet.part(150, two.size()).unwrap() == two);
        assert!(sheet.part(151, two.size()).is_none());
    }
}
