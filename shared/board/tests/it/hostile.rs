//! R74: what a stranger sends. Nothing here may panic; what is read at all is then used.

use crate::{
    golden::golden,
    setting::{Desk, block, edit, note, simple},
};
use board::{
    Document, Envelope, Event, Intent, Operation, Outcome, Replica, Sent, ToBrowser, ToServer,
    id::{Author, ClientNo, Seq},
    operation::{Create, Edit, Step},
    record::{Kind, Parent, TextKey},
    text,
    wire::Missing,
};
use proptest::{collection::vec, prelude::*, sample::Index};

fn desk() -> Desk {
    let mut desk = Desk::new();
    let frame = desk.makes(1, simple(Kind::Frame, Parent::Board));
    let record = desk.makes(1, Create { parent: block(frame, "causes"), ..note("ماء 😀") });
    let base = desk.head();
    desk.does(2, &edit(record, base, "ماء 😀", "ماء 😀!")).unwrap();
    desk
}

/// Bytes in every way the engine takes them.
fn swallow(bytes: &[u8]) {
    let _ = board::decode::<ToServer>(bytes);
    let _ = board::decode::<Envelope>(bytes);
    let _ = board::decode::<Sent>(bytes);
    let _ = Replica::restored(bytes);
    if let Ok(frame) = board::decode::<ToBrowser>(bytes) {
        greeted().handle(Event::Received(frame));
    }
    if let Ok(document) = Document::from_snapshot(bytes) {
        assert_eq!(Document::from_snapshot(&document.snapshot()).as_ref(), Ok(&document));
        use_up(document);
    }
    let mut desk = desk();
    let before = desk.room.document().clone();
    let sent = Sent { counter: 40, gesture: 40, bytes: bytes.to_vec().into(), age: u32::MAX };
    if let [Outcome::Refused { .. }] = desk.push(1, &[sent])[..] {
        assert_eq!(desk.room.document(), &before);
    }
    let mut folded = before.clone();
    let envelope = Envelope {
        seq: Seq(before.head().0 + 1),
        author: Author(1),
        client: ClientNo(1),
        counter: 40,
        gesture: 40,
        bytes: bytes.to_vec().into(),
    };
    if folded.apply(&envelope).is_err() {
        assert_eq!(folded, before);
    }
}

fn use_up(mut document: Document) {
    let _ = (document.len(), document.elements(), document.order_last(&Parent::Board));
    for record in document.clone().all() {
        let _ = (document.filled_blocks(record.id), document.is_visible(record.id), document.children(record.parent()).count());
        let bytes = board::encode(&Operation::Delete(record.id)).into();
        let seq = Seq(document.head().0 + 1);
        let envelope = Envelope { seq, author: Author(1), client: ClientNo(1), counter: 1, gesture: 1, bytes };
        document.apply(&envelope).unwrap();
    }
    let mut replica = Replica::new(document);
    replica.handle(Event::Connected);
}

fn greeted() -> Replica {
    let desk = desk();
    let mut replica = Replica::new(desk.room.document().clone());
    replica.handle(Event::Connected);
    let (client, author, missing) = (ClientNo(3), Author(3), Missing::Since(vec![]));
    replica.handle(Event::Received(ToBrowser::Welcome { client, author, counter: 0, head: desk.head(), missing, writes: true }));
    replica.handle(Event::Do(vec![Intent::Create(note("mine"))]));
    let record = desk.log[1].counter;
    replica.edit_text(crate::setting::id(1, record), TextKey::Body, "other");
    replica
}

#[derive(Clone, Debug)]
enum Spoil {
    Put(Index, u8),
    Insert(Index, u8),
    Cut(Index),
    End(Index),
}

fn spoils() -> impl Strategy<Value = Vec<Spoil>> {
    let byte = || prop_oneof![any::<u8>(), Just(0xff), Just(0x1b), Just(0x9b), Just(0xbf), Just(0x00)];
    let spoil = prop_oneof![
        4 => (any::<Index>(), byte()).prop_map(|(at, byte)| Spoil::Put(at, byte)),
        1 => (any::<Index>(), byte()).prop_map(|(at, byte)| Spoil::Insert(at, byte)),
        1 => any::<Index>().prop_map(Spoil::Cut),
        1 => any::<Index>().prop_map(Spoil::End),
    ];
    vec(spoil, 1..5)
}

fn spoiled(mut bytes: Vec<u8>, spoils: &[Spoil]) -> Vec<u8> {
    for spoil in spoils {
        if bytes.is_empty() {
            break;
        }
        match spoil {
            Spoil::Put(at, byte) => *at.get_mut(&mut bytes) = *byte,
            Spoil::Insert(at, byte) => bytes.insert(at.index(bytes.len()), *byte),
            Spoil::Cut(at) => drop(bytes.remove(at.index(bytes.len()))),
            Spoil::End(at) => bytes.truncate(at.index(bytes.len())),
        }
    }
    bytes
}

fn step() -> impl Strategy<Value = Step> {
    let number = || prop_oneof![0_u32..9, Just(u32::MAX), Just(u32::MAX / 2), any::<u32>()];
    prop_oneof![number().prop_map(Step::Keep), number().prop_map(Step::Cut), "[a-cم😀]{0,4}".prop_map(Step::Insert)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn r74_arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        swallow(&bytes);
    }

    #[test]
    fn r74_arbitrary_steps_never_panic(steps in vec(step(), 0..8), base in any::<u64>(), at in 0_u32..20) {
        let mut desk = desk();
        let edit = Operation::Edit(Edit { record: crate::setting::id(1, 2), text: TextKey::Body, base: Seq(base % 6), steps: steps.clone() });
        let _ = desk.does(5, &edit);
        let _ = text::applied("ماء", &steps);
        let _ = text::follow(at, &steps);
    }

    #[test]
    fn r74_what_is_typed_at_random_never_panics(steps in vec(step(), 0..8)) {
        let mut replica = greeted();
        replica.handle(Event::Do(vec![Intent::Edit { record: crate::setting::id(1, 2), text: TextKey::Body, steps }]));
        replica.handle(Event::Undo);
    }

    #[test]
    fn r74_text_at_random_is_no_place(text in "[0-9a-z.-]{0,24}") {
        if let Ok(place) = text.parse::<board::Place>() {
            prop_assert_eq!(place.to_string().parse(), Ok(place));
        }
    }
}

#[test]
fn r74_golden_bytes_that_were_spoiled_never_panic() {
    let golden = golden().0;
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let one = (any::<Index>(), spoils());
    runner
        .run(&one, |(which, spoils)| {
            swallow(&spoiled(which.get(&golden).1.clone(), &spoils));
            Ok(())
        })
        .unwrap();
}

#[test]
fn r74_every_golden_byte_set_to_every_extreme_never_panics() {
    for (_, bytes) in golden().0 {
        for at in 0..bytes.len() {
            for byte in [0x00, 0x1b, 0x3b, 0x5f, 0x7f, 0x9f, 0xf6, 0xff] {
                let mut spoiled = bytes.clone();
                spoiled[at] = byte;
                swallow(&spoiled);
            }
        }
    }
}
