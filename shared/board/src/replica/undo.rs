//! Undo and redo: each step goes back only where nobody else's work would go with it, and what is passed over is said.

use super::{
    Effect, Replica, Skip, SkipReason,
    history::{Gesture, SlotStep, Stack, Undoing, Value},
};
use crate::{
    id::{Counter, RecordId},
    operation::{Edit, Operation, Step},
    record::TextKey,
    text,
    wire::Refusal,
};

#[derive(Default)]
struct Way {
    gesture: Option<Counter>,
    back: Gesture,
    changes: Vec<crate::Change>,
    skipped: Vec<Skip>,
}

impl Replica {
    pub(super) fn undo(&mut self, effects: &mut Vec<Effect>) {
        if let Some(gesture) = self.may_go_back(effects).and_then(|()| self.history.take_undo()) {
            let back = self.take_back(gesture, Stack::Undo, effects);
            if !back.steps.is_empty() {
                self.history.put_redo(back);
            }
            self.flush(effects);
        }
    }

    pub(super) fn redo(&mut self, effects: &mut Vec<Effect>) {
        if let Some(gesture) = self.may_go_back(effects).and_then(|()| self.history.take_redo()) {
            let back = self.take_back(gesture, Stack::Redo, effects);
            if !back.steps.is_empty() {
                self.history.put_undo(back);
            }
            self.flush(effects);
        }
    }

    fn may_go_back(&mut self, effects: &mut Vec<Effect>) -> Option<()> {
        self.release(effects);
        self.history.close();
        if self.can_write() {
            return Some(());
        }
        effects.push(Effect::Refused { record: None, why: Refusal::ReadOnly, kept: None });
        None
    }

    fn take_back(&mut self, gesture: Gesture, stack: Stack, effects: &mut Vec<Effect>) -> Gesture {
        let mut way = Way::default();
        for step in gesture.steps.into_iter().rev() {
            let (record, done) = match step {
                Undoing::Slot(step) => (step.record, self.slot_back(step, &mut way)),
                Undoing::Text { record, text, inverse } => (record, self.text_back(record, text, inverse, stack, &mut way)),
            };
            if let Err(why) = done {
                way.skipped.push(Skip { record, why });
            }
        }
        effects.push(Effect::Persist);
        if !way.changes.is_empty() {
            effects.push(Effect::Show(way.changes));
        }
        if !way.skipped.is_empty() {
            effects.push(Effect::Skipped(way.skipped));
        }
        way.back
    }

    fn slot_back(&mut self, step: SlotStep, way: &mut Way) -> Result<(), SkipReason> {
        let record = step.record;
        if self.shown.get(record).is_none() {
            return Err(SkipReason::Gone);
        }
        if !self.history.stands(&step) {
            return Err(SkipReason::Overwritten);
        }
        let operation = match &step.from.1 {
            Value::Field(field) if self.shown.is_visible(record) => Operation::Set(record, field.clone()),
            Value::Field(_) => return Err(SkipReason::Gone),
            Value::Alive => Operation::Restore(record),
            Value::Dead if self.history.in_use(&step) => return Err(SkipReason::InUse),
            Value::Dead => Operation::Delete(record),
        };
        self.shown.check(self.author, record, &operation).map_err(|_| SkipReason::Gone)?;
        let back = self.history.returned(step);
        way.changes.push(self.change(&operation));
        way.gesture = self.submit(operation, Some(back.slotted()), way.gesture);
        way.back.steps.push(Undoing::Slot(back));
        Ok(())
    }

    fn text_back(&mut self, record: RecordId, key: TextKey, inverse: Vec<Step>, stack: Stack, way: &mut Way) -> Result<(), SkipReason> {
        let words = self.words_now(record, &key);
        let sequence = text::raw(&inverse);
        if sequence.base_len() != words.chars().count() || sequence.is_noop() {
            return Err(SkipReason::Overwritten);
        }
        let forth = sequence.invert(&words);
        let operation = Operation::Edit(Edit { record, text: key.clone(), base: self.confirmed.head(), steps: inverse });
        if !self.shown.is_visible(record) || self.shown.check(self.author, record, &operation).is_err() {
            self.history.passed_over(stack, record, &key, &forth);
            return Err(SkipReason::Gone);
        }
        way.changes.push(self.change(&operation));
        way.gesture = self.submit(operation, None, way.gesture);
        way.back.steps.push(Undoing::Text { record, text: key, inverse: text::steps(&forth) });
        Ok(())
    }
}
