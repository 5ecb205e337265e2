//! Makes a stored picture of an uploaded one: upright, at most 1,600 px, at most 250 KB, and nothing left of what the camera wrote into it.
//! Pure work on bytes; it blocks and is called off the async threads.

use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType};
use std::io::Cursor;

/// Bytes of an upload.
pub const UPLOAD: usize = 10 * 1024 * 1024;
/// Bytes of a stored picture.
pub const STORED: usize = 250_000;
/// Longest side of a stored picture, in pixels.
pub const SIDE: u32 = 1_600;
/// Longest side of an upload, in pixels.
const UPLOAD_SIDE: u32 = 12_000;
/// Memory that decoding may take.
const MEMORY: u64 = 256 * 1024 * 1024;

/// A picture as it is stored: JPEG.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The bytes are no JPEG, PNG or WebP that can be read, or larger than can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a picture")]
pub struct NotAPicture;

/// Makes the stored picture.
///
/// # Errors
/// [`NotAPicture`].
pub fn picture(upload: &[u8]) -> Result<Picture, NotAPicture> {
    let image = upright(upload).map_err(|_| NotAPicture)?;
    let mut image = on_white(fitted(image, SIDE));
    loop {
        for quality in [82, 74, 66, 58, 48, 38] {
            let bytes = jpeg(&image, quality).map_err(|_| NotAPicture)?;
            if bytes.len() <= STORED {
                return Ok(Picture { bytes, width: image.width(), height: image.height() });
            }
        }
        // Noise that no quality makes small enough: a smaller picture does.
        let side = image.width().max(image.height()) * 3 / 4;
        image = on_white(fitted(DynamicImage::ImageRgb8(image), side));
    }
}

fn upright(upload: &[u8]) -> image::ImageResult<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(upload)).with_guessed_format()?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(UPLOAD_SIDE), Some(UPLOAD_SIDE), Some(MEMORY));
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn fitted(image: DynamicImage, side: u32) -> DynamicImage {
    let longest = image.width().max(image.height());
    if longest <= side {
        image
    } else if longest > side * 3 {
        image.thumbnail(side * 2, side * 2).resize(side, side, FilterType::Triangle)
    } else {
        image.resize(side, side, FilterType::Triangle)
    }
}

/// JPEG knows no transparency: what was clear becomes paper.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let clear = image.into_rgba8();
    let mix = |colour: u8, alpha: u8| ((u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255) as u8;
    RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let [r, g, b, a] = clear.get_pixel(x, y).0;
        image::Rgb([mix(r, a), mix(g, a), mix(b, a)])
    })
}

fn jpeg(image: &RgbImage, quality: u8) -> image::ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(image)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(image: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, ImageFormat::Png).expect("encodes");
        bytes.into_inner()
    }

    #[test]
    fn a_large_noisy_picture_becomes_small() {
        let mut seed = 1_u32;
        let noise = RgbImage::from_fn(2_000, 1_500, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Rgb([(seed >> 24) as u8, (seed >> 16) as u8, (seed >> 8) as u8])
        });
        let made = picture(&png(&DynamicImage::ImageRgb8(noise))).expect("a picture");
        assert!(made.bytes.len() <= STORED && made.width <= SIDE);
    }

    #[test]
    fn what_is_clear_becomes_paper() {
        let clear = RgbaImage::from_pixel(20, 10, Rgba([0, 0, 0, 0]));
        let made = picture(&png(&DynamicImage::ImageRgba8(clear))).expect("a picture");
        let read = image::load_from_memory(&made.bytes).expect("a jpeg").into_rgb8();
        assert_eq!((made.width, made.height, read.get_pixel(3, 3).0), (20, 10, [255, 255, 255]));
    }

    #[test]
    fn a_turned_photo_is_put_upright_and_told_nothing() {
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 80);
        // A TIFF block with the one entry "orientation = 6": turn by a quarter.
        let exif = [b"II*\0\x08\0\0\0".as_slice(), b"\x01\0", b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", b"\0\0\0\0"].concat();
        image::ImageEncoder::set_exif_metadata(&mut encoder, exif).expect("takes it");
        encoder.encode_image(&RgbImage::from_pixel(40, 20, image::Rgb([9, 9, 9]))).expect("encodes");
        let made = picture(&bytes).expect("a picture");
        assert_eq!((made.width, made.height), (20, 40));
        assert!(!made.bytes.windows(4).any(|w| w == b"Exif"));
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(picture(b"hello").unwrap_err(), NotAPicture);
        assert_eq!(picture(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap_err(), NotAPicture);
        assert_eq!(picture(b"\x89PNG\r\n\x1a\n\0\0").unwrap_err(), NotAPicture);
    }
}
