//! The replica of one board and who looks at what: a change wakes only those who read the records it touched.
//! It never touches a socket, a clock or the page; `live` carries its frames.

use board::{
    Change, Document, Record,
    id::RecordId,
    record::{Parent, TextKey},
    replica::{Effect, Event, Replica},
};
use leptos::prelude::{ArcTrigger, Notify, Track};
use std::collections::BTreeMap;

/// The replica with its readers.
pub(super) struct Book {
    replica: Replica,
    records: BTreeMap<RecordId, ArcTrigger>,
    children: BTreeMap<Parent, ArcTrigger>,
    any: ArcTrigger,
}

/// What follows from an event: readers to wake once the book is free again, and effects for the world outside.
pub(super) struct Outcome {
    wake: Vec<ArcTrigger>,
    pub(super) effects: Vec<Effect>,
}

impl Outcome {
    /// Wakes the readers. Never while the book is borrowed: they read it.
    pub(super) fn wake(&self) {
        for trigger in &self.wake {
            trigger.notify();
        }
    }
}

impl Book {
    pub(super) fn new(document: Document) -> Self {
        Self { replica: Replica::new(document), records: BTreeMap::new(), children: BTreeMap::new(), any: ArcTrigger::new() }
    }

    pub(super) fn replica(&self) -> &Replica {
        &self.replica
    }

    pub(super) fn document(&self) -> &Document {
        self.replica.shown()
    }

    pub(super) fn reader_of(&mut self, id: RecordId) -> ArcTrigger {
        self.records.entry(id).or_default().clone()
    }

    pub(super) fn reader_in(&mut self, parent: &Parent) -> ArcTrigger {
        if let Some(trigger) = self.children.get(parent) {
            return trigger.clone();
        }
        self.children.entry(parent.clone()).or_default().clone()
    }

    pub(super) fn track_any(&self) {
        self.any.track();
    }

    /// Names this page to the server.
    #[cfg(feature = "csr")]
    pub(super) fn on_device(&mut self, device: &[u8]) {
        self.replica = self.replica.clone().on_device(device);
    }

    /// Hands an event to the replica.
    pub(super) fn take(&mut self, event: Event) -> Outcome {
        let effects = self.replica.handle(event);
        self.followed_by(effects)
    }

    /// Hands typed words to the replica.
    pub(super) fn edit_text(&mut self, record: RecordId, key: &TextKey, words: &str) -> Outcome {
        let effects = self.replica.edit_text(record, key.clone(), words);
        self.followed_by(effects)
    }

    fn followed_by(&self, effects: Vec<Effect>) -> Outcome {
        let mut wake = Vec::new();
        for effect in &effects {
            match effect {
                Effect::Show(changes) => changes.iter().for_each(|change| self.touched(change, &mut wake)),
                Effect::ShowAll => {
                    wake.extend(self.records.values().cloned());
                    wake.extend(self.children.values().cloned());
                }
                Effect::Persist
                | Effect::Send(_)
                | Effect::Skipped(_)
                | Effect::Refused { .. }
                | Effect::Kept { .. }
                | Effect::Reload
                | Effect::Reconnect => {}
            }
        }
        if !wake.is_empty() {
            wake.push(self.any.clone());
        }
        Outcome { wake, effects }
    }

    fn touched(&self, change: &Change, wake: &mut Vec<ArcTrigger>) {
        let id = change.record();
        wake.extend(self.records.get(&id).cloned());
        let mut home = |parent: &Parent| {
            wake.extend(self.children.get(parent).cloned());
            // A sheet tells how many of its blocks are filled, so it reads what lives in them.
            if let Parent::Block(frame, _) = parent {
                wake.extend(self.records.get(frame).cloned());
            }
        };
        match change {
            Change::Created(_) | Change::Deleted(_) | Change::Restored(_) => {
                if let Some(record) = self.document().get(id) {
                    home(record.parent());
                }
            }
            Change::Moved { from, .. } => {
                home(from);
                if let Some(record) = self.document().get(id) {
                    home(record.parent());
                }
            }
            Change::Wrote(..) | Change::Edited { .. } | Change::Nothing(_) => {}
        }
    }

    pub(super) fn visible(&self, id: RecordId) -> Option<&Record> {
        self.document().get(id).filter(|record| record.deleted.is_none())
    }
}
