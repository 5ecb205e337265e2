//! The three languages of the interface.

use serde::{Deserialize, Serialize};

/// A language of the interface, or of a venture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Lang {
    /// In the order of the switch.
    pub const ALL: [Self; 3] = [Self::Fr, Self::Ar, Self::En];

    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The value of the `dir` attribute.
    pub fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::Fr | Self::En => "ltr",
        }
    }

    /// From an ISO 639-1 code; `ary` (Darija) reads as Arabic.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::Fr),
            "ar" | "ary" => Some(Self::Ar),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}
