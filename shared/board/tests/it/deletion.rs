//! R34–R36: deletion.

use crate::setting::{Desk, block, edit, note, simple};
use board::{
    Operation,
    operation::Create,
    record::{Colour, Field, Kind, Parent},
};

#[test]
fn r34_deleted_stays_deleted_until_restored() {
    let mut desk = Desk::new();
    let record = desk.makes(1, note("a"));
    desk.does(1, &Operation::Restore(record)).unwrap();
    assert!(desk.room.document().is_visible(record));
    desk.does(1, &Operation::Delete(record)).unwrap();
    let since = desk.room.document().get(record).unwrap().deleted;
    desk.does(2, &Operation::Delete(record)).unwrap();
    assert_eq!(desk.room.document().get(record).unwrap().deleted, since, "the first one counts");
    assert_eq!((desk.room.document().len(), desk.room.document().elements()), (0, 0));
    desk.does(2, &Operation::Restore(record)).unwrap();
    assert_eq!((desk.room.document().len(), desk.room.document().elements()), (1, 1));
    assert_eq!(desk.words(record), "a");
}

#[test]
fn r35_children_are_hidden_with_their_parent_and_come_back_with_it() {
    let mut desk = Desk::new();
    let prototype = desk.makes(1, simple(Kind::Prototype, Parent::Board));
    let screen = desk.makes(1, simple(Kind::Screen, Parent::Record(prototype)));
    let widget = desk.makes(1, simple(Kind::Widget, Parent::Record(screen)));
    desk.does(1, &Operation::Delete(prototype)).unwrap();
    let document = desk.room.document();
    assert!(!document.is_visible(screen) && !document.is_visible(widget) && document.is_empty());
    assert_eq!(document.children(&Parent::Record(screen)).count(), 0);
    assert_eq!(document.get(widget).unwrap().deleted, None, "hidden, not deleted");
    assert_eq!(document.elements(), 2, "and still counted");
    desk.does(1, &Operation::Restore(prototype)).unwrap();
    assert!(desk.room.document().is_visible(widget));
}

#[test]
fn r36_what_is_done_to_a_deleted_record_shows_when_it_is_restored() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let record = desk.makes(1, note("a"));
    let base = desk.head();
    desk.does(1, &Operation::Delete(record)).unwrap();
    desk.does(2, &edit(record, base, "a", "ab")).unwrap();
    desk.does(2, &Operation::Set(record, Field::Colour(Colour::Rose))).unwrap();
    desk.does(1, &Operation::Delete(frame)).unwrap();
    let child = desk.makes(2, Create { parent: block(frame, "causes"), ..note("late") });
    assert!(!desk.room.document().is_visible(record) && !desk.room.document().is_visible(child));
    for gone in [record, frame] {
        desk.does(1, &Operation::Restore(gone)).unwrap();
    }
    assert_eq!(desk.words(record), "ab");
    assert_eq!(desk.room.document().get(record).unwrap().colour(), Colour::Rose);
    assert!(desk.room.document().is_visible(child));
}
