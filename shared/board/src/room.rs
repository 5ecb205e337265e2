//! The server's side of one board, pure: it judges pushes, transforms texts and stamps what it accepts. It stores nothing and sends nothing.
//! A push is judged on a copy ([`Room::stage`]), inside the caller's transaction; after the commit the copy is adopted, after a failure dropped.

mod tail;

use crate::{
    apply::Stamp,
    codec::{decode_operation, encode},
    document::Document,
    id::{Author, ClientNo, Counter, RecordId, Seq},
    limits,
    operation::{Edit, Envelope, Operation, Sent},
    text,
    wire::{Missing, Refusal},
};
use std::{collections::BTreeMap, sync::Arc};
use tail::{Tail, Trace};

/// A board in memory, as committed.
#[derive(Clone, Debug)]
pub struct Room {
    document: Document,
    counters: Arc<BTreeMap<ClientNo, Counter>>,
    tail: Arc<Tail>,
}

/// A copy of a room on which pushes are tried before they are committed.
#[derive(Clone, Debug)]
pub struct Staged {
    document: Document,
    started: Seq,
    before: Arc<BTreeMap<ClientNo, Counter>>,
    counters: BTreeMap<ClientNo, Counter>,
    tail: Arc<Tail>,
    fresh: Vec<Envelope>,
    traces: Vec<Trace>,
}

/// What became of one operation of a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// To be written to the log and, once committed, sent to everyone, its author too.
    Accepted(Envelope),
    /// Its counter is not above the last accepted one: it was dealt with before. Nothing is written.
    Repeated(Counter),
    /// Nothing of it is written; its author is told.
    Refused {
        /// Which one; 0 when the whole push was refused.
        counter: Counter,
        /// Why.
        why: Refusal,
    },
}

impl Room {
    /// A room on a document and the last accepted counter of each client. Its log tail begins empty; see [`Self::recall`].
    pub fn new(document: Document, counters: impl IntoIterator<Item = (ClientNo, Counter)>) -> Self {
        let tail = Tail::starting_at(document.head());
        Self { document, counters: Arc::new(counters.into_iter().collect()), tail: Arc::new(tail) }
    }

    /// The board.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The last committed operation.
    pub fn head(&self) -> Seq {
        self.document.head()
    }

    /// The last accepted counter of a client; 0 before its first.
    pub fn counter(&self, client: ClientNo) -> Counter {
        self.counters.get(&client).copied().unwrap_or_default()
    }

    /// The earliest base of an edit, and the earliest `since` of a newcomer, that this room can serve without [`Self::recall`].
    pub fn reach(&self) -> Seq {
        self.tail.reach()
    }

    /// The earliest base that the edits of a push name: where it lies before [`Self::reach`], recall the log from there first.
    pub fn oldest_base(sent: &[Sent]) -> Option<Seq> {
        let bases = sent.iter().take(limits::PUSH).filter_map(|sent| match decode_operation(&sent.bytes) {
            Ok(Operation::Edit(edit)) => Some(edit.base),
            Ok(Operation::Create(_) | Operation::Set(..) | Operation::Delete(_) | Operation::Restore(_)) | Err(_) => None,
        });
        bases.min()
    }

    /// Puts older envelopes, read back from the log, ahead of the tail. They must be in order and lead up to [`Self::reach`].
    ///
    /// # Errors
    /// [`Refusal::Counter`] when they leave a gap; nothing has changed then.
    pub fn recall(&mut self, older: &[Envelope]) -> Result<(), Refusal> {
        Arc::make_mut(&mut self.tail).recall(older)
    }

    /// Folds in what another process committed. Envelopes already here are passed over.
    ///
    /// # Errors
    /// [`Refusal::Counter`] on a gap, and whatever [`Document::apply`] says of an envelope it cannot read; those before it are folded in.
    pub fn catch_up(&mut self, committed: &[Envelope]) -> Result<(), Refusal> {
        for envelope in committed {
            if envelope.seq <= self.head() {
                continue;
            }
            let trace = Trace::of(envelope)?;
            self.document.apply(envelope)?;
            self.remember(envelope, trace);
        }
        Ok(())
    }

    /// What a newcomer lacks: the operations since, where the tail reaches back, else a snapshot.
    pub fn welcome(&self, since: Seq) -> Missing {
        if self.reach() <= since && since <= self.head() {
            Missing::Since(self.tail.since(since).cloned().collect())
        } else {
            Missing::Snapshot(self.document.snapshot().into())
        }
    }

    /// A copy to try pushes on. Cheap: nothing is copied before it is written.
    pub fn stage(&self) -> Staged {
        Staged {
            document: self.document.clone(),
            started: self.head(),
            before: Arc::clone(&self.counters),
            counters: BTreeMap::new(),
            tail: Arc::clone(&self.tail),
            fresh: Vec::new(),
            traces: Vec::new(),
        }
    }

    /// Makes a copy the truth, after its envelopes were committed.
    ///
    /// # Errors
    /// [`Refusal::Counter`] when the room moved on since the copy was taken; nothing has changed then.
    pub fn adopt(&mut self, staged: Staged) -> Result<(), Refusal> {
        if staged.started != self.head() {
            return Err(Refusal::Counter);
        }
        let Staged { document, counters, fresh, traces, before, tail, .. } = staged;
        drop((before, tail));
        self.document = document;
        Arc::make_mut(&mut self.counters).extend(counters);
        let kept = Arc::make_mut(&mut self.tail);
        let mut traces = traces.into_iter().peekable();
        for envelope in fresh {
            let trace = traces.next_if(|trace| trace.seq == envelope.seq);
            kept.push(envelope, trace);
        }
        Ok(())
    }

    fn remember(&mut self, envelope: &Envelope, trace: Option<Trace>) {
        let last = Arc::make_mut(&mut self.counters).entry(envelope.client).or_default();
        *last = envelope.counter.max(*last);
        Arc::make_mut(&mut self.tail).push(envelope.clone(), trace);
    }
}

impl Staged {
    /// The board as it will be.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What was accepted since the copy was taken, in log order.
    pub fn accepted(&self) -> &[Envelope] {
        &self.fresh
    }

    /// The last accepted counter of a client, this copy's included.
    pub fn counter(&self, client: ClientNo) -> Counter {
        self.counters.get(&client).or_else(|| self.before.get(&client)).copied().unwrap_or_default()
    }

    /// Judges a push of one client, operation by operation; a refused one does not stop the rest.
    pub fn push(&mut self, client: ClientNo, author: Author, sent: &[Sent]) -> Vec<Outcome> {
        if sent.len() > limits::PUSH {
            return vec![Outcome::Refused { counter: 0, why: Refusal::TooLarge }];
        }
        let judged = sent.iter().map(|sent| {
            if sent.counter != 0 && sent.counter <= self.counter(client) {
                return Outcome::Repeated(sent.counter);
            }
            match self.accept(client, author, sent) {
                Ok(envelope) => Outcome::Accepted(envelope),
                Err(why) => Outcome::Refused { counter: sent.counter, why },
            }
        });
        judged.collect()
    }

    fn accept(&mut self, client: ClientNo, author: Author, sent: &Sent) -> Result<Envelope, Refusal> {
        if sent.counter == 0 || sent.gesture == 0 || sent.gesture > sent.counter {
            return Err(Refusal::Counter);
        }
        let seq = Seq(self.document.head().0 + 1);
        let id = RecordId { client, counter: sent.counter };
        let operation = match decode_operation(&sent.bytes)? {
            Operation::Edit(edit) => Operation::Edit(self.transformed(client, edit)?),
            other @ (Operation::Create(_) | Operation::Set(..) | Operation::Delete(_) | Operation::Restore(_)) => other,
        };
        self.document.check(author, id, &operation)?;
        let bytes = match &operation {
            Operation::Edit(_) => encode(&operation).into(),
            Operation::Create(_) | Operation::Set(..) | Operation::Delete(_) | Operation::Restore(_) => sent.bytes.clone(),
        };
        if let Operation::Edit(edit) = &operation {
            self.traces.push(Trace { seq, client, record: edit.record, text: edit.text.clone(), sequence: text::sequence(&edit.steps)? });
        }
        if let Err(why) = self.document.fold(Stamp { seq, author, id }, operation) {
            self.traces.retain(|trace| trace.seq != seq);
            return Err(why);
        }
        self.counters.insert(client, sent.counter);
        let envelope = Envelope { seq, author, client, counter: sent.counter, gesture: sent.gesture, bytes };
        self.fresh.push(envelope.clone());
        Ok(envelope)
    }

    /// Carries an edit over all edits of the same text that came between its base and now; what came earlier goes first.
    fn transformed(&self, client: ClientNo, edit: Edit) -> Result<Edit, Refusal> {
        let head = self.document.head();
        if edit.base > head {
            return Err(Refusal::IllFormed);
        }
        if edit.base < self.tail.reach() {
            return Err(Refusal::TooOld);
        }
        let mut sequence = text::sequence(&edit.steps)?;
        let same = |trace: &&Trace| trace.seq > edit.base && trace.record == edit.record && trace.text == edit.text;
        for earlier in self.tail.edits().chain(&self.traces).filter(same) {
            if earlier.client == client {
                // One edit of a text in flight: this one was made without its own author's last one.
                return Err(Refusal::Lengths);
            }
            sequence = earlier.sequence.transform(&sequence).map_err(|_| Refusal::Lengths)?.1;
        }
        Ok(Edit { base: head, steps: text::steps(&sequence), ..edit })
    }
}
