//! R27–R29, R32, R33: order among siblings.

use crate::setting::{Desk, id, key, note};
use board::{
    Operation, OrderKey, Refusal, limits,
    operation::Create,
    record::{Field, Parent},
};
use proptest::prelude::*;

fn board_order(desk: &Desk) -> Vec<board::id::RecordId> {
    desk.room.document().children(&Parent::Board).map(|record| record.id).collect()
}

#[test]
fn r27_siblings_sort_by_key_then_id() {
    let mut desk = Desk::new();
    for (client, order) in [(2, "b"), (1, "b"), (1, "a"), (3, "bz"), (1, "z")] {
        desk.makes(client, Create { order: key(order), ..note("") });
    }
    assert_eq!(board_order(&desk), [id(1, 2), id(1, 1), id(2, 1), id(3, 1), id(1, 3)]);
    desk.does(1, &Operation::Set(id(1, 3), Field::Home(Parent::Board, key("0a")))).unwrap();
    assert_eq!(board_order(&desk)[0], id(1, 3));
}

#[test]
fn r28_appending_and_prepending_for_years_keep_keys_short() {
    let mut last = OrderKey::between(None, None);
    let mut first = last.clone();
    for _ in 0..100_000 {
        let next = OrderKey::between(Some(&last), None);
        assert!(last < next && next.is_sound(), "{last:?} {next:?}");
        last = next;
        let before = OrderKey::between(None, Some(&first));
        assert!(before < first && before.is_sound(), "{before:?} {first:?}");
        first = before;
    }
    assert!(last.0.len() <= 16 && first.0.len() <= 16, "{last:?} {first:?}");
}

#[test]
fn r29_a_gap_that_is_used_up_keeps_the_order_of_typing() {
    let mut desk = Desk::new();
    let mut at = desk.makes(1, Create { order: key("a"), ..note("") });
    desk.makes(1, Create { order: key("b"), ..note("") });
    let mut typed = vec![at];
    for _ in 0..1_000 {
        let order = desk.room.document().order_after(&Parent::Board, Some(at));
        assert!(order.is_sound());
        at = desk.makes(1, Create { order, ..note("") });
        typed.push(at);
    }
    assert_eq!(board_order(&desk)[..typed.len()], typed);
    let full = key(&"z".repeat(limits::ORDER));
    assert_eq!(OrderKey::between(Some(&full), None), full, "no digit is left");
    assert_eq!(OrderKey::between(Some(&key("c")), Some(&key("b"))), key("c"), "nor where the two are crossed");
}

#[test]
fn r32_keys_that_are_none_are_refused() {
    let mut desk = Desk::new();
    let record = desk.makes(1, note(""));
    for wrong in ["", "A", "a0", "0", "a b", "é", &"a".repeat(65)] {
        let create = Operation::Create(Create { order: key(wrong), ..note("") });
        assert_eq!(desk.does(1, &create), Err(Refusal::IllFormed), "{wrong}");
        let home = Operation::Set(record, Field::Home(Parent::Board, key(wrong)));
        assert_eq!(desk.does(1, &home), Err(Refusal::IllFormed), "{wrong}");
    }
    desk.does(1, &Operation::Set(record, Field::Home(Parent::Board, key(&"a".repeat(64))))).unwrap();
}

#[test]
fn r33_a_restored_record_finds_its_place_again() {
    let mut desk = Desk::new();
    let first = desk.makes(1, Create { order: key("a"), ..note("") });
    let gone = desk.makes(1, Create { order: key("b"), ..note("") });
    desk.does(1, &Operation::Delete(gone)).unwrap();
    let order = desk.room.document().order_after(&Parent::Board, Some(first));
    let between = desk.makes(1, Create { order, ..note("") });
    let order = desk.room.document().order_last(&Parent::Board);
    let last = desk.makes(1, Create { order, ..note("") });
    desk.does(1, &Operation::Restore(gone)).unwrap();
    assert_eq!(board_order(&desk), [first, between, gone, last]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn r28_a_key_between_two_sorts_strictly_between(places in proptest::collection::vec(any::<prop::sample::Index>(), 1..400)) {
        let mut keys: Vec<OrderKey> = Vec::new();
        for place in places {
            let at = place.index(keys.len() + 1);
            let key = OrderKey::between(at.checked_sub(1).map(|at| &keys[at]), keys.get(at));
            prop_assert!(key.is_sound(), "{:?}", key);
            keys.insert(at, key);
        }
        prop_assert!(keys.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn r28_so_it_does_between_any_two_keys(a in "[0-9a-z]{0,20}[1-9a-z]", b in "[0-9a-z]{0,20}[1-9a-z]") {
        prop_assume!(a != b);
        let (low, high) = if a < b { (key(&a), key(&b)) } else { (key(&b), key(&a)) };
        let between = OrderKey::between(Some(&low), Some(&high));
        prop_assert!(low < between && between < high && between.is_sound(), "{:?}", between);
        prop_assert!(OrderKey::between(Some(&high), None) > high);
        prop_assert!(OrderKey::between(None, Some(&low)) < low);
    }
}
