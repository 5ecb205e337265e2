//! What is done to the board from the canvas: making, typing, moving, copying, taking away, joining. Each is one gesture of the board's
//! own operations; nothing here knows a pointer.

use super::stage::Stage;
use crate::board::{actions, draft::bare, spot};
use board::{
    Operation, Record,
    id::{BlockId, RecordId},
    record::{Colour, Field, FieldKey, Kind, Parent, Point, TextKey},
};
use leptos::prelude::*;

impl Stage {
    /// Makes something free on the board and selects it.
    pub fn make(&self, kind: Kind, at: Point, fields: Vec<Field>) -> Option<RecordId> {
        let order = self.board.read(|document| document.order_last(&Parent::Board));
        let mut create = bare(kind, Parent::Board, order);
        create.fields.push(Field::Position(at));
        create.fields.extend(fields);
        let id = self.board.create(create)?;
        self.board.selection.set(vec![id]);
        Some(id)
    }

    /// Makes a note in a block and opens it for typing.
    pub fn note_in(&self, frame: RecordId, block: &BlockId) {
        let parent = Parent::Block(frame, block.clone());
        let order = self.board.read(|document| document.order_last(&parent));
        let mut create = bare(Kind::Note, parent, order);
        create.fields.push(Field::Colour(self.colour.get_untracked()));
        if let Some(id) = self.board.create(create) {
            self.board.selection.set(vec![id]);
            self.type_in(id);
        }
    }

    /// Opens the words of a record for typing, where it has any.
    pub fn type_in(&self, id: RecordId) {
        let has = self.board.read(|document| document.get(id).is_some_and(|record| record.kind.has_text(&TextKey::Body)));
        if has && self.board.writable() {
            self.board.editing.set(Some((id, TextKey::Body)));
        }
    }

    /// Ends typing, and gives the keyboard back to the canvas. The field hears first that it is left: a note without words goes away.
    pub fn stop_typing(&self) {
        if let Some(space) = self.space.get_untracked() {
            // Without the focus the keys go to the page; nothing is lost.
            let _ = space.focus();
        }
        if self.board.editing.with_untracked(Option::is_some) {
            self.board.editing.set(None);
        }
    }

    /// Takes away all that is selected, as one gesture.
    pub fn delete_selected(&self) {
        let all = self.board.selection.get_untracked();
        match all.as_slice() {
            [] => {}
            [one] => actions::delete(self.board, *one),
            _ => {
                if self.board.act(all.into_iter().map(Operation::Delete).collect()) {
                    self.board.selection.set(Vec::new());
                }
            }
        }
    }

    /// Moves what is selected by so much, as one gesture. What lives in a block has no place to be moved from.
    pub fn nudge(&self, by: Point) {
        let moves = self.board.read(|document| {
            let free =
                |id: &RecordId| document.get(*id).filter(|record| *record.parent() == Parent::Board && record.kind != Kind::Connector);
            let all = self.board.selection.get_untracked();
            let moved = all.iter().filter_map(free).map(|record| {
                let at = record.position();
                Operation::Set(record.id, Field::Position(Point { x: at.x + by.x, y: at.y + by.y }))
            });
            moved.collect::<Vec<_>>()
        });
        self.board.act(moves);
    }

    /// Moves what is selected one step up or down where that is all it can do: in a block.
    pub fn step(&self, step: spot::Step) -> bool {
        let alone = self.board.selection.with_untracked(|all| (all.len() == 1).then(|| all[0]));
        let flows = |id: &RecordId| self.board.read(|document| matches!(document.get(*id).map(Record::parent), Some(Parent::Block(..))));
        let Some(id) = alone.filter(flows) else { return false };
        actions::step(self.board, id, step);
        true
    }

    /// Gives what is selected a colour, and what is made next.
    pub fn paint(&self, colour: Colour) {
        self.colour.set(colour);
        let painted = self.board.read(|document| {
            let all = self.board.selection.get_untracked();
            let has = |id: &RecordId| document.get(*id).is_some_and(|record| record.kind.has(&FieldKey::Colour));
            all.into_iter().filter(has).map(|id| Operation::Set(id, Field::Colour(colour))).collect::<Vec<_>>()
        });
        self.board.act(painted);
    }

    /// Joins two things by a line.
    pub fn connect(&self, from: RecordId, to: RecordId) {
        let order = self.board.read(|document| document.order_last(&Parent::Board));
        let mut create = bare(Kind::Connector, Parent::Board, order);
        create.fields = vec![Field::Ends(from, to), Field::Colour(Colour::Plain)];
        if let Some(id) = self.board.create(create) {
            self.board.selection.set(vec![id]);
        }
    }

    /// Makes copies of what is selected beside it, as one gesture, and selects them. A sheet or prototype is not copied: it would be empty.
    pub fn duplicate(&self) {
        let Some(mut draft) = self.board.draft() else { return };
        let all = self.board.selection.get_untracked();
        let made: Vec<RecordId> = self.board.read(|document| {
            let records = all.iter().filter_map(|id| document.get(*id));
            let copied = records.filter(|record| !matches!(record.kind, Kind::Frame | Kind::Prototype | Kind::Connector | Kind::Link));
            copied
                .map(|record| {
                    let order = match record.parent() {
                        Parent::Board => document.order_last(record.parent()),
                        Parent::Record(_) | Parent::Block(..) => document.order_after(record.parent(), Some(record.id)),
                    };
                    let mut create = bare(record.kind, record.parent().clone(), order);
                    create.words = record.words().to_owned();
                    create.fields = copied_fields(record);
                    draft.create(create)
                })
                .collect()
        });
        if self.board.act(draft.done()) {
            self.board.selection.set(made);
        }
    }
}

/// The fields of a copy: the same, a little aside.
fn copied_fields(record: &Record) -> Vec<Field> {
    let aside = 8 * 24;
    [FieldKey::Position, FieldKey::Size, FieldKey::Colour, FieldKey::Outline, FieldKey::Points, FieldKey::Asset, FieldKey::Done]
        .iter()
        .filter_map(|key| record.field(key))
        .map(|field| match field {
            Field::Position(at) => Field::Position(Point { x: at.x + aside, y: at.y + aside }),
            other => other,
        })
        .collect()
}
