//! Threads: opened, answered, settled, and what becomes of the place they hang on.

use crate::town::{Town, accepted, block, note};
use board::{
    Operation, Part, Place,
    id::{BlockId, RecordId, Seq},
    operation::{Edit, Step},
    record::{Field, OrderKey, Parent, TextKey},
};
use shared::{
    access::{AnswerThread, OpenThread, ReopenThread, ResolveThread, Role, allow},
    feedback::{Anchor, AnchorState, Quote, Says, Side, ThreadKind, ThreadState},
    ids::{PersonId, RemarkId, ThreadId, VentureId},
};
use store::{
    StoreError,
    board::BoardEvent,
    feedback::{self, Imported, ImportedRemark, NewThread},
    portfolio, ventures,
};

fn new(place: Place, seen: Seq) -> NewThread {
    let quote = Quote { before: String::new(), exact: "l'eau".into(), after: " douce".into() };
    NewThread {
        id: ThreadId(store::new_id()),
        remark: RemarkId(store::new_id()),
        kind: ThreadKind::Question,
        anchor: Anchor { place, frame: "problem-map".into(), part: "من".into(), quote, seen },
        words: " Qui d'autre ? ".into(),
        role: Role::Mentor,
    }
}

async fn open(town: &Town, venture: VentureId, by: PersonId, new: NewThread) -> store::Result<()> {
    let (who, at) = (town.actor(by).await, town.locus(venture).await);
    feedback::open(&town.db, allow(&who, OpenThread { at: &at }).expect("may"), new, town.now()).await
}

async fn answer(town: &Town, id: ThreadId, by: PersonId, remark: RemarkId, says: Says) -> store::Result<ThreadState> {
    let (who, thread) = (town.actor(by).await, feedback::thread(&town.db, id).await?.ok_or(StoreError::Absent)?);
    let side = Side::of(&who, &thread.at);
    let permit = allow(&who, AnswerThread { thread: &thread }).expect("may");
    feedback::answer(&town.db, permit, remark, side, "Voilà.", says, town.now()).await?;
    state(town, id).await
}

async fn state(town: &Town, id: ThreadId) -> store::Result<ThreadState> {
    Ok(feedback::thread(&town.db, id).await?.ok_or(StoreError::Absent)?.state)
}

fn the_note(client: u32) -> RecordId {
    RecordId { client: board::id::ClientNo(client), counter: 2 }
}

pub async fn a_thread_is_opened_once(town: &Town, venture: VentureId) -> ThreadId {
    let head = town.boards.open(venture).await.expect("opens").head();
    let thread = new(Place::whole(the_note(1)), head);
    open(town, venture, town.nadia, thread.clone()).await.expect("opened");
    open(town, venture, town.nadia, thread.clone()).await.expect("sent again");
    let stolen = open(town, venture, town.regional, thread.clone()).await;
    assert!(matches!(stolen, Err(StoreError::Taken)), "{stolen:?}");
    let told = feedback::conversation(&town.db, thread.id).await.expect("reads").expect("is there");
    assert_eq!((told.thread.state, told.thread.remarks, told.remarks.len()), (ThreadState::Waiting, 1, 1));
    assert_eq!((told.remarks[0].words.as_str(), told.remarks[0].side), ("Qui d'autre ?", Side::Mentor));
    assert_eq!((&told.thread.anchor, told.thread.author_role), (&thread.anchor, Role::Mentor));
    assert_eq!((told.thread.anchor_state, told.thread.changes_since), (AnchorState::Same, 0));
    thread.id
}

pub async fn the_turn_goes_back_and_forth(town: &Town, id: ThreadId) {
    let (db, amal, nadia) = (&town.db, town.trainees[0], town.nadia);
    let remark = RemarkId(store::new_id());
    assert_eq!(answer(town, id, amal, remark, Says::Words).await.expect("said"), ThreadState::ToHandle);
    assert_eq!(answer(town, id, amal, remark, Says::Words).await.expect("said again"), ThreadState::ToHandle);
    let stolen = answer(town, id, nadia, remark, Says::Words).await;
    assert!(matches!(stolen, Err(StoreError::Taken)), "{stolen:?}");
    assert_eq!(answer(town, id, nadia, RemarkId(store::new_id()), Says::Words).await.expect("said"), ThreadState::Waiting);
    assert_eq!(answer(town, id, amal, RemarkId(store::new_id()), Says::Done).await.expect("said"), ThreadState::ToCheck);
    assert_eq!(feedback::conversation(db, id).await.expect("reads").expect("is there").remarks.len(), 4);

    let thread = feedback::thread(db, id).await.expect("reads").expect("is there");
    assert_eq!(thread.remarks, 4);
    let mentor = town.actor(nadia).await;
    let resolve = async || feedback::resolve(db, allow(&mentor, ResolveThread { thread: &thread }).expect("may"), town.now()).await;
    resolve().await.expect("settled");
    let since = feedback::thread(db, id).await.expect("reads").expect("is there").since;
    resolve().await.expect("settled already");
    let settled = feedback::thread(db, id).await.expect("reads").expect("is there");
    assert_eq!((settled.state, settled.since), (ThreadState::Resolved, since), "settled once");
    let member = town.actor(amal).await;
    feedback::reopen(db, allow(&member, ReopenThread { thread: &settled }).expect("may"), town.now()).await.expect("opened again");
    assert_eq!(state(town, id).await.expect("reads"), ThreadState::ToHandle, "the team opened it: it is the mentor's turn");
    feedback::reopen(db, allow(&mentor, ReopenThread { thread: &settled }).expect("may"), town.now()).await.expect("is open");
    assert_eq!(state(town, id).await.expect("reads"), ThreadState::ToHandle, "what is open stays as it is");
}

pub async fn counts_follow(town: &Town, venture: VentureId) {
    let db = &town.db;
    let head = town.boards.open(venture).await.expect("opens").head();
    let second = new(Place { record: RecordId { counter: 1, ..the_note(1) }, part: Part::Block(BlockId::from("who")) }, head);
    open(town, venture, town.nadia, second).await.expect("opened");
    let card = ventures::of_person(db, town.trainees[1]).await.expect("reads").remove(0);
    assert_eq!((card.id, card.waiting), (venture, 1));
    let column = async |person, column, limit| feedback::board(db, &town.actor(person).await, column, limit).await.expect("reads");
    let waiting = column(town.nadia, ThreadState::Waiting, 10).await;
    assert_eq!((waiting.counts, waiting.threads.len()), ([1, 1, 0, 0], 1));
    let third = new(Place::whole(the_note(1)), head);
    open(town, venture, town.nadia, third.clone()).await.expect("opened");
    let waiting = column(town.nadia, ThreadState::Waiting, 10).await;
    assert_eq!(waiting.threads.last().expect("two").id, third.id, "who waits longest comes first");
    assert_eq!(column(town.nadia, ThreadState::Waiting, 1).await.threads.len(), 1);
    assert_eq!(column(town.other_mentor, ThreadState::Waiting, 10).await.counts, [0; 4], "another mentor's groups are not hers");
    assert_eq!(column(town.regional, ThreadState::Waiting, 10).await.counts, [0; 4], "the feedback board is the mentors'");
    let page = portfolio::page(db, &town.actor(town.national).await, &Default::default(), town.now()).await.expect("reads");
    assert_eq!(page.rows.iter().find(|row| row.id == venture).expect("a row").open_threads, 3);
    assert_eq!(feedback::of_venture(db, venture).await.expect("reads").len(), 3);
}

pub async fn a_place_tells_what_became_of_it(town: &Town, venture: VentureId) {
    let (boards, amal) = (&town.boards, town.trainees[0]);
    let mut hand = town.hand(boards, amal, venture, 1).await;
    let frame = hand.made(1);
    let first = hand.counter + 1;
    let notes: Vec<Operation> = ["un", "deux", "trois"].map(|words| note(block(frame, "causes"), words)).into();
    town.push(boards, amal, venture, hand, first, &notes).await;
    hand.counter += 3;
    boards.follow_once().await.expect("follows");
    let head = boards.open(venture).await.expect("opens").head();
    let threads: Vec<NewThread> = (0..3).map(|at| new(Place::whole(hand.made(first + at)), head)).collect();
    for thread in &threads {
        open(town, venture, town.nadia, thread.clone()).await.expect("opened");
    }
    let mut room = boards.subscribe(venture, head).await.expect("joins");
    let all = [
        Operation::Edit(Edit {
            record: hand.made(first),
            text: TextKey::Body,
            base: head,
            steps: vec![Step::Keep(2), Step::Insert("!".into())],
        }),
        Operation::Set(hand.made(first + 1), Field::Home(Parent::Board, OrderKey("k".into()))),
        Operation::Delete(hand.made(first + 2)),
    ];
    assert_eq!(accepted(&town.push(boards, amal, venture, hand, hand.counter + 1, &all).await), 3);
    boards.follow_once().await.expect("follows");
    for (thread, expected) in threads.iter().zip([AnchorState::Changed, AnchorState::Moved, AnchorState::Deleted]) {
        let told = feedback::thread(&town.db, thread.id).await.expect("reads").expect("is there");
        assert_eq!((told.anchor_state, told.changes_since), (expected, 3));
        assert_eq!(told.anchor.quote, thread.anchor.quote, "what it was written on is kept as it was");
    }
    let mut noticed = 0;
    while let Ok(told) = room.events.try_recv() {
        noticed += usize::from(matches!(&*told, BoardEvent::Notice { noun, .. } if noun == "feedback"));
    }
    assert_eq!(noticed, 3, "open boards hear of it");
    town.push(boards, amal, venture, hand, hand.counter + 4, &[Operation::Restore(hand.made(first + 2))]).await;
    boards.follow_once().await.expect("follows");
    let told = feedback::thread(&town.db, threads[2].id).await.expect("reads").expect("is there");
    assert_eq!(told.anchor_state, AnchorState::Same, "what was brought back is there");
    boards.follow_once().await.expect("and the job may run again");
}

pub async fn a_past_is_brought_in_once(town: &Town, venture: VentureId) {
    let past = Imported {
        thread: new(Place::whole(the_note(1)), Seq(1)),
        venture,
        author: town.nadia,
        at: town.now(),
        state: ThreadState::Resolved,
        since: town.now(),
        remarks: vec![ImportedRemark {
            id: RemarkId(store::new_id()),
            author: town.trainees[0],
            side: Side::Team,
            words: "Merci.".into(),
            says: Says::Done,
            at: town.now(),
        }],
    };
    feedback::import(&town.db, past.clone()).await.expect("brought in");
    feedback::import(&town.db, past.clone()).await.expect("once");
    let told = feedback::conversation(&town.db, past.thread.id).await.expect("reads").expect("is there");
    assert_eq!((told.thread.state, told.thread.since, told.thread.remarks, told.remarks.len()), (past.state, past.since, 2, 2));
    town.boards.follow_once().await.expect("follows");
    let told = feedback::thread(&town.db, past.thread.id).await.expect("reads").expect("is there");
    assert_eq!(told.anchor_state, AnchorState::Changed, "the log since then says what became of its place");
    let ghost = Imported { venture: VentureId(store::new_id()), thread: new(Place::whole(the_note(1)), Seq(1)), ..past };
    assert!(matches!(feedback::import(&town.db, ghost).await, Err(StoreError::Absent)));
}
