//! The file and its guards: what is locked, damaged, newer or altered is refused with its reason, and nothing is changed.

use crate::town::fresh_postgres;
use sqlx::Connection;
use std::path::Path;
use store::{Db, StoreError};

fn address(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// Waits until connections that were closed have let the file go.
async fn raw(file: &Path) -> sqlx::SqliteConnection {
    sqlx::SqliteConnection::connect(&address(file)).await.expect("opens")
}

async fn migrated(file: &Path) {
    let db = Db::open(&address(file)).await.expect("opens");
    db.migrate().await.expect("migrates");
    db.close().await;
}

#[tokio::test]
async fn a_file_is_served_by_one_process() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("made/on/the/way/fikra.db");
    let first = Db::open(&address(&file)).await.expect("opens, and makes its folder");
    let second = Db::open(&address(&file)).await;
    let Err(StoreError::Locked(told)) = second else { panic!("locked, not {second:?}") };
    assert!(told.contains("fikra.db"));
    let beside = Db::open(&address(&folder.path().join("other.db"))).await;
    assert!(beside.is_ok(), "another file is another matter: {beside:?}");
    first.close().await;
    drop(first);
    Db::open(&address(&file)).await.expect("free again");
}

#[tokio::test]
async fn sqlite_is_not_older_than_the_bug() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut on = raw_new(&folder.path().join("version.db")).await;
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&mut on).await.expect("answers");
    let numbers: Vec<u32> = version.split('.').map(|number| number.parse().expect("a number")).collect();
    assert!(numbers >= vec![3, 51, 3], "SQLite {version} can corrupt its log");
}

async fn raw_new(file: &Path) -> sqlx::SqliteConnection {
    std::fs::write(file, b"").expect("a file");
    raw(file).await
}

#[tokio::test]
async fn what_is_no_database_is_said_to_be_damaged() {
    let folder = tempfile::tempdir().expect("a folder");
    let noise: Vec<u8> = (0..40_960_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for (name, bytes) in [("zeros", vec![0; 8_192]), ("noise", noise)] {
        let file = folder.path().join(name);
        std::fs::write(&file, &bytes).expect("a file");
        let told = match Db::open(&address(&file)).await {
            Ok(db) => db.migrate().await.map(|()| db),
            Err(error) => Err(error),
        };
        assert!(matches!(told, Err(StoreError::Damaged(_))), "{name}: {told:?}");
        assert_eq!(std::fs::read(&file).expect("still there"), bytes, "{name} was not touched");
    }
}

#[tokio::test]
async fn broken_pages_are_found_before_anything_is_served() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fikra.db");
    migrated(&file).await;
    let mut bytes = std::fs::read(&file).expect("reads");
    assert!(bytes.len() > 40_000, "the schema has filled some pages");
    bytes[4_096..12_288].fill(0xA5);
    std::fs::write(&file, &bytes).expect("writes");
    let told = match Db::open(&address(&file)).await {
        Ok(db) => db.migrate().await,
        Err(error) => Err(error),
    };
    assert!(matches!(told, Err(StoreError::Damaged(_))), "{told:?}");
}

#[tokio::test]
async fn a_newer_programs_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fikra.db");
    migrated(&file).await;
    let mut on = raw(&file).await;
    let newer =
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'later', true, x'00', 0)";
    sqlx::query(newer).execute(&mut on).await.expect("writes");
    on.close().await.expect("closes");
    let db = Db::open(&address(&file)).await.expect("opens");
    let told = db.migrate().await;
    assert!(matches!(told, Err(StoreError::Newer(9_999))), "{told:?}");
}

#[tokio::test]
async fn a_migration_that_was_another_one_is_damage() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fikra.db");
    migrated(&file).await;
    let mut on = raw(&file).await;
    sqlx::query("update _sqlx_migrations set checksum = x'00' where version = 1").execute(&mut on).await.expect("writes");
    on.close().await.expect("closes");
    let told = Db::open(&address(&file)).await.expect("opens").migrate().await;
    assert!(matches!(told, Err(StoreError::Damaged(_))), "{told:?}");
}

#[tokio::test]
async fn postgresql_takes_two_servers_and_refuses_a_newer_schema() {
    let url = fresh_postgres().await;
    let (one, two) = (Db::open(&url).await.expect("opens"), Db::open(&url).await.expect("opens too"));
    let (first, second) = tokio::join!(one.migrate(), two.migrate());
    first.expect("migrates");
    second.expect("and so does the other, at the same time");
    let mut on = sqlx::PgConnection::connect(&url).await.expect("opens");
    let newer =
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'later', true, '\\x00', 0)";
    sqlx::query(newer).execute(&mut on).await.expect("writes");
    let told = one.migrate().await;
    assert!(matches!(told, Err(StoreError::Newer(9_999))), "{told:?}");
}

#[tokio::test]
async fn an_address_of_no_database_is_told_apart() {
    for wrong in ["", "fikra.db", "sqlite://", "mysql://root@localhost/fikra"] {
        let told = Db::open(wrong).await;
        assert!(matches!(told, Err(StoreError::Address(_))), "{wrong}: {told:?}");
    }
}
