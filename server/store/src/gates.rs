//! Gates: signed, refused with a next step, asked for, taken back. The venture's own `gate` is the last row here, written with it.

mod reading;
mod writing;

pub use reading::{Asks, asks_of_mentor, fresh, way};
pub(crate) use writing::audit;
pub use writing::{Outcome, ask, bring_in, refuse, see, sign, withdraw};
