//! The town of the story: a database of its own, two regions, three groups, and the people who are met in it.

use board::{
    Operation, Outcome, Sent, encode,
    id::{Author, BlockId, ClientNo, Counter, RecordId},
    operation::Create,
    record::{Direction, Field, Kind, OrderKey, Parent},
};
use shared::{
    Lang, Millis,
    access::{Actor, Locus, Role, Scope, WriteBoard, allow},
    accounts::EditionName,
    ids::{EditionId, GroupId, PersonId, VentureId},
    ventures::VentureForm,
};
use sqlx::{AssertSqlSafe, Connection};
use std::sync::atomic::{AtomicI64, Ordering};
use store::{
    Boards, Db,
    accounts::{self, NewStaff, NewTrainee},
    secrets::Secrets,
    ventures,
};

/// Which database the story is told on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub const PASSPHRASE: &str = "thé à la menthe";

/// The database, the people, and a clock that only goes on when it is asked.
pub struct Town {
    pub db: Db,
    pub url: String,
    pub boards: Boards,
    pub secrets: Secrets,
    pub edition: EditionId,
    /// Group one and two in the Oriental, group three in Casablanca.
    pub groups: [GroupId; 3],
    /// Seven of group one, by number.
    pub trainees: Vec<PersonId>,
    /// One of group two.
    pub stranger: PersonId,
    /// One of group three.
    pub far: PersonId,
    pub nadia: PersonId,
    pub other_mentor: PersonId,
    pub regional: PersonId,
    pub national: PersonId,
    clock: AtomicI64,
    _folder: tempfile::TempDir,
}

/// A new PostgreSQL database's address.
pub async fn fresh_postgres() -> String {
    let url = std::env::var("FIKRA_TEST_POSTGRES").expect("FIKRA_TEST_POSTGRES is not set: run these tests through `cargo xtask test`");
    let name = format!("story_{}", store::new_id().simple());
    let mut on = sqlx::PgConnection::connect(&url).await.expect("PostgreSQL answers");
    sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&mut on).await.expect("a database");
    let (server, _) = url.rsplit_once('/').expect("an address with a database");
    format!("{server}/{name}")
}

impl Town {
    pub async fn found(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = match engine {
            Engine::Sqlite => format!("sqlite://{}", folder.path().join("fikra.db").display()),
            Engine::Postgres => fresh_postgres().await,
        };
        let db = Db::open(&url).await.expect("opens");
        assert_eq!(db.kind(), if engine == Engine::Sqlite { "sqlite" } else { "postgres" });
        db.migrate().await.expect("migrates");
        db.migrate().await.expect("migrating again changes nothing");
        db.healthy().await.expect("healthy");
        let (secrets, now) = (Secrets::cheap(), Millis(1_760_000_000_000));
        let edition =
            accounts::create_edition(&db, EditionName::new(" Édition 1 ", Some(" الدورة الأولى ")), now).await.expect("an edition");
        let mut groups = Vec::new();
        for (region, town, code) in [("MA-02", "Oujda", "ouj-a1"), ("MA-02", "Berkane", "BER-A1"), ("MA-06", "Casablanca", "CAS-A1")] {
            let establishment = accounts::create_establishment(&db, edition, region, town, &format!("ISTA {town}")).await.expect("made");
            groups.push(accounts::create_group(&db, establishment, code, "Groupe A1").await.expect("a group"));
        }
        let groups: [GroupId; 3] = groups.try_into().expect("three");
        let trainee = async |group: usize, number: u32, first: &str, last: &str| {
            let new = NewTrainee { group: groups[group], number, first: first.into(), last: last.into(), lang: Lang::Ar };
            let person = accounts::create_trainee(&db, new, None, &secrets, now).await.expect("a trainee");
            accounts::set_secret(&db, person, PASSPHRASE, &secrets).await.expect("a passphrase");
            person
        };
        let mut trainees = Vec::new();
        for (number, first) in (1..).zip(["Amal", "Youssef", "Salma", "Omar", "Hiba", "Reda", "Ines"]) {
            trainees.push(trainee(0, number, first, "B.").await);
        }
        let stranger = trainee(1, 1, "Karim", "").await;
        let far = trainee(2, 1, "Leila", "C.").await;
        let staff = async |name: &str, role: Role, scopes: Vec<Scope>| {
            let new = NewStaff { name: name.into(), role, scopes, edition, lang: Lang::Fr };
            accounts::create_staff(&db, new, PASSPHRASE, &secrets, now).await.expect("a member of the staff")
        };
        Self {
            nadia: staff("Nadia Él Amrani", Role::Mentor, vec![Scope::Group(groups[0])]).await,
            other_mentor: staff("Hassan", Role::Mentor, vec![Scope::Group(groups[1]), Scope::Group(groups[2])]).await,
            regional: staff("Samira", Role::Staff, vec![Scope::Region("MA-02".into())]).await,
            national: staff("Driss", Role::Staff, vec![Scope::Edition(edition)]).await,
            boards: Boards::new(db.clone()),
            clock: AtomicI64::new(now.0),
            _folder: folder,
            db,
            url,
            secrets,
            edition,
            groups,
            trainees,
            stranger,
            far,
        }
    }

    /// The time, one second after the last time it was asked.
    pub fn now(&self) -> Millis {
        Millis(self.clock.fetch_add(1_000, Ordering::Relaxed) + 1_000)
    }

    /// Lets time pass.
    pub fn wait(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::Relaxed);
    }

    /// A person as signed in just now.
    pub async fn actor(&self, person: PersonId) -> Actor {
        let now = self.now();
        let token = accounts::open_session(&self.db, person, now).await.expect("a session");
        accounts::actor_of(&self.db, &token, now).await.expect("reads").expect("is there")
    }

    pub async fn locus(&self, venture: VentureId) -> Locus {
        ventures::locus(&self.db, venture).await.expect("reads").expect("a venture")
    }

    /// A venture of a trainee.
    pub async fn venture(&self, by: PersonId, name: &str, theme: &str) -> VentureId {
        let (who, id) = (self.actor(by).await, VentureId(store::new_id()));
        let permit = allow(&who, shared::access::CreateVenture { group: who.group().expect("a trainee") }).expect("may");
        let form = VentureForm { name: name.into(), theme: theme.into(), ..VentureForm::default() };
        ventures::create(&self.db, permit, id, &form, Lang::Fr, self.now()).await.expect("made");
        id
    }

    /// Pushes operations of a member, counters from `first`.
    pub async fn push(
        &self,
        boards: &Boards,
        by: PersonId,
        venture: VentureId,
        at: Hand,
        first: Counter,
        all: &[Operation],
    ) -> Vec<Outcome> {
        let (who, locus) = (self.actor(by).await, self.locus(venture).await);
        let permit = allow(&who, WriteBoard { at: &locus }).expect("a member");
        boards.push(permit, venture, at.client, at.author, sent(first, all)).await.expect("stored")
    }

    /// A member's hand on a board, from a device.
    pub async fn hand(&self, boards: &Boards, by: PersonId, venture: VentureId, device: u8) -> Hand {
        let (client, author, counter) = boards.client(venture, by, &[device; 16]).await.expect("a number");
        Hand { client, author, counter }
    }
}

/// Who writes, from where, and how far they have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    pub client: ClientNo,
    pub author: Author,
    pub counter: Counter,
}

impl Hand {
    /// The record made by the operation of that counter.
    pub fn made(self, counter: Counter) -> RecordId {
        RecordId { client: self.client, counter }
    }
}

/// Operations as one gesture.
pub fn sent(first: Counter, all: &[Operation]) -> Vec<Sent> {
    let one = |(counter, operation): (Counter, &Operation)| Sent { counter, gesture: first, bytes: encode(operation).into(), age: 0 };
    (first..).zip(all).map(one).collect()
}

pub fn note(parent: Parent, words: &str) -> Operation {
    Operation::Create(Create { kind: Kind::Note, parent, order: OrderKey("i".into()), fields: Vec::new(), words: words.into() })
}

pub fn frame() -> Operation {
    let fields = vec![Field::Template("problem-map".into(), 1, Direction::Rtl)];
    Operation::Create(Create { kind: Kind::Frame, parent: Parent::Board, order: OrderKey("i".into()), fields, words: String::new() })
}

pub fn block(frame: RecordId, name: &str) -> Parent {
    Parent::Block(frame, BlockId::from(name))
}

/// How many of them were accepted.
pub fn accepted(outcomes: &[Outcome]) -> usize {
    outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Accepted(_))).count()
}
