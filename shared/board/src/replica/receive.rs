//! What the server says. Own operations coming back are the only acknowledgement; everything else is folded in under what is pending.

use super::{
    Effect, Line, Replica,
    history::{Slot, Value},
};
use crate::{
    change::Change,
    codec::decode,
    document::Document,
    id::{ClientNo, Counter, RecordId},
    limits,
    operation::{Envelope, Operation},
    record::{Field, Parent, TextKey},
    text,
    wire::{Missing, Refusal, ToBrowser},
};

/// How far a run of operations was folded in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Read {
    Whole,
    Part,
}

enum Stopped {
    Gap,
    Unreadable,
}

impl Replica {
    pub(super) fn receive(&mut self, frame: ToBrowser, effects: &mut Vec<Effect>) {
        match frame {
            ToBrowser::Welcome { client, author, counter, head: _, missing, writes } => {
                self.recognise(client, effects);
                self.author = author;
                self.writes = writes;
                self.next = self.next.max(counter.saturating_add(1));
                self.line = Line::Up;
                self.catch_up(missing, counter, effects);
            }
            ToBrowser::Operations(envelopes) => {
                self.operations(&envelopes, effects);
                self.flush(effects);
            }
            ToBrowser::Refused { counter, why } => self.refused(counter, why, effects),
            ToBrowser::Resync => self.greet(effects),
            ToBrowser::Pong => self.give_up_doubtful(effects),
            ToBrowser::Presence { .. } | ToBrowser::Notice { .. } | ToBrowser::Authors(_) => {}
        }
    }

    /// The server knows us under another number: what was done under the old one cannot go any more.
    fn recognise(&mut self, client: ClientNo, effects: &mut Vec<Effect>) {
        if self.client.is_some_and(|old| old != client) {
            self.withdraw_where(Refusal::Counter, |_| true, effects);
            self.history.forget();
            self.next = 1;
        }
        self.client = Some(client);
    }

    fn catch_up(&mut self, missing: Missing, counter: Counter, effects: &mut Vec<Effect>) {
        match missing {
            Missing::Since(envelopes) => {
                if self.operations(&envelopes, effects) == Read::Part {
                    return;
                }
                // Not above the server's last counter, and not in the log: refused while we were away.
                self.withdraw_where(Refusal::Counter, |at| at <= counter, effects);
            }
            Missing::Snapshot(bytes) => match Document::from_snapshot(&bytes) {
                Ok(document) => self.start_from(document, counter, effects),
                Err(_) => {
                    self.hang_up();
                    effects.push(Effect::Reload);
                    return;
                }
            },
        }
        effects.push(Effect::Persist);
        self.flush(effects);
    }

    fn operations(&mut self, envelopes: &[Envelope], effects: &mut Vec<Effect>) -> Read {
        let mut changes = Vec::new();
        let (mut moved, mut stopped) = (false, None);
        for envelope in envelopes {
            if envelope.seq <= self.confirmed.head() {
                continue;
            }
            if envelope.seq.0 > self.confirmed.head().0 + 1 {
                stopped = Some(Stopped::Gap);
                break;
            }
            match self.operation_in(envelope, effects) {
                Ok(change) => changes.extend(change),
                Err(_) => {
                    stopped = Some(Stopped::Unreadable);
                    break;
                }
            }
            moved = true;
        }
        if moved {
            self.rebuild();
            effects.push(Effect::Persist);
        }
        if !changes.is_empty() {
            effects.push(Effect::Show(changes));
        }
        match stopped {
            None => return Read::Whole,
            Some(Stopped::Gap) if self.line == Line::Up => self.greet(effects),
            Some(Stopped::Gap) => {}
            Some(Stopped::Unreadable) => {
                self.hang_up();
                effects.push(Effect::Reload);
            }
        }
        Read::Part
    }

    fn operation_in(&mut self, envelope: &Envelope, effects: &mut Vec<Effect>) -> Result<Option<Change>, Refusal> {
        let operation: Operation = decode(&envelope.bytes)?;
        let own = Some(envelope.client) == self.client;
        let at = self
            .pending
            .iter()
            .position(|pending| own && pending.counter == Some(envelope.counter) && same(&pending.operation, &operation));
        match at {
            Some(at) => self.acknowledged(at, envelope),
            None => self.remote(envelope, operation, effects),
        }
    }

    fn acknowledged(&mut self, at: usize, envelope: &Envelope) -> Result<Option<Change>, Refusal> {
        let edited = self.pending[at].edit().map(|edit| (edit.record, edit.text.clone(), edit.steps.clone()));
        let ours = edited.as_ref().and_then(|(record, key, steps)| text::raw(steps).apply(self.confirmed.get(*record)?.text(key)).ok());
        self.confirmed.apply(envelope)?;
        self.pending.remove(at);
        for earlier in self.pending.iter_mut().filter(|other| other.sent && other.counter.is_some_and(|counter| counter < envelope.counter))
        {
            earlier.doubtful = true;
        }
        if let (Some((record, key, _)), Some(ours)) = (edited, ours) {
            let theirs = self.confirmed.get(record).map(|record| record.text(&key).to_owned()).unwrap_or_default();
            if ours != theirs {
                let steps = self.carry(record, &key, text::difference(&ours, &theirs)).filter(|_| !self.holds(record, &key));
                return Ok(steps.map(|steps| Change::Edited { record, text: key, steps: text::steps(&steps) }));
            }
        }
        Ok(None)
    }

    fn remote(&mut self, envelope: &Envelope, operation: Operation, effects: &mut Vec<Effect>) -> Result<Option<Change>, Refusal> {
        let change = self.confirmed.apply(envelope)?;
        let mut near = self.around(change.record());
        match operation {
            Operation::Edit(edit) => {
                self.history.touched(near);
                let Some(steps) = self.carry(edit.record, &edit.text, text::sequence(&edit.steps)?) else {
                    self.withdraw_edits(edit.record, &edit.text, Refusal::Lengths, effects);
                    return Ok(Some(change));
                };
                if self.holds(edit.record, &edit.text) {
                    return Ok(None);
                }
                return Ok(Some(Change::Edited { record: edit.record, text: edit.text, steps: text::steps(&steps) }));
            }
            Operation::Set(record, field) => {
                if let (Field::Home(..), Change::Moved { from: Parent::Record(from) | Parent::Block(from, _), .. }) = (&field, &change) {
                    near.extend(self.around(*from));
                }
                if let Field::Ends(from, to) = &field {
                    near.extend([*from, *to]);
                }
                let slot = Slot::Field(field.key());
                let over = self
                    .pending
                    .iter_mut()
                    .find_map(|pending| pending.slotted.as_mut().filter(|it| it.record == record && it.slot == slot));
                match over {
                    Some(over) => over.from = self.history.slipped_under(over, Value::Field(field)),
                    None => self.history.overwritten(record, slot),
                }
            }
            Operation::Create(create) => {
                let ends =
                    create.fields.iter().filter_map(|field| if let Field::Ends(from, to) = field { Some([*from, *to]) } else { None });
                near.extend(ends.flatten());
            }
            Operation::Delete(record) | Operation::Restore(record) => {
                if !matches!(change, Change::Nothing(_)) {
                    self.history.overwritten(record, Slot::Life);
                }
            }
        }
        self.history.touched(near);
        Ok(Some(change))
    }

    /// A record and all it is inside of.
    fn around(&self, record: RecordId) -> Vec<RecordId> {
        let mut chain = vec![record];
        while let Some(Parent::Record(up) | Parent::Block(up, _)) =
            chain.last().and_then(|id| self.confirmed.get(*id)).map(|record| record.parent())
        {
            if chain.len() > limits::DEPTH {
                break;
            }
            chain.push(*up);
        }
        chain
    }

    fn refused(&mut self, counter: Counter, why: Refusal, effects: &mut Vec<Effect>) {
        match why {
            Refusal::Protocol => effects.push(Effect::Reload),
            Refusal::NotStored => {
                self.hang_up();
                effects.push(Effect::Reconnect);
            }
            Refusal::ReadOnly if counter == 0 => {
                self.writes = false;
                effects.push(Effect::Refused { record: None, why, kept: None });
            }
            _ if counter == 0 => {
                effects.push(Effect::Refused { record: None, why, kept: None });
                self.hang_up();
                effects.push(Effect::Reconnect);
            }
            Refusal::TooOld => {
                self.keep_as_note(counter, effects);
                self.flush(effects);
            }
            _ => {
                self.withdraw_where(why, |at| at == counter, effects);
                self.flush(effects);
            }
        }
    }

    /// Everything the server had to say on what went out before the ping has been said.
    fn give_up_doubtful(&mut self, effects: &mut Vec<Effect>) {
        let doubtful: Vec<Counter> = self.pending.iter().filter(|pending| pending.doubtful).filter_map(|pending| pending.counter).collect();
        if !doubtful.is_empty() {
            self.withdraw_where(Refusal::Counter, |at| doubtful.contains(&at), effects);
            self.flush(effects);
        }
    }

    /// Takes back every pending operation with such a counter.
    pub(super) fn withdraw_where(&mut self, why: Refusal, which: impl Fn(Counter) -> bool, effects: &mut Vec<Effect>) {
        let mut changes = Vec::new();
        while let Some(at) = self.pending.iter().position(|pending| pending.counter.is_some_and(&which)) {
            self.withdraw(at, why, &mut changes, effects);
        }
        self.shown_again(changes, effects);
    }

    fn withdraw_edits(&mut self, record: RecordId, key: &TextKey, why: Refusal, effects: &mut Vec<Effect>) {
        let mut changes = Vec::new();
        while let Some(at) = self.pending.iter().position(|pending| pending.edits(record, key)) {
            self.withdraw(at, why, &mut changes, effects);
        }
        self.shown_again(changes, effects);
    }

    fn shown_again(&mut self, changes: Vec<Change>, effects: &mut Vec<Effect>) {
        if !changes.is_empty() {
            self.rebuild();
            effects.push(Effect::Persist);
            effects.push(Effect::Show(changes));
        }
    }

    fn withdraw(&mut self, at: usize, why: Refusal, changes: &mut Vec<Change>, effects: &mut Vec<Effect>) {
        let before = self.words_before(at);
        let gone = self.pending.remove(at);
        if let Some(slotted) = &gone.slotted {
            self.history.refused(slotted);
        }
        let id = RecordId { client: self.client.unwrap_or_default(), counter: gone.counter.unwrap_or_default() };
        let words = |words: String| Some(words).filter(|words| !words.is_empty());
        let (record, kept, change) = match gone.operation {
            Operation::Create(create) => {
                let shown = self.shown.get(id).map(|record| record.words().to_owned());
                (id, words(shown.unwrap_or(create.words)), Change::Deleted(id))
            }
            Operation::Set(record, field) => (record, None, Change::Wrote(record, field.key())),
            Operation::Edit(edit) => {
                let shown = self.shown.get(edit.record).map(|record| record.text(&edit.text).to_owned());
                let kept = words(shown.unwrap_or_else(|| text::inserted(&edit.steps)));
                let back = self.pull_out(edit.record, &edit.text, &before, &edit.steps, at).map(|back| text::steps(&back));
                let later = self.pending.iter().skip(at).any(|pending| pending.edits(edit.record, &edit.text));
                if back.is_none() && later {
                    self.pending.retain(|pending| !pending.edits(edit.record, &edit.text));
                }
                (edit.record, kept, Change::Edited { record: edit.record, text: edit.text, steps: back.unwrap_or_default() })
            }
            Operation::Delete(record) => (record, None, Change::Restored(record)),
            Operation::Restore(record) => (record, None, Change::Deleted(record)),
        };
        changes.push(change);
        effects.push(Effect::Refused { record: Some(record), why, kept });
    }

    /// The words a pending edit was made on.
    fn words_before(&self, at: usize) -> String {
        let Some(edit) = self.pending[at].edit() else { return String::new() };
        let made = self.pending[..at].iter().find_map(|pending| match &pending.operation {
            Operation::Create(create) if pending.counter == Some(edit.record.counter) && Some(edit.record.client) == self.client => {
                Some(create)
            }
            _ => None,
        });
        let mut words = match (self.confirmed.get(edit.record), made) {
            (Some(record), _) => record.text(&edit.text).to_owned(),
            (None, Some(create)) if edit.text == TextKey::Body => create.words.clone(),
            (None, _) => String::new(),
        };
        for earlier in self.pending[..at].iter().filter(|pending| pending.edits(edit.record, &edit.text)) {
            if let Some(earlier) = earlier.edit() {
                words = text::raw(&earlier.steps).apply(&words).unwrap_or(words);
            }
        }
        words
    }
}

/// Is it ours that came back: the same bytes, or an edit of the same text.
fn same(ours: &Operation, theirs: &Operation) -> bool {
    match (ours, theirs) {
        (Operation::Edit(ours), Operation::Edit(theirs)) => ours.record == theirs.record && ours.text == theirs.text,
        (ours, theirs) => ours == theirs,
    }
}
