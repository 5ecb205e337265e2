//! Values as lines of text, for the program in the browser: one number, text or choice a line, in the order of the fields and without
//! their names. Reading it takes a tenth of the program that reading JSON takes. Both ends are of one build, so a field that was added
//! is never missing; what does not fit is an error, never a panic. Only what the live pages know travels so: no maps, no fractions.

mod bytes;
#[cfg(any(test, not(feature = "ssr")))]
mod read;
#[cfg(feature = "ssr")]
mod served;
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod write;

pub use bytes::Bytes;
#[cfg(any(test, not(feature = "ssr")))]
pub use read::read;
#[cfg(feature = "ssr")]
pub use served::Asked;
#[cfg(feature = "ssr")]
pub use write::write;

/// What a program that reads lines says it accepts.
pub const KIND: &str = "text/x-fikra";

/// What a line cannot hold as it is, and what stands for it behind a backslash: the ends of lines, what a browser changes in a page's
/// text, and what could end the element that the text stands in.
const ESCAPES: [(char, char); 5] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r'), ('\0', '0'), ('<', 'l')];

/// A value that cannot be written, or a text that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

impl core::fmt::Display for Unfit {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("not written by this build")
    }
}

impl core::error::Error for Unfit {}
