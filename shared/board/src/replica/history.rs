//! What can be undone: 100 gestures of this person, on this device. Each step of a gesture knows the value it replaced and the value it put,
//! by token: a value returns only where ours is still the one that stands. Text steps are inverses, carried along as later edits arrive.

use crate::{
    id::RecordId,
    limits,
    operation::Step,
    record::{Field, FieldKey, TextKey},
    text,
};
use minicbor::{Decode, Encode};
use operational_transform::OperationSeq;
use std::collections::BTreeMap;

/// Names one value that a slot has had. Every write gives a new one; undo returns to an old one.
pub(super) type Token = u32;

/// A field of a record, or its life.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub(super) enum Slot {
    #[n(0)]
    Field(#[n(0)] FieldKey),
    #[n(1)]
    Life,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) enum Value {
    #[n(0)]
    Field(#[n(0)] Field),
    #[n(1)]
    Alive,
    #[n(2)]
    Dead,
}

/// Where a pending write leads: from one token of a slot to another.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Slotted {
    #[n(0)]
    pub(super) record: RecordId,
    #[n(1)]
    pub(super) slot: Slot,
    #[n(2)]
    pub(super) from: Token,
    #[n(3)]
    pub(super) to: Token,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct SlotStep {
    #[n(0)]
    pub(super) record: RecordId,
    #[n(1)]
    pub(super) slot: Slot,
    /// What stood there before.
    #[n(2)]
    pub(super) from: (Token, Value),
    /// What we put.
    #[n(3)]
    pub(super) to: (Token, Value),
    /// How many foreign changes we had seen when we did it.
    #[n(4)]
    pub(super) seen: u64,
}

impl SlotStep {
    pub(super) fn slotted(&self) -> Slotted {
        Slotted { record: self.record, slot: self.slot.clone(), from: self.from.0, to: self.to.0 }
    }
}

/// One step to undo.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) enum Undoing {
    #[n(0)]
    Slot(#[n(0)] SlotStep),
    #[n(1)]
    Text {
        #[n(0)]
        record: RecordId,
        #[n(1)]
        text: TextKey,
        #[n(2)]
        inverse: Vec<Step>,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Gesture {
    #[n(0)]
    pub(super) steps: Vec<Undoing>,
}

#[derive(Clone, Debug, Default, Encode, Decode)]
pub(super) struct History {
    #[n(0)]
    undo: Vec<Gesture>,
    #[n(1)]
    redo: Vec<Gesture>,
    /// The token of each slot whose value is ours or was known when we wrote.
    #[n(2)]
    current: BTreeMap<(RecordId, Slot), Token>,
    #[n(3)]
    next: Token,
    /// Counts changes by others.
    #[n(4)]
    changes: u64,
    /// The last change by another of a record or of something inside it.
    #[n(5)]
    foreign: BTreeMap<RecordId, u64>,
    /// May the next edit of the same text join the last gesture.
    #[n(6)]
    open: bool,
}

/// Characters after which typing begins a new gesture by itself.
const TYPING: usize = 60;

impl History {
    pub(super) fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    pub(super) fn close(&mut self) {
        self.open = false;
    }

    pub(super) fn take_undo(&mut self) -> Option<Gesture> {
        self.undo.pop()
    }

    pub(super) fn take_redo(&mut self) -> Option<Gesture> {
        self.redo.pop()
    }

    pub(super) fn put_redo(&mut self, gesture: Gesture) {
        self.redo.push(gesture);
    }

    pub(super) fn put_undo(&mut self, gesture: Gesture) {
        self.undo.push(gesture);
        if self.undo.len() > limits::UNDO {
            self.undo.remove(0);
        }
    }

    fn token(&mut self) -> Token {
        self.next += 1;
        self.next
    }

    fn write(&mut self, record: RecordId, slot: Slot, old: Value, new: Value) -> Undoing {
        let from = match self.current.get(&(record, slot.clone())) {
            Some(token) => *token,
            None => self.token(),
        };
        let to = self.token();
        self.current.insert((record, slot.clone()), to);
        Undoing::Slot(SlotStep { record, slot, from: (from, old), to: (to, new), seen: self.changes })
    }

    pub(super) fn wrote(&mut self, record: RecordId, key: FieldKey, old: Field, new: Field) -> Undoing {
        self.write(record, Slot::Field(key), Value::Field(old), Value::Field(new))
    }

    pub(super) fn lived(&mut self, record: RecordId, old: Value, new: Value) -> Undoing {
        self.write(record, Slot::Life, old, new)
    }

    /// A gesture was done. Typing on in one text joins the gesture before.
    pub(super) fn done(&mut self, gesture: Gesture) {
        if gesture.steps.is_empty() {
            return;
        }
        self.redo.clear();
        if let [Undoing::Text { record, text, inverse }] = gesture.steps.as_slice() {
            if self.open
                && let Some(Gesture { steps }) = self.undo.last_mut()
                && let [Undoing::Text { record: r, text: t, inverse: before }] = steps.as_mut_slice()
                && (&*r, &*t) == (record, text)
                && before.iter().map(|step| if let Step::Cut(n) = step { *n as usize } else { 0 }).sum::<usize>() < TYPING
                && let Ok(both) = text::raw(inverse).compose(&text::raw(before))
            {
                *before = text::steps(&both);
                return;
            }
            self.open = true;
        } else {
            self.open = false;
        }
        self.put_undo(gesture);
    }

    /// Does what we put there still stand.
    pub(super) fn stands(&self, step: &SlotStep) -> bool {
        self.current.get(&(step.record, step.slot.clone())) == Some(&step.to.0)
    }

    /// Did another change the record, or something inside it, after the step was done.
    pub(super) fn in_use(&self, step: &SlotStep) -> bool {
        self.foreign.get(&step.record).is_some_and(|change| *change > step.seen)
    }

    /// The step is being undone. Answers how that is undone in turn.
    pub(super) fn returned(&mut self, step: SlotStep) -> SlotStep {
        self.current.insert((step.record, step.slot.clone()), step.from.0);
        SlotStep { from: step.to, to: step.from, seen: self.changes.max(step.seen), ..step }
    }

    /// Another changed these records (one and all it is inside of).
    pub(super) fn touched(&mut self, records: impl IntoIterator<Item = RecordId>) {
        self.changes += 1;
        for record in records {
            self.foreign.insert(record, self.changes);
        }
    }

    /// Another wrote a slot, and nothing of ours is on its way over it.
    pub(super) fn overwritten(&mut self, record: RecordId, slot: Slot) {
        self.current.remove(&(record, slot));
    }

    /// Another wrote a slot under a pending write of ours: ours still stands, and what it replaced is now theirs.
    pub(super) fn slipped_under(&mut self, over: &Slotted, value: Value) -> Token {
        let token = self.token();
        for step in self.undo.iter_mut().chain(&mut self.redo).flat_map(|gesture| &mut gesture.steps) {
            if let Undoing::Slot(step) = step
                && step.record == over.record
                && step.slot == over.slot
                && (step.from.0, step.to.0) == (over.from, over.to)
            {
                step.from = (token, value.clone());
            }
        }
        token
    }

    /// A write of ours was refused: what it replaced stands again.
    pub(super) fn refused(&mut self, slotted: &Slotted) {
        let key = (slotted.record, slotted.slot.clone());
        if self.current.get(&key) == Some(&slotted.to) {
            self.current.insert(key, slotted.from);
        }
    }

    /// Carries every inverse of a text over an edit of the words as they are now.
    pub(super) fn carry(&mut self, record: RecordId, key: &TextKey, theirs: &OperationSeq) {
        carry(&mut self.undo, record, key, theirs);
        carry(&mut self.redo, record, key, theirs);
    }

    /// An inverse was passed over: those below it were made for the words without what it would have taken back.
    pub(super) fn passed_over(&mut self, stack: Stack, record: RecordId, key: &TextKey, instead: &OperationSeq) {
        match stack {
            Stack::Undo => carry(&mut self.undo, record, key, instead),
            Stack::Redo => carry(&mut self.redo, record, key, instead),
        }
    }

    pub(super) fn forget(&mut self) {
        *self = Self { next: self.next, ..Self::default() };
    }
}

/// Which of the two stacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stack {
    Undo,
    Redo,
}

/// The top of a stack is made for the words as they are now, each below for the words after the one above.
fn carry(stack: &mut [Gesture], record: RecordId, key: &TextKey, theirs: &OperationSeq) {
    let mut theirs = theirs.clone();
    let mut sound = true;
    for gesture in stack.iter_mut().rev() {
        for step in gesture.steps.iter_mut().rev() {
            let Undoing::Text { record: r, text, inverse } = step else { continue };
            if *r != record || text != key {
                continue;
            }
            match theirs.transform(&text::raw(inverse)) {
                Ok((next, carried)) if sound => {
                    *inverse = text::steps(&carried);
                    theirs = next;
                }
                Ok(_) | Err(_) => {
                    sound = false;
                    inverse.clear();
                }
            }
        }
    }
}
