//! Threads of feedback and their remarks. Rows beside the board, never operations; a list of them never opens a board.

mod anchors;
mod reading;
mod waiting;
mod writing;

pub(crate) use anchors::pinned;
pub use anchors::set_anchor_state;
pub use reading::{board, conversation, of_venture, thread};
pub use waiting::{WaitingVenture, waiting_in_group};
pub use writing::{Imported, ImportedRemark, NewThread, answer, import, open, reopen, resolve};
