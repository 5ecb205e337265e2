//! What became of the place a thread is pinned on, told from the board alone. Pure.

use crate::feedback::AnchorState;
use board::{
    Document, Part, Place, Record,
    id::{BlockId, RecordId, Seq},
    record::{FieldKey, Kind, Parent, TextKey},
};

/// What happened to a place after `seen`: gone, other words or values, elsewhere, or nothing. Where several are true the first is told.
pub fn state(document: &Document, place: &Place, seen: Seq) -> AnchorState {
    let Some(record) = document.get(place.record).filter(|record| document.is_visible(record.id)) else { return AnchorState::Deleted };
    if changed(document, record, &place.part, seen) {
        AnchorState::Changed
    } else if [FieldKey::Home, FieldKey::Position].iter().any(|key| record.written(key) > seen) {
        AnchorState::Moved
    } else {
        AnchorState::Same
    }
}

fn changed(document: &Document, record: &Record, part: &Part, seen: Seq) -> bool {
    match part {
        Part::Field(key) => record.written(key) > seen,
        Part::Range(key, ..) => record.text_seq(key) > seen,
        Part::Block(block) => {
            record.text_seq(&TextKey::Block(block.clone())) > seen
                || record.written(&FieldKey::Value(block.clone())) > seen
                || inside(document, record.id, Some(block), seen)
        }
        Part::Whole | Part::At(_) => {
            let holds = matches!(record.kind, Kind::Frame | Kind::Prototype | Kind::Screen);
            content(record, seen) || (holds && inside(document, record.id, None, seen))
        }
    }
}

/// Were words or values of the record itself written since; where it stands and how large it is do not count.
fn content(record: &Record, seen: Seq) -> bool {
    const FIELDS: [FieldKey; 10] = [
        FieldKey::Colour,
        FieldKey::Outline,
        FieldKey::Done,
        FieldKey::Ends,
        FieldKey::Points,
        FieldKey::Asset,
        FieldKey::FirstScreen,
        FieldKey::Target,
        FieldKey::Widget,
        FieldKey::Link,
    ];
    FIELDS.iter().any(|key| record.written(key) > seen)
        || record.texts().any(|(key, _)| record.text_seq(key) > seen)
        || record.values().any(|(block, _)| record.written(&FieldKey::Value(block.clone())) > seen)
}

/// Was anything that lives in it touched since: in one block, or anywhere below.
fn inside(document: &Document, frame: RecordId, block: Option<&BlockId>, seen: Seq) -> bool {
    document.all().filter(|child| child.touched > seen).any(|child| match (child.parent(), block) {
        (Parent::Block(home, name), Some(block)) => *home == frame && name == block,
        (Parent::Block(home, _) | Parent::Record(home), None) => {
            *home == frame || document.get(*home).is_some_and(|home| *home.parent() == Parent::Record(frame))
        }
        (Parent::Record(_), Some(_)) | (Parent::Board, _) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        Envelope, Operation, encode,
        id::{Author, ClientNo},
        operation::{Create, Edit, Step},
        record::{Field, OrderKey, Point},
    };

    fn id(counter: u32) -> RecordId {
        RecordId { client: ClientNo(1), counter }
    }

    fn note(parent: Parent) -> Operation {
        Operation::Create(Create { kind: Kind::Note, parent, order: OrderKey("i".to_owned()), fields: Vec::new(), words: "eau".to_owned() })
    }

    fn frame() -> Operation {
        let fields = vec![Field::Template("problem-map".to_owned(), 1, board::record::Direction::Ltr)];
        let order = OrderKey("i".to_owned());
        Operation::Create(Create { kind: Kind::Frame, parent: Parent::Board, order, fields, words: String::new() })
    }

    fn after(operations: Vec<Operation>) -> Document {
        let mut document = Document::default();
        for (at, operation) in (1u32..).zip(operations) {
            let seq = Seq(at.into());
            let bytes = encode(&operation).into();
            let envelope = Envelope { seq, author: Author(1), client: ClientNo(1), counter: at, gesture: at, bytes };
            document.apply(&envelope).expect("an accepted operation");
        }
        document
    }

    #[test]
    fn a_thread_says_what_became_of_its_note() {
        let begun = vec![frame(), note(Parent::Block(id(1), BlockId::from("who")))];
        let told = |more: Operation| state(&after([begun.clone(), vec![more]].concat()), &Place::whole(id(2)), Seq(2));
        let edit = Edit { record: id(2), text: TextKey::Body, base: Seq(2), steps: vec![Step::Keep(3), Step::Insert("x".to_owned())] };
        assert_eq!(told(Operation::Set(id(1), Field::Position(Point { x: 8, y: 8 }))), AnchorState::Same);
        assert_eq!(told(Operation::Edit(edit)), AnchorState::Changed);
        assert_eq!(told(Operation::Set(id(2), Field::Home(Parent::Board, OrderKey("i".to_owned())))), AnchorState::Moved);
        assert_eq!(told(Operation::Delete(id(2))), AnchorState::Deleted);
        assert_eq!(told(Operation::Delete(id(1))), AnchorState::Deleted, "what it lives in is gone");
    }

    #[test]
    fn a_block_changes_with_what_is_in_it_and_not_with_its_neighbours() {
        let place = |block: &str| Place { record: id(1), part: Part::Block(BlockId::from(block)) };
        let board = after(vec![frame(), note(Parent::Block(id(1), BlockId::from("who")))]);
        assert_eq!(state(&board, &place("who"), Seq(1)), AnchorState::Changed);
        assert_eq!(state(&board, &place("causes"), Seq(1)), AnchorState::Same);
        assert_eq!(state(&board, &Place::whole(id(1)), Seq(1)), AnchorState::Changed);
    }
}
