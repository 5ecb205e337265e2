//! The fold: one accepted operation after the other. It decides nothing (that is `check`'s part) and never transforms: the log holds
//! what was accepted, after transformation. The same code runs in the browser and on the server.

use crate::{
    change::Change,
    codec::decode,
    document::Document,
    id::{Author, RecordId, Seq},
    operation::{Create, Edit, Envelope, Operation},
    record::{Field, Home, Record, Text, TextKey},
    text,
    wire::Refusal,
};

/// Who changed the board, and as which operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) seq: Seq,
    pub(crate) author: Author,
    /// The name a record made by this operation gets.
    pub(crate) id: RecordId,
}

impl Document {
    /// Folds the next accepted operation in. On error nothing has changed.
    ///
    /// # Errors
    /// [`Refusal::Counter`] when it is not the next one, [`Refusal::UnknownKind`] when this code is too old for it (keep what is unsent and
    /// reload), others when it cannot have been accepted on this document.
    pub fn apply(&mut self, envelope: &Envelope) -> Result<Change, Refusal> {
        if envelope.seq.0 != self.head.0 + 1 {
            return Err(Refusal::Counter);
        }
        let operation = decode(&envelope.bytes)?;
        let id = RecordId { client: envelope.client, counter: envelope.counter };
        self.fold(Stamp { seq: envelope.seq, author: envelope.author, id }, operation)
    }

    pub(crate) fn fold(&mut self, stamp: Stamp, operation: Operation) -> Result<Change, Refusal> {
        let change = match operation {
            Operation::Create(create) => self.create(stamp, create)?,
            Operation::Set(record, field) => self.set(stamp.seq, record, field)?,
            Operation::Edit(edit) => self.edit(stamp.seq, edit)?,
            Operation::Delete(record) => self.bury(stamp.seq, record)?,
            Operation::Restore(record) => self.unearth(stamp.seq, record)?,
        };
        self.head = stamp.seq;
        Ok(change)
    }

    fn create(&mut self, stamp: Stamp, create: Create) -> Result<Change, Refusal> {
        if self.get(stamp.id).is_some() {
            return Err(Refusal::Counter);
        }
        let seq = stamp.seq;
        let texts = if create.words.is_empty() { Vec::new() } else { vec![(TextKey::Body, Text { words: create.words, seq })] };
        let record = Record {
            id: stamp.id,
            kind: create.kind,
            author: stamp.author,
            made: seq,
            deleted: None,
            home: Home { parent: create.parent, order: create.order, seq },
            fields: create.fields.into_iter().map(|field| (field, seq)).collect(),
            texts,
            touched: seq,
        };
        self.records.entry(&stamp.id, || record);
        self.alive += 1;
        self.shelve(stamp.id);
        Ok(Change::Created(stamp.id))
    }

    fn set(&mut self, seq: Seq, id: RecordId, field: Field) -> Result<Change, Refusal> {
        if let Field::Home(parent, order) = field {
            let from = self.get(id).ok_or(Refusal::Missing)?.parent().clone();
            self.unshelve(id);
            let record = self.records.get_mut(&id).ok_or(Refusal::Missing)?;
            record.home = Home { parent, order, seq };
            record.touched = seq;
            self.shelve(id);
            return Ok(Change::Moved { record: id, from });
        }
        let record = self.records.get_mut(&id).ok_or(Refusal::Missing)?;
        let key = field.key();
        match record.fields.iter_mut().find(|(old, _)| old.is(&key)) {
            Some(slot) => *slot = (field, seq),
            None => record.fields.push((field, seq)),
        }
        record.touched = seq;
        Ok(Change::Wrote(id, key))
    }

    fn edit(&mut self, seq: Seq, edit: Edit) -> Result<Change, Refusal> {
        let old = self.get(edit.record).ok_or(Refusal::Missing)?.text(&edit.text);
        let words = text::applied(old, &edit.steps)?;
        let record = self.records.get_mut(&edit.record).ok_or(Refusal::Missing)?;
        match record.texts.iter_mut().find(|(key, _)| *key == edit.text) {
            Some((_, text)) => *text = Text { words, seq },
            None => record.texts.push((edit.text.clone(), Text { words, seq })),
        }
        record.touched = seq;
        Ok(Change::Edited { record: edit.record, text: edit.text, steps: edit.steps })
    }

    fn bury(&mut self, seq: Seq, id: RecordId) -> Result<Change, Refusal> {
        let record = self.records.get_mut(&id).ok_or(Refusal::Missing)?;
        if record.deleted.is_some() {
            return Ok(Change::Nothing(id));
        }
        record.deleted = Some(seq);
        record.touched = seq;
        self.alive -= 1;
        Ok(Change::Deleted(id))
    }

    fn unearth(&mut self, seq: Seq, id: RecordId) -> Result<Change, Refusal> {
        let record = self.records.get_mut(&id).ok_or(Refusal::Missing)?;
        if record.deleted.is_none() {
            return Ok(Change::Nothing(id));
        }
        record.deleted = None;
        record.touched = seq;
        self.alive += 1;
        Ok(Change::Restored(id))
    }
}
