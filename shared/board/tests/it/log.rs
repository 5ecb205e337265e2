//! R1–R5: names and the log.

use crate::setting::{Desk, edit, id, note, sent};
use board::{
    Document, Operation, Outcome, Refusal,
    id::{RecordId, Seq},
};

fn busy() -> Desk {
    let mut desk = Desk::new();
    let first = desk.makes(1, note("ماء"));
    let base = desk.head();
    desk.does(2, &edit(first, base, "ماء", "ماء بارد")).unwrap();
    desk.does(1, &edit(first, base, "ماء", "eau ماء")).unwrap();
    let second = desk.makes(2, note("b"));
    desk.does(1, &Operation::Delete(second)).unwrap();
    desk
}

#[test]
fn r1_a_record_is_named_by_the_operation_that_made_it() {
    let mut desk = Desk::new();
    desk.makes(3, note("a"));
    let record = desk.makes(3, note("b"));
    assert_eq!(record, id(3, 2));
    assert_eq!(record.to_string(), "3-2");
    assert_eq!("3-2".parse::<RecordId>().unwrap(), record);
    for wrong in ["", "3", "3-", "-2", "3-2-1", "a-b", "4294967296-1"] {
        assert!(wrong.parse::<RecordId>().is_err(), "{wrong}");
    }
}

#[test]
fn r2_each_accepted_operation_gets_the_next_seq() {
    let desk = busy();
    let seqs: Vec<u64> = desk.log.iter().map(|envelope| envelope.seq.0).collect();
    assert_eq!(seqs, [1, 2, 3, 4, 5]);
    assert_eq!(desk.head(), Seq(5));
}

#[test]
fn r3_apply_takes_only_the_next_seq() {
    let desk = busy();
    let mut document = Document::default();
    assert_eq!(document.apply(&desk.log[1]), Err(Refusal::Counter));
    document.apply(&desk.log[0]).unwrap();
    let before = document.clone();
    assert_eq!(document.apply(&desk.log[0]), Err(Refusal::Counter));
    assert_eq!(document.apply(&desk.log[2]), Err(Refusal::Counter));
    assert_eq!(document, before);
}

#[test]
fn r4_the_log_holds_edits_as_they_were_transformed() {
    let desk = busy();
    let Operation::Edit(edit) = board::decode_operation(&desk.log[2].bytes).unwrap() else { panic!("an edit") };
    assert_eq!(edit.base, Seq(2), "of the operation just before it");
    let mut document = Document::default();
    for envelope in &desk.log {
        document.apply(envelope).unwrap();
    }
    assert_eq!(&document, desk.room.document());
    assert_eq!(document.get(id(1, 1)).unwrap().words(), "eau ماء بارد");
}

#[test]
fn r5_equal_logs_give_equal_documents_and_snapshots() {
    let (one, other) = (busy(), busy());
    assert_eq!(one.log, other.log);
    assert_eq!(one.room.document(), other.room.document());
    assert_eq!(one.room.document().snapshot(), other.room.document().snapshot());
}

#[test]
fn r9_a_name_that_is_taken_is_not_given_again() {
    let mut desk = busy();
    let again = Operation::Create(note("again"));
    let refusal = desk.room.document().check(board::id::Author(1), id(1, 1), &again);
    assert_eq!(refusal, Err(Refusal::Counter));
    assert_eq!(desk.push(1, &[sent(1, &again)]), [Outcome::Repeated(1)]);
}
