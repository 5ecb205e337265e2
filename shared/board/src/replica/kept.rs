//! When the log no longer reaches back: operations on fields simply go again, and a text that cannot be brought together with what others
//! wrote arrives as a note of its own.

use super::{Effect, Replica, pending::Pending};
use crate::{
    document::Document,
    id::{Counter, RecordId},
    operation::{Create, Edit, Operation},
    record::{Field, Kind, Parent, Point, TextKey},
    text,
};

impl Replica {
    /// Begins anew from a snapshot, with everything unsent that still makes sense.
    pub(super) fn start_from(&mut self, document: Document, last: Counter, effects: &mut Vec<Effect>) {
        let (old, seen) = (core::mem::replace(&mut self.confirmed, document), self.shown.clone());
        let pending = core::mem::take(&mut self.pending);
        self.held = None;
        self.history.forget();
        let mut lost: Vec<(RecordId, TextKey)> = Vec::new();
        for pending in pending {
            let dealt_with = pending.counter.is_some_and(|counter| counter <= last);
            match &pending.operation {
                Operation::Create(create) => {
                    let id = self.id_of(&pending);
                    if self.confirmed.get(id).is_some() {
                        continue;
                    }
                    if !dealt_with {
                        self.pending.push(pending);
                    } else {
                        let kept = Some(create.words.clone()).filter(|words| !words.is_empty());
                        effects.push(Effect::Refused { record: Some(id), why: crate::Refusal::Counter, kept });
                    }
                }
                Operation::Edit(edit) => {
                    let place = (edit.record, edit.text.clone());
                    if lost.contains(&place) || (dealt_with && self.arrived(edit)) {
                        continue;
                    }
                    if !dealt_with && self.unchanged(&old, edit) {
                        self.pending.push(pending);
                    } else {
                        lost.push(place);
                    }
                }
                Operation::Set(..) | Operation::Delete(_) | Operation::Restore(_) => {
                    if !dealt_with {
                        self.pending.push(pending);
                    }
                }
            }
        }
        self.rebuild();
        for (record, key) in lost {
            let words = seen.get(record).map(|record| record.text(&key).to_owned()).unwrap_or_default();
            self.note_of(record, &key, words, effects);
        }
        effects.push(Effect::ShowAll);
    }

    /// An edit in flight was too old for the server: all that is pending of its text becomes a note.
    pub(super) fn keep_as_note(&mut self, counter: Counter, effects: &mut Vec<Effect>) {
        let Some((record, key)) = self.pending.iter().find(|pending| pending.counter == Some(counter)).and_then(|pending| {
            let edit = pending.edit()?;
            Some((edit.record, edit.text.clone()))
        }) else {
            return;
        };
        let words = self.words_now(record, &key);
        self.pending.retain(|pending| !pending.edits(record, &key));
        self.held = None;
        self.history.forget();
        self.rebuild();
        self.note_of(record, &key, words, effects);
        effects.push(Effect::Persist);
        effects.push(Effect::ShowAll);
    }

    fn id_of(&self, pending: &Pending) -> RecordId {
        RecordId { client: self.client.unwrap_or_default(), counter: pending.counter.unwrap_or_default() }
    }

    /// Are the words that an edit put in the confirmed text.
    fn arrived(&self, edit: &Edit) -> bool {
        let words = self.confirmed.get(edit.record).map(|record| record.text(&edit.text)).unwrap_or_default();
        let put = text::inserted(&edit.steps);
        words.contains(&put)
    }

    /// Did nobody change the text since the document the edit was made on; or is it of a record that is itself unsent.
    fn unchanged(&self, old: &Document, edit: &Edit) -> bool {
        match (old.get(edit.record), self.confirmed.get(edit.record)) {
            (Some(old), Some(new)) => old.text(&edit.text) == new.text(&edit.text),
            (None, None) => self.pending.iter().any(|pending| self.id_of(pending) == edit.record),
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    fn note_of(&mut self, from: RecordId, key: &TextKey, words: String, effects: &mut Vec<Effect>) {
        if words.is_empty() {
            return;
        }
        let home = self.confirmed.get(from).map(|record| match (key, record.parent()) {
            (TextKey::Block(block), _) => (Parent::Block(from, block.clone()), Point::default()),
            (TextKey::Body, Parent::Block(frame, block)) if record.kind == Kind::Note => {
                (Parent::Block(*frame, block.clone()), Point::default())
            }
            (TextKey::Body, _) => {
                let at = record.position();
                (Parent::Board, Point { x: at.x.saturating_add(128), y: at.y.saturating_add(128) })
            }
        });
        let (parent, position) = home.unwrap_or((Parent::Board, Point::default()));
        let order = self.shown.order_after(&parent, Some(from));
        let note = self.next_id();
        let create = Create { kind: Kind::Note, parent, order, fields: vec![Field::Position(position)], words: words.clone() };
        let operation = Operation::Create(create);
        if let Err(why) = self.shown.check(self.author, note, &operation) {
            effects.push(Effect::Refused { record: Some(from), why, kept: Some(words) });
            return;
        }
        self.submit(operation, None, None);
        effects.push(Effect::Kept { note, from });
    }
}
