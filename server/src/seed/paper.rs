//! A board on paper: written by the same hand as those of the demonstration, and kept nowhere. The examples that every installation shows are
//! written on it when the server starts.

use super::{SeedError, pen::Desk};
use board::{
    Document, Envelope, Operation, encode,
    id::{Author, ClientNo, RecordId, Seq},
    operation::{Create, Edit, Step},
    record::{Field, TextKey},
};

/// The paper and who writes on it.
pub struct Paper {
    document: Document,
    /// How often each member has written.
    written: Vec<u32>,
    /// What the board did not take, by its reason.
    refused: Option<SeedError>,
}

impl Paper {
    /// Empty, for so many members; never for none.
    pub fn new(members: usize) -> Self {
        Self { document: Document::default(), written: vec![0; members.max(1)], refused: None }
    }

    fn write(&mut self, member: usize, operation: &Operation) -> RecordId {
        let at = member % self.written.len();
        self.written[at] += 1;
        let number = u32::try_from(at).unwrap_or_default() + 1;
        let (client, counter) = (ClientNo(number), self.written[at]);
        let seq = Seq(self.document.head().0 + 1);
        let envelope = Envelope { seq, author: Author(number), client, counter, gesture: counter, bytes: encode(operation).into() };
        if self.document.apply(&envelope).is_err() {
            self.refused.get_or_insert(SeedError::Data("an example that its board does not take"));
        }
        RecordId { client, counter }
    }
}

impl Desk for Paper {
    fn members(&self) -> usize {
        self.written.len()
    }

    fn create(&mut self, member: usize, create: Create, _age: u32) -> RecordId {
        self.write(member, &Operation::Create(create))
    }

    fn set(&mut self, member: usize, record: RecordId, field: Field, _age: u32) {
        self.write(member, &Operation::Set(record, field));
    }

    fn fill(&mut self, member: usize, record: RecordId, text: TextKey, words: &str, _age: u32) {
        let edit = Edit { record, text, base: self.document.head(), steps: vec![Step::Insert(words.to_owned())] };
        self.write(member, &Operation::Edit(edit));
    }

    async fn send(&mut self) -> Result<Document, SeedError> {
        match self.refused.take() {
            Some(refused) => Err(refused),
            None => Ok(self.document.clone()),
        }
    }
}
