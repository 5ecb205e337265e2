//! Writing on a board as its team does: through [`Boards::push`], each member from a device of their own, each push judged and bounded like any
//! other. It waits for the commit and stops at the first refusal.

use super::SeedError;
use board::{
    Document, Operation, Outcome, Sent, encode,
    id::{Author, ClientNo, Counter, RecordId, Seq},
    limits,
    operation::{Create, Edit, Step},
    record::{Field, TextKey},
};
use shared::{
    Lang,
    access::{Actor, Grant, Locus, Role, Scope, WriteBoard, allow},
    ids::{PersonId, VentureId},
};
use store::Boards;

/// A trainee of the demo, as others of this module need them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Language of the interface.
    pub lang: Lang,
}

impl Person {
    /// This trainee, signed in, with the grants they have.
    pub fn actor(&self, at: &Locus) -> Actor {
        let scopes = [Some(Scope::Group(at.group)), at.venture.map(Scope::Venture)];
        let grants = scopes.into_iter().flatten().map(|scope| Grant { role: Role::Trainee, scope }).collect();
        Actor { person: self.id, name: self.name.clone(), edition: at.edition, grants, lang: self.lang }
    }
}

/// Where a team writes: the board of its venture, or [paper](super::paper).
pub trait Desk {
    /// Members who write.
    fn members(&self) -> usize;
    /// A member makes a record, so many seconds ago. It is there for others after [`Self::send`].
    fn create(&mut self, member: usize, create: Create, age: u32) -> RecordId;
    /// A member writes a field.
    fn set(&mut self, member: usize, record: RecordId, field: Field, age: u32);
    /// A member writes into a text that is empty.
    fn fill(&mut self, member: usize, record: RecordId, text: TextKey, words: &str, age: u32);
    /// Everybody sends what they wrote; answers the board as it is then.
    ///
    /// # Errors
    /// [`SeedError::Refused`] when an operation is not accepted.
    async fn send(&mut self) -> Result<Document, SeedError>;
}

/// A team at its board.
pub struct Team<'a> {
    boards: &'a Boards,
    at: &'a Locus,
    venture: VentureId,
    pens: Vec<Pen>,
    head: Seq,
}

/// What one member writes with.
struct Pen {
    actor: Actor,
    client: ClientNo,
    author: Author,
    counter: Counter,
    written: Vec<Sent>,
}

impl<'a> Team<'a> {
    /// The team opens its board.
    ///
    /// # Errors
    /// What the database says.
    pub async fn open(boards: &'a Boards, at: &'a Locus, venture: VentureId, members: &[Person]) -> Result<Self, SeedError> {
        let mut pens = Vec::new();
        for member in members {
            let (client, author, counter) = boards.client(venture, member.id, member.id.0.as_bytes()).await?;
            pens.push(Pen { actor: member.actor(at), client, author, counter, written: Vec::new() });
        }
        Ok(Self { boards, at, venture, pens, head: Seq(0) })
    }

    fn write(&mut self, member: usize, operation: &Operation, age: u32) -> RecordId {
        let at = member % self.pens.len();
        let pen = &mut self.pens[at];
        pen.counter += 1;
        pen.written.push(Sent { counter: pen.counter, gesture: pen.counter, bytes: encode(operation).into(), age });
        RecordId { client: pen.client, counter: pen.counter }
    }
}

impl Desk for Team<'_> {
    fn members(&self) -> usize {
        self.pens.len()
    }

    fn create(&mut self, member: usize, create: Create, age: u32) -> RecordId {
        self.write(member, &Operation::Create(create), age)
    }

    fn set(&mut self, member: usize, record: RecordId, field: Field, age: u32) {
        self.write(member, &Operation::Set(record, field), age);
    }

    fn fill(&mut self, member: usize, record: RecordId, text: TextKey, words: &str, age: u32) {
        let edit = Edit { record, text, base: self.head, steps: vec![Step::Insert(words.to_owned())] };
        self.write(member, &Operation::Edit(edit), age);
    }

    async fn send(&mut self) -> Result<Document, SeedError> {
        for pen in &mut self.pens {
            let mut written = core::mem::take(&mut pen.written);
            while !written.is_empty() {
                let rest = written.split_off(written.len().min(limits::PUSH));
                let permit = allow(&pen.actor, WriteBoard { at: self.at })?;
                for outcome in self.boards.push(permit, self.venture, pen.client, pen.author, written).await? {
                    match outcome {
                        Outcome::Accepted(_) => {}
                        Outcome::Repeated(counter) => return Err(SeedError::Refused(self.venture, counter, board::Refusal::Counter)),
                        Outcome::Refused { counter, why } => return Err(SeedError::Refused(self.venture, counter, why)),
                    }
                }
                written = rest;
            }
        }
        let document = self.boards.open(self.venture).await?;
        self.head = document.head();
        Ok(document)
    }
}
