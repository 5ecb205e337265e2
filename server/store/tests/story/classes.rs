//! Classes, the empty sheets they lay out, a group's figures, and the cards of a whole group.

use crate::town::{PASSPHRASE, Town};
use board::{
    OrderKey, Outcome,
    id::Seq,
    record::{Direction, Point, Size},
};
use shared::{
    Millis,
    access::{LayOutSheet, RenewCards, RunClass, allow},
    accounts::SignInRefusal,
    classes::{self, ClassSession, Written},
    ids::{ClassId, VentureId},
};
use store::{
    StoreError, accounts,
    board::EmptySheet,
    classes::{self as sessions, NewClass},
};

const MINUTE: i64 = 60_000;

fn new(now: Millis, activity: &str) -> NewClass {
    NewClass {
        id: ClassId(store::new_id()),
        activity: activity.to_owned(),
        sheets: vec!["pitch".to_owned(), "launch-plan".to_owned()],
        until: Millis(now.0 + 25 * MINUTE),
    }
}

pub async fn a_group_has_one_class_at_a_time(town: &Town) -> ClassSession {
    let (db, now) = (&town.db, town.now());
    let at = accounts::group(db, town.groups[0]).await.expect("reads").expect("a group").at;
    let nadia = town.actor(town.nadia).await;
    let start = |activity| sessions::start(db, allow(&nadia, RunClass { at: &at }).expect("mentor"), new(now, activity), now);
    let (one, two) = tokio::join!(start("3.5"), start("3.5"));
    let (one, two) = (one.expect("a class"), two.expect("a class"));
    assert_eq!(one, two, "pressed twice, begun once");
    assert_eq!((one.by, one.started, one.left(now)), (town.nadia, now, Some(25 * MINUTE)));
    assert_eq!(start("1.2").await.expect("a class").activity, "3.5", "the one that runs goes on");
    let permit = || allow(&nadia, RunClass { at: &at }).expect("mentor");
    for _ in 0..2 {
        sessions::prolong(db, permit(), &one, one.until, one.prolonged(now)).await.expect("prolonged");
    }
    let class = sessions::running(db, town.groups[0]).await.expect("reads").expect("runs");
    assert_eq!(class.until.0 - one.until.0, classes::PROLONGS, "once for the end that was seen");
    assert_eq!(sessions::get(db, class.id).await.expect("reads").as_ref(), Some(&class));
    assert_eq!(sessions::running(db, town.groups[1]).await.expect("reads"), None);
    let elsewhere = accounts::group(db, town.groups[1]).await.expect("reads").expect("a group").at;
    let hassan = town.actor(town.other_mentor).await;
    let foreign = allow(&hassan, RunClass { at: &elsewhere }).expect("his own");
    assert!(matches!(sessions::end(db, foreign, &class, 0, 0, now).await, Err(StoreError::WrongPermit)));
    class
}

pub async fn an_empty_sheet_comes_once_and_nothing_else_with_it(town: &Town, class: &ClassSession, venture: VentureId) {
    let at = town.locus(venture).await;
    let nadia = town.actor(town.nadia).await;
    let before = town.boards.open(venture).await.expect("opens").frames().count();
    let lay = async |sheet: &str| {
        let permit = allow(&nadia, LayOutSheet { at: &at, class, sheet }).expect("mentor");
        let empty = EmptySheet {
            version: 1,
            direction: Direction::Rtl,
            position: Point { x: 80, y: 80 },
            size: Size { w: 800, h: 800 },
            order: OrderKey("z".to_owned()),
        };
        town.boards.lay_out(permit, empty).await.expect("answered")
    };
    assert!(matches!(lay("pitch").await, Outcome::Accepted(_)));
    assert!(matches!(lay("pitch").await, Outcome::Repeated(_)), "laid once");
    assert!(matches!(lay("launch-plan").await, Outcome::Accepted(_)));
    let document = town.boards.open(venture).await.expect("opens");
    let frames: Vec<_> =
        document.frames().filter(|frame| frame.template().is_some_and(|(id, ..)| class.sheets.iter().any(|s| s == id))).collect();
    assert_eq!((frames.len(), document.frames().count()), (2, before + 2));
    assert!(frames.iter().all(|frame| document.filled_blocks(frame.id).is_empty()), "empty");
    let authors = town.boards.authors(venture).await.expect("reads");
    assert!(authors.iter().any(|(_, person, _)| *person == town.nadia), "under the mentor's own name");
    let reached = async |since| {
        let permit = allow(&nadia, RunClass { at: &at }).expect("mentor");
        sessions::reached(&town.db, permit, class, venture, since).await.expect("noted");
    };
    reached(document.head()).await;
    reached(Seq(1)).await;
    let since = sessions::since(&town.db, class.id).await.expect("reads");
    assert_eq!(since.get(&venture), Some(&document.head()), "the first note stays");
    assert_eq!(classes::written(&document, frames[0].id, document.head()), Written::Before);
}

pub async fn a_class_that_nobody_ends_runs_out(town: &Town) {
    let (db, now) = (&town.db, town.now());
    let at = accounts::group(db, town.groups[1]).await.expect("reads").expect("a group").at;
    let hassan = town.actor(town.other_mentor).await;
    let class = sessions::start(db, allow(&hassan, RunClass { at: &at }).expect("his own"), new(now, "1.2"), now).await.expect("a class");
    let late = Millis(class.until.0 + classes::LINGERS);
    assert!(sessions::overdue(db, Millis(late.0 - 1)).await.expect("reads").iter().all(|one| one.id != class.id), "it lingers");
    assert!(sessions::overdue(db, late).await.expect("reads").contains(&class));
    let read_before = ClassSession { until: Millis(class.until.0 - 1), ..class.clone() };
    sessions::run_out(db, &read_before, 9, 9).await.expect("judged");
    assert!(sessions::running(db, town.groups[1]).await.expect("reads").is_some(), "somebody gave it more time meanwhile");
    for begun in [2, 7] {
        sessions::run_out(db, &class, begun, 3).await.expect("ended");
    }
    let past = sessions::past(db, town.groups[1], 1).await.expect("reads");
    assert_eq!((past[0].class.ended, past[0].begun, past[0].teams), (Some(class.until), 2, 3), "at its own time, once");
}

pub async fn a_class_ends_once_and_is_remembered(town: &Town, class: &ClassSession) {
    let (db, now) = (&town.db, town.now());
    let at = accounts::group(db, class.group).await.expect("reads").expect("a group").at;
    let nadia = town.actor(town.nadia).await;
    for begun in [1, 9] {
        let permit = allow(&nadia, RunClass { at: &at }).expect("mentor");
        sessions::end(db, permit, class, begun, 2, now).await.expect("ended");
    }
    assert_eq!(sessions::running(db, class.group).await.expect("reads"), None);
    let past = sessions::past(db, class.group, 5).await.expect("reads");
    assert_eq!(past.iter().map(|past| (past.class.id, past.begun, past.teams)).collect::<Vec<_>>(), [(class.id, 1, 2)]);
    assert_eq!(past[0].class.ended, Some(now));
}

pub async fn figures_count_each_trainee_once(town: &Town) {
    let db = &town.db;
    town.boards.follow_once().await.expect("follows");
    let rows = accounts::trainees(db, town.groups[0]).await.expect("reads");
    let counts = accounts::counts_of_mentor(db, town.nadia, Millis(0)).await.expect("reads")[&town.groups[0]];
    let of = |is: fn(&accounts::TraineeRow) -> bool| u32::try_from(rows.iter().filter(|row| is(row)).count()).expect("few");
    assert_eq!(counts.trainees, of(|_| true));
    assert_eq!(counts.never, of(|row| !row.entered));
    assert_eq!(counts.no_team, of(|row| row.mates < 2));
    assert_eq!(counts.no_venture, of(|row| row.ventures.is_empty()));
    assert_eq!(counts.active, of(|row| row.worked.is_some()));
    assert!(counts.active > 0 && counts.active < counts.trainees, "{counts:?}");
    let waiting = store::feedback::waiting_in_group(db, town.groups[0]).await.expect("reads");
    assert_eq!(counts.waiting, waiting.iter().map(|venture| venture.threads).sum::<u32>());
    let later = accounts::counts_of_mentor(db, town.nadia, Millis(i64::MAX)).await.expect("reads")[&town.groups[0]];
    assert_eq!(later.active, 0);
    let room = store::ventures::with_room(db, town.groups[0]).await.expect("reads");
    for (id, _) in room {
        let team = store::ventures::venture(db, id).await.expect("reads").expect("is there").team;
        assert!((1..5).contains(&team.len()));
    }
}

pub async fn cards_are_renewed_for_those_who_have_not_entered(town: &Town) {
    let (db, secrets, now) = (&town.db, &town.secrets, town.now());
    let at = accounts::group(db, town.groups[1]).await.expect("reads").expect("a group").at;
    let hassan = town.actor(town.other_mentor).await;
    let new = accounts::NewTrainee { group: town.groups[1], number: 30, first: "Sara".into(), last: "D.".into(), lang: shared::Lang::Fr };
    let old = shared::accounts::OneTimeCode::parse("SARA-0000").expect("a code");
    let sara = accounts::create_trainee(db, new, Some(&old), secrets, now).await.expect("a trainee");
    let choosing = accounts::open_session(db, sara, town.now()).await.expect("a session");
    let draw = accounts::new_draw().expect("chance");
    let codes: Vec<_> =
        [sara, town.stranger, town.far].into_iter().map(|one| (one, accounts::drawn_code(&draw, one).expect("a draw"))).collect();
    assert!(accounts::drawn_code("not a draw", sara).is_none());
    for _ in 0..2 {
        let permit = allow(&hassan, RenewCards { at: &at }).expect("his group");
        let renewed = accounts::renew_cards(db, permit, &codes, secrets, town.now()).await.expect("renewed");
        assert_eq!(renewed, [sara], "who has entered is left out, and who is of another group");
    }
    let enter = async |code| accounts::enter_with_code(db, "BER-A1", 30, code, secrets, town.now()).await.expect("judged");
    assert_eq!(enter(&old).await, Err(SignInRefusal::NoMatch));
    assert!(accounts::actor_of(db, &choosing, town.now()).await.expect("reads").is_none(), "who was just choosing begins again");
    assert_eq!(enter(&codes[0].1).await, Ok(sara), "sent twice, one card");
    let kept = accounts::enter_with_passphrase(db, "BER-A1", 1, PASSPHRASE, secrets, town.now()).await.expect("judged");
    assert_eq!(kept, Ok(town.stranger), "and keeps the passphrase");
}
