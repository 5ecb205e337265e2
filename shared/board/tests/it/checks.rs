//! R6–R14: what may be written.

use crate::setting::{Desk, edit, id, key, made, note, simple};
use board::{
    Operation, Refusal,
    id::{AssetId, BlockId, RecordId, Seq},
    operation::Create,
    record::{BlockValue, Colour, Direction, Field, Kind, Parent, Point, Size, WidgetKind},
};

struct Board {
    desk: Desk,
    note: RecordId,
    frame: RecordId,
    prototype: RecordId,
    screen: RecordId,
    hotspot: RecordId,
}

fn board() -> Board {
    let mut desk = Desk::new();
    let note = desk.makes(1, note("a"));
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let prototype = desk.makes(1, simple(Kind::Prototype, Parent::Board));
    let screen = desk.makes(1, simple(Kind::Screen, Parent::Record(prototype)));
    let hotspot = desk.makes(1, simple(Kind::Hotspot, Parent::Record(screen)));
    Board { desk, note, frame, prototype, screen, hotspot }
}

impl Board {
    fn set(&mut self, record: RecordId, field: Field) -> Result<(), Refusal> {
        self.desk.does(1, &Operation::Set(record, field)).map(|_| ())
    }

    fn create(&mut self, create: Create) -> Result<(), Refusal> {
        self.desk.does(1, &Operation::Create(create)).map(|_| ())
    }
}

#[test]
fn r6_each_of_the_five_operations_changes_the_board() {
    let mut board = board();
    let base = board.desk.head();
    board.desk.does(1, &edit(board.note, base, "a", "ab")).unwrap();
    board.set(board.note, Field::Done(true)).unwrap();
    assert_eq!(board.desk.words(board.note), "ab");
    board.desk.does(1, &Operation::Delete(board.note)).unwrap();
    assert!(!board.desk.room.document().is_visible(board.note));
    board.desk.does(1, &Operation::Restore(board.note)).unwrap();
    let record = board.desk.room.document().get(board.note).unwrap();
    assert!(board.desk.room.document().is_visible(board.note) && record.done());
}

#[test]
fn r7_check_on_a_document_says_what_the_room_says() {
    let mut board = board();
    let operations = [
        Operation::Set(board.note, Field::Link(Default::default())),
        Operation::Set(board.note, Field::Position(Point { x: i32::MAX, y: 0 })),
        Operation::Delete(id(9, 9)),
        Operation::Set(board.note, Field::Colour(Colour::Rose)),
        Operation::Create(note("b")),
    ];
    for operation in operations {
        let said = board.desk.room.document().check(board::id::Author(1), id(1, 900), &operation);
        assert_eq!(board.desk.does(1, &operation).map(|_| ()), said);
    }
}

#[test]
fn r8_what_was_never_made_is_missing() {
    let mut board = board();
    let ghost = id(7, 7);
    let base = board.desk.head();
    let operations = [
        Operation::Set(ghost, Field::Done(true)),
        edit(ghost, base, "", "a"),
        Operation::Delete(ghost),
        Operation::Restore(ghost),
        Operation::Create(simple(Kind::Note, Parent::Record(ghost))),
        Operation::Create(made(Kind::Connector, Parent::Board, (board.note, ghost))),
        Operation::Set(board.prototype, Field::FirstScreen(Some(ghost))),
        Operation::Set(board.hotspot, Field::Target(Some(ghost))),
    ];
    for operation in operations {
        assert_eq!(board.desk.does(1, &operation).map(|_| ()), Err(Refusal::Missing), "{operation:?}");
    }
}

#[test]
fn r10_a_create_holds_each_field_once_and_only_those_of_its_kind() {
    let mut board = board();
    let with = |fields: Vec<Field>| Create { fields, ..note("") };
    let twice = with(vec![Field::Colour(Colour::Sky), Field::Done(true), Field::Colour(Colour::Sky)]);
    assert_eq!(board.create(twice), Err(Refusal::IllFormed));
    assert_eq!(board.create(with(vec![Field::Home(Parent::Board, key("a"))])), Err(Refusal::IllFormed));
    assert_eq!(board.create(with(vec![Field::Widget(WidgetKind::Tabs)])), Err(Refusal::DoesNotFit));
    assert_eq!(board.create(with(vec![Field::Points(vec![Point::default()])])), Err(Refusal::DoesNotFit));
    assert_eq!(board.create(with(vec![Field::Colour(Colour::Sky), Field::Done(true)])), Ok(()));
}

#[test]
fn r10_a_set_writes_only_fields_the_kind_has() {
    let mut board = board();
    let (note, frame, screen, hotspot) = (board.note, board.frame, board.screen, board.hotspot);
    let wrong = [
        (note, Field::Target(Some(screen))),
        (note, Field::Value(BlockId::from("size"), BlockValue::Empty)),
        (frame, Field::Colour(Colour::Mint)),
        (frame, Field::Done(true)),
        (screen, Field::FirstScreen(None)),
        (hotspot, Field::Asset(None)),
        (hotspot, Field::Ends(note, frame)),
    ];
    for (record, field) in wrong {
        assert_eq!(board.set(record, field.clone()), Err(Refusal::DoesNotFit), "{field:?}");
    }
    let connector = board.desk.makes(1, made(Kind::Connector, Parent::Board, (note, frame)));
    assert_eq!(board.set(connector, Field::Position(Point::default())), Err(Refusal::DoesNotFit));
    assert_eq!(board.set(connector, Field::Size(Size { w: 80, h: 80 })), Err(Refusal::DoesNotFit));
}

#[test]
fn r11_a_record_is_made_with_what_it_cannot_be_without() {
    let mut board = board();
    for kind in [Kind::Frame, Kind::Connector, Kind::Link, Kind::Stroke] {
        let bare = Create { kind, ..note("") };
        assert_eq!(board.create(bare), Err(Refusal::DoesNotFit), "{kind:?}");
    }
    let talking = Create { words: "a".into(), ..simple(Kind::Stroke, Parent::Board) };
    assert_eq!(board.create(talking), Err(Refusal::DoesNotFit));
    let talking = Create { words: "a".into(), ..made(Kind::Link, Parent::Board, (board.note, board.frame)) };
    assert_eq!(board.create(talking), Err(Refusal::DoesNotFit));
    let base = board.desk.head();
    let text = board::record::TextKey::Block(BlockId::from("scene"));
    let of_a_note = crate::setting::edit_of(board.note, text, base, "", "a");
    assert_eq!(board.desk.does(1, &of_a_note).map(|_| ()), Err(Refusal::DoesNotFit), "only frames have blocks");
}

#[test]
fn r12_values_are_bounded() {
    let mut board = board();
    let (note, frame) = (board.note, board.frame);
    let value = |name: &str, value| Field::Value(BlockId::from(name), value);
    let far = board::limits::COORDINATE;
    let image = board.desk.makes(1, simple(Kind::Image, Parent::Board));
    let good = [
        (note, Field::Position(Point { x: far, y: -far })),
        (note, Field::Size(Size { w: 8, h: 1 << 20 })),
        (frame, value("size", BlockValue::Scale(5))),
        (frame, value("a-B_9", BlockValue::Choice(255))),
        (frame, value(&"x".repeat(32), BlockValue::Number(-board::limits::NUMBER))),
        (image, Field::Asset(Some(AssetId("0123456789abcdef0123456789abcdef".into())))),
    ];
    for (record, field) in good {
        assert_eq!(board.set(record, field.clone()), Ok(()), "{field:?}");
    }
    let wrong = [
        (note, Field::Position(Point { x: far + 1, y: 0 })),
        (note, Field::Position(Point { x: 0, y: i32::MIN })),
        (note, Field::Size(Size { w: 7, h: 80 })),
        (note, Field::Size(Size { w: 80, h: -80 })),
        (note, Field::Size(Size { w: (1 << 20) + 1, h: 80 })),
        (frame, value("size", BlockValue::Scale(0))),
        (frame, value("size", BlockValue::Scale(6))),
        (frame, value("n", BlockValue::Number(board::limits::NUMBER + 1))),
        (frame, value("n", BlockValue::Number(i64::MIN))),
        (frame, value("", BlockValue::Empty)),
        (frame, value("a b", BlockValue::Empty)),
        (frame, value("سبب", BlockValue::Empty)),
        (frame, value(&"x".repeat(33), BlockValue::Empty)),
        (image, Field::Asset(Some(AssetId("../../etc/passwd".into())))),
        (image, Field::Asset(Some(AssetId("0123456789ABCDEF0123456789ABCDEF".into())))),
    ];
    for (record, field) in wrong {
        assert_eq!(board.set(record, field.clone()), Err(Refusal::DoesNotFit), "{field:?}");
    }
    let template = |name: &str, version| Create {
        fields: vec![Field::Template(name.into(), version, Direction::Ltr)],
        ..simple(Kind::Frame, Parent::Board)
    };
    assert_eq!(board.create(template("problem", 0)), Err(Refusal::DoesNotFit));
    assert_eq!(board.create(template("", 1)), Err(Refusal::DoesNotFit));
    assert_eq!(board.create(template(&"x".repeat(33), 1)), Err(Refusal::DoesNotFit));
    let empty = Create { fields: vec![Field::Points(Vec::new())], ..simple(Kind::Stroke, Parent::Board) };
    assert_eq!(board.create(empty), Err(Refusal::DoesNotFit));
    let far = Create { fields: vec![Field::Points(vec![Point { x: i32::MIN, y: 0 }])], ..simple(Kind::Stroke, Parent::Board) };
    assert_eq!(board.create(far), Err(Refusal::DoesNotFit));
}

#[test]
fn r13_ends_are_two_different_records_that_can_be_joined() {
    let mut board = board();
    let (note, frame) = (board.note, board.frame);
    let connector = board.desk.makes(1, made(Kind::Connector, Parent::Board, (note, frame)));
    let link = board.desk.makes(1, made(Kind::Link, Parent::Board, (note, connector)));
    assert_eq!(board.create(made(Kind::Connector, Parent::Board, (note, note))), Err(Refusal::Cycle));
    assert_eq!(board.set(connector, Field::Ends(note, connector)), Err(Refusal::Cycle));
    assert_eq!(board.create(made(Kind::Connector, Parent::Board, (note, connector))), Err(Refusal::DoesNotFit));
    assert_eq!(board.create(made(Kind::Connector, Parent::Board, (link, note))), Err(Refusal::DoesNotFit));
    assert_eq!(board.create(made(Kind::Link, Parent::Board, (link, note))), Err(Refusal::DoesNotFit));
    assert_eq!(board.set(connector, Field::Ends(frame, note)), Ok(()));
}

#[test]
fn r14_a_target_is_a_screen_or_nothing() {
    let mut board = board();
    let (note, prototype, screen, hotspot) = (board.note, board.prototype, board.screen, board.hotspot);
    for target in [Some(screen), None] {
        assert_eq!(board.set(hotspot, Field::Target(target)), Ok(()));
        assert_eq!(board.set(prototype, Field::FirstScreen(target)), Ok(()));
    }
    assert_eq!(board.set(hotspot, Field::Target(Some(note))), Err(Refusal::DoesNotFit));
    assert_eq!(board.set(prototype, Field::FirstScreen(Some(prototype))), Err(Refusal::DoesNotFit));
    assert_eq!(board.desk.room.document().get(hotspot).unwrap().target(), None);
    assert_ne!(board.desk.head(), Seq(0));
}
