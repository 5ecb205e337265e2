//! The board's pure parts: how far a sheet is filled, what its numbers come to, where new things go, what a remark is written on.

use super::{anchor, draft::bare, fill, spot};
use board::{
    Document, Envelope, Operation, Part, Place, encode,
    id::{Author, BlockId, ClientNo, RecordId, Seq},
    operation::Create,
    record::{BlockValue, Direction, Field, Kind, Parent, Point},
};
use shared::{
    Lang,
    programme::{BlockKind, Template},
};

fn template(id: &str) -> Template {
    shared::reference::template(id, Lang::Fr).expect("a shipped template")
}

/// A board on which these operations were accepted, one after the other.
fn document(operations: Vec<Operation>) -> Document {
    let mut document = Document::default();
    for (at, operation) in (1u32..).zip(operations) {
        let envelope = Envelope {
            seq: Seq(at.into()),
            author: Author(1),
            client: ClientNo(1),
            counter: at,
            gesture: at,
            bytes: encode(&operation).into(),
        };
        document.apply(&envelope).expect("an accepted operation");
    }
    document
}

fn id(counter: u32) -> RecordId {
    RecordId { client: ClientNo(1), counter }
}

fn create(document: &Document, kind: Kind, parent: Parent, fields: Vec<Field>, words: &str) -> Operation {
    let order = document.order_last(&parent);
    Operation::Create(Create { fields, words: words.to_owned(), ..bare(kind, parent, order) })
}

fn frame(of: &Template) -> Operation {
    create(&Document::default(), Kind::Frame, Parent::Board, vec![Field::Template(of.id.clone(), of.version, Direction::Ltr)], "")
}

#[test]
fn a_sheet_tells_how_far_it_is_filled_and_what_comes_next() {
    let of = template("problem-map");
    let empty = Document::default();
    let mut operations = vec![frame(&of)];
    let who = BlockId::from("who");
    operations.push(create(&empty, Kind::Note, Parent::Block(id(1), who), Vec::new(), "les voisins"));
    operations.push(Operation::Set(id(1), Field::Value(BlockId::from("decision"), BlockValue::Choice(0))));
    let board = document(operations);
    let fill = fill::of(&board, id(1), &of);
    assert_eq!((fill.filled, fill.blocks, fill.next), (2, 8, Some(BlockId::from("scene"))));
}

#[test]
fn a_computed_number_says_what_it_lacks() {
    let of = template("unit-economics");
    let typed = |block: &str, number: i64| Operation::Set(id(1), Field::Value(BlockId::from(block), BlockValue::Number(number * 1000)));
    let board = document(vec![frame(&of), typed("price", 240), typed("variable", 115)]);
    assert_eq!(fill::number(&board, id(1), &of, "margin"), Ok(125_000));
    let fixed = of.blocks.iter().find(|block| block.id == "fixed").expect("a block").name.clone();
    assert_eq!(fill::number(&board, id(1), &of, "breakeven"), Err(fill::NoNumber::Missing(fixed)));
    let board = document(vec![frame(&of), typed("price", 100), typed("variable", 115), typed("fixed", 1), typed("pay", 1)]);
    assert_eq!(fill::number(&board, id(1), &of, "breakeven"), Err(fill::NoNumber::NoResult));
}

#[test]
fn computed_numbers_are_not_counted_among_what_is_to_fill() {
    let of = template("unit-economics");
    let computed = of.blocks.iter().filter(|block| block.formula.is_some()).count();
    assert_eq!(of.blocks.iter().filter(|block| block.kind == BlockKind::Number).count(), 10);
    assert_eq!(fill::of(&document(vec![frame(&of)]), id(1), &of).blocks as usize, of.blocks.len() - computed);
}

#[test]
fn new_things_stand_on_nothing() {
    let of = template("lean-canvas");
    let size = spot::sheet_size(&of);
    let mut board = Document::default();
    let mut operations = Vec::new();
    let mut spots = Vec::<Point>::new();
    for _ in 0..5 {
        let at = spot::free(&board, size);
        assert!(spots.iter().all(|other| (at.x - other.x).abs() >= size.w || (at.y - other.y).abs() >= size.h), "{at:?} in {spots:?}");
        spots.push(at);
        let fields = vec![Field::Template(of.id.clone(), of.version, Direction::Rtl), Field::Size(size), Field::Position(at)];
        operations.push(create(&board, Kind::Frame, Parent::Board, fields, ""));
        board = document(operations.clone());
    }
}

#[test]
fn a_step_up_and_down_moves_one_place_among_its_own_kind() {
    let empty = Document::default();
    let block = Parent::Block(id(1), BlockId::from("who"));
    let mut operations = vec![frame(&template("problem-map"))];
    for words in ["un", "deux", "trois"] {
        let so_far = document(operations.clone());
        operations.push(create(&so_far, Kind::Note, block.clone(), Vec::new(), words));
    }
    let told = |board: &Document| board.children(&block).map(|note| note.words().to_owned()).collect::<Vec<_>>();
    let board = document(operations.clone());
    let up = spot::step(&board, id(4), spot::Step::Up).expect("not the first");
    operations.push(Operation::Set(id(4), up));
    let board = document(operations.clone());
    assert_eq!(told(&board), ["un", "trois", "deux"]);
    let down = spot::step(&board, id(2), spot::Step::Down).expect("not the last");
    operations.push(Operation::Set(id(2), down));
    assert_eq!(told(&document(operations)), ["trois", "un", "deux"]);
    assert_eq!(spot::step(&board, id(2), spot::Step::Up), None);
    assert_eq!(spot::step(&empty, id(2), spot::Step::Up), None);
}

#[test]
fn a_remark_keeps_the_sheet_the_case_and_the_words() {
    let of = template("problem-map");
    let empty = Document::default();
    let note = create(&empty, Kind::Note, Parent::Block(id(1), BlockId::from("who")), Vec::new(), "les voisins");
    let board = document(vec![frame(&of), note]);
    let templates = [of.clone()];
    let on_note = anchor::of(&board, &templates, Place::whole(id(2))).expect("a note");
    let name = of.blocks.iter().find(|block| block.id == "who").expect("a block").name.clone();
    assert_eq!(
        (on_note.frame.as_str(), on_note.part.as_str(), on_note.quote.exact.as_str()),
        (of.name.as_str(), name.as_str(), "les voisins")
    );
    let on_block = anchor::of(&board, &templates, Place { record: id(1), part: Part::Block(BlockId::from("who")) }).expect("a block");
    assert_eq!((on_block.part, on_block.quote.exact.as_str(), on_block.seen), (name, "les voisins", Seq(2)));
    assert_eq!(anchor::of(&board, &templates, Place::whole(id(9))), None);
}
