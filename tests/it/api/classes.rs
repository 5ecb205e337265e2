//! A class over HTTP: who may begin one, that a group has one at a time, that every team's board gets its empty sheet, and what the wall says.

use acceptance::{
    Engine, Ground, Server, Stage,
    cast::{Cast, Person, note, now},
    web::Web,
};
use board::{Document, Outcome, Sent, encode, id::Seq, limits, wire::Missing};
use shared::{
    access::{WriteBoard, allow},
    ids::VentureId,
};

/// A device that only looks.
const LOOKER: u8 = 9;

/// Where the class of group one is run.
fn room(stage: &Stage) -> String {
    format!("/groups/{}/class", stage.cast.groups[0])
}

async fn start(stage: &Stage, who: &Web, activity: &str) -> u16 {
    let group = stage.cast.groups[0].to_string();
    who.call("classes/start", &[("group", &group), ("activity", activity), ("minutes", "25")]).await.status.as_u16()
}

/// What a form of the page holds under a name.
fn held(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {page}"));
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// A venture of somebody of group one who is on no team.
async fn venture(stage: &Stage, who: &Person, name: &str) -> VentureId {
    let id = VentureId(store::new_id());
    let web = stage.enter(who).await;
    let made = web.form("/ventures/new", &[("id", &id.to_string()), ("lang", "fr"), ("saw", name)]).await;
    assert_eq!(made.status, 303, "{}", made.body);
    id
}

#[tokio::test]
async fn a_class_is_run_by_the_mentors_of_its_group() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    for (who, status) in [(&cast.hassan, 404), (&cast.samira, 403), (&cast.amal, 403)] {
        let web = stage.enter(who).await;
        assert_eq!(start(&stage, &web, "1.3").await, status, "{}", who.name);
    }
    let nadia = stage.enter(&cast.nadia).await;
    assert!(nadia.get(&room(&stage)).await.body.contains("name=\"minutes\""), "none runs");
    assert_eq!(start(&stage, &nadia, "9.9").await, 422);
    let group = cast.groups[0].to_string();
    for minutes in ["4", "241", "-1", "soon"] {
        let answer = nadia.call("classes/start", &[("group", &group), ("activity", "1.3"), ("minutes", minutes)]).await;
        assert_eq!(answer.status, 422, "{minutes} minutes");
    }
    assert!(nadia.get(&room(&stage)).await.body.contains("name=\"minutes\""), "and none runs still");
}

/// The templates of the sheets on a board, as one of its team sees it.
async fn sheets(stage: &Stage, who: &Person, venture: VentureId) -> Vec<String> {
    let web = stage.enter(who).await;
    let mut socket = stage.socket(&web, venture).await.expect("a member's socket");
    let mut document = Document::default();
    match socket.hello(LOOKER, Seq(0)).await.missing {
        Missing::Snapshot(bytes) => document = Document::from_snapshot(&bytes).expect("a board"),
        Missing::Since(all) => {
            for envelope in &all {
                document.apply(envelope).expect("accepted before");
            }
        }
    }
    let mut sheets: Vec<String> = document.frames().filter_map(|frame| Some(frame.template()?.0.to_owned())).collect();
    sheets.sort();
    sheets
}

#[tokio::test]
async fn every_team_gets_the_empty_sheets_once_and_the_class_outlives_the_server() {
    let mut stage = Stage::set().await;
    let tarz = venture(&stage, &stage.cast.salma, "Tarz").await;
    let nadia = stage.enter(&stage.cast.nadia).await;
    let (one, two) = tokio::join!(start(&stage, &nadia, "1.3"), start(&stage, &nadia, "1.3"));
    assert_eq!((one, two), (200, 200), "pressed twice");
    stage.server.stop().await;
    stage.server = Server::start(&stage.ground).await;
    let nadia = stage.enter(&stage.cast.nadia).await;
    let page = nadia.get(&room(&stage)).await.body;
    assert!(page.contains("role=\"timer\"") && page.contains("Qatra") && page.contains("Tarz"), "it goes on: {page}");
    assert_eq!(sheets(&stage, &stage.cast.salma, tarz).await, ["empathy-map", "interview", "problem-map"]);
    assert_eq!(sheets(&stage, &stage.cast.amal, stage.cast.qatra.id).await, ["empathy-map", "interview", "problem-map"]);
    let (class, group) = (held(&page, "class"), stage.cast.groups[0].to_string());
    let fields = [("group", group.as_str()), ("class", class.as_str())];
    assert_eq!(nadia.call("classes/lay_out", &fields).await.status, 200);
    assert_eq!(sheets(&stage, &stage.cast.salma, tarz).await.len(), 3, "who has the sheet gets no second one");
    let hassan = stage.enter(&stage.cast.hassan).await;
    assert_eq!(hassan.call("classes/end", &fields).await.status, 404);
    for _ in 0..2 {
        assert_eq!(nadia.call("classes/end", &fields).await.status, 200, "ended twice is ended");
    }
    let page = nadia.get(&room(&stage)).await.body;
    assert!(page.contains("name=\"minutes\"") && page.contains("past-title"));
}

#[tokio::test]
async fn a_trainee_in_class_is_shown_the_way_to_the_sheet() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let nadia = stage.enter(&cast.nadia).await;
    assert_eq!(start(&stage, &nadia, "1.2").await, 200);
    let today = async |who: &Person| stage.enter(who).await.get("/today").await.body;
    let ours = today(&cast.youssef).await;
    assert!(ours.contains("in-class") && ours.contains(&format!("/v/{}/board#r-{}", cast.qatra.id, cast.qatra.frame)), "{ours}");
    let alone = today(&cast.others[0]).await;
    assert!(alone.contains("in-class") && alone.contains("href=\"/join\""), "who has no team is shown the way to one");
    assert!(!today(&cast.karim).await.contains("in-class"), "another group has no class");
    let page = nadia.get(&room(&stage)).await.body;
    let group = cast.groups[0].to_string();
    let more = [("group", group.as_str()), ("class", &held(&page, "class")), ("seen", &held(&page, "seen"))];
    for _ in 0..2 {
        assert_eq!(nadia.call("classes/prolong", &more).await.status, 200);
    }
    let seen: i64 = held(&page, "seen").parse().expect("a time");
    let now: i64 = held(&nadia.get(&room(&stage)).await.body, "seen").parse().expect("a time");
    assert_eq!(now - seen, shared::classes::PROLONGS, "pressed twice, five minutes more");
}

/// Writes notes on Qatra's board until it takes no more, before a server runs.
async fn fill(ground: &Ground, cast: &Cast) {
    let db = store::Db::open(ground.database()).await.expect("opens");
    let boards = store::Boards::new(db.clone());
    let token = store::accounts::open_session(&db, cast.amal.id, now()).await.expect("a session");
    let amal = store::accounts::actor_of(&db, &token, now()).await.expect("reads").expect("a member");
    let at = store::ventures::locus(&db, cast.qatra.id).await.expect("reads").expect("a venture");
    let (client, author, _) = boards.client(cast.qatra.id, cast.amal.id, &[7; 16]).await.expect("a number");
    let mut counter = 0;
    loop {
        let sent = (1..=limits::PUSH).map(|_| {
            counter += 1;
            Sent { counter, gesture: counter, bytes: encode(&note("eau")).into(), age: 0 }
        });
        let sent = sent.collect();
        let outcomes =
            boards.push(allow(&amal, WriteBoard { at: &at }).expect("may"), cast.qatra.id, client, author, sent).await.expect("answered");
        if outcomes.iter().any(|outcome| matches!(outcome, Outcome::Refused { .. })) {
            break;
        }
    }
    drop(boards);
    db.close().await;
}

#[tokio::test]
async fn a_full_board_is_named_and_keeps_no_other_team_from_its_sheet() {
    let ground = Ground::new(Engine::Sqlite);
    let cast = Cast::move_in(ground.database()).await;
    fill(&ground, &cast).await;
    let stage = Stage { server: Server::start(&ground).await, cast, ground };
    let cast = &stage.cast;
    let tarz = venture(&stage, &cast.salma, "Tarz").await;
    let nadia = stage.enter(&cast.nadia).await;
    assert_eq!(start(&stage, &nadia, "3.5").await, 200);
    let page = nadia.get(&room(&stage)).await.body;
    let full = acceptance::words::Words::load("fr").get("classes.full");
    assert_eq!(page.matches(&full).count(), 1, "{page}");
    assert_eq!(sheets(&stage, &cast.salma, tarz).await, ["launch-plan", "pitch", "problem-map"]);
}
