//! What is written as lines is read as it was, and what was not is refused.

use super::{Bytes, Unfit, read, write};
use crate::{board::api::BoardPage, live::Known, live::LiveData};
use board::{
    id::{RecordId, Seq},
    place::Place,
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{
    Lang, Millis,
    access::{Actor, Grant, Locus, Role, Scope},
    feedback::{Anchor, AnchorState, Conversation, Quote, Remark, Says, Side, Thread, ThreadKind, ThreadState},
    ids::PersonId,
    ventures::{Gate, Member, Venture},
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Choice {
    Nothing,
    One(String),
    Two(i64, Option<u32>),
    Named { flag: bool, inner: Vec<Choice> },
}

fn choice() -> impl Strategy<Value = Choice> {
    let leaf = prop_oneof![
        Just(Choice::Nothing),
        any::<String>().prop_map(Choice::One),
        (any::<i64>(), any::<Option<u32>>()).prop_map(|(a, b)| Choice::Two(a, b)),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        (any::<bool>(), prop::collection::vec(inner, 0..6)).prop_map(|(flag, inner)| Choice::Named { flag, inner })
    })
}

/// A page as the server writes it, with one thread.
fn page(words: &str) -> LiveData {
    let id = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);
    let (words, person) = (words.to_owned(), PersonId(id));
    let at = Locus {
        edition: shared::ids::EditionId(id),
        region: "MA-04".to_owned(),
        establishment: shared::ids::EstablishmentId(id),
        group: shared::ids::GroupId(id),
        venture: Some(shared::ids::VentureId(id)),
    };
    let venture = Venture {
        id: shared::ids::VentureId(id),
        at: at.clone(),
        name: words.clone(),
        idea: words.clone(),
        theme: "water".to_owned(),
        place: String::new(),
        lang: Lang::Ar,
        gate: Gate(2),
        team: vec![Member { person, name: "أمل".to_owned(), part: words.clone() }],
        made: Millis(-1),
    };
    let record = RecordId { client: board::id::ClientNo(1), counter: 7 };
    let quote = Quote { before: String::new(), exact: words.clone(), after: "\r\n".to_owned() };
    let thread = Thread {
        id: shared::ids::ThreadId(id),
        venture: venture.id,
        venture_name: words.clone(),
        at: at.clone(),
        kind: ThreadKind::MustFix,
        state: ThreadState::ToCheck,
        since: Millis(5),
        author: person,
        author_name: words.clone(),
        author_role: Role::Mentor,
        anchor: Anchor { place: Place::whole(record), frame: String::new(), part: String::new(), quote, seen: Seq(9) },
        anchor_state: AnchorState::Moved,
        changes_since: 3,
        words: words.clone(),
        remarks: 1,
    };
    let remark = Remark {
        id: shared::ids::RemarkId(id),
        author: person,
        author_name: words.clone(),
        side: Side::Mentor,
        words,
        says: Says::Words,
        at: Millis(5),
    };
    let grants = vec![Grant { role: Role::Trainee, scope: Scope::Region("MA-04".to_owned()) }];
    let board = BoardPage {
        heavy: vec![("1-4".to_owned(), 180_000)],
        saver: Some(vec![("a".repeat(32), 31_093)]),
        venture,
        snapshot: Bytes(vec![0, 1]),
        templates: shared::reference::templates(Lang::Fr),
        threads: vec![Conversation { thread, remarks: vec![remark] }],
        may_write: true,
        may_comment: false,
        way: Vec::new(),
        view: Some("list".to_owned()),
        parts: Default::default(),
    };
    let who = Actor { person, name: "Amal".to_owned(), edition: at.edition, grants, lang: Lang::Ar };
    LiveData { who: Some(who), known: Known::Board(board) }
}

fn same(data: &LiveData) {
    let text = write(data).expect("written");
    let back: LiveData = read(&text).expect("read");
    assert_eq!(serde_json::to_string(&back).expect("json"), serde_json::to_string(data).expect("json"));
    assert!(!text.contains(['<', '\r', '\0']), "a browser changes nothing of it, and it ends no element");
}

#[test]
fn a_page_is_read_as_it_was_written() {
    same(&page("</script><!-- \\n \\ \u{2028}\0\r\nقطرة"));
}

#[test]
fn a_page_that_was_cut_anywhere_is_refused() {
    let text = write(&page("eau")).expect("written");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for cut in 0..lines.len() {
        assert!(read::<LiveData>(&lines[..cut].concat()).is_err(), "cut after {cut} lines");
    }
    assert!(read::<LiveData>(&format!("{text}0\n")).is_err(), "one line too many");
}

#[test]
fn what_does_not_fit_is_refused() {
    assert_eq!(read::<Vec<String>>("4000000000\na\n"), Err(Unfit), "a count is not believed");
    assert_eq!(read::<u8>("256\n"), Err(Unfit));
    assert_eq!(read::<Option<u32>>("1\n-1\n"), Err(Unfit));
    assert_eq!(read::<String>("a\\x\n"), Err(Unfit));
    assert_eq!(read::<String>("a\\\n"), Err(Unfit));
    assert_eq!(read::<Lang>("3\n"), Err(Unfit));
    assert_eq!(write(&1.5), Err(Unfit));
    assert_eq!(write(&u64::MAX), Err(Unfit));
}

proptest! {
    #[test]
    fn values_come_back(value in choice()) {
        let text = write(&value).expect("written");
        prop_assert_eq!(read::<Choice>(&text), Ok(value));
    }

    #[test]
    fn words_come_back(words: String) {
        same(&page(&words));
    }

    #[test]
    fn hostile_lines_are_refused_or_read_but_never_stop_the_page(text in "([0-9]{0,3}|[a-z\\\\]{0,4}|-1)(\n([0-9]{0,2}|[a-z\\\\<]{0,4}|-1)){0,40}\n?") {
        let _ = read::<LiveData>(&text);
        let _ = read::<Choice>(&text);
        let _ = read::<Vec<Conversation>>(&text);
    }

    #[test]
    fn a_page_with_one_line_changed_never_stops_the_page(at in 0usize..400, line in "[0-9]{1,9}|[a-z]{0,3}|-1") {
        let text = write(&page("eau")).expect("written");
        let mut lines: Vec<&str> = text.lines().collect();
        let at = at % lines.len();
        lines[at] = &line;
        let _ = read::<LiveData>(&(lines.join("\n") + "\n"));
    }
}
