//! Links by which anybody plays a prototype: what one looks like, how long it is good, and what it opens. Pure: chance and time are parameters.

use crate::{
    Millis,
    ids::{PlayLinkId, VentureId},
};
use board::id::RecordId;
use std::fmt::Write;

/// How long a link is good.
pub const LINK_LASTS: i64 = 30 * Millis::DAY;
/// How many links a venture has at a time.
pub const LINK_LIMIT: usize = 20;
/// Characters of a token: 128 bits of chance, four a character.
pub const TOKEN_LENGTH: usize = 32;

/// The secret of a link. Who has it plays; only its hash is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayToken(String);

impl PlayToken {
    /// From chance.
    pub fn from_random(bytes: [u8; TOKEN_LENGTH / 2]) -> Self {
        Self(bytes.iter().fold(String::with_capacity(TOKEN_LENGTH), |mut token, byte| {
            let _ = write!(token, "{byte:02x}");
            token
        }))
    }

    /// As it stands in an address.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == TOKEN_LENGTH && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        fits.then(|| Self(text.to_owned()))
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A link, known by its token or listed to those who may end it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayLink {
    /// Its id, which opens nothing.
    pub id: PlayLinkId,
    /// Whose prototype.
    pub venture: VentureId,
    /// Which prototype.
    pub prototype: RecordId,
    /// When it was made.
    pub made: Millis,
    /// Good until then; earlier than now when it was ended.
    pub until: Millis,
}

impl PlayLink {
    /// Whether it opens now.
    pub fn is_open(&self, now: Millis) -> bool {
        self.until > now
    }

    /// Whole days it is still good, rounded up.
    pub fn days(&self, now: Millis) -> u64 {
        u64::try_from(self.until.0 - now.0).unwrap_or_default().div_ceil(Millis::DAY.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_written_and_nothing_else_is_one() {
        let token = PlayToken::from_random([0xa7; 16]);
        assert_eq!(token.as_str(), "a7".repeat(16));
        assert_eq!(PlayToken::parse(token.as_str()), Some(token));
        for bad in ["", "a7", &"A7".repeat(16), &"g7".repeat(16), &"a7".repeat(17), &"é".repeat(16)] {
            assert_eq!(PlayToken::parse(bad), None, "{bad}");
        }
    }
}
