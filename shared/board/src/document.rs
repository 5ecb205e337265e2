//! A board as it stands after some operation of its log: records by name, children by parent. Cheap to clone.
//! It is only ever changed by `apply`; reading it never allocates more than the answer.

use crate::{
    id::{BlockId, RecordId, Seq},
    limits,
    record::{BlockValue, Kind, OrderKey, Parent, Record, Text, TextKey},
    shelf::Shelves,
};

/// The state of a board.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub(crate) head: Seq,
    pub(crate) records: Shelves<RecordId, Record>,
    /// Names of all children, deleted ones too, sorted by (order key, id).
    children: Shelves<Parent, Vec<RecordId>>,
    /// Records that are not deleted.
    pub(crate) alive: usize,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head && self.records == other.records
    }
}

impl Document {
    /// A record, deleted or not.
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&id)
    }

    /// The last operation folded in.
    pub fn head(&self) -> Seq {
        self.head
    }

    /// Children that are not deleted, by (order key, id). Nothing when the parent itself is not visible.
    pub fn children(&self, parent: &Parent) -> impl Iterator<Item = &Record> {
        let shown = match parent {
            Parent::Board => true,
            Parent::Record(id) | Parent::Block(id, _) => self.is_visible(*id),
        };
        self.siblings(parent).iter().filter(move |_| shown).filter_map(|id| self.get(*id)).filter(|record| record.deleted.is_none())
    }

    /// All children, deleted ones too.
    pub(crate) fn siblings(&self, parent: &Parent) -> &[RecordId] {
        self.children.get(parent).map(Vec::as_slice).unwrap_or_default()
    }

    /// Not deleted, and inside nothing that is.
    pub fn is_visible(&self, id: RecordId) -> bool {
        let mut at = id;
        for _ in 0..limits::DEPTH {
            let Some(record) = self.get(at) else { return false };
            if record.deleted.is_some() {
                return false;
            }
            match record.parent() {
                Parent::Board => return true,
                Parent::Record(parent) | Parent::Block(parent, _) => at = *parent,
            }
        }
        false
    }

    /// Visible records; walks the whole board.
    pub fn len(&self) -> usize {
        self.visible().count()
    }

    /// Has it no visible record.
    pub fn is_empty(&self) -> bool {
        self.visible().next().is_none()
    }

    /// Records that are not deleted, hidden ones too: what the limit of elements counts.
    pub fn elements(&self) -> usize {
        self.alive
    }

    /// Visible records, in no particular order.
    pub fn visible(&self) -> impl Iterator<Item = &Record> {
        self.records.values().filter(|record| self.is_visible(record.id))
    }

    /// All records, deleted ones too, in no particular order.
    pub fn all(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// Frames by key.
    pub fn frames(&self) -> impl Iterator<Item = &Record> {
        self.children(&Parent::Board).filter(|record| record.kind == Kind::Frame)
    }

    /// Prototypes by key.
    pub fn prototypes(&self) -> impl Iterator<Item = &Record> {
        self.children(&Parent::Board).filter(|record| record.kind == Kind::Prototype)
    }

    /// Screens of a prototype by key.
    pub fn screens(&self, prototype: RecordId) -> impl Iterator<Item = &Record> {
        let screens: Vec<&Record> = self.children(&Parent::Record(prototype)).filter(|record| record.kind == Kind::Screen).collect();
        screens.into_iter()
    }

    /// What stands free on the board: all that is neither frame nor prototype.
    pub fn free(&self) -> impl Iterator<Item = &Record> {
        self.children(&Parent::Board).filter(|record| !matches!(record.kind, Kind::Frame | Kind::Prototype))
    }

    /// What lives in a block of a frame, by key.
    pub fn in_block(&self, frame: RecordId, block: &BlockId) -> impl Iterator<Item = &Record> {
        let inside: Vec<&Record> = self.children(&Parent::Block(frame, block.clone())).collect();
        inside.into_iter()
    }

    /// Blocks of a frame that hold something, by name: a visible child, a value or a text.
    pub fn filled_blocks(&self, frame: RecordId) -> Vec<BlockId> {
        let Some(record) = self.get(frame).filter(|_| self.is_visible(frame)) else { return Vec::new() };
        let mut blocks: Vec<BlockId> =
            record.values().filter(|(_, value)| *value != BlockValue::Empty).map(|(block, _)| block.clone()).collect();
        blocks.extend(record.texts().filter(|(_, words)| !words.is_empty()).filter_map(|(key, _)| key.block().cloned()));
        blocks.extend(self.children.keys().filter_map(|parent| match parent {
            Parent::Block(id, block) if *id == frame => self.children(parent).next().map(|_| block.clone()),
            Parent::Block(..) | Parent::Board | Parent::Record(_) => None,
        }));
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// Value of a block of a frame.
    pub fn value(&self, frame: RecordId, block: &BlockId) -> BlockValue {
        self.get(frame).map_or(BlockValue::Empty, |record| record.value(block))
    }

    /// A key right after a sibling, or ahead of all when there is none. Deleted siblings count, so that restoring one keeps its place.
    pub fn order_after(&self, parent: &Parent, sibling: Option<RecordId>) -> OrderKey {
        let siblings = self.siblings(parent);
        let next = match sibling {
            None => 0,
            Some(id) => siblings.iter().position(|at| *at == id).map_or(siblings.len(), |at| at + 1),
        };
        let before = next.checked_sub(1).and_then(|at| siblings.get(at)).and_then(|id| self.get(*id));
        let after = siblings.get(next).and_then(|id| self.get(*id));
        OrderKey::between(before.map(Record::order), after.map(Record::order))
    }

    /// A key behind all siblings.
    pub fn order_last(&self, parent: &Parent) -> OrderKey {
        self.order_after(parent, self.siblings(parent).last().copied())
    }

    /// Puts a record under its parent's children. Its record must be there already.
    pub(crate) fn shelve(&mut self, id: RecordId) {
        let Some(record) = self.records.get(&id) else { return };
        let parent = record.parent().clone();
        let at = self.siblings(&parent).partition_point(|sibling| {
            self.records.get(sibling).is_some_and(|sibling| (sibling.order(), sibling.id) < (record.order(), record.id))
        });
        self.children.entry(&parent, Vec::new).insert(at, id);
    }

    /// Takes a record from its parent's children.
    pub(crate) fn unshelve(&mut self, id: RecordId) {
        let Some(record) = self.records.get(&id) else { return };
        let parent = record.parent().clone();
        let siblings = self.children.entry(&parent, Vec::new);
        siblings.retain(|sibling| *sibling != id);
        if siblings.is_empty() {
            self.children.remove(&parent);
        }
    }

    /// Puts many records under their parents at once.
    pub(crate) fn shelve_all(&mut self, ids: &[RecordId]) {
        let mut sorted: Vec<&Record> = ids.iter().filter_map(|id| self.records.get(id)).collect();
        sorted.sort_unstable_by(|a, b| (a.order(), a.id).cmp(&(b.order(), b.id)));
        for record in sorted {
            self.children.entry(record.parent(), Vec::new).push(record.id);
        }
    }

    /// Lays words over a text without an operation: what a person sees while an input method composes.
    pub(crate) fn overlay(&mut self, id: RecordId, key: &TextKey, words: &str) {
        let Some(record) = self.records.get_mut(&id) else { return };
        match record.texts.iter_mut().find(|(at, _)| at == key) {
            Some((_, text)) => text.words = words.to_owned(),
            None => record.texts.push((key.clone(), Text { words: words.to_owned(), seq: record.made })),
        }
    }
}
