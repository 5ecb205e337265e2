//! The few words in which the open board says where it stands: who writes, how the line is, who else is here.

use board::{
    id::{Author, ClientNo},
    wire::{Presence, ToServer},
};

/// What this person may do on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A member of the team.
    Write,
    /// A mentor, or staff: reads and leaves remarks.
    Comment,
    /// Reads.
    Read,
}

/// How the page stands with the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Line {
    /// Not yet greeted: nothing can be written.
    #[default]
    Opening,
    /// Connected.
    Open,
    /// Was connected; trying again.
    Lost,
    /// The right to this board has ended.
    Ended,
}

/// What the badge says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The line.
    pub line: Line,
    /// Operations that the server has not confirmed.
    pub pending: usize,
    /// Whether there is a gesture to undo.
    pub undo: bool,
    /// Whether there is one to redo.
    pub redo: bool,
}

/// Someone else on the board just now.
#[derive(Clone, Debug, PartialEq)]
pub struct Mate {
    /// Their device.
    pub client: ClientNo,
    /// Who, numbered on this board.
    pub author: Author,
    /// Their name.
    pub name: String,
    /// Where they are.
    pub presence: Presence,
}

/// What the list asks of the canvas when it hands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To begin with the pen in hand.
    Draw,
}

/// Which of the two views is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One column.
    #[default]
    List,
    /// The infinite canvas.
    Canvas,
}

/// What a line to the server is asked to do.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only a browser has a line"))]
pub(super) enum Wire {
    /// Send a frame.
    Send(ToServer),
    /// Close the socket and open another.
    Again,
}
