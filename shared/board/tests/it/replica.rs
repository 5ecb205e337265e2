//! R46–R51, R55–R62: the browser's side, event by event.

use crate::setting::{browsers, edit, id, note, sent};
use board::{
    Change, Document, Effect, Envelope, Event, Intent, Operation, Refusal, Replica, ToBrowser, ToServer,
    id::{Author, ClientNo, Counter, Seq},
    operation::Step,
    record::{Colour, Field, TextKey},
    replica::Composing,
    wire::{Missing, PROTOCOL},
};

fn envelope(seq: u64, client: u32, counter: Counter, bytes: Vec<u8>) -> Envelope {
    Envelope { seq: Seq(seq), author: Author(client), client: ClientNo(client), counter, gesture: counter, bytes: bytes.into() }
}

fn coming(seq: u64, client: u32, counter: Counter, operation: &Operation) -> Envelope {
    envelope(seq, client, counter, board::encode(operation))
}

fn operations(envelopes: Vec<Envelope>) -> Event {
    Event::Received(ToBrowser::Operations(envelopes))
}

fn welcome(client: u32, counter: Counter, since: Vec<Envelope>) -> Event {
    let (client, author, head) = (ClientNo(client), Author(client), Seq(since.last().map_or(0, |envelope| envelope.seq.0)));
    Event::Received(ToBrowser::Welcome { client, author, counter, head, missing: Missing::Since(since), writes: true })
}

/// Client 1 at a board where client 2 made one note, `2-1`.
fn greeted(words: &str) -> Replica {
    let mut replica = Replica::new(Document::default()).on_device([7; 16]);
    replica.handle(Event::Connected);
    replica.handle(welcome(1, 0, vec![coming(1, 2, 1, &Operation::Create(note(words)))]));
    replica
}

fn pushes(effects: &[Effect]) -> Vec<board::Sent> {
    let pushes = effects.iter().filter_map(|effect| if let Effect::Send(ToServer::Push(sent)) = effect { Some(sent) } else { None });
    pushes.flatten().cloned().collect()
}

fn words(replica: &Replica) -> &str {
    replica.shown().get(id(2, 1)).unwrap().words()
}

fn unknown() -> Vec<u8> {
    vec![0x82, 0x18, 0x63, 0x80]
}

#[test]
fn r46_unsent_work_is_shown_over_what_is_confirmed() {
    let mut replica = greeted("ab");
    replica.edit_text(id(2, 1), TextKey::Body, "abc");
    replica.handle(Event::Do(vec![Intent::Set(id(2, 1), Field::Colour(Colour::Sky))]));
    replica.handle(operations(vec![
        coming(2, 2, 2, &edit(id(2, 1), Seq(1), "ab", "xab")),
        coming(3, 2, 3, &Operation::Set(id(2, 1), Field::Colour(Colour::Rose))),
    ]));
    assert_eq!(words(&replica), "xabc");
    assert_eq!(replica.confirmed().get(id(2, 1)).unwrap().words(), "xab");
    assert_eq!(replica.shown().get(id(2, 1)).unwrap().colour(), Colour::Sky);
    assert_eq!((replica.head(), replica.pending()), (Seq(3), 2));
}

#[test]
fn r47_what_goes_out_was_stored_first() {
    let mut replica = greeted("ab");
    let effects = replica.handle(Event::Do(vec![Intent::Create(note("b"))]));
    let at = |wanted: fn(&Effect) -> bool| effects.iter().position(wanted).unwrap();
    assert!(at(|effect| *effect == Effect::Persist) < at(|effect| matches!(effect, Effect::Send(_))));
}

#[test]
fn r48_the_own_operation_coming_back_is_the_acknowledgement() {
    let mut replica = greeted("ab");
    let sent = pushes(&replica.handle(Event::Do(vec![Intent::Create(note("b"))])));
    replica.handle(Event::Received(ToBrowser::Pong));
    replica.handle(operations(vec![coming(2, 2, 2, &Operation::Delete(id(2, 1)))]));
    assert_eq!(replica.pending(), 1);
    let effects = replica.handle(operations(vec![envelope(3, 1, sent[0].counter, sent[0].bytes.to_vec())]));
    assert_eq!(replica.pending(), 0);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Show(_))), "it was shown before");
    assert_eq!(replica.shown(), replica.confirmed());
}

#[test]
fn r48_where_it_comes_back_otherwise_that_is_shown() {
    let mut replica = greeted("ab");
    replica.edit_text(id(2, 1), TextKey::Body, "abc");
    let effects = replica.handle(operations(vec![coming(2, 1, 1, &edit(id(2, 1), Seq(1), "ab", "abxy"))]));
    assert_eq!((words(&replica), replica.pending()), ("abxy", 0));
    let shown = effects.iter().any(|effect| matches!(effect, Effect::Show(changes) if matches!(changes[..], [Change::Edited { .. }])));
    assert!(shown, "{effects:?}");
}

#[test]
fn r49_one_edit_of_a_text_is_in_flight() {
    let mut replica = greeted("a");
    let first = pushes(&replica.edit_text(id(2, 1), TextKey::Body, "ab"));
    assert_eq!(first.len(), 1);
    for words in ["abc", "abcd", "abcd!"] {
        assert!(pushes(&replica.edit_text(id(2, 1), TextKey::Body, words)).is_empty());
    }
    assert_eq!(replica.pending(), 2, "the later ones are one");
    let second = pushes(&replica.handle(operations(vec![envelope(2, 1, first[0].counter, first[0].bytes.to_vec())])));
    assert_eq!(second.len(), 1);
    let Operation::Edit(edit) = board::decode_operation(&second[0].bytes).unwrap() else { panic!("an edit") };
    assert_eq!((edit.base, edit.steps), (Seq(2), vec![Step::Keep(2), Step::Insert("cd!".into())]));
}

#[test]
fn r50_what_went_out_goes_again_under_its_number() {
    let mut replica = greeted("a");
    let first = pushes(&replica.edit_text(id(2, 1), TextKey::Body, "ab"));
    replica.handle(Event::Disconnected);
    replica.edit_text(id(2, 1), TextKey::Body, "abc");
    replica.handle(Event::Connected);
    let again = pushes(&replica.handle(welcome(1, 0, vec![])));
    assert_eq!(again, first, "with nothing composed into it");
}

#[test]
fn r51_a_refused_operation_is_handed_back_and_the_rest_goes_on() {
    let mut replica = greeted("a");
    let gone = replica.next_id();
    replica.handle(Event::Do(vec![Intent::Create(note("to keep"))]));
    replica.handle(Event::Do(vec![Intent::Set(id(2, 1), Field::Done(true))]));
    let refused = ToBrowser::Refused { counter: gone.counter, why: Refusal::BoardFull };
    let effects = replica.handle(Event::Received(refused));
    let told = Effect::Refused { record: Some(gone), why: Refusal::BoardFull, kept: Some("to keep".into()) };
    assert!(effects.contains(&told), "{effects:?}");
    assert!(replica.shown().get(gone).is_none());
    assert!(replica.shown().get(id(2, 1)).unwrap().done());
    assert_eq!(replica.pending(), 1);
}

#[test]
fn r51_a_refused_edit_is_taken_out_from_under_the_next() {
    let mut replica = greeted("a");
    replica.edit_text(id(2, 1), TextKey::Body, "a refused");
    replica.edit_text(id(2, 1), TextKey::Body, "so a refused");
    let effects = replica.handle(Event::Received(ToBrowser::Refused { counter: 1, why: Refusal::TextTooLong }));
    assert_eq!(words(&replica), "so a");
    assert_eq!(pushes(&effects).len(), 1, "the next goes out");
    let kept = effects.iter().any(|effect| matches!(effect, Effect::Refused { kept: Some(kept), .. } if kept == "so a refused"));
    assert!(kept, "{effects:?}");
}

#[test]
fn r55_remote_edits_wait_while_a_person_composes() {
    let mut world = browsers(2);
    let record = world.makes(0, note("سوق"));
    world.does(0, Event::Compose(record, TextKey::Body, Composing::Begins));
    world.types(0, record, "سوقk");
    world.types(1, record, "ال سوق");
    world.settle();
    assert_eq!(world.words(0, record), "سوقk", "what the input method works on stays");
    world.types(0, record, "سوقكبير");
    world.settle();
    assert_eq!((world.words(0, record).as_str(), world.words(1, record).as_str()), ("سوقكبير", "ال سوقكبير"));
    let effects = world.browsers[0].replica.handle(Event::Compose(record, TextKey::Body, Composing::Ends));
    let steps = vec![Step::Insert("ال ".into()), Step::Keep(7)];
    assert_eq!(effects, [Effect::Show(vec![Change::Edited { record, text: TextKey::Body, steps }])]);
    world.assert_equal();
}

#[test]
fn r55_what_is_composed_is_told_as_it_was_typed() {
    let mut replica = greeted("ab");
    replica.handle(Event::Compose(id(2, 1), TextKey::Body, Composing::Begins));
    replica.handle(operations(vec![coming(2, 2, 2, &edit(id(2, 1), Seq(1), "ab", "xyzab"))]));
    let effects = replica.edit_text(id(2, 1), TextKey::Body, "abc");
    let steps = vec![Step::Keep(2), Step::Insert("c".into())];
    let typed = Effect::Show(vec![Change::Edited { record: id(2, 1), text: TextKey::Body, steps }]);
    assert!(effects.contains(&typed), "{effects:?}");
    replica.handle(Event::Compose(id(2, 1), TextKey::Body, Composing::Ends));
    assert_eq!(words(&replica), "xyzabc");
    replica.handle(Event::Undo);
    assert_eq!(words(&replica), "xyzab");
}

#[test]
fn r56_an_unknown_kind_stops_the_replica_and_loses_nothing() {
    let mut replica = greeted("a");
    let sent = pushes(&replica.handle(Event::Do(vec![Intent::Create(note("unsent"))])));
    let coming = vec![
        coming(2, 2, 2, &edit(id(2, 1), Seq(1), "a", "ab")),
        envelope(3, 2, 3, unknown()),
        envelope(4, 1, sent[0].counter, sent[0].bytes.to_vec()),
    ];
    let effects = replica.handle(operations(coming.clone()));
    assert_eq!(effects.last(), Some(&Effect::Reload), "what was folded in is stored and shown before: {effects:?}");
    assert_eq!((words(&replica), replica.head(), replica.pending()), ("ab", Seq(2), 1));
    assert!(pushes(&replica.handle(Event::Do(vec![Intent::Set(id(2, 1), Field::Done(true))]))).is_empty(), "nothing more goes out");

    replica.handle(Event::Connected);
    let effects = replica.handle(welcome(1, 1, coming));
    assert_eq!(effects, [Effect::Reload], "what lies behind it is not taken for refused");
    assert_eq!(replica.pending(), 2);
    assert_eq!(Replica::restored(&replica.saved()).unwrap().pending(), 2);
}

#[test]
fn r56_so_does_a_snapshot_that_is_newer() {
    let mut replica = greeted("a");
    replica.handle(Event::Do(vec![Intent::Create(note("unsent"))]));
    replica.handle(Event::Connected);
    let missing = Missing::Snapshot(vec![0x83, 0x02, 0x00, 0x80].into());
    let (client, author) = (ClientNo(1), Author(1));
    let effects = replica.handle(Event::Received(ToBrowser::Welcome { client, author, counter: 0, head: Seq(9), missing, writes: true }));
    assert_eq!(effects, [Effect::Reload]);
    assert_eq!((replica.pending(), replica.connected()), (1, false));
    assert_eq!(replica.handle(Event::Received(ToBrowser::Refused { counter: 0, why: Refusal::Protocol })), [Effect::Reload]);
}

#[test]
fn r57_a_gap_is_answered_by_a_new_hello() {
    let mut replica = greeted("a");
    let again = replica.handle(operations(vec![coming(1, 2, 1, &Operation::Create(note("a")))]));
    assert!(again.is_empty(), "seen before: {again:?}");
    let effects = replica.handle(operations(vec![coming(3, 2, 3, &Operation::Delete(id(2, 1)))]));
    let hello = ToServer::Hello { protocol: PROTOCOL, device: vec![7; 16].into(), since: Seq(1) };
    assert_eq!(effects, [Effect::Send(hello)]);
    assert!(replica.shown().is_visible(id(2, 1)));
}

#[test]
fn r58_a_gesture_is_done_as_a_whole_or_not_at_all() {
    let mut replica = Replica::new(Document::default());
    let refused = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|it| if let Effect::Refused { why, kept, .. } = it { Some((why, kept)) } else { None })
    };
    let told = refused(replica.handle(Event::Do(vec![Intent::Create(note("early"))])));
    assert_eq!(told, Some((Refusal::ReadOnly, Some("early".into()))), "nobody is greeted yet");
    assert_eq!(refused(replica.handle(Event::Undo)), Some((Refusal::ReadOnly, None)));
    let mut replica = greeted("a");
    let saved = replica.saved();
    let half = vec![Intent::Set(id(2, 1), Field::Done(true)), Intent::Set(id(8, 8), Field::Done(true))];
    assert_eq!(refused(replica.handle(Event::Do(half))), Some((Refusal::Missing, None)));
    assert_eq!(replica.saved(), saved);
    assert!(replica.handle(Event::Do(vec![])).is_empty());
    replica.handle(Event::Received(ToBrowser::Refused { counter: 0, why: Refusal::ReadOnly }));
    assert!(!replica.can_write());
}

#[test]
fn r58_a_client_whose_numbers_are_used_up_writes_nothing() {
    let mut replica = greeted("a");
    replica.handle(Event::Connected);
    replica.handle(welcome(1, Counter::MAX, vec![]));
    let effects = replica.handle(Event::Do(vec![Intent::Set(id(2, 1), Field::Done(true))]));
    assert!(matches!(effects[..], [Effect::Refused { why: Refusal::Counter, .. }]), "{effects:?}");
    assert_eq!(replica.nth_id(3).counter, Counter::MAX);
}

#[test]
fn r59_a_restored_replica_is_the_same() {
    let mut replica = greeted("a");
    replica.handle(Event::Clock(100));
    replica.edit_text(id(2, 1), TextKey::Body, "ab");
    replica.edit_text(id(2, 1), TextKey::Body, "abc");
    replica.handle(Event::Do(vec![Intent::Create(note("b"))]));
    let mut restored = Replica::restored(&replica.saved()).unwrap();
    assert_eq!(restored.shown(), replica.shown());
    assert_eq!((restored.pending(), restored.next_id(), restored.can_undo()), (3, replica.next_id(), true));
    restored.handle(Event::Clock(160));
    restored.handle(Event::Connected);
    let again = pushes(&restored.handle(welcome(1, 0, vec![])));
    assert_eq!(again.iter().map(|sent| (sent.counter, sent.age)).collect::<Vec<_>>(), [(1, 60), (2, 60)]);
    let mut newer = replica.saved();
    newer[1] = 0x02;
    assert_eq!(Replica::restored(&newer).err(), Some(Refusal::Protocol));
}

#[test]
fn r60_what_was_not_stored_goes_again_on_the_next_line() {
    let mut replica = greeted("a");
    let first = pushes(&replica.handle(Event::Do(vec![Intent::Create(note("b"))])));
    let effects = replica.handle(Event::Received(ToBrowser::Refused { counter: 1, why: Refusal::NotStored }));
    assert_eq!(effects, [Effect::Reconnect]);
    replica.handle(Event::Connected);
    assert_eq!(pushes(&replica.handle(welcome(1, 0, vec![]))), first);
}

#[test]
fn r61_under_a_new_number_the_old_work_is_handed_back() {
    let mut replica = greeted("a");
    replica.handle(Event::Do(vec![Intent::Create(note("mine"))]));
    replica.handle(Event::Disconnected);
    replica.handle(Event::Connected);
    let effects = replica.handle(welcome(5, 3, vec![]));
    let handed = effects.iter().any(|it| matches!(it, Effect::Refused { why: Refusal::Counter, kept: Some(kept), .. } if kept == "mine"));
    assert!(handed, "{effects:?}");
    assert_eq!((replica.pending(), replica.can_undo(), replica.next_id()), (0, false, id(5, 4)));
}

#[test]
fn r62_what_was_overtaken_is_taken_back_with_the_next_pong() {
    let mut replica = greeted("a");
    replica.handle(Event::Do(vec![Intent::Create(note("lost"))]));
    let done = Operation::Set(id(2, 1), Field::Done(true));
    replica.handle(Event::Do(vec![Intent::Set(id(2, 1), Field::Done(true))]));
    replica.handle(operations(vec![envelope(2, 1, 2, sent(2, &done).bytes.to_vec())]));
    assert_eq!(replica.pending(), 1, "the reason is on its way");
    let effects = replica.handle(Event::Received(ToBrowser::Pong));
    let handed = effects.iter().any(|it| matches!(it, Effect::Refused { why: Refusal::Counter, kept: Some(kept), .. } if kept == "lost"));
    assert!(handed && replica.pending() == 0, "{effects:?}");
}
