//! R30, R31: what may live where.

use crate::setting::{Desk, block, id, key, made, simple};
use board::{
    Operation, Refusal,
    record::{Field, Kind, Parent},
};

const KINDS: [Kind; 12] = [
    Kind::Note,
    Kind::Text,
    Kind::Shape,
    Kind::Connector,
    Kind::Stroke,
    Kind::Image,
    Kind::Frame,
    Kind::Prototype,
    Kind::Screen,
    Kind::Hotspot,
    Kind::Widget,
    Kind::Link,
];

#[test]
fn r30_a_record_inside_itself_is_refused() {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let note = desk.makes(1, simple(Kind::Note, block(frame, "causes")));
    let prototype = desk.makes(1, simple(Kind::Prototype, Parent::Board));
    let screen = desk.makes(1, simple(Kind::Screen, Parent::Record(prototype)));
    let widget = desk.makes(1, simple(Kind::Widget, Parent::Record(screen)));
    let mut moved = |record, parent| desk.does(1, &Operation::Set(record, Field::Home(parent, key("i")))).map(|_| ());
    assert_eq!(moved(note, Parent::Record(note)), Err(Refusal::Cycle));
    assert_eq!(moved(frame, block(frame, "causes")), Err(Refusal::Cycle));
    assert_eq!(moved(frame, Parent::Record(note)), Err(Refusal::Cycle));
    assert_eq!(moved(prototype, Parent::Record(widget)), Err(Refusal::Cycle));
    assert_eq!(moved(screen, Parent::Record(widget)), Err(Refusal::Cycle));
    assert_eq!(moved(id(9, 9), Parent::Board), Err(Refusal::Missing));
    let own = Operation::Create(simple(Kind::Note, Parent::Record(id(1, 900))));
    let refusal = desk.room.document().check(board::id::Author(1), id(1, 900), &own);
    assert_eq!(refusal, Err(Refusal::Cycle), "nor is it made in itself");
}

#[test]
fn r31_parents_that_do_not_fit_are_refused() {
    let mut desk = Desk::new();
    let ends = (desk.makes(1, simple(Kind::Note, Parent::Board)), desk.makes(1, simple(Kind::Shape, Parent::Board)));
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let prototype = desk.makes(1, simple(Kind::Prototype, Parent::Board));
    let screen = desk.makes(1, simple(Kind::Screen, Parent::Record(prototype)));
    let homes = [
        ("board", Parent::Board),
        ("frame", Parent::Record(frame)),
        ("block", block(frame, "causes")),
        ("prototype", Parent::Record(prototype)),
        ("screen", Parent::Record(screen)),
        ("note", Parent::Record(ends.0)),
        ("block of a note", block(ends.0, "causes")),
        ("block of a screen", block(screen, "causes")),
    ];
    for kind in KINDS {
        let fits: &[&str] = match kind {
            Kind::Frame | Kind::Prototype | Kind::Connector | Kind::Link => &["board"],
            Kind::Screen => &["prototype"],
            Kind::Hotspot | Kind::Widget => &["screen"],
            Kind::Note | Kind::Image => &["board", "frame", "block", "screen"],
            Kind::Text | Kind::Shape | Kind::Stroke => &["board", "frame", "screen"],
        };
        for (name, home) in &homes {
            let said = desk.does(1, &Operation::Create(made(kind, home.clone(), ends))).map(|_| ());
            let expected = if fits.contains(name) { Ok(()) } else { Err(Refusal::DoesNotFit) };
            assert_eq!(said, expected, "{kind:?} in {name}");
        }
    }
    let unnamed = Operation::Create(simple(Kind::Note, block(frame, "")));
    assert_eq!(desk.does(1, &unnamed), Err(Refusal::DoesNotFit));
    let into_a_note = Operation::Set(ends.1, Field::Home(Parent::Record(ends.0), key("i")));
    assert_eq!(desk.does(1, &into_a_note), Err(Refusal::DoesNotFit), "nor is anything moved there");
}
