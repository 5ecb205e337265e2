//! The browser's side of one board, pure: (state, event) → effects. It shows what is confirmed with all unsent work laid over it, and sends,
//! resends and takes back. It opens no socket, reads no clock and stores nothing itself.

mod history;
mod intent;
mod kept;
mod pending;
mod receive;
mod saved;
mod texts;
mod undo;

use crate::{
    change::Change,
    document::Document,
    id::{Author, ClientNo, Counter, RecordId, Seq},
    operation::{Create, Step},
    record::{Field, TextKey},
    wire::{PROTOCOL, Refusal, ToBrowser, ToServer},
};
use history::History;
use pending::Pending;
use texts::Held;

/// What happens to a replica.
#[derive(Clone, Debug)]
pub enum Event {
    /// The socket is open.
    Connected,
    /// The socket is gone.
    Disconnected,
    /// A frame came in. Presence, notices and names of authors are not the replica's: it ignores them.
    Received(ToBrowser),
    /// A person did something: one gesture, undone at once.
    Do(Vec<Intent>),
    /// Take the last gesture back.
    Undo,
    /// Take the last taking back back.
    Redo,
    /// An input method began or ended composing in a text.
    Compose(RecordId, TextKey, Composing),
    /// The person stopped typing for a moment: what is typed next is undone on its own.
    Pause,
    /// Seconds of any clock; without it every operation says it was made as it was sent.
    Clock(u64),
}

/// Does an input method hold the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Composing {
    /// From now on remote edits of it wait.
    Begins,
    /// They are shown.
    Ends,
}

/// Something a person wants done; an operation before it has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Make a record; its name is [`Replica::nth_id`] of its index in the gesture, when no edit stands before it there.
    Create(Create),
    /// Write a field.
    Set(RecordId, Field),
    /// Change a text as it is shown.
    Edit {
        /// Whose text.
        record: RecordId,
        /// Which text.
        text: TextKey,
        /// From its start to its end.
        steps: Vec<Step>,
    },
    /// Take away.
    Delete(RecordId),
    /// Bring back.
    Restore(RecordId),
}

/// What the caller must do, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Store [`Replica::saved`] where it survives, before anything that follows.
    Persist,
    /// Send a frame.
    Send(ToServer),
    /// Draw what changed.
    Show(Vec<Change>),
    /// Draw everything anew.
    ShowAll,
    /// An undo or redo passed over parts of its gesture: say so.
    Skipped(Vec<Skip>),
    /// Something was not accepted and is no longer shown: say why, and hand back what was typed.
    Refused {
        /// The record it was about.
        record: Option<RecordId>,
        /// Why.
        why: Refusal,
        /// The words the person would lose.
        kept: Option<String>,
    },
    /// A text could not be brought together with what others wrote meanwhile: it arrived as a note of its own, "kept from your phone".
    Kept {
        /// The new note.
        note: RecordId,
        /// The record it was written in.
        from: RecordId,
    },
    /// The server is newer than this code: keep what is saved and load the page again.
    Reload,
    /// Close the socket and open another.
    Reconnect,
}

/// A part of a gesture that was not undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skip {
    /// Which record.
    pub record: RecordId,
    /// Why.
    pub why: SkipReason,
}

/// Why a part of a gesture was not undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// Someone wrote it after you.
    Overwritten,
    /// Someone changed it, or put something in it.
    InUse,
    /// It is no longer there.
    Gone,
}

/// One open board in a browser.
#[derive(Clone, Debug)]
pub struct Replica {
    device: Vec<u8>,
    confirmed: Document,
    shown: Document,
    line: Line,
    writes: bool,
    client: Option<ClientNo>,
    author: Author,
    next: Counter,
    pending: Vec<Pending>,
    history: History,
    held: Option<Held>,
    now: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Down,
    Greeted,
    Up,
}

impl Replica {
    /// A replica on the document the page came with.
    pub fn new(document: Document) -> Self {
        Self {
            device: Vec::new(),
            shown: document.clone(),
            confirmed: document,
            line: Line::Down,
            writes: false,
            client: None,
            author: Author::default(),
            next: 1,
            pending: Vec::new(),
            history: History::default(),
            held: None,
            now: 0,
        }
    }

    /// With the 16 random bytes that name this device (until tabs share one outbox: this tab) to the server.
    pub fn on_device(mut self, device: impl Into<Vec<u8>>) -> Self {
        self.device = device.into();
        self
    }

    /// The one entrance.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Connected => self.greet(&mut effects),
            Event::Disconnected => self.hang_up(),
            Event::Received(frame) => self.receive(frame, &mut effects),
            Event::Do(intents) => self.perform(intents, &mut effects),
            Event::Undo => self.undo(&mut effects),
            Event::Redo => self.redo(&mut effects),
            Event::Compose(record, text, Composing::Begins) => {
                self.release(&mut effects);
                self.hold(record, text);
            }
            Event::Compose(_, _, Composing::Ends) => self.release(&mut effects),
            Event::Pause => self.history.close(),
            Event::Clock(now) => self.now = now,
        }
        effects
    }

    /// Writes new words into a text: what differs from the words shown becomes one edit.
    pub fn edit_text(&mut self, record: RecordId, text: TextKey, words: &str) -> Vec<Effect> {
        let old = self.shown.get(record).map(|record| record.text(&text)).unwrap_or_default();
        let steps = crate::text::steps(&crate::text::difference(old, words));
        if old == words {
            return Vec::new();
        }
        self.handle(Event::Do(vec![Intent::Edit { record, text, steps }]))
    }

    /// The board as the person sees it: confirmed, with everything unsent laid over it. Its `head` runs ahead; see [`Self::head`].
    pub fn shown(&self) -> &Document {
        &self.shown
    }

    /// The board as the server confirmed it.
    pub fn confirmed(&self) -> &Document {
        &self.confirmed
    }

    /// The last confirmed operation: what a comment says it saw.
    pub fn head(&self) -> Seq {
        self.confirmed.head()
    }

    /// Operations not yet confirmed.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Has the server greeted back on an open socket.
    pub fn connected(&self) -> bool {
        self.line == Line::Up
    }

    /// May the person write here; unknown, so no, before the first welcome. Stays true without network.
    pub fn can_write(&self) -> bool {
        self.writes && self.client.is_some()
    }

    /// This client, once the server has numbered it.
    pub fn client(&self) -> Option<ClientNo> {
        self.client
    }

    /// This person, once the server has numbered them.
    pub fn author(&self) -> Author {
        self.author
    }

    /// The name a record gets when its creation is the next thing done.
    pub fn next_id(&self) -> RecordId {
        self.nth_id(0)
    }

    /// The name a record gets when its creation is the nth intent of the next gesture and no edit stands before it there.
    pub fn nth_id(&self, nth: u32) -> RecordId {
        RecordId { client: self.client.unwrap_or_default(), counter: self.next.saturating_add(nth) }
    }

    /// Is there something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Is there something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    fn greet(&mut self, effects: &mut Vec<Effect>) {
        self.hang_up();
        self.line = Line::Greeted;
        let (device, since) = (self.device.clone().into(), self.confirmed.head());
        effects.push(Effect::Send(ToServer::Hello { protocol: PROTOCOL, device, since }));
    }

    fn hang_up(&mut self) {
        self.line = Line::Down;
        for pending in &mut self.pending {
            pending.sent = false;
        }
    }
}
