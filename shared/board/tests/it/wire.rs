//! R72, R73, R75–R78: bytes in and out. Golden bytes stand in `golden.rs`.

use crate::setting::{Desk, block, id, note, simple};
use board::{
    Document, Operation, Part, Place, Refusal, ToServer,
    id::BlockId,
    operation::Create,
    record::{Colour, Field, FieldKey, Kind, Parent, Point, TextKey},
};

#[test]
fn r72_all_bytes_belong_to_the_value() {
    let mut bytes = board::encode(&ToServer::Ping);
    assert_eq!(board::decode::<ToServer>(&bytes), Ok(ToServer::Ping));
    bytes.push(0);
    assert_eq!(board::decode::<ToServer>(&bytes), Err(Refusal::IllFormed));
    assert_eq!(board::decode::<ToServer>(&[]), Err(Refusal::IllFormed));
}

#[test]
fn r72_an_operation_has_one_way_to_be_written() {
    let delete = board::encode(&Operation::Delete(id(2, 3)));
    assert_eq!(delete, [0x82, 0x03, 0x81, 0x82, 0x02, 0x03]);
    assert_eq!(board::decode_operation(&delete), Ok(Operation::Delete(id(2, 3))));
    let seconds: [&[u8]; 4] = [
        &[0x82, 0x18, 0x03, 0x81, 0x82, 0x02, 0x03],
        &[0x82, 0x03, 0x81, 0x82, 0x02, 0x18, 0x03],
        &[0x82, 0x03, 0x81, 0x9f, 0x02, 0x03, 0xff],
        &[0x82, 0x03, 0x81, 0x83, 0x02, 0x03, 0x00],
    ];
    for second in seconds {
        assert_eq!(board::decode_operation(second), Err(Refusal::IllFormed), "{second:x?}");
    }
}

#[test]
fn r73_a_variant_newer_than_this_code_is_an_unknown_kind() {
    assert_eq!(board::decode_operation(&[0x82, 0x18, 0x63, 0x80]), Err(Refusal::UnknownKind));
    assert_eq!(board::decode::<ToServer>(&[0x82, 0x18, 0x63, 0x80]), Err(Refusal::UnknownKind));
    let mut colour = board::encode(&Operation::Set(id(1, 1), Field::Colour(Colour::Plain)));
    *colour.last_mut().unwrap() = 0x17;
    assert_eq!(board::decode_operation(&colour), Err(Refusal::UnknownKind), "inside an operation too");
}

fn board() -> Document {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    for order in ["c", "a", "b"] {
        let create = Create { parent: block(frame, "causes"), order: board::OrderKey(order.into()), ..note("ماء 😀") };
        desk.makes(2, create);
    }
    desk.does(1, &Operation::Delete(id(2, 1))).unwrap();
    desk.does(1, &Operation::Set(id(2, 2), Field::Position(Point { x: -8, y: 8 }))).unwrap();
    desk.room.document().clone()
}

#[test]
fn r75_a_snapshot_gives_the_same_document() {
    let document = board();
    let bytes = document.snapshot();
    let read = Document::from_snapshot(&bytes).unwrap();
    assert_eq!((&read, read.elements(), read.snapshot()), (&document, document.elements(), bytes));
    let order = |document: &Document| document.children(&block(id(1, 1), "causes")).map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(order(&read), order(&document));
    assert_eq!(Document::from_snapshot(&Document::default().snapshot()), Ok(Document::default()));
}

#[test]
fn r76_snapshots_that_are_newer_or_damaged_are_refused() {
    let bytes = board().snapshot();
    let mut newer = bytes.clone();
    assert_eq!(newer[1], 1, "the schema");
    newer[1] = 2;
    assert_eq!(Document::from_snapshot(&newer), Err(Refusal::Protocol));
    assert_eq!(Document::from_snapshot(&[0x81, 0x19, 0xff, 0xff]), Err(Refusal::Protocol), "whatever else it holds");
    assert_eq!(Document::from_snapshot(&bytes[..bytes.len() - 1]), Err(Refusal::IllFormed));
    assert_eq!(Document::from_snapshot(&[]), Err(Refusal::IllFormed));
    let endless = [&[0x83, 0x01, 0x1b], &[0xff_u8; 8][..], &[0x80]].concat();
    assert_eq!(Document::from_snapshot(&endless), Err(Refusal::IllFormed), "no log reaches there");
    let mut desk = Desk::new();
    desk.makes(1, note(""));
    desk.makes(1, note(""));
    let good = desk.room.document().snapshot();
    let (head, records) = good.split_at(4);
    let (one, other) = records.split_at(records.len() / 2);
    assert!(Document::from_snapshot(&[head, one, other].concat()).is_ok());
    assert_eq!(Document::from_snapshot(&[head, other, one].concat()), Err(Refusal::IllFormed), "out of order");
    assert_eq!(Document::from_snapshot(&[head, one, one].concat()), Err(Refusal::IllFormed), "one name twice");
}

#[test]
fn r77_a_place_reads_back_as_itself() {
    let block = || BlockId::from("causes");
    let parts = [
        (Part::Whole, "3-17"),
        (Part::At(Point { x: -120, y: 80 }), "3-17.at.-120.80"),
        (Part::Block(block()), "3-17.block.causes"),
        (Part::Range(TextKey::Body, 3, 9), "3-17.text.3.9"),
        (Part::Range(TextKey::Block(block()), 3, 9), "3-17.text.3.9.causes"),
    ];
    for (part, text) in parts {
        let place = Place { record: id(3, 17), part };
        assert_eq!((place.to_string().as_str(), text.parse()), (text, Ok(place)));
    }
    let field = Place { record: id(3, 17), part: Part::Field(FieldKey::Colour) };
    assert_eq!(field.to_string().parse(), Ok(Place::whole(id(3, 17))));
    let long = format!("3-17.block.{}", "x".repeat(33));
    for wrong in ["", ".", "3-17.", "3-17.at.1", "3-17.at.1.x", "3-17.text.3", "3-17.text.-1.3", "3-17.other.x", "17.block.causes", &long] {
        assert!(wrong.parse::<Place>().is_err(), "{wrong}");
    }
}
