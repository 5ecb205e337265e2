//! The end of the log, kept at hand: to carry edits over it and to bring those up to date who were away a moment.

use crate::{
    codec::decode,
    id::{ClientNo, RecordId, Seq},
    limits,
    operation::{Envelope, Operation},
    record::TextKey,
    text,
    wire::Refusal,
};
use operational_transform::OperationSeq;
use std::collections::VecDeque;

/// An edit in the log, ready to transform others.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    pub(super) seq: Seq,
    pub(super) client: ClientNo,
    pub(super) record: RecordId,
    pub(super) text: TextKey,
    pub(super) sequence: OperationSeq,
}

impl Trace {
    pub(super) fn of(envelope: &Envelope) -> Result<Option<Self>, Refusal> {
        match decode(&envelope.bytes)? {
            Operation::Edit(edit) => Ok(Some(Self {
                seq: envelope.seq,
                client: envelope.client,
                record: edit.record,
                text: edit.text,
                sequence: text::sequence(&edit.steps)?,
            })),
            Operation::Create(_) | Operation::Set(..) | Operation::Delete(_) | Operation::Restore(_) => Ok(None),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Tail {
    reach: Seq,
    envelopes: VecDeque<Envelope>,
    edits: VecDeque<Trace>,
    bytes: usize,
}

impl Tail {
    pub(super) fn starting_at(reach: Seq) -> Self {
        Self { reach, envelopes: VecDeque::new(), edits: VecDeque::new(), bytes: 0 }
    }

    pub(super) fn reach(&self) -> Seq {
        self.reach
    }

    pub(super) fn edits(&self) -> impl Iterator<Item = &Trace> {
        self.edits.iter()
    }

    pub(super) fn since(&self, since: Seq) -> impl Iterator<Item = &Envelope> {
        let start = usize::try_from(since.0.saturating_sub(self.reach.0)).unwrap_or(usize::MAX).min(self.envelopes.len());
        self.envelopes.range(start..)
    }

    pub(super) fn push(&mut self, envelope: Envelope, trace: Option<Trace>) {
        self.bytes += envelope.bytes.len();
        self.envelopes.push_back(envelope);
        self.edits.extend(trace);
        while self.envelopes.len() > limits::TAIL || self.bytes > limits::TAIL_BYTES {
            let Some(oldest) = self.envelopes.pop_front() else { break };
            self.bytes -= oldest.bytes.len();
            self.reach = oldest.seq;
            while self.edits.front().is_some_and(|edit| edit.seq <= oldest.seq) {
                self.edits.pop_front();
            }
        }
    }

    /// What was recalled stays until the next pushes shorten the tail again.
    pub(super) fn recall(&mut self, older: &[Envelope]) -> Result<(), Refusal> {
        let older: Vec<&Envelope> = older.iter().filter(|envelope| envelope.seq <= self.reach).collect();
        let joined = older.windows(2).all(|two| two[0].seq.0 + 1 == two[1].seq.0);
        let Some((first, last)) = older.first().zip(older.last()) else { return Ok(()) };
        if !joined || last.seq != self.reach {
            return Err(Refusal::Counter);
        }
        let traces: Vec<Trace> =
            older.iter().map(|envelope| Trace::of(envelope)).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        self.reach = Seq(first.seq.0.saturating_sub(1));
        for envelope in older.iter().rev() {
            self.bytes += envelope.bytes.len();
            self.envelopes.push_front((*envelope).clone());
        }
        for trace in traces.into_iter().rev() {
            self.edits.push_front(trace);
        }
        Ok(())
    }
}
