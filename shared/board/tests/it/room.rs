//! R63–R70, R85: the server's side.

use crate::setting::{Desk, edit, id, note, sent};
use board::{
    Document, Operation, Outcome, Refusal, Replica, Room, Sent,
    id::{Author, ClientNo, Seq},
    limits,
    record::Field,
    wire::Missing,
};

fn create(counter: u32, words: &str) -> Sent {
    sent(counter, &Operation::Create(note(words)))
}

fn counters(outcomes: &[Outcome]) -> Vec<(u32, Option<Refusal>)> {
    let told = outcomes.iter().map(|outcome| match outcome {
        Outcome::Accepted(envelope) => (envelope.counter, None),
        Outcome::Repeated(counter) => (*counter, Some(Refusal::Counter)),
        Outcome::Refused { counter, why } => (*counter, Some(*why)),
    });
    told.collect()
}

#[test]
fn r63_a_push_is_judged_on_a_copy() {
    let mut room = Room::new(Document::default(), []);
    let mut staged = room.stage();
    staged.push(ClientNo(1), Author(1), &[create(1, "a")]);
    let late = room.stage();
    assert_eq!((room.head(), staged.document().head(), staged.counter(ClientNo(1))), (Seq(0), Seq(1), 1));
    let dropped = staged.clone();
    drop(dropped);
    assert_eq!((room.head(), room.counter(ClientNo(1))), (Seq(0), 0), "a failed commit leaves nothing behind");
    room.adopt(staged).unwrap();
    assert_eq!((room.head(), room.counter(ClientNo(1))), (Seq(1), 1));
    assert_eq!(room.adopt(late), Err(Refusal::Counter));
    assert_eq!(room.document().len(), 1);
}

#[test]
fn r64_a_refused_operation_does_not_stop_the_rest() {
    let mut desk = Desk::new();
    let unknown = Sent { counter: 2, gesture: 1, bytes: vec![0x82, 0x18, 0x63, 0x80].into(), age: 0 };
    let garbage = Sent { counter: 3, gesture: 1, bytes: vec![0xff, 0x00].into(), age: 0 };
    let missing = sent(4, &Operation::Delete(id(9, 9)));
    let outcomes = desk.push(1, &[create(1, "a"), unknown, garbage, missing, create(5, "b")]);
    let expected = [(1, None), (2, Some(Refusal::UnknownKind)), (3, Some(Refusal::IllFormed)), (4, Some(Refusal::Missing)), (5, None)];
    assert_eq!(counters(&outcomes), expected);
    assert_eq!((desk.head(), desk.room.document().len()), (Seq(2), 2));
}

#[test]
fn r65_a_repeated_push_changes_nothing() {
    let mut desk = Desk::new();
    let push = [create(1, "a"), create(2, "b")];
    desk.push(1, &push);
    let before = desk.room.document().clone();
    assert_eq!(desk.push(1, &push), [Outcome::Repeated(1), Outcome::Repeated(2)]);
    assert_eq!((desk.room.document(), desk.log.len()), (&before, 2));
    let twice = desk.push(2, &[create(1, "c"), create(1, "c")]);
    assert_eq!(counters(&twice), [(1, None), (1, Some(Refusal::Counter))]);
    assert_eq!(desk.room.document().len(), 3, "another client counts for itself");
    let mut again = Room::new(desk.room.document().clone(), [(ClientNo(1), 2)]);
    let mut staged = again.stage();
    assert_eq!(staged.push(ClientNo(1), Author(1), &push), [Outcome::Repeated(1), Outcome::Repeated(2)]);
    again.adopt(staged).unwrap();
}

#[test]
fn r66_a_refused_counter_may_be_judged_again_until_a_higher_one_is_accepted() {
    let mut desk = Desk::new();
    let delete = |counter| sent(counter, &Operation::Delete(id(2, 1)));
    assert_eq!(counters(&desk.push(1, &[delete(1)])), [(1, Some(Refusal::Missing))]);
    assert_eq!(counters(&desk.push(1, &[delete(1)])), [(1, Some(Refusal::Missing))], "refused, not repeated");
    assert_eq!(desk.room.counter(ClientNo(1)), 0);
    desk.push(2, &[create(1, "a")]);
    desk.push(1, &[create(2, "b")]);
    assert_eq!(desk.push(1, &[delete(1)]), [Outcome::Repeated(1)]);
    assert!(desk.room.document().is_visible(id(2, 1)));
}

#[test]
fn r67_counters_and_gestures_begin_at_one_and_do_not_run_ahead() {
    let mut desk = Desk::new();
    let with = |counter, gesture| Sent { counter, gesture, ..create(1, "a") };
    for (counter, gesture) in [(0, 0), (0, 1), (1, 0), (1, 2)] {
        assert_eq!(counters(&desk.push(1, &[with(counter, gesture)])), [(counter, Some(Refusal::Counter))]);
    }
    assert_eq!(counters(&desk.push(1, &[with(9, 3), with(u32::MAX, 9)])), [(9, None), (u32::MAX, None)]);
}

#[test]
fn r68_a_newcomer_gets_what_is_missing() {
    let mut desk = Desk::new();
    for counter in 1..=3 {
        desk.push(1, &[create(counter, "a")]);
    }
    assert_eq!(desk.room.welcome(Seq(1)), Missing::Since(desk.log[1..].to_vec()));
    assert_eq!(desk.room.welcome(Seq(3)), Missing::Since(vec![]));
    let restarted = Room::new(desk.room.document().clone(), []);
    let snapshot = Missing::Snapshot(desk.room.document().snapshot().into());
    assert_eq!(restarted.welcome(Seq(1)), snapshot);
    assert_eq!(desk.room.welcome(Seq(4)), snapshot, "someone who has seen more than there is");
    assert_eq!(restarted.welcome(Seq(3)), Missing::Since(vec![]));
}

#[test]
fn r69_the_log_is_recalled_ahead_of_the_tail() {
    let mut desk = Desk::new();
    let record = desk.makes(1, note("ab"));
    let base = desk.head();
    for (old, new) in [("ab", "abc"), ("abc", "abcd"), ("abcd", "abcde")] {
        let head = desk.head();
        desk.does(2, &edit(record, head, old, new)).unwrap();
    }
    let old = sent(1, &edit(record, base, "ab", "xab"));
    assert_eq!(Room::oldest_base(&[create(3, ""), old.clone()]), Some(base));
    let mut room = Room::new(desk.room.document().clone(), []);
    assert_eq!(room.recall(&desk.log[..3]), Err(Refusal::Counter), "a gap");
    assert_eq!(room.reach(), Seq(4));
    room.recall(&desk.log[2..]).unwrap();
    room.recall(&desk.log[..]).unwrap();
    assert_eq!((room.reach(), room.recall(&[])), (Seq(0), Ok(())));
    assert_eq!(room.welcome(base), Missing::Since(desk.log[1..].to_vec()));
    let mut staged = room.stage();
    assert_eq!(counters(&staged.push(ClientNo(3), Author(3), &[old])), [(1, None)]);
    room.adopt(staged).unwrap();
    assert_eq!(room.document().get(record).unwrap().words(), "xabcde");
}

#[test]
fn r70_what_another_process_committed_is_folded_in_once() {
    let mut desk = Desk::new();
    for counter in 1..=3 {
        desk.push(1, &[create(counter, "a")]);
    }
    let mut other = Room::new(Document::default(), []);
    assert_eq!(other.catch_up(&desk.log[1..]), Err(Refusal::Counter));
    other.catch_up(&desk.log[..2]).unwrap();
    other.catch_up(&desk.log).unwrap();
    assert_eq!((other.document(), other.counter(ClientNo(1))), (desk.room.document(), 3));
    assert_eq!(other.welcome(Seq(0)), desk.room.welcome(Seq(0)));
}

#[test]
fn r85_the_tail_is_bounded() {
    let mut desk = Desk::new();
    let record = desk.makes(1, note("a"));
    for _ in 0..=limits::TAIL {
        desk.does(1, &Operation::Set(record, Field::Done(true))).unwrap();
    }
    assert_eq!(desk.head().0 - desk.room.reach().0, limits::TAIL as u64);
    let mut desk = Desk::new();
    let large = "ب".repeat(limits::TEXT);
    for _ in 0..120 {
        desk.makes(1, note(&large));
    }
    assert!((desk.head().0 - desk.room.reach().0) as usize * 2 * limits::TEXT <= limits::TAIL_BYTES);
    assert!(desk.room.reach() > Seq(0));
}

#[test]
fn r82_a_browser_sends_no_push_that_is_too_large() {
    let mut world = crate::setting::browsers(2);
    let record = world.makes(1, note("a"));
    world.cut(0);
    for _ in 0..(2 * limits::PUSH + 7) {
        world.act(0, vec![board::Intent::Set(record, Field::Done(true))]);
    }
    assert_eq!(Replica::restored(&world.browsers[0].saved).unwrap().pending(), 2 * limits::PUSH + 7);
    world.settle();
    assert!(world.browsers[0].refused.is_empty());
    world.assert_equal();
}
