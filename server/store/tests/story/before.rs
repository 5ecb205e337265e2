//! A database of the time before signatures had sentences: the gates that were signed then are there afterwards, once each, and the next one
//! is signed as today.

use crate::town::fresh_postgres;
use shared::{
    Lang, Millis,
    access::{Actor, Grant, Locus, Role, Scope, SignGate, allow},
    ids::{EditionId, EstablishmentId, GroupId, PersonId, VentureId},
    ventures::Gate,
};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection, migrate::Migrator};
use std::path::Path;
use store::{Db, gates, ventures};
use uuid::Uuid;

/// The last migration of that time.
const THEN: i64 = 2;
const AT: i64 = 1_760_000_000_000;

async fn migrations(engine: &str) -> Migrator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    Migrator::new(folder.as_path()).await.expect("the migrations")
}

#[tokio::test]
async fn gates_of_the_time_before_are_kept_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fikra.db");
    std::fs::write(&file, b"").expect("a file");
    let url = format!("sqlite://{}", file.display());
    let (old, mut on) = (Old::new(), SqliteConnection::connect(&url).await.expect("opens"));
    migrations("sqlite").await.run_to(THEN, &mut on).await.expect("as then");
    sqlx::raw_sql(AssertSqlSafe(old.rows(|id| format!("x'{}'", id.simple())))).execute(&mut on).await.expect("written as then");
    on.close().await.expect("closed");
    old.is_kept(&url).await;
}

#[tokio::test]
async fn gates_of_the_time_before_are_kept_on_postgresql() {
    let url = fresh_postgres().await;
    let (old, mut on) = (Old::new(), PgConnection::connect(&url).await.expect("opens"));
    migrations("postgres").await.run_to(THEN, &mut on).await.expect("as then");
    sqlx::raw_sql(AssertSqlSafe(old.rows(|id| format!("'{id}'")))).execute(&mut on).await.expect("written as then");
    on.close().await.expect("closed");
    old.is_kept(&url).await;
}

/// A venture with two gates, the first of which two mentors had signed.
struct Old {
    edition: Uuid,
    establishment: Uuid,
    group: Uuid,
    amal: Uuid,
    nadia: Uuid,
    hassan: Uuid,
    venture: Uuid,
}

impl Old {
    fn new() -> Self {
        let [edition, establishment, group, amal, nadia, hassan, venture] = std::array::from_fn(|_| store::new_id());
        Self { edition, establishment, group, amal, nadia, hassan, venture }
    }

    /// As the code of that time wrote them.
    fn rows(&self, id: fn(Uuid) -> String) -> String {
        let [edition, establishment, group, amal, nadia, hassan, venture] =
            [self.edition, self.establishment, self.group, self.amal, self.nadia, self.hassan, self.venture].map(id);
        let mut rows = format!(
            "insert into edition values ({edition}, 'Édition 1', 0, {AT});
             insert into establishment values ({establishment}, {edition}, 'MA-02', 'oujda', 'ISTA Oujda');
             insert into groups values ({group}, {establishment}, 'OUJ-A1', 'Groupe A1');
             insert into person values ({amal}, {edition}, {group}, 1, 'Amal B.', 'amal b.', 'fr', null, null, 1, {AT});
             insert into venture (id, edition, region, establishment, group_id, creator, name, folded, idea, theme, place, lang, gate, members,
               notes, open_threads, waiting, made, changed)
               values ({venture}, {edition}, 'MA-02', {establishment}, {group}, {amal}, 'Qatra', 'qatra', '', 'water', '', 'ar', 2, 1, 0, 0, 0, {AT}, {AT});
             insert into person values ({nadia}, {edition}, null, null, 'Nadia', 'nadia', 'fr', null, null, 1, {AT}),
               ({hassan}, {edition}, null, null, 'Hassan', 'hassan', 'fr', null, null, 1, {AT});
             insert into grants values ({nadia}, 'mentor', 'group', '', {group});"
        );
        // Two who signed at once were both written down: the key held the moment.
        for (gate, by, at) in [(0, &amal, AT), (1, &hassan, AT + 70), (1, &nadia, AT + 60), (2, &nadia, AT + 90)] {
            rows += &format!("insert into gates (venture, gate, by_person, at) values ({venture}, {gate}, {by}, {at});");
        }
        rows
    }

    async fn is_kept(&self, url: &str) {
        let db = Db::open(url).await.expect("opens");
        db.migrate().await.expect("migrates");
        let id = VentureId(self.venture);
        let way = gates::way(&db, id).await.expect("reads");
        let signed: Vec<_> = way.signed.iter().map(|one| (one.gate.0, one.by.0, one.at.0 - AT, one.sentence.as_str())).collect();
        assert_eq!(signed, [(0, self.amal, 0, ""), (1, self.nadia, 60, ""), (2, self.nadia, 90, "")], "once each, by who was first");
        let at = Locus {
            edition: EditionId(self.edition),
            region: "MA-02".to_owned(),
            establishment: EstablishmentId(self.establishment),
            group: GroupId(self.group),
            venture: Some(id),
        };
        let grants = vec![Grant { role: Role::Mentor, scope: Scope::Group(at.group) }];
        let nadia = Actor { person: PersonId(self.nadia), name: "Nadia".to_owned(), edition: at.edition, grants, lang: Lang::Fr };
        let permit = allow(&nadia, SignGate { at: &at, signers: &[] }).expect("their mentor");
        assert_eq!(gates::sign(&db, permit, Gate(3), "Bien vu.", &[], Millis(AT + 100)).await.expect("signed"), gates::Outcome::Done);
        assert_eq!(ventures::venture(&db, id).await.expect("reads").expect("is there").gate, Gate(3));
        let last = gates::way(&db, id).await.expect("reads").signed.pop().expect("signed");
        assert_eq!((last.gate, last.sentence.as_str()), (Gate(3), "Bien vu."));
    }
}
