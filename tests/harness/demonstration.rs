//! The demonstration as people find it: the seeded database, a server on it, who reads what on it, and the names of what they read.

use crate::{
    browser::{Browser, Screen},
    corners,
    ground::{Engine, Ground},
    rude,
    server::Server,
    web::Web,
};
use server::{DEMO_PASSPHRASE, Door, demo_doors, seed};
use shared::{
    access::Role,
    feedback::ThreadState,
    ids::{GroupId, VentureId},
};
use store::{Boards, Db, accounts, feedback, ventures};

/// The group whose people read.
const GROUP: &str = "BER1";
/// The venture that they read.
const VENTURE: &str = "قطرة";
/// The mentor of that group.
const MENTOR: &str = "Nadia Belhaj";
/// A member of the national staff.
const STAFF: &str = "Samira Benjelloul";
/// The group that is in class, and a venture of it.
const CLASS: (&str, &str) = ("OUJ1", "Plombi 3ndek");

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
    /// A trainee whose venture has nothing on its board, on a phone that saves data.
    Alone,
    /// A trainee whose group is in class.
    InClass,
    /// The mentor of these groups.
    Mentor,
    /// A mentor without a group.
    Unassigned,
    /// A mentor whose group has nobody in it yet.
    Opening,
    /// National staff.
    Staff,
    /// Staff of an establishment where nothing has begun.
    Office,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Guest,
        Self::Newcomer,
        Self::Beginner,
        Self::Trainee,
        Self::Alone,
        Self::InClass,
        Self::Mentor,
        Self::Unassigned,
        Self::Opening,
        Self::Staff,
        Self::Office,
    ];
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
        let mut names = corners::people(&db, GROUP).await;
        let read = self::names(&db).await;
        let mut doors = demo_doors(&db).await.expect("its doors");
        if kind == Names::Rude {
            let venture = read[0].1.parse().expect("a venture");
            let joined = rude::move_in(&db, GROUP, venture).await;
            let mate = doors.iter().find(|door| door.venture.as_deref() == Some(VENTURE)).expect("one of the team").clone();
            doors.insert(0, Door { card: Some((GROUP.to_owned(), joined.1)), person: joined.0, ..mate });
        }
        names.extend(read);
        corners::checks(&db, seated(&doors, CLASS.0, Reader::InClass, &of(CLASS.1)).person).await;
        db.close().await;
        drop(db);
        let mut opened = Self { server: Server::start(&ground).await, doors, names, _ground: ground };
        let done = corners::deeds(&opened).await;
        opened.names.extend(done);
        opened
    }

    /// A path with the names in place of what stands in braces.
    pub fn path(&self, path: &str) -> String {
        let filled = self.names.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value));
        assert!(!filled.contains('{'), "{filled}: tests/harness/demonstration.rs does not know what stands for it");
        filled
    }

    /// A browser that nobody has entered with.
    pub async fn browser(&self) -> Browser {
        Browser::open(&self.server.base, "fr", Screen::Desk).await
    }

    /// A reader takes the browser over from the one before.
    pub async fn seat(&self, browser: &Browser, reader: Reader) {
        browser.driver().delete_all_cookies().await.expect("a browser without cookies");
        if reader != Reader::Guest {
            browser.take_cookies(&self.enter(reader).await).await;
        }
    }

    /// A reader on plain HTTP, as they have entered.
    pub async fn enter(&self, reader: Reader) -> Web {
        let trainee = |group: &str, fits: &dyn Fn(&Door) -> bool| seated(&self.doors, group, reader, fits);
        match reader {
            Reader::Guest => self.server.guest(),
            Reader::Newcomer => self.by_card(trainee(GROUP, &|door| door.key == server::Key::Code), "code").await,
            Reader::Beginner => {
                let begins = |door: &Door| door.key == server::Key::Passphrase && door.venture.is_none();
                self.by_card(trainee(GROUP, &begins), "passphrase").await
            }
            Reader::Trainee => self.by_card(trainee(GROUP, &of(VENTURE)), "passphrase").await,
            Reader::Alone => {
                let web = self.by_card(trainee(GROUP, &of(corners::VENTURE)), "passphrase").await;
                web.form("/saver/on", &[("back", "/data")]).await;
                web
            }
            Reader::InClass => self.by_card(trainee(CLASS.0, &of(CLASS.1)), "passphrase").await,
            Reader::Mentor => self.by_name(Role::Mentor, MENTOR).await,
            Reader::Unassigned => self.by_name(Role::Mentor, corners::UNASSIGNED).await,
            Reader::Opening => self.by_name(Role::Mentor, corners::OPENING).await,
            Reader::Staff => self.by_name(Role::Staff, STAFF).await,
            Reader::Office => self.by_name(Role::Staff, corners::OFFICE).await,
        }
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

/// The first of a group who fits as this reader.
fn seated<'a>(doors: &'a [Door], group: &str, reader: Reader, fits: &dyn Fn(&Door) -> bool) -> &'a Door {
    let found = doors.iter().find(|door| door.card.as_ref().is_some_and(|(code, _)| code == group) && fits(door));
    found.unwrap_or_else(|| panic!("nobody in {group} is {reader:?}"))
}

/// Who is of a venture.
fn of(venture: &'static str) -> impl Fn(&Door) -> bool {
    move |door| door.venture.as_deref() == Some(venture)
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
    let class = accounts::group_by_code(db, CLASS.0).await.expect("reads").expect("a group").id;
    let left = accounts::group_by_code(db, seed::cast::LEFT[0]).await.expect("reads").expect("a group").id;
    let (own, taught) = (venture(db, group.id, VENTURE).await, venture(db, class, CLASS.1).await);
    let board = Boards::new(db.clone()).open(own).await.expect("its board");
    let prototype = board.prototypes().next().expect("a prototype").id;
    let threads = feedback::of_venture(db, own).await.expect("reads");
    let waiting = threads.iter().find(|told| told.thread.state == ThreadState::Waiting).unwrap_or(&threads[0]);
    // The demonstration's office says who of this team was reported.
    let mate = ventures::venture(db, taught).await.expect("reads").expect("a venture").team[1].person;
    let person = ventures::venture(db, own).await.expect("reads").expect("a venture").team[0].person;
    vec![
        ("{venture}", own.to_string()),
        ("{person}", person.to_string()),
        ("{record}", prototype.to_string()),
        ("{group}", group.id.to_string()),
        ("{thread}", waiting.thread.id.to_string()),
        ("{class}", class.to_string()),
        ("{taught}", taught.to_string()),
        ("{left}", left.to_string()),
        ("{reported}", format!("person-{mate}")),
        ("{card}", "venture".to_owned()),
        ("{key}", "plombi-oujda".to_owned()),
        ("{prototype}", "1-1".to_owned()),
    ]
}

/// A venture of a group by its name.
async fn venture(db: &Db, group: GroupId, name: &str) -> VentureId {
    let cards = ventures::of_group(db, group).await.expect("reads");
    cards.iter().find(|card| card.name == name).unwrap_or_else(|| panic!("no venture {name}")).id
}
