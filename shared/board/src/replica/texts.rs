//! Texts of a replica: remote edits are carried over what is pending, and wait while an input method composes.

use super::{Effect, Replica};
use crate::{
    change::Change,
    id::RecordId,
    operation::{Operation, Step},
    record::TextKey,
    text,
};
use operational_transform::OperationSeq;

/// A text in which an input method composes: the words as the person sees them, and what others did to them since.
#[derive(Clone, Debug)]
pub(super) struct Held {
    record: RecordId,
    text: TextKey,
    words: String,
    theirs: OperationSeq,
}

impl Replica {
    pub(super) fn holds(&self, record: RecordId, key: &TextKey) -> bool {
        self.held.as_ref().is_some_and(|held| held.record == record && held.text == *key)
    }

    pub(super) fn hold(&mut self, record: RecordId, key: TextKey) {
        let words = self.shown.get(record).map(|record| record.text(&key).to_owned()).unwrap_or_default();
        let theirs = keep_all(&words);
        self.held = Some(Held { record, text: key, words, theirs });
    }

    /// Shows the remote edits that waited.
    pub(super) fn release(&mut self, effects: &mut Vec<Effect>) {
        let Some(held) = self.held.take() else { return };
        self.rebuild();
        if !held.theirs.is_noop() {
            let change = Change::Edited { record: held.record, text: held.text, steps: text::steps(&held.theirs) };
            effects.push(Effect::Show(vec![change]));
        }
    }

    /// Puts the words the person sees over what they will be.
    pub(super) fn show_held(&mut self) {
        let Some(held) = &self.held else { return };
        self.shown.overlay(held.record, &held.text, &held.words);
    }

    /// An edit made on the words shown, as an edit of the words with all remote edits in them.
    pub(super) fn past_held(&mut self, record: RecordId, key: &TextKey, steps: Vec<Step>) -> Vec<Step> {
        let Some(held) = self.held.as_mut().filter(|held| held.record == record && held.text == *key) else { return steps };
        let mine = text::raw(&steps);
        let (Ok((theirs, carried)), Ok(words)) = (held.theirs.transform(&mine), mine.apply(&held.words)) else { return steps };
        held.theirs = theirs;
        held.words = words;
        text::steps(&carried)
    }

    /// What others did to a held text, and the words the person sees in it.
    pub(super) fn held_words(&self, record: RecordId, key: &TextKey) -> Option<(OperationSeq, String)> {
        let held = self.held.as_ref().filter(|held| held.record == record && held.text == *key)?;
        Some((held.theirs.clone(), held.words.clone()))
    }

    /// The words with all remote edits in them, waiting ones too.
    pub(super) fn words_now(&self, record: RecordId, key: &TextKey) -> String {
        match &self.held {
            Some(held) if held.record == record && held.text == *key => held.theirs.apply(&held.words).unwrap_or_default(),
            Some(_) | None => self.shown.get(record).map(|record| record.text(key).to_owned()).unwrap_or_default(),
        }
    }

    /// Carries a remote edit of the confirmed words over everything pending, and that over it. Answers the edit as the person sees it.
    pub(super) fn carry(&mut self, record: RecordId, key: &TextKey, theirs: OperationSeq) -> Option<OperationSeq> {
        let mut theirs = theirs;
        for pending in self.pending.iter_mut().filter(|pending| pending.edits(record, key)) {
            let Operation::Edit(mine) = &mut pending.operation else { continue };
            let (next, carried) = theirs.transform(&text::raw(&mine.steps)).ok()?;
            mine.steps = text::steps(&carried);
            theirs = next;
        }
        self.show_carried(record, key, &theirs);
        Some(theirs)
    }

    /// Brings undo and a held text up to date with an edit of the words as they are now.
    pub(super) fn show_carried(&mut self, record: RecordId, key: &TextKey, theirs: &OperationSeq) {
        self.history.carry(record, key, theirs);
        if let Some(held) = self.held.as_mut().filter(|held| held.record == record && held.text == *key) {
            match held.theirs.compose(theirs) {
                Ok(both) => held.theirs = both,
                Err(_) => self.held = None,
            }
        }
    }

    /// Takes a pending edit out from under those that follow it. Answers what that does to the words shown.
    pub(super) fn pull_out(
        &mut self,
        record: RecordId,
        key: &TextKey,
        before: &str,
        refused: &[Step],
        later: usize,
    ) -> Option<OperationSeq> {
        let mut back = text::raw(refused).invert(before);
        for pending in self.pending[later..].iter_mut().filter(|pending| pending.edits(record, key)) {
            let Operation::Edit(mine) = &mut pending.operation else { continue };
            let (next, carried) = back.transform(&text::raw(&mine.steps)).ok()?;
            mine.steps = text::steps(&carried);
            back = next;
        }
        self.show_carried(record, key, &back);
        Some(back)
    }
}

fn keep_all(words: &str) -> OperationSeq {
    let mut sequence = OperationSeq::default();
    sequence.retain(words.chars().count() as u64);
    sequence
}
