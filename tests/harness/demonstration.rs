//! The demonstration as people find it: the seeded database, a server on it, who reads what on it, and the names of what they read.

use crate::{
    browser::{Browser, Screen},
    ground::{Engine, Ground},
    rude,
    server::Server,
    web::Web,
};
use server::{DEMO_PASSPHRASE, Door, demo_doors, seed};
use shared::{access::Role, feedback::ThreadState};
use store::{Boards, Db, accounts, feedback, ventures};

/// The group whose people read.
const GROUP: &str = "BER1";
/// The venture that they read.
const VENTURE: &str = "قطرة";
/// The mentor of that group.
const MENTOR: &str = "Nadia Belhaj";
/// A member of the national staff.
const STAFF: &str = "Samira Benjelloul";

/// Who reads a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Who is not signed in.
    Guest,
    /// A trainee who has just entered with the card.
    Newcomer,
    /// A trainee without a venture.
    Beginner,
    /// A trainee with one.
    Trainee,
    /// Their mentor.
    Mentor,
    /// National staff.
    Staff,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Guest, Self::Newcomer, Self::Beginner, Self::Trainee, Self::Mentor, Self::Staff];
}

/// The running demonstration.
pub struct Demonstration {
    /// The server.
    pub server: Server,
    doors: Vec<Door>,
    names: Vec<(&'static str, String)>,
    _ground: Ground,
}

impl Demonstration {
    /// Seeds one and opens it.
    pub async fn open() -> Self {
        Self::opened(Names::Kind).await
    }

    /// The same, with people and ventures among those who read whose names do what names can do to a page.
    pub async fn of_rude_names() -> Self {
        Self::opened(Names::Rude).await
    }

    async fn opened(kind: Names) -> Self {
        let ground = Ground::new(Engine::Sqlite);
        let db = Db::open(ground.database()).await.expect("an empty database");
        db.migrate().await.expect("migrates");
        seed::demo(&db, crate::cast::now()).await.expect("the demonstration");
        let (mut doors, names) = (demo_doors(&db).await.expect("its doors"), names(&db).await);
        if kind == Names::Rude {
            let venture = names[0].1.parse().expect("a venture");
            let joined = rude::move_in(&db, GROUP, venture).await;
            let mate = doors.iter().find(|door| door.venture.as_deref() == Some(VENTURE)).expect("one of the team").clone();
            doors.insert(0, Door { card: Some((GROUP.to_owned(), joined.1)), person: joined.0, ..mate });
        }
        db.close().await;
        drop(db);
        Self { server: Server::start(&ground).await, doors, names, _ground: ground }
    }

    /// A path with the names in place of what stands in braces.
    pub fn path(&self, path: &str) -> String {
        let filled = self.names.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value));
        assert!(!filled.contains('{'), "{filled}: tests/harness/demonstration.rs does not know what stands for it");
        filled
    }

    /// The browser of a reader who has entered.
    pub async fn browser(&self, reader: Reader, lang: &str) -> Browser {
        let browser = Browser::open(&self.server.base, lang, Screen::Desk).await;
        if let Some(web) = self.enter(reader).await {
            browser.take_cookies(&web).await;
        }
        browser
    }

    async fn enter(&self, reader: Reader) -> Option<Web> {
        let trainee = |fits: fn(&Door) -> bool| {
            let found = self.doors.iter().find(|door| door.card.as_ref().is_some_and(|(group, _)| group == GROUP) && fits(door));
            found.unwrap_or_else(|| panic!("nobody in {GROUP} is {reader:?}"))
        };
        let entered = match reader {
            Reader::Guest => return None,
            Reader::Newcomer => self.by_card(trainee(|door| door.key == server::Key::Code), "code").await,
            Reader::Beginner => {
                self.by_card(trainee(|door| door.key == server::Key::Passphrase && door.venture.is_none()), "passphrase").await
            }
            Reader::Trainee => self.by_card(trainee(|door| door.venture.as_deref() == Some(VENTURE)), "passphrase").await,
            Reader::Mentor => self.by_name(Role::Mentor, MENTOR).await,
            Reader::Staff => self.by_name(Role::Staff, STAFF).await,
        };
        Some(entered)
    }

    async fn by_card(&self, door: &Door, key: &str) -> Web {
        let (group, number) = door.card.clone().expect("a trainee's card");
        let fields = [("group", group.as_str()), ("number", &number.to_string()), (key, door.key.typed())];
        self.sent(&format!("/api/accounts/enter_with_{key}"), &fields).await
    }

    async fn by_name(&self, role: Role, name: &str) -> Web {
        assert!(self.doors.iter().any(|door| door.role == role && door.name == name), "{name} is of the demonstration");
        self.sent("/api/accounts/enter_by_name", &[("name", name), ("passphrase", DEMO_PASSPHRASE)]).await
    }

    async fn sent(&self, form: &str, fields: &[(&str, &str)]) -> Web {
        let web = self.server.guest();
        let answer = web.form(form, fields).await;
        assert!(["/", "/welcome"].contains(&answer.leads().as_str()), "{fields:?} enters: {} {}", answer.status, answer.leads());
        web
    }
}

/// How people are called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// As people are.
    Kind,
    /// As nobody is.
    Rude,
}

/// What stands for the braces of a path.
async fn names(db: &Db) -> Vec<(&'static str, String)> {
    let group = accounts::group_by_code(db, GROUP).await.expect("reads").expect("a group");
    let cards = ventures::of_group(db, group.id).await.expect("reads");
    let venture = cards.iter().find(|card| card.name == VENTURE).expect("a venture").id;
    let board = Boards::new(db.clone()).open(venture).await.expect("its board");
    let prototype = board.prototypes().next().expect("a prototype").id;
    let threads = feedback::of_venture(db, venture).await.expect("reads");
    let waiting = threads.iter().find(|told| told.thread.state == ThreadState::Waiting).unwrap_or(&threads[0]);
    vec![
        ("{venture}", venture.to_string()),
        ("{record}", prototype.to_string()),
        ("{group}", group.id.to_string()),
        ("{thread}", waiting.thread.id.to_string()),
        ("{card}", "venture".to_owned()),
        ("{key}", "plombi-oujda".to_owned()),
        ("{prototype}", "1-1".to_owned()),
    ]
}
