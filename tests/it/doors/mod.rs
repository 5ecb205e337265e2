//! Knocks on every route as everybody. A route that the table does not list fails: whoever adds one says here who gets in.

mod table;

use acceptance::{Engine, Stage, cast::Person, picture, web::Web};
use std::{collections::BTreeSet, fmt::Write};
use table::{Ask, Row, TABLE};

/// Who knocks, in the order of the table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Guest,
    Member,
    Teammate,
    Classmate,
    Stranger,
    Mentor,
    OtherMentor,
    Staff,
    OtherStaff,
}

impl Who {
    const ALL: [Self; 9] = [
        Self::Guest,
        Self::Member,
        Self::Teammate,
        Self::Classmate,
        Self::Stranger,
        Self::Mentor,
        Self::OtherMentor,
        Self::Staff,
        Self::OtherStaff,
    ];

    fn person(self, stage: &Stage) -> Option<&Person> {
        let cast = &stage.cast;
        match self {
            Self::Guest => None,
            Self::Member => Some(&cast.amal),
            Self::Teammate => Some(&cast.youssef),
            Self::Classmate => Some(&cast.salma),
            Self::Stranger => Some(&cast.karim),
            Self::Mentor => Some(&cast.nadia),
            Self::OtherMentor => Some(&cast.hassan),
            Self::Staff => Some(&cast.samira),
            Self::OtherStaff => Some(&cast.rachid),
        }
    }
}

fn row(method: &str, path: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.method == method && row.path == path)
}

#[test]
fn every_route_is_listed_once_and_says_who_enters() {
    let mut seen = BTreeSet::new();
    let mut faults = String::new();
    for route in server::router::routes() {
        let name = format!("{} {}", route.method, route.path);
        if route.enters.is_none() {
            let _ = writeln!(faults, "{name}: server/src/router.rs does not say who enters");
        }
        if row(route.method, &route.path).is_none() {
            let _ = writeln!(faults, "{name}: tests/it/doors/table.rs does not list it");
        }
        if !seen.insert(name.clone()) {
            let _ = writeln!(faults, "{name}: twice");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(seen.len() > 30, "the listing is whole");
}

#[test]
fn who_enters_where() {
    let said = server::router::routes().into_iter().fold(String::new(), |mut said, route| {
        let enters = route.enters.map_or("nobody said", server::router::Enters::said);
        let _ = writeln!(said, "{:<5} {:<44} {enters}", route.method, route.path);
        said
    });
    insta::assert_snapshot!(said);
}

#[tokio::test]
async fn every_door_opens_for_whom_it_should() {
    every_door(Engine::Sqlite).await;
}

#[tokio::test]
async fn every_door_opens_for_whom_it_should_on_postgresql() {
    every_door(Engine::Postgres).await;
}

async fn every_door(engine: Engine) {
    let stage = Stage::on(engine).await;
    let amal = stage.enter(&stage.cast.amal).await;
    let uploaded = amal.upload(&format!("/upload/{}", stage.cast.qatra.id), "p.png", "image/png", picture::tiny()).await;
    let asset: serde_json::Value = serde_json::from_str(&uploaded.body).expect("a stored picture");
    let asset = asset["asset"].as_str().expect("its name").to_owned();
    let token = stage.play_link(&amal).await;
    let made = Made { asset, token };
    let mut faults = String::new();
    for route in server::router::routes() {
        let Some(row) = row(route.method, &route.path) else { continue };
        for (who, expected) in Who::ALL.into_iter().zip(row.answers) {
            // Entering anew each time: a knock may end the session or change the language.
            let web = match who.person(&stage) {
                Some(person) => stage.enter(person).await,
                None => stage.server.guest(),
            };
            let answered = knock(&stage, &web, row, &made).await;
            if answered != expected {
                let _ = writeln!(faults, "{} {} answers {who:?} with {answered}, not {expected}", row.method, row.path);
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// What was made for the knocking.
struct Made {
    asset: String,
    token: String,
}

async fn knock(stage: &Stage, web: &Web, row: &Row, made: &Made) -> u16 {
    let fill = |text: &str| filled(stage, text, made);
    let path = fill(row.path);
    match &row.ask {
        Ask::Page => web.get(&path).await.status.as_u16(),
        Ask::Reading(query) => web.ask(path.trim_start_matches("/api/"), &fill(query)).await.status.as_u16(),
        Ask::Call(fields) | Ask::Form(fields) => {
            let fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, fill(value))).collect();
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            match row.ask {
                Ask::Call(_) => web.call(path.trim_start_matches("/api/"), &fields).await.status.as_u16(),
                _ => web.form(&path, &fields).await.status.as_u16(),
            }
        }
        Ask::Photo => web.upload(&path, "p.png", "image/png", picture::tiny()).await.status.as_u16(),
        Ask::Socket => match stage.socket(web, stage.cast.qatra.id).await {
            Ok(_) => 101,
            Err(status) => status,
        },
    }
}

/// Puts the stage's names in place of those in braces.
fn filled(stage: &Stage, text: &str, made: &Made) -> String {
    let qatra = &stage.cast.qatra;
    let folder = stage.ground.config().assets().expect("a front end");
    let names = [
        ("{venture}", qatra.id.to_string()),
        ("{record}", qatra.prototype.to_string()),
        ("{key}", "plombi-oujda".to_owned()),
        ("{prototype}", "1-1".to_owned()),
        ("{note}", qatra.note.to_string()),
        ("{thread}", qatra.thread.to_string()),
        ("{person}", stage.cast.salma.id.to_string()),
        ("{zineb}", stage.cast.zineb.id.to_string()),
        ("{nadia}", stage.cast.nadia.id.to_string()),
        ("{group}", stage.cast.groups[0].to_string()),
        ("{fresh}", store::new_id().to_string()),
        ("{asset}", made.asset.clone()),
        ("{token}", made.token.clone()),
        ("{hash}", folder.trim_start_matches("/pkg/").to_owned()),
        ("{file}", "fikra.css".to_owned()),
        ("{door}", "mentor".to_owned()),
        ("{card}", "venture".to_owned()),
        ("{code}", "en".to_owned()),
        (
            "{name}",
            if text.starts_with("/view") {
                "list"
            } else if text.starts_with("/saver") {
                "off"
            } else {
                "dark"
            }
            .to_owned(),
        ),
    ];
    // Each fresh id is another one.
    names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
}
