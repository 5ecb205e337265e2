//! Work that is not confirmed yet, in the order it was done, and how it is sent: rising counters, one edit of a text in flight, the same
//! counter with the same meaning every time it goes out.

use super::{Effect, Line, Replica, history::Slotted};
use crate::{
    apply::Stamp,
    codec::encode,
    id::{Counter, RecordId},
    limits,
    operation::{Edit, Operation, Sent},
    record::TextKey,
    text,
    wire::ToServer,
};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct Pending {
    /// None while an edit waits for the edit of the same text that is in flight: it is numbered when it goes out.
    #[n(0)]
    pub(super) counter: Option<Counter>,
    #[n(1)]
    pub(super) gesture: Option<Counter>,
    #[n(2)]
    pub(super) operation: Operation,
    /// It went out once: from then on it may be in the log, so nothing is composed into it.
    #[n(3)]
    pub(super) attempted: bool,
    #[n(4)]
    pub(super) made: u64,
    /// Which value of which slot it replaced by which, for undo.
    #[n(5)]
    pub(super) slotted: Option<Slotted>,
    /// A later one of ours came back before it did: it was refused, and the reason is on its way.
    #[n(6)]
    pub(super) doubtful: bool,
    /// It went out on the socket that is open now.
    #[n(7)]
    pub(super) sent: bool,
}

impl Pending {
    pub(super) fn edit(&self) -> Option<&Edit> {
        match &self.operation {
            Operation::Edit(edit) => Some(edit),
            Operation::Create(_) | Operation::Set(..) | Operation::Delete(_) | Operation::Restore(_) => None,
        }
    }

    pub(super) fn edits(&self, record: RecordId, key: &TextKey) -> bool {
        self.edit().is_some_and(|edit| edit.record == record && edit.text == *key)
    }
}

/// Bytes of operations after which a push is full.
const PUSH_BYTES: usize = limits::FRAME / 4;

impl Replica {
    /// Adds an operation to what is pending and to what is shown.
    pub(super) fn submit(&mut self, operation: Operation, slotted: Option<Slotted>, gesture: Option<Counter>) -> Option<Counter> {
        let mut waits = false;
        if let Operation::Edit(edit) = &operation
            && let Some(last) = self.pending.iter_mut().rfind(|pending| pending.edits(edit.record, &edit.text))
        {
            if !last.attempted
                && let Operation::Edit(earlier) = &mut last.operation
                && let Ok(both) = text::raw(&earlier.steps).compose(&text::raw(&edit.steps))
            {
                earlier.steps = text::steps(&both);
                self.lay(None, operation);
                return gesture;
            }
            waits = true;
        }
        let counter = (!waits).then(|| {
            let counter = self.next;
            self.next = self.next.saturating_add(1);
            counter
        });
        self.lay(counter, operation.clone());
        let gesture = gesture.or(counter);
        self.pending.push(Pending { counter, gesture, operation, attempted: false, made: self.now, slotted, doubtful: false, sent: false });
        gesture
    }

    fn stamp(&self, counter: Option<Counter>) -> Stamp {
        let id = RecordId { client: self.client.unwrap_or_default(), counter: counter.unwrap_or_default() };
        Stamp { seq: crate::id::Seq(self.shown.head().0 + 1), author: self.author, id }
    }

    fn lay(&mut self, counter: Option<Counter>, operation: Operation) {
        if let Operation::Edit(edit) = &operation
            && self.holds(edit.record, &edit.text)
        {
            return;
        }
        let stamp = self.stamp(counter);
        if self.shown.check(stamp.author, stamp.id, &operation).is_ok() {
            let laid = self.shown.fold(stamp, operation);
            debug_assert!(laid.is_ok(), "what was checked folds");
        }
    }

    /// Lays everything pending over what is confirmed.
    pub(super) fn rebuild(&mut self) {
        self.shown = self.confirmed.clone();
        for at in 0..self.pending.len() {
            let (counter, operation) = (self.pending[at].counter, self.pending[at].operation.clone());
            let stamp = self.stamp(counter);
            if self.shown.check(stamp.author, stamp.id, &operation).is_ok() {
                let laid = self.shown.fold(stamp, operation);
                debug_assert!(laid.is_ok(), "what was checked folds");
            }
        }
        self.show_held();
    }

    /// Sends all that may go out now.
    pub(super) fn flush(&mut self, effects: &mut Vec<Effect>) {
        if self.line != Line::Up || !self.can_write() {
            return;
        }
        let base = self.confirmed.head();
        let mut going = self.may_go();
        for at in going.iter().copied() {
            let pending = &self.pending[at];
            if pending.counter.is_none() {
                let counter = self.next;
                self.next = self.next.saturating_add(1);
                self.pending[at].counter = Some(counter);
                self.pending[at].gesture.get_or_insert(counter);
            }
            let pending = &mut self.pending[at];
            if let Operation::Edit(edit) = &mut pending.operation {
                edit.base = base;
            }
            pending.sent = true;
            pending.attempted = true;
        }
        // What goes again was counted before what goes for the first time, and nearly always stands so: hardly anything moves.
        for last in 1..going.len() {
            let mut at = last;
            while at > 0 && self.pending[going[at - 1]].counter > self.pending[going[at]].counter {
                going.swap(at - 1, at);
                at -= 1;
            }
        }
        if !going.is_empty() {
            effects.push(Effect::Persist);
        }
        let (mut push, mut bytes) = (Vec::new(), 0);
        for at in going {
            let sent = self.outgoing(&self.pending[at]);
            if push.len() == limits::PUSH || bytes + sent.bytes.len() > PUSH_BYTES {
                effects.push(Effect::Send(ToServer::Push(core::mem::take(&mut push))));
                bytes = 0;
            }
            bytes += sent.bytes.len();
            push.push(sent);
        }
        if !push.is_empty() {
            effects.push(Effect::Send(ToServer::Push(push)));
        }
    }

    /// What did not go out on this socket yet, but for the edits that wait behind another of the same text.
    fn may_go(&self) -> Vec<usize> {
        let mut edited = BTreeSet::new();
        let mut going = Vec::new();
        for (at, pending) in self.pending.iter().enumerate() {
            let first = pending.edit().is_none_or(|edit| edited.insert((edit.record, &edit.text)));
            if first && !pending.sent {
                going.push(at);
            }
        }
        going
    }

    fn outgoing(&self, pending: &Pending) -> Sent {
        let counter = pending.counter.unwrap_or_default();
        let age = if pending.made == 0 { 0 } else { self.now.saturating_sub(pending.made) };
        Sent {
            counter,
            gesture: pending.gesture.unwrap_or(counter).min(counter),
            bytes: encode(&pending.operation).into(),
            age: u32::try_from(age).unwrap_or(u32::MAX),
        }
    }
}
