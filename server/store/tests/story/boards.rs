//! Boards: numbers, pushes, refusals, texts, welcomes, and one writer for all.

use crate::town::{Town, accepted, block, frame, note, sent};
use board::{
    Document, Operation, Outcome, Refusal, ToBrowser, decode,
    id::{RecordId, Seq},
    operation::{Edit, Step},
    record::{Colour, Field, Parent, Point, TextKey},
    wire::{Missing, Presence},
};
use shared::{
    access::{Grant, Role, Scope, WriteBoard, allow},
    ids::VentureId,
};
use std::time::Duration;
use store::{Boards, StoreError, board::BoardEvent, board::Subscription};

/// The next event, soon.
pub async fn event(subscription: &mut Subscription) -> std::sync::Arc<BoardEvent> {
    tokio::time::timeout(Duration::from_secs(10), subscription.events.recv()).await.expect("the room speaks").expect("the room is open")
}

/// Reads what the room says until an operation of that number has come, and answers how many did.
pub async fn operations_up_to(subscription: &mut Subscription, last: Seq) -> usize {
    let mut count = 0;
    loop {
        if let BoardEvent::Frame(bytes, upto) = &*event(subscription).await {
            let Ok(ToBrowser::Operations(envelopes)) = decode(bytes) else { panic!("a frame of operations") };
            assert_eq!(envelopes.last().expect("not empty").seq, *upto);
            count += envelopes.len();
            if *upto >= last {
                return count;
            }
        }
    }
}

pub async fn a_device_has_one_number_and_a_person_one(town: &Town, venture: VentureId) {
    let hand = async |person, device| town.hand(&town.boards, person, venture, device).await;
    let (amal, youssef) = (town.trainees[0], town.trainees[1]);
    let phone = hand(amal, 1).await;
    assert_eq!((phone.client.0, phone.author.0, phone.counter), (1, 1, 0));
    assert_eq!(hand(amal, 1).await, phone, "the same device, the same number");
    let lab = hand(youssef, 1).await;
    assert_eq!((lab.client.0, lab.author.0), (2, 2), "a shared device is another client for another person");
    let laptop = hand(amal, 2).await;
    assert_eq!((laptop.client.0, laptop.author), (3, phone.author), "one person on two devices");
    let (one, two) = tokio::join!(hand(amal, 3), hand(amal, 3));
    assert_eq!(one, two, "two tabs that say hello at once");
    let names: Vec<String> = town.boards.authors(venture).await.expect("reads").into_iter().map(|(_, _, name)| name).collect();
    assert_eq!(names, ["Amal B.", "Youssef B."]);
    let absent = town.boards.client(VentureId(store::new_id()), amal, &[1; 16]).await;
    assert!(matches!(absent, Err(StoreError::Absent)), "{absent:?}");
}

pub async fn a_refused_operation_stands_beside_accepted_ones(town: &Town, venture: VentureId) {
    let boards = &town.boards;
    let mut room = boards.subscribe(venture, Seq(0)).await.expect("joins");
    assert_eq!((room.head, &room.missing), (Seq(0), &Missing::Since(Vec::new())), "an empty board lacks nothing");
    let hand = town.hand(boards, town.trainees[0], venture, 1).await;
    let elsewhere = RecordId { client: hand.client, counter: 999 };
    let all = [
        frame(),
        note(block(hand.made(1), "who"), "eau"),
        Operation::Set(elsewhere, Field::Colour(Colour::Mint)),
        note(Parent::Board, "idée"),
        Operation::Set(hand.made(4), Field::Position(Point { x: 80, y: 160 })),
    ];
    let outcomes = town.push(boards, town.trainees[0], venture, hand, 1, &all).await;
    assert_eq!(accepted(&outcomes), 4);
    assert_eq!(outcomes[2], Outcome::Refused { counter: 3, why: Refusal::Missing });
    assert_eq!(operations_up_to(&mut room, Seq(4)).await, 4, "the room hears what was accepted, and nothing else");
    let document = boards.open(venture).await.expect("opens");
    assert_eq!((document.head(), document.len()), (Seq(4), 3));
    let other = town.venture(town.trainees[6], "Ailleurs", "water").await;
    let (who, at) = (town.actor(town.trainees[0]).await, town.locus(venture).await);
    let permit = allow(&who, WriteBoard { at: &at }).expect("a member");
    let wrong = boards.push(permit, other, hand.client, hand.author, sent(9, &all)).await;
    assert!(matches!(wrong, Err(StoreError::WrongPermit)), "a permit opens one board: {wrong:?}");
    boards.presence(venture, hand.client, hand.author, Some(Presence::default()));
    boards.notice(venture, "feedback", "x");
    boards.revoke(venture, town.trainees[0]);
    assert!(matches!(&*event(&mut room).await, BoardEvent::Presence { presence: Some(_), .. }));
    assert!(matches!(&*event(&mut room).await, BoardEvent::Notice { noun, .. } if noun == "feedback"));
    assert!(matches!(&*event(&mut room).await, BoardEvent::Revoked(person) if *person == town.trainees[0]));
}

pub async fn a_push_sent_again_changes_nothing(town: &Town, venture: VentureId) {
    let (boards, amal) = (&town.boards, town.trainees[0]);
    let hand = town.hand(boards, amal, venture, 1).await;
    assert_eq!(hand.counter, 5, "the hello tells the last counter, so that a phone knows what arrived");
    let before = boards.open(venture).await.expect("opens");
    let again = town.push(boards, amal, venture, hand, 4, &[note(Parent::Board, "encore")]).await;
    assert_eq!(again, [Outcome::Repeated(4)]);
    let refused = town.push(boards, amal, venture, hand, 3, &[note(Parent::Board, "encore")]).await;
    assert_eq!(refused, [Outcome::Repeated(3)], "what was refused stays refused");
    assert_eq!(boards.open(venture).await.expect("opens"), before);
}

pub async fn two_edits_of_one_text_both_stay(town: &Town, venture: VentureId) {
    let (boards, [amal, youssef]) = (&town.boards, [town.trainees[0], town.trainees[1]]);
    let (hers, his) = (town.hand(boards, amal, venture, 1).await, town.hand(boards, youssef, venture, 1).await);
    let (record, base) = (hers.made(2), boards.open(venture).await.expect("opens").head());
    let edit = |base, steps| [Operation::Edit(Edit { record, text: TextKey::Body, base, steps })];
    let at_the_end = edit(base, vec![Step::Keep(3), Step::Insert(" douce".into())]);
    let at_the_start = edit(base, vec![Step::Insert("l'".into()), Step::Keep(3)]);
    assert_eq!(accepted(&town.push(boards, amal, venture, hers, 6, &at_the_end).await), 1);
    let lying = edit(base, vec![Step::Keep(40), Step::Insert("!".into())]);
    let refused = town.push(boards, youssef, venture, his, 1, &lying).await;
    assert_eq!(refused, [Outcome::Refused { counter: 1, why: Refusal::Lengths }]);
    let outcomes = town.push(boards, youssef, venture, his, 2, &at_the_start).await;
    assert_eq!(accepted(&outcomes), 1, "made on what he had seen, carried over what came between: {outcomes:?}");
    let words = |document: Document| document.get(record).expect("a note").words().to_owned();
    assert_eq!(words(boards.open(venture).await.expect("opens")), "l'eau douce");
    let afresh = Boards::new(town.db.clone());
    assert_eq!(
        words(afresh.open(venture).await.expect("folds")),
        "l'eau douce",
        "the log holds what was accepted, and the fold never transforms"
    );
}

pub async fn who_was_away_gets_what_is_missing(town: &Town, venture: VentureId) {
    let (boards, amal) = (&town.boards, town.trainees[0]);
    let hand = town.hand(boards, amal, venture, 1).await;
    let record = hand.made(4);
    let mut counter = hand.counter;
    for _ in 0..3 {
        let moves: Vec<Operation> = (0..150).map(|step| Operation::Set(record, Field::Position(Point { x: step * 8, y: 8 }))).collect();
        assert_eq!(accepted(&town.push(boards, amal, venture, hand, counter + 1, &moves).await), 150);
        counter += 150;
    }
    let head = boards.open(venture).await.expect("opens").head();
    boards.follow_once().await.expect("follows");
    // Another process finds the snapshot and what came after it.
    let afresh = Boards::new(town.db.clone());
    assert_eq!(afresh.open(venture).await.expect("opens"), boards.open(venture).await.expect("opens"));
    let late = afresh.subscribe(venture, Seq(head.0 - 10)).await.expect("joins");
    let Missing::Since(missing) = &late.missing else { panic!("operations, not {:?}", late.missing) };
    assert_eq!(missing.iter().map(|one| one.seq.0).collect::<Vec<_>>(), (head.0 - 9..=head.0).collect::<Vec<_>>());
    let early = afresh.subscribe(venture, Seq(2)).await.expect("joins");
    assert!(matches!(&early.missing, Missing::Since(all) if all.len() as u64 == head.0 - 2), "the log reaches back beyond the snapshot");
    for nothing_known in [Seq(0), Seq(head.0 + 100)] {
        let new = Boards::new(town.db.clone()).subscribe(venture, nothing_known).await.expect("joins");
        let Missing::Snapshot(bytes) = &new.missing else { panic!("a snapshot since {nothing_known:?}") };
        assert_eq!(Document::from_snapshot(bytes).expect("reads"), boards.open(venture).await.expect("opens"));
    }
    assert_eq!(town.hand(&afresh, amal, venture, 1).await.counter, counter);
}

pub async fn one_broken_board_fails_no_other(town: &Town, venture: VentureId) {
    let (boards, amal) = (&town.boards, town.trainees[0]);
    let hand = town.hand(boards, amal, venture, 1).await;
    let (mut who, ghost) = (town.actor(amal).await, VentureId(store::new_id()));
    who.grants.push(Grant { role: Role::Trainee, scope: Scope::Venture(ghost) });
    let mut at = town.locus(venture).await;
    at.venture = Some(ghost);
    let permit = allow(&who, WriteBoard { at: &at }).expect("by the rule alone");
    let head = boards.open(venture).await.expect("opens").head();
    let lost = boards.push(permit, ghost, hand.client, hand.author, sent(1, &[note(Parent::Board, "?")]));
    let all = [note(Parent::Board, "à côté")];
    let kept = town.push(boards, amal, venture, hand, hand.counter + 1, &all);
    let (lost, kept) = tokio::join!(lost, kept);
    assert!(matches!(lost, Err(StoreError::NotStored(_))), "{lost:?}");
    assert_eq!(accepted(&kept), 1);
    assert_eq!(boards.open(venture).await.expect("opens").head().0, head.0 + 1);
    assert!(matches!(boards.open(ghost).await, Err(StoreError::Absent)));
    assert!(matches!(boards.subscribe(ghost, Seq(0)).await, Err(StoreError::Absent)));
}
