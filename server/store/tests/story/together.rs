//! Two servers on one PostgreSQL database: the log is the truth, and each finds out what the other wrote.

use crate::{
    boards::operations_up_to,
    town::{Town, accepted, note},
};
use board::{
    Operation,
    id::Seq,
    record::{Field, Parent, Point},
};
use shared::ids::VentureId;
use store::{Boards, Db};

pub async fn two_servers_hear_each_other(town: &Town, venture: VentureId) {
    let there = Boards::new(Db::open(&town.url).await.expect("a second server may open it"));
    let head = there.open(venture).await.expect("opens").head();
    let mut room = there.subscribe(venture, head).await.expect("joins");
    let hand = town.hand(&town.boards, town.trainees[0], venture, 1).await;
    let all = [note(Parent::Board, "ici"), note(Parent::Board, "et là")];
    town.push(&town.boards, town.trainees[0], venture, hand, hand.counter + 1, &all).await;
    there.follow_once().await.expect("follows");
    assert_eq!(operations_up_to(&mut room, Seq(head.0 + 2)).await, 2, "who listens there hears what was written here");
    assert_eq!(there.open(venture).await.expect("opens"), town.boards.open(venture).await.expect("opens"));
    assert_eq!(town.hand(&there, town.trainees[0], venture, 1).await.counter, hand.counter + 2, "a phone may come back to either");
}

pub async fn two_servers_write_one_log(town: &Town, venture: VentureId) {
    let there = Boards::new(Db::open(&town.url).await.expect("opens"));
    let (amal, youssef) = (town.trainees[0], town.trainees[1]);
    let (hers, his) = (town.hand(&town.boards, amal, venture, 1).await, town.hand(&there, youssef, venture, 1).await);
    let head = town.boards.open(venture).await.expect("opens").head();
    let moves = |y| (0..20).map(|x| Operation::Set(hers.made(4), Field::Position(Point { x: x * 8, y }))).collect::<Vec<_>>();
    let here = async {
        for round in 0..5 {
            assert_eq!(accepted(&town.push(&town.boards, amal, venture, hers, hers.counter + 1 + round * 20, &moves(8)).await), 20);
        }
    };
    let beside = async {
        for round in 0..5 {
            assert_eq!(accepted(&town.push(&there, youssef, venture, his, his.counter + 1 + round * 20, &moves(16)).await), 20);
        }
    };
    tokio::join!(here, beside);
    let (one, two) = (town.boards.open(venture).await.expect("opens"), there.open(venture).await.expect("opens"));
    assert_eq!(one.head(), Seq(head.0 + 200), "no number is missing and none is given twice");
    assert_eq!(one, two);
    assert_eq!(Boards::new(town.db.clone()).open(venture).await.expect("folds"), one);
}
