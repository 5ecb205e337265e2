//! An address as a picture of characters that a phone's camera reads.

use qrcode::{QrCode, render::unicode::Dense1x2};

/// White on black, whatever the terminal's own colours.
const INK: &str = "\x1b[97;40m";
const END: &str = "\x1b[0m";

/// The picture: light is painted, dark is left.
pub fn picture(address: &str) -> Option<String> {
    let code = QrCode::new(address).ok()?;
    let plain = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).quiet_zone(true).build();
    Some(plain.lines().map(|line| format!("{INK}{line}{END}\n")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_fits_a_terminal() {
        let picture = picture("https://192.168.100.200:3000").unwrap();
        let wide = picture.lines().map(|line| line.chars().filter(|c| " ▀▄█".contains(*c)).count()).max();
        assert!(picture.lines().count() <= 24 && wide.is_some_and(|wide| wide <= 48), "{picture}");
        assert!(picture.lines().all(|line| line.starts_with(INK) && line.ends_with(END)));
    }
}
