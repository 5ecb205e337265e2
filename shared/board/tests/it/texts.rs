//! R19–R26: texts and their edits.

use crate::setting::{Desk, edit, note, sent};
use board::{
    Operation, Outcome, Refusal, Room,
    id::{RecordId, Seq},
    limits,
    operation::{Edit, Step},
    record::TextKey,
    text,
};
use proptest::prelude::*;

fn desk_with(words: &str) -> (Desk, RecordId) {
    let mut desk = Desk::new();
    let record = desk.makes(1, note(words));
    (desk, record)
}

fn steps(desk: &mut Desk, record: RecordId, steps: Vec<Step>) -> Result<(), Refusal> {
    let base = desk.head();
    desk.does(1, &Operation::Edit(Edit { record, text: TextKey::Body, base, steps })).map(|_| ())
}

fn insert(words: &str) -> Step {
    Step::Insert(words.to_owned())
}

#[test]
fn r19_lengths_count_scalar_values() {
    let (mut desk, record) = desk_with("😀é");
    assert_eq!(steps(&mut desk, record, vec![Step::Keep(1), insert("ماء"), Step::Keep(1)]), Ok(()));
    assert_eq!(desk.words(record), "😀ماءé");
    assert_eq!(steps(&mut desk, record, vec![Step::Keep(8), Step::Cut(1)]), Err(Refusal::Lengths), "bytes");
}

#[test]
fn r20_two_words_in_one_text_both_survive() {
    let (mut desk, record) = desk_with("le marché");
    let base = desk.head();
    desk.does(1, &edit(record, base, "le marché", "le grand marché")).unwrap();
    desk.does(2, &edit(record, base, "le marché", "le marché couvert")).unwrap();
    assert_eq!(desk.words(record), "le grand marché couvert");
}

#[test]
fn r20_at_one_place_the_earlier_stands_first() {
    let (mut desk, record) = desk_with("ab");
    let base = desk.head();
    desk.does(2, &edit(record, base, "ab", "a2b")).unwrap();
    desk.does(1, &edit(record, base, "ab", "a1b")).unwrap();
    desk.does(3, &edit(record, base, "ab", "b")).unwrap();
    assert_eq!(desk.words(record), "21b");
}

#[test]
fn r21_lengths_that_lie_are_refused_and_change_nothing() {
    let (mut desk, record) = desk_with("abc");
    let lies = [
        vec![Step::Keep(4)],
        vec![Step::Keep(2)],
        vec![],
        vec![insert("x")],
        vec![Step::Cut(4)],
        vec![Step::Keep(3), Step::Cut(1)],
        vec![Step::Cut(u32::MAX)],
        vec![Step::Keep(u32::MAX), Step::Keep(u32::MAX), Step::Cut(u32::MAX), Step::Cut(8)],
        vec![Step::Cut(1); limits::TEXT + 1],
        vec![Step::Keep(1); 3 * limits::TEXT + 1],
    ];
    for lie in lies {
        assert_eq!(steps(&mut desk, record, lie.clone()), Err(Refusal::Lengths), "{:?}", lie.first());
    }
    for empty in [vec![Step::Keep(0), Step::Keep(3)], vec![Step::Keep(3), Step::Cut(0)], vec![insert(""), Step::Keep(3)]] {
        assert_eq!(steps(&mut desk, record, empty), Err(Refusal::IllFormed));
    }
    assert_eq!(desk.words(record), "abc");
}

#[test]
fn r22_a_result_that_is_too_long_is_refused() {
    let (mut desk, record) = desk_with(&"ب".repeat(limits::TEXT - 1));
    let many = limits::TEXT as u32;
    assert_eq!(steps(&mut desk, record, vec![Step::Keep(many - 1), insert("😀😀")]), Err(Refusal::TextTooLong));
    let base = desk.head();
    let one = Operation::Edit(Edit { record, text: TextKey::Body, base, steps: vec![Step::Keep(many - 1), insert("😀")] });
    desk.does(1, &one).unwrap();
    assert_eq!(desk.does(2, &one), Err(Refusal::TextTooLong), "each fits, both do not");
}

#[test]
fn r23_an_edit_is_made_on_something_the_room_has_seen() {
    let (mut desk, record) = desk_with("abc");
    assert_eq!(desk.does(1, &edit(record, Seq(2), "abc", "abcd")), Err(Refusal::IllFormed));
    assert_eq!(desk.does(1, &edit(record, Seq(u64::MAX), "abc", "abcd")), Err(Refusal::IllFormed));
    let mut forgetful = Room::new(desk.room.document().clone(), []);
    let mut staged = forgetful.stage();
    let old = sent(9, &edit(record, Seq(0), "", "d"));
    let outcomes = staged.push(board::id::ClientNo(4), board::id::Author(4), &[old]);
    assert_eq!(outcomes, [Outcome::Refused { counter: 9, why: Refusal::TooOld }]);
    assert!(forgetful.adopt(staged).is_ok());
    assert_eq!(forgetful.head(), Seq(1));
}

#[test]
fn r24_a_client_has_one_edit_of_a_text_in_flight() {
    let (mut desk, record) = desk_with("ab");
    let base = desk.head();
    desk.does(1, &edit(record, base, "ab", "abc")).unwrap();
    assert_eq!(desk.does(1, &edit(record, base, "ab", "xab")), Err(Refusal::Lengths));
    let other = desk.makes(1, note(""));
    desk.does(1, &edit(other, base.max(desk.head()), "", "of another text")).unwrap();
}

#[test]
fn r25_a_caret_follows_edits_by_others() {
    let edit = [Step::Keep(2), insert("😀😀"), Step::Cut(3), Step::Keep(1)];
    let followed: Vec<u32> = (0..=7).map(|at| text::follow(at, &edit)).collect();
    assert_eq!(followed, [0, 1, 2, 4, 4, 4, 5, 6]);
    assert_eq!(text::follow(3, &[]), 3);
    assert_eq!(text::follow(u32::MAX, &[insert("a")]), u32::MAX);
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(vec!["a", "b", "é", "م", "😀", "\u{301}", "\n"]), 0..12)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn r26_new_words_become_an_edit_that_leads_there(old in words(), new in words()) {
        let difference = text::steps(&text::difference(&old, &new));
        if old.is_empty() && new.is_empty() {
            prop_assert!(difference.is_empty());
        } else {
            prop_assert_eq!(text::applied(&old, &difference).unwrap(), new);
        }
        let inner = |step: &Step| !matches!(step, Step::Keep(_));
        prop_assert!(difference.iter().filter(|step| inner(step)).count() <= 2, "one place");
    }

    #[test]
    fn r20_edits_on_one_base_commute(old in words(), one in words(), other in words()) {
        let (a, b) = (text::difference(&old, &one), text::difference(&old, &other));
        let (over_b, over_a) = a.transform(&b).unwrap();
        prop_assert_eq!(over_a.apply(&one).unwrap(), over_b.apply(&other).unwrap());
    }
}
