//! Bytes as text, for what a page holds as data. Words in them stay as they are, so that a squeezed page writes each of them once: as base64
//! the notes of a board would travel a second time. Both directions are exact for every sequence of bytes.

use core::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What stands for a byte that is no part of a text: this character and the 255 after it, which no keyboard writes.
const STAND_IN: u32 = 0xE000;

/// Bytes that travel as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

#[cfg(any(test, feature = "ssr"))]
fn text(bytes: &[u8]) -> String {
    let stand_in = |byte: &u8| char::from_u32(STAND_IN + u32::from(*byte)).unwrap_or(char::REPLACEMENT_CHARACTER);
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match stood_for(c) {
                // Somebody did write one of them.
                Some(_) => text.extend(c.encode_utf8(&mut [0; 4]).as_bytes().iter().map(stand_in)),
                None => text.push(c),
            }
        }
        text.extend(chunk.invalid().iter().map(stand_in));
    }
    text
}

fn stood_for(c: char) -> Option<u8> {
    u32::from(c).checked_sub(STAND_IN).and_then(|byte| u8::try_from(byte).ok())
}

fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match stood_for(c) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}

#[cfg(any(test, feature = "ssr"))]
impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text(&self.0))
    }
}

/// The browser reads bytes and never writes them.
#[cfg(not(any(test, feature = "ssr")))]
impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes as text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Bytes, E> {
                Ok(Bytes(bytes(text)))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, bytes, text};
    use crate::plain::{read, write};
    use proptest::prelude::*;

    #[test]
    fn words_stay_readable() {
        let board = [&[0x82, 0x18, 0xFF][..], "قطرة\u{E041} < A\n".as_bytes(), &[0xC3, 0, 0xF0, 0x9F]].concat();
        assert!(text(&board).contains("قطرة"));
        assert_eq!(bytes(&text(&board)), board);
    }

    proptest! {
        #[test]
        fn all_bytes_come_back(sent in proptest::collection::vec(any::<u8>(), 0..200), typed in "\\PC{0,40}") {
            for sent in [Bytes(sent), Bytes(typed.into_bytes())] {
                let lines = write(&sent).map_err(|unfit| TestCaseError::fail(unfit.to_string()))?;
                prop_assert_eq!(read::<Bytes>(&lines), Ok(sent));
            }
        }
    }
}
