//! Pictures of pages made small, kept and compared. A kept picture is a third as wide as the page and has few colours, so that all of them
//! together stay light and letters may fall a hair beside where they fell; a thing that moved, came, went or changed its colour is still seen.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, imageops};
use std::{io::Cursor, path::Path};

/// So many pixels of a page in each direction become one.
const REDUCED: u32 = 3;
/// A pixel that differs by more than this in a channel is another one.
const NEAR: u8 = 40;
/// So many pixels of ten thousand may be others.
const FEW: u64 = 25;

/// A small picture of a page.
#[derive(Clone)]
pub struct Likeness(RgbImage);

impl Likeness {
    /// Of a screenshot.
    pub fn of(png: &[u8]) -> Self {
        let page = image::load_from_memory_with_format(png, ImageFormat::Png).expect("a screenshot").into_rgb8();
        let (width, height) = (page.width() / REDUCED, page.height() / REDUCED);
        Self(RgbImage::from_fn(width, height, |x, y| {
            let mut sum = [0u32; 3];
            for pixel in (0..REDUCED * REDUCED).map(|n| page.get_pixel(x * REDUCED + n % REDUCED, y * REDUCED + n / REDUCED)) {
                for (sum, channel) in sum.iter_mut().zip(pixel.0) {
                    *sum += u32::from(channel);
                }
            }
            Rgb(sum.map(|sum| few(u8::try_from(sum / (REDUCED * REDUCED)).unwrap_or(u8::MAX))))
        }))
    }

    /// How large it is.
    pub fn size(&self) -> (u32, u32) {
        self.0.dimensions()
    }

    /// The difference, where there is one: what differs in clay on a pale copy.
    pub fn differs(&self, other: &Self) -> Option<Self> {
        if self.size() != other.size() {
            return Some(other.clone());
        }
        let apart = |a: &Rgb<u8>, b: &Rgb<u8>| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > NEAR);
        let others = self.0.pixels().zip(other.0.pixels()).filter(|(a, b)| apart(a, b)).count();
        let all = u64::from(self.0.width()) * u64::from(self.0.height());
        if others as u64 * 10_000 <= all * FEW {
            return None;
        }
        Some(Self(RgbImage::from_fn(self.0.width(), self.0.height(), |x, y| {
            let (a, b) = (self.0.get_pixel(x, y), other.0.get_pixel(x, y));
            if apart(a, b) { Rgb([0xB0, 0x38, 0x2A]) } else { Rgb(b.0.map(|channel| 192 + channel / 4)) }
        })))
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

/// The nearest of sixteen steps.
fn few(channel: u8) -> u8 {
    u8::try_from((u32::from(channel) + 8) / 17 * 17).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(colour: [u8; 3], spot: u32) -> Likeness {
        let page = RgbImage::from_fn(300, 300, |x, y| if x < spot && y < spot { Rgb([0; 3]) } else { Rgb(colour) });
        let mut png = Cursor::new(Vec::new());
        DynamicImage::from(page).write_to(&mut png, ImageFormat::Png).unwrap();
        Likeness::of(&png.into_inner())
    }

    #[test]
    fn a_spot_and_another_ground_are_seen_and_a_hair_is_not() {
        let white = page([255; 3], 0);
        assert!(white.differs(&page([252; 3], 0)).is_none());
        assert!(white.differs(&page([255; 3], 6)).is_none());
        assert!(white.differs(&page([255; 3], 30)).is_some());
        assert!(white.differs(&page([200, 255, 255], 0)).is_some());
    }

    #[test]
    fn a_sheet_gives_back_what_was_laid_on_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sheet.webp");
        let (one, two) = (page([255; 3], 30), page([17, 34, 51], 60));
        Sheet::of(&[one.clone(), two.clone()]).keep(&file);
        let sheet = Sheet::kept(&file).unwrap();
        let two_again = sheet.part(100, two.size()).unwrap();
        assert!(two_again.differs(&two).is_none());
        assert!(sheet.part(101, two.size()).is_none());
    }
}
