//! Doing: a gesture is checked as a whole on a copy of what is shown, then each part becomes a pending operation and a step to undo.

use super::{
    Effect, Intent, Replica,
    history::{Gesture, Undoing, Value},
};
use crate::{
    apply::Stamp,
    change::Change,
    id::{RecordId, Seq},
    operation::{Edit, Operation},
    record::FieldKey,
    text,
    wire::Refusal,
};

impl Replica {
    pub(super) fn perform(&mut self, intents: Vec<Intent>, effects: &mut Vec<Effect>) {
        if intents.is_empty() {
            return;
        }
        if let Err((at, why)) = self.judge(&intents) {
            let (record, kept) = intents.get(at).map(|intent| self.typed(intent)).unwrap_or_default();
            effects.push(Effect::Refused { record, why, kept });
            return;
        }
        let mut undoing = Gesture::default();
        let mut changes = Vec::new();
        let mut gesture = None;
        for intent in intents {
            let step = self.step_back(&intent);
            let slotted = match &step {
                Some(Undoing::Slot(slot)) => Some(slot.slotted()),
                Some(Undoing::Text { .. }) | None => None,
            };
            // Told as it was done to the words shown: of a held text these are not yet the words the operation is for.
            changes.push(self.change(&plain(&intent, self.confirmed.head())));
            let operation = self.operation(intent);
            gesture = self.submit(operation, slotted, gesture);
            undoing.steps.extend(step);
        }
        if self.held.is_some() {
            self.rebuild();
        }
        self.history.done(undoing);
        effects.push(Effect::Persist);
        effects.push(Effect::Show(changes));
        self.flush(effects);
    }

    /// Tries a gesture on a copy. The error names the intent that does not go.
    fn judge(&self, intents: &[Intent]) -> Result<(), (usize, Refusal)> {
        if !self.can_write() {
            return Err((0, Refusal::ReadOnly));
        }
        // A client whose numbers are used up could name nothing new.
        if usize::try_from(crate::id::Counter::MAX - self.next).is_ok_and(|left| left <= intents.len()) {
            return Err((0, Refusal::Counter));
        }
        let mut copy = self.shown.clone();
        let mut counter = self.next;
        for (at, intent) in intents.iter().enumerate() {
            let id = RecordId { client: self.client.unwrap_or_default(), counter };
            let operation = plain(intent, copy.head());
            copy.check(self.author, id, &operation).map_err(|why| (at, why))?;
            let stamp = Stamp { seq: Seq(copy.head().0 + 1), author: self.author, id };
            if crate::encode(&operation).len() > crate::limits::OPERATION {
                return Err((at, Refusal::TooLarge));
            }
            copy.fold(stamp, operation).map_err(|why| (at, why))?;
            counter += u32::from(!matches!(intent, Intent::Edit { .. }));
        }
        Ok(())
    }

    /// What a person would lose if this intent came to nothing.
    fn typed(&self, intent: &Intent) -> (Option<RecordId>, Option<String>) {
        let words = |words: String| Some(words).filter(|words| !words.is_empty());
        match intent {
            Intent::Create(create) => (None, words(create.words.clone())),
            Intent::Edit { record, text, steps } => {
                let old = self.shown.get(*record).map(|record| record.text(text)).unwrap_or_default();
                let new = text::raw(steps).apply(old).unwrap_or_else(|_| text::inserted(steps));
                (Some(*record), words(new))
            }
            Intent::Set(record, _) | Intent::Delete(record) | Intent::Restore(record) => (Some(*record), None),
        }
    }

    fn operation(&mut self, intent: Intent) -> Operation {
        let base = self.confirmed.head();
        match intent {
            Intent::Edit { record, text, steps } => {
                let steps = self.past_held(record, &text, steps);
                Operation::Edit(Edit { record, text, base, steps })
            }
            other => plain(&other, base),
        }
    }

    /// How an intent would be taken back. Asked before it is done.
    fn step_back(&mut self, intent: &Intent) -> Option<Undoing> {
        match intent {
            Intent::Create(_) => Some(self.history.lived(self.next_id(), Value::Dead, Value::Alive)),
            Intent::Delete(record) | Intent::Restore(record) => {
                let dead = self.shown.get(*record)?.deleted.is_some();
                let (from, to) = if dead { (Value::Dead, Value::Alive) } else { (Value::Alive, Value::Dead) };
                (dead == matches!(intent, Intent::Restore(_))).then(|| self.history.lived(*record, from, to))
            }
            Intent::Set(id, field) => {
                let record = self.shown.get(*id)?;
                let key = field.key();
                let old = record.field(&key).or_else(|| key.unwritten(record.kind))?;
                Some(self.history.wrote(*id, key, old, field.clone()))
            }
            Intent::Edit { record, text, steps } => {
                let Some(held) = self.held_words(*record, text) else {
                    let old = self.shown.get(*record)?.text(text).to_owned();
                    let inverse = text::raw(steps).invert(&old);
                    return Some(Undoing::Text { record: *record, text: text.clone(), inverse: text::steps(&inverse) });
                };
                let (theirs, words) = held;
                let mine = theirs.transform(&text::raw(steps)).ok()?.1;
                let inverse = mine.invert(&theirs.apply(&words).ok()?);
                Some(Undoing::Text { record: *record, text: text.clone(), inverse: text::steps(&inverse) })
            }
        }
    }

    /// What an operation of our own will do to what is shown.
    pub(super) fn change(&self, operation: &Operation) -> Change {
        match operation {
            Operation::Create(_) => Change::Created(self.next_id()),
            Operation::Set(record, field) => match (field.key(), self.shown.get(*record)) {
                (FieldKey::Home, Some(old)) => Change::Moved { record: *record, from: old.parent().clone() },
                (key, _) => Change::Wrote(*record, key),
            },
            Operation::Edit(edit) => Change::Edited { record: edit.record, text: edit.text.clone(), steps: edit.steps.clone() },
            Operation::Delete(record) => Change::Deleted(*record),
            Operation::Restore(record) => Change::Restored(*record),
        }
    }
}

fn plain(intent: &Intent, base: Seq) -> Operation {
    match intent.clone() {
        Intent::Create(create) => Operation::Create(create),
        Intent::Set(record, field) => Operation::Set(record, field),
        Intent::Edit { record, text, steps } => Operation::Edit(Edit { record, text, base, steps }),
        Intent::Delete(record) => Operation::Delete(record),
        Intent::Restore(record) => Operation::Restore(record),
    }
}
