//! What a board may grow to. The server refuses what is above; the browser asks before it sends.

/// From here on the board warns kindly.
pub const SOFT_ELEMENTS: usize = 2_000;
/// Records that are not deleted, on one board.
pub const ELEMENTS: usize = 10_000;
/// Characters (Unicode scalar values) of one text.
pub const TEXT: usize = 5_000;
/// Points of one stroke, after simplification.
pub const POINTS: usize = 500;
/// Bytes of one encoded operation.
pub const OPERATION: usize = 64 * 1024;
/// Operations of one push.
pub const PUSH: usize = 500;
/// Bytes of one frame that a browser sends.
pub const FRAME: usize = 1024 * 1024;
/// Bytes of anything [`crate::decode`] reads.
pub const ANYTHING: usize = 32 * 1024 * 1024;
/// Bytes of a block's or template's name.
pub const NAME: usize = 32;
/// Characters of an order key.
pub const ORDER: usize = 64;
/// Values, and texts, that one frame holds in its blocks.
pub const BLOCKS: usize = 64;
/// Furthest coordinate from the origin, in eighths of a pixel.
pub const COORDINATE: i32 = 1 << 26;
/// Smallest side of anything with a size, in eighths of a pixel.
pub const SMALLEST: i32 = 8;
/// Largest side of anything with a size, in eighths of a pixel.
pub const LARGEST: i32 = 1 << 20;
/// Largest number a `number` block holds, in thousandths, either side of zero.
pub const NUMBER: i64 = 1_000_000_000_000_000;
/// Operations a room keeps at hand to transform edits and to welcome those who were away.
pub const TAIL: usize = 2_048;
/// Bytes of those operations.
pub const TAIL_BYTES: usize = 1024 * 1024;
/// Gestures that can be undone.
pub const UNDO: usize = 100;
/// A record lives at most this deep; a longer chain of parents is damage.
pub const DEPTH: usize = 8;
