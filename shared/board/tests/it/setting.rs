//! What the rule tests share: records to make, a room to push into one operation at a time, two browsers at one board.

use crate::world::World;
use board::{
    Document, Envelope, Event, Intent, Operation, OrderKey, Outcome, Refusal, Room, Sent,
    id::{Author, BlockId, ClientNo, Counter, RecordId, Seq},
    operation::{Create, Edit},
    record::{Direction, Field, Kind, Parent, Point, TextKey},
    text,
};
use std::collections::BTreeMap;

pub fn id(client: u32, counter: Counter) -> RecordId {
    RecordId { client: ClientNo(client), counter }
}

pub fn key(text: &str) -> OrderKey {
    OrderKey(text.to_owned())
}

pub fn block(frame: RecordId, name: &str) -> Parent {
    Parent::Block(frame, BlockId::from(name))
}

/// A record of a kind with all it must have; `ends` for connectors and links.
pub fn made(kind: Kind, parent: Parent, ends: (RecordId, RecordId)) -> Create {
    let fields = match kind {
        Kind::Frame => vec![Field::Template("problem".into(), 1, Direction::Rtl)],
        Kind::Connector | Kind::Link => vec![Field::Ends(ends.0, ends.1)],
        Kind::Stroke => vec![Field::Points(vec![Point { x: 0, y: 0 }, Point { x: 8, y: 16 }])],
        Kind::Note | Kind::Text | Kind::Shape | Kind::Image | Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Widget => Vec::new(),
    };
    Create { kind, parent, order: key("i"), fields, words: String::new() }
}

pub fn simple(kind: Kind, parent: Parent) -> Create {
    made(kind, parent, (id(0, 0), id(0, 0)))
}

pub fn note(words: &str) -> Create {
    Create { words: words.to_owned(), ..simple(Kind::Note, Parent::Board) }
}

pub fn edit(record: RecordId, base: Seq, old: &str, new: &str) -> Operation {
    edit_of(record, TextKey::Body, base, old, new)
}

pub fn edit_of(record: RecordId, text: TextKey, base: Seq, old: &str, new: &str) -> Operation {
    Operation::Edit(Edit { record, text, base, steps: text::steps(&text::difference(old, new)) })
}

pub fn sent(counter: Counter, operation: &Operation) -> Sent {
    Sent { counter, gesture: counter, bytes: board::encode(operation).into(), age: 0 }
}

/// A room, its log, and clients that count.
pub struct Desk {
    pub room: Room,
    pub log: Vec<Envelope>,
    counters: BTreeMap<u32, Counter>,
}

impl Desk {
    pub fn new() -> Self {
        Self { room: Room::new(Document::default(), []), log: Vec::new(), counters: BTreeMap::new() }
    }

    pub fn push(&mut self, client: u32, sent: &[Sent]) -> Vec<Outcome> {
        let mut staged = self.room.stage();
        let outcomes = staged.push(ClientNo(client), Author(client), sent);
        self.log.extend(staged.accepted().iter().cloned());
        self.room.adopt(staged).unwrap();
        outcomes
    }

    /// One operation under the client's next counter. A refusal must leave the board as it was.
    pub fn does(&mut self, client: u32, operation: &Operation) -> Result<Envelope, Refusal> {
        let counter = self.counters.entry(client).or_default();
        *counter += 1;
        let counter = *counter;
        let before = self.room.document().clone();
        match self.push(client, &[sent(counter, operation)]).remove(0) {
            Outcome::Accepted(envelope) => Ok(envelope),
            Outcome::Refused { why, .. } => {
                assert_eq!(&before, self.room.document(), "what is refused changes nothing");
                Err(why)
            }
            Outcome::Repeated(counter) => panic!("{counter} was pushed before"),
        }
    }

    pub fn makes(&mut self, client: u32, create: Create) -> RecordId {
        let envelope = self.does(client, &Operation::Create(create)).unwrap();
        RecordId { client: envelope.client, counter: envelope.counter }
    }

    pub fn words(&self, record: RecordId) -> &str {
        self.room.document().get(record).unwrap().words()
    }

    pub fn head(&self) -> Seq {
        self.room.head()
    }
}

/// Some browsers, all greeted, at an empty board.
pub fn browsers(many: usize) -> World {
    let mut world = World::new(many);
    world.settle();
    world
}

impl World {
    /// A gesture of one browser; nothing has travelled yet.
    pub fn act(&mut self, at: usize, intents: Vec<Intent>) {
        self.browsers[at].handle(Event::Do(intents));
    }

    /// One browser makes a record and everyone sees it.
    pub fn makes(&mut self, at: usize, create: Create) -> RecordId {
        let record = self.browsers[at].replica.next_id();
        self.act(at, vec![Intent::Create(create)]);
        self.settle();
        record
    }

    pub fn types(&mut self, at: usize, record: RecordId, words: &str) {
        let effects = self.browsers[at].replica.edit_text(record, TextKey::Body, words);
        self.browsers[at].obey(effects);
    }

    pub fn does(&mut self, at: usize, event: Event) {
        self.browsers[at].handle(event);
    }

    pub fn shown(&self, at: usize) -> &Document {
        self.browsers[at].replica.shown()
    }

    pub fn words(&self, at: usize, record: RecordId) -> String {
        self.shown(at).get(record).map(|record| record.words().to_owned()).unwrap_or_default()
    }
}
