//! R79–R84: what a board may grow to. R85 stands in `room.rs`.

use crate::setting::{Desk, block, edit_of, id, note, sent, simple};
use board::{
    Document, Operation, Outcome, Refusal, Sent,
    id::BlockId,
    limits,
    operation::Create,
    record::{BlockValue, Field, Kind, Parent, Point, TextKey},
};

#[test]
fn r79_a_full_board_takes_no_more() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let child = Operation::Create(Create { parent: block(frame, "causes"), ..note("") });
    for first in (2..limits::ELEMENTS as u32).step_by(limits::PUSH) {
        let push: Vec<Sent> = (first..first + limits::PUSH as u32).map(|counter| sent(counter, &child)).collect();
        desk.push(1, &push);
    }
    assert_eq!(desk.room.document().elements(), limits::ELEMENTS);
    assert_eq!(desk.does(2, &child), Err(Refusal::BoardFull));
    desk.does(2, &Operation::Delete(id(1, 9))).unwrap();
    desk.does(2, &child).unwrap();
    assert_eq!(desk.does(2, &Operation::Restore(id(1, 9))), Err(Refusal::BoardFull));
    desk.does(2, &Operation::Restore(id(1, 8))).unwrap();
    desk.does(2, &Operation::Delete(frame)).unwrap();
    desk.does(2, &child).unwrap();
    assert_eq!(desk.does(2, &child), Err(Refusal::BoardFull), "hidden ones count");
}

#[test]
fn r80_texts_and_strokes_that_are_too_large_are_refused() {
    let mut desk = Desk::new();
    let created = |desk: &mut Desk, create| desk.does(1, &Operation::Create(create)).map(|_| ());
    assert_eq!(created(&mut desk, note(&"😀".repeat(limits::TEXT))), Ok(()));
    assert_eq!(created(&mut desk, note(&"a".repeat(limits::TEXT + 1))), Err(Refusal::TextTooLong));
    let stroke = |many| Create { fields: vec![Field::Points(vec![Point::default(); many])], ..simple(Kind::Stroke, Parent::Board) };
    assert_eq!(created(&mut desk, stroke(limits::POINTS)), Ok(()));
    assert_eq!(created(&mut desk, stroke(limits::POINTS + 1)), Err(Refusal::TooLarge));
    let longer = Operation::Set(id(1, 3), Field::Points(vec![Point::default(); limits::POINTS + 1]));
    assert_eq!(desk.does(1, &longer), Err(Refusal::TooLarge));
}

#[test]
fn r81_an_operation_that_is_too_large_is_refused() {
    let mut desk = Desk::new();
    let large = Operation::Create(note(&"a".repeat(limits::OPERATION)));
    assert_eq!(desk.does(1, &large), Err(Refusal::TooLarge));
    assert_eq!(board::decode_operation(&vec![0xff; limits::OPERATION + 1]), Err(Refusal::TooLarge), "before it is read");
    assert_eq!(board::decode_operation(&vec![0xff; limits::OPERATION]), Err(Refusal::IllFormed));
}

#[test]
fn r82_a_push_that_is_too_large_is_refused_whole() {
    let mut desk = Desk::new();
    let push: Vec<Sent> = (1..=limits::PUSH as u32 + 1).map(|counter| sent(counter, &Operation::Create(note("")))).collect();
    assert_eq!(desk.push(1, &push), [Outcome::Refused { counter: 0, why: Refusal::TooLarge }]);
    assert_eq!(desk.room.document().elements(), 0);
    assert_eq!(desk.push(1, &push[1..]).len(), limits::PUSH);
    assert_eq!(desk.room.document().elements(), limits::PUSH);
}

#[test]
fn r83_a_frame_holds_so_many_values_and_texts() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let value = |at: usize| Operation::Set(frame, Field::Value(BlockId(format!("b{at}")), BlockValue::Choice(1)));
    let text = |at: usize, desk: &Desk| edit_of(frame, TextKey::Block(BlockId(format!("b{at}"))), desk.head(), "", "a");
    for at in 0..limits::BLOCKS {
        desk.does(1, &value(at)).unwrap();
        let edit = text(at, &desk);
        desk.does(1, &edit).unwrap();
    }
    assert_eq!(desk.does(1, &value(limits::BLOCKS)), Err(Refusal::TooLarge));
    let edit = text(limits::BLOCKS, &desk);
    assert_eq!(desk.does(1, &edit), Err(Refusal::TooLarge));
    desk.does(1, &value(3)).unwrap();
    let mut fields = vec![Field::Template("problem".into(), 1, Default::default())];
    fields.extend((0..=limits::BLOCKS).map(|at| Field::Value(BlockId(format!("b{at}")), BlockValue::Choice(1))));
    let made_with_more = Operation::Create(Create { fields, ..simple(Kind::Frame, Parent::Board) });
    assert_eq!(desk.does(1, &made_with_more), Err(Refusal::TooLarge));
}

#[test]
fn r84_more_bytes_than_anything_has_are_not_read() {
    let bytes = vec![0; limits::ANYTHING + 1];
    assert_eq!(board::decode::<board::ToBrowser>(&bytes), Err(Refusal::TooLarge));
    assert_eq!(Document::from_snapshot(&bytes), Err(Refusal::TooLarge));
}
