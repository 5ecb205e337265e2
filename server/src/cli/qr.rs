//! An address as a picture of characters that a phone's camera reads.

use qrcode::{QrCode, render::unicode::Dense1x2};

/// The picture, dark on light whatever the terminal's colours: light is painted, dark is left.
pub fn picture(address: &str) -> Option<String> {
    let code = QrCode::new(address).ok()?;
    Some(code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).quiet_zone(true).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_fits_a_terminal() {
        let picture = picture("https://192.168.100.200:3000").unwrap();
        assert!(picture.lines().count() <= 24 && picture.lines().all(|line| line.chars().count() <= 48), "{picture}");
    }
}
