//! The cast: a small town of people as values, with one venture that has a board, a prototype and a thread. Everybody's passphrase is the same.
//! It is made through the store before a server runs, and never touched behind a server's back.

use crate::web::Web;
use board::{
    Operation, Outcome, Place, Sent, encode,
    id::{BlockId, ClientNo, RecordId, Seq},
    operation::Create,
    record::{Direction, Field, Kind, OrderKey, Parent, Point, Size, WidgetKind},
};
use shared::{
    Lang, Millis,
    access::{Actor, AddTeammate, CreateVenture, OpenThread, Role, Scope, Wish, WriteBoard, allow},
    accounts::{EditionName, OneTimeCode},
    feedback::{Anchor, Quote, ThreadKind},
    ids::{EditionId, GroupId, PersonId, RemarkId, ThreadId, VentureId},
    ventures::VentureForm,
};
use std::time::{SystemTime, UNIX_EPOCH};
use store::{
    Boards, Db,
    accounts::{self, NewStaff, NewTrainee},
    feedback::{self, NewThread},
    secrets::Secrets,
    ventures,
};

/// Everybody's passphrase.
pub const PASSPHRASE: &str = "thé à la menthe";
/// The code on Zineb's card, who has not entered yet.
pub const CODE: &str = "AB12-CD34";
/// The codes of the three groups.
pub const GROUPS: [&str; 3] = ["OUJ-A1", "BER-A1", "CAS-A1"];
/// What stands on Qatra's note; Arabic, so that direction shows.
pub const WORDS: &str = "الماء يضيع ليلا";

/// Somebody.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as shown.
    pub name: String,
    /// Group code and number of who has a card.
    pub card: Option<(&'static str, u32)>,
}

impl Person {
    /// Signs in over HTTP, as the page's form does.
    pub async fn enter(&self, base: &str) -> Web {
        let web = Web::guest(base);
        let answer = match self.card {
            Some((group, number)) => {
                let fields = [("group", group), ("number", &number.to_string()), ("passphrase", PASSPHRASE)];
                web.form("/api/accounts/enter_with_passphrase", &fields).await
            }
            None => web.form("/api/accounts/enter_by_name", &[("name", &self.name), ("passphrase", PASSPHRASE)]).await,
        };
        assert_eq!((answer.status.as_u16(), answer.location.as_deref()), (302, Some("/")), "{} enters: {}", self.name, answer.body);
        web
    }
}

/// Everybody, and what they have made.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The edition.
    pub edition: EditionId,
    /// Groups one and two of the Oriental, three of Casablanca.
    pub groups: [GroupId; 3],
    /// Of group one; made Qatra.
    pub amal: Person,
    /// Of group one, on Amal's team.
    pub youssef: Person,
    /// Of group one, on no team.
    pub salma: Person,
    /// Of group one; has a card and has not entered yet.
    pub zineb: Person,
    /// Three more of group one, on no team.
    pub others: [Person; 3],
    /// Of group two; has a venture of his own.
    pub karim: Person,
    /// Of group three, in another region; has a venture of her own.
    pub leila: Person,
    /// Mentor of group one.
    pub nadia: Person,
    /// Mentor of group two.
    pub hassan: Person,
    /// Staff of the Oriental.
    pub samira: Person,
    /// Staff of Casablanca-Settat.
    pub rachid: Person,
    /// National staff.
    pub driss: Person,
    /// Amal's and Youssef's venture.
    pub qatra: Work,
    /// Karim's.
    pub zellige: VentureId,
    /// Leila's.
    pub argan: VentureId,
}

/// What is on Qatra's board when the tests begin.
#[derive(Clone, Debug)]
pub struct Work {
    /// The venture.
    pub id: VentureId,
    /// A sheet, the problem map.
    pub frame: RecordId,
    /// A note in its block `who`.
    pub note: RecordId,
    /// A note free on the board.
    pub free: RecordId,
    /// A prototype of two screens.
    pub prototype: RecordId,
    /// Its screens.
    pub screens: [RecordId; 2],
    /// Nadia's question on the note.
    pub thread: ThreadId,
    /// Operations in the log.
    pub head: Seq,
}

impl Cast {
    /// Migrates the database and moves everybody in.
    pub async fn move_in(database: &str) -> Self {
        let db = Db::open(database).await.expect("an empty database");
        db.migrate().await.expect("migrates");
        let named = EditionName::new("Édition 1", Some("الدورة الأولى"));
        let made = Maker { edition: accounts::create_edition(&db, named, now()).await.expect("made"), secrets: Secrets::cheap(), db };
        let cast = made.everybody().await;
        made.db.close().await;
        cast
    }
}

/// The time.
pub fn now() -> Millis {
    Millis(
        i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis()).expect("before the year 292,277,026"),
    )
}

/// A free note, as an operation.
pub fn note(words: &str) -> Operation {
    let order = OrderKey("k".to_owned());
    Operation::Create(Create { kind: Kind::Note, parent: Parent::Board, order, fields: Vec::new(), words: words.to_owned() })
}

struct Maker {
    db: Db,
    secrets: Secrets,
    edition: EditionId,
}

impl Maker {
    async fn everybody(&self) -> Cast {
        let mut groups = Vec::new();
        for ((region, town), code) in [("MA-02", "Oujda"), ("MA-02", "Berkane"), ("MA-06", "Casablanca")].into_iter().zip(GROUPS) {
            let establishment =
                accounts::create_establishment(&self.db, self.edition, region, town, &format!("ISTA {town}")).await.expect("made");
            groups.push(accounts::create_group(&self.db, establishment, code, "Développement digital").await.expect("made"));
        }
        let groups: [GroupId; 3] = groups.try_into().expect("three");
        let boards = Boards::new(self.db.clone());
        let amal = self.trainee(groups[0], (GROUPS[0], 1), "Amal", Lang::Fr).await;
        let youssef = self.trainee(groups[0], (GROUPS[0], 2), "Youssef", Lang::Ar).await;
        let salma = self.trainee(groups[0], (GROUPS[0], 3), "Salma", Lang::Fr).await;
        let zineb = self.trainee(groups[0], (GROUPS[0], 4), "Zineb", Lang::Fr).await;
        let card = OneTimeCode::parse(CODE).expect("a code");
        accounts::give_code(&self.db, zineb.id, &card, &self.secrets, now()).await.expect("a card");
        let mut others = Vec::new();
        for (number, first) in (5..).zip(["Hiba", "Omar", "Reda"]) {
            others.push(self.trainee(groups[0], (GROUPS[0], number), first, Lang::Fr).await);
        }
        let karim = self.trainee(groups[1], (GROUPS[1], 1), "Karim", Lang::Fr).await;
        let leila = self.trainee(groups[2], (GROUPS[2], 1), "Leila", Lang::Fr).await;
        let nadia = self.staff("Nadia El Amrani", Role::Mentor, Scope::Group(groups[0])).await;
        Cast {
            hassan: self.staff("Hassan Alami", Role::Mentor, Scope::Group(groups[1])).await,
            samira: self.staff("Samira Benali", Role::Staff, Scope::Region("MA-02".to_owned())).await,
            rachid: self.staff("Rachid Tazi", Role::Staff, Scope::Region("MA-06".to_owned())).await,
            driss: self.staff("Driss Filali", Role::Staff, Scope::Edition(self.edition)).await,
            qatra: self.qatra(&boards, &amal, &youssef, &nadia).await,
            zellige: self.venture(&karim, "Zellige", "crafts").await,
            argan: self.venture(&leila, "Argan", "agriculture").await,
            edition: self.edition,
            groups,
            amal,
            youssef,
            salma,
            zineb,
            others: others.try_into().expect("three"),
            karim,
            leila,
            nadia,
        }
    }

    async fn trainee(&self, group: GroupId, card: (&'static str, u32), first: &str, lang: Lang) -> Person {
        let new = NewTrainee { group, number: card.1, first: first.to_owned(), last: "Berrada".to_owned(), lang };
        let id = accounts::create_trainee(&self.db, new, None, &self.secrets, now()).await.expect("a trainee");
        accounts::set_secret(&self.db, id, PASSPHRASE, &self.secrets).await.expect("a passphrase");
        Person { id, name: format!("{first} Berrada"), card: Some(card) }
    }

    async fn staff(&self, name: &str, role: Role, scope: Scope) -> Person {
        let new = NewStaff { name: name.to_owned(), role, scopes: vec![scope], edition: self.edition, lang: Lang::Fr };
        let id = accounts::create_staff(&self.db, new, PASSPHRASE, &self.secrets, now()).await.expect("a member of the staff");
        Person { id, name: name.to_owned(), card: None }
    }

    async fn actor(&self, person: &Person) -> Actor {
        let token = accounts::open_session(&self.db, person.id, now()).await.expect("a session");
        accounts::actor_of(&self.db, &token, now()).await.expect("reads").expect("somebody")
    }

    async fn venture(&self, by: &Person, name: &str, theme: &str) -> VentureId {
        let (who, id) = (self.actor(by).await, VentureId(store::new_id()));
        let permit = allow(&who, CreateVenture { group: who.group().expect("a trainee") }).expect("may");
        let form = VentureForm { name: name.to_owned(), theme: theme.to_owned(), ..VentureForm::default() };
        ventures::create(&self.db, permit, id, &form, Lang::Ar, now()).await.expect("a venture");
        id
    }

    async fn qatra(&self, boards: &Boards, amal: &Person, youssef: &Person, nadia: &Person) -> Work {
        let id = self.venture(amal, "Qatra", "water").await;
        let at = ventures::locus(&self.db, id).await.expect("reads").expect("is there");
        let who = self.actor(amal).await;
        let permit = allow(&who, AddTeammate { at: &at, their_group: at.group, members: 1, wish: Wish::Asked }).expect("may");
        assert!(ventures::add_teammate(&self.db, permit, youssef.id, "Dessin", now()).await.expect("written"), "Youssef joins");
        let (client, author, _) = boards.client(id, amal.id, &[1; 16]).await.expect("a number");
        let all = drawn(client);
        let one = |(counter, operation): (u32, &Operation)| Sent { counter, gesture: counter, bytes: encode(operation).into(), age: 0 };
        let sent: Vec<Sent> = (1..).zip(&all).map(one).collect();
        let outcomes = boards.push(allow(&who, WriteBoard { at: &at }).expect("may"), id, client, author, sent).await.expect("stored");
        let refused: Vec<&Outcome> = outcomes.iter().filter(|outcome| !matches!(outcome, Outcome::Accepted(_))).collect();
        assert!(refused.is_empty(), "{refused:?}");
        let record = |counter| RecordId { client, counter };
        let head = Seq(all.len() as u64);
        let mentor = self.actor(nadia).await;
        let thread = NewThread {
            id: ThreadId(store::new_id()),
            remark: RemarkId(store::new_id()),
            kind: ThreadKind::Question,
            anchor: Anchor {
                place: Place::whole(record(2)),
                frame: "problem-map".to_owned(),
                part: "who".to_owned(),
                quote: Quote { exact: WORDS.to_owned(), ..Quote::default() },
                seen: head,
            },
            words: "Qui d'autre ?".to_owned(),
            role: Role::Mentor,
        };
        let opened = thread.id;
        feedback::open(&self.db, allow(&mentor, OpenThread { at: &at }).expect("may"), thread, now()).await.expect("opened");
        let screens = [record(5), record(6)];
        Work { id, frame: record(1), note: record(2), free: record(3), prototype: record(4), screens, thread: opened, head }
    }
}

/// A sheet with a note, a free note, a prototype of two screens with a way from the first to the second.
fn drawn(client: ClientNo) -> Vec<Operation> {
    let id = |counter| RecordId { client, counter };
    let made = |kind, parent, fields, words: &str| {
        Operation::Create(Create { kind, parent, order: OrderKey("i".to_owned()), fields, words: words.to_owned() })
    };
    let within = |counter| Parent::Record(id(counter));
    let place = |x, y, w, h| vec![Field::Position(Point { x: x * 8, y: y * 8 }), Field::Size(Size { w: w * 8, h: h * 8 })];
    let template = Field::Template("problem-map".to_owned(), 1, Direction::Rtl);
    vec![
        made(Kind::Frame, Parent::Board, vec![template], ""),
        made(Kind::Note, Parent::Block(id(1), BlockId::from("who")), Vec::new(), WORDS),
        made(Kind::Note, Parent::Board, place(40, 40, 200, 120), "Une idée libre"),
        made(Kind::Prototype, Parent::Board, place(0, 700, 960, 760), "Qatra mobile"),
        made(Kind::Screen, within(4), place(0, 0, 360, 640), "Accueil"),
        made(Kind::Screen, within(4), place(400, 0, 360, 640), "Alerte"),
        made(Kind::Widget, within(5), [place(24, 500, 312, 48), vec![Field::Widget(WidgetKind::Button)]].concat(), "Voir l'alerte"),
        made(Kind::Hotspot, within(5), [place(24, 500, 312, 48), vec![Field::Target(Some(id(6)))]].concat(), "Voir l'alerte"),
        Operation::Set(id(4), Field::FirstScreen(Some(id(5)))),
    ]
}
