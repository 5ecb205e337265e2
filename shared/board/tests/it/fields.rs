//! R15–R18: fields.

use crate::setting::{Desk, block, key, note, simple};
use board::{
    Operation, Refusal,
    id::{BlockId, Seq},
    record::{BlockValue, Colour, Direction, Field, FieldKey, Kind, Parent, Point, Size, WidgetKind},
};

#[test]
fn r15_the_last_writer_wins_field_by_field() {
    let mut desk = Desk::new();
    let record = desk.makes(1, note("a"));
    desk.does(1, &Operation::Set(record, Field::Colour(Colour::Rose))).unwrap();
    desk.does(2, &Operation::Set(record, Field::Position(Point { x: 8, y: 16 }))).unwrap();
    desk.does(2, &Operation::Set(record, Field::Colour(Colour::Sky))).unwrap();
    let record = desk.room.document().get(record).unwrap();
    assert_eq!((record.colour(), record.position()), (Colour::Sky, Point { x: 8, y: 16 }));
}

#[test]
fn r15_values_of_blocks_do_not_disturb_each_other() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let value = |name: &str, value| Operation::Set(frame, Field::Value(BlockId::from(name), value));
    desk.does(1, &value("size", BlockValue::Scale(1))).unwrap();
    desk.does(2, &value("price", BlockValue::Number(12_500))).unwrap();
    desk.does(2, &value("size", BlockValue::Scale(4))).unwrap();
    let document = desk.room.document();
    assert_eq!(document.value(frame, &BlockId::from("size")), BlockValue::Scale(4));
    assert_eq!(document.value(frame, &BlockId::from("price")), BlockValue::Number(12_500));
    assert_eq!(document.value(frame, &BlockId::from("other")), BlockValue::Empty);
    assert_eq!(document.get(frame).unwrap().values().count(), 2);
}

#[test]
fn r16_a_field_knows_its_last_write() {
    let mut desk = Desk::new();
    let record = desk.makes(1, note("a"));
    let fresh = desk.room.document().get(record).unwrap().clone();
    assert_eq!(fresh.written(&FieldKey::Colour), Seq(0));
    assert_eq!(fresh.written(&FieldKey::Home), Seq(1));
    assert_eq!((fresh.colour(), fresh.done(), fresh.position()), (Colour::Saffron, false, Point::default()));
    assert_eq!((fresh.size(), fresh.widget()), (Size { w: 1600, h: 960 }, WidgetKind::Button));
    desk.does(2, &Operation::Set(record, Field::Colour(Colour::Saffron))).unwrap();
    let record = desk.room.document().get(record).unwrap();
    assert_eq!((record.written(&FieldKey::Colour), record.touched), (Seq(2), Seq(2)));
}

#[test]
fn r17_a_template_is_written_at_creation_only() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let other = Operation::Set(frame, Field::Template("personas".into(), 2, Direction::Ltr));
    assert_eq!(desk.does(1, &other), Err(Refusal::DoesNotFit));
    assert_eq!(desk.room.document().get(frame).unwrap().template(), Some(("problem", 1, Direction::Rtl)));
}

#[test]
fn r18_parent_and_order_move_together() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let record = desk.makes(1, note("a"));
    let home = Field::Home(block(frame, "causes"), key("k"));
    desk.does(2, &Operation::Set(record, home.clone())).unwrap();
    let document = desk.room.document();
    assert_eq!(document.get(record).unwrap().field(&FieldKey::Home), Some(home));
    assert_eq!(document.in_block(frame, &BlockId::from("causes")).map(|note| note.id).collect::<Vec<_>>(), [record]);
    assert_eq!(document.children(&Parent::Board).count(), 1, "it left the board");
    assert_eq!(document.filled_blocks(frame), [BlockId::from("causes")]);
}

#[test]
fn r18_a_block_is_filled_by_a_child_a_value_or_a_text() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let child = desk.makes(1, board::operation::Create { parent: block(frame, "causes"), ..note("a") });
    desk.does(1, &Operation::Set(frame, Field::Value(BlockId::from("size"), BlockValue::Scale(2)))).unwrap();
    let text = board::record::TextKey::Block(BlockId::from("scene"));
    let base = desk.head();
    desk.does(1, &crate::setting::edit_of(frame, text, base, "", "b")).unwrap();
    let filled = |desk: &Desk| desk.room.document().filled_blocks(frame).into_iter().map(|block| block.0).collect::<Vec<_>>();
    assert_eq!(filled(&desk), ["causes", "scene", "size"]);
    desk.does(1, &Operation::Delete(child)).unwrap();
    desk.does(1, &Operation::Set(frame, Field::Value(BlockId::from("size"), BlockValue::Empty))).unwrap();
    assert_eq!(filled(&desk), ["scene"]);
}
