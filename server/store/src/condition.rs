//! How a database is, told to the person who looks after it, and a copy of it. It changes nothing.

use crate::{
    Db, Result,
    db::Pools,
    ground::{self, Ground},
    sql::Either,
};
use shared::Millis;
use std::path::Path;

/// What was read of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Nothing for PostgreSQL.
    pub sqlite: Option<Sqlite>,
    /// The newest migration that was applied; none when it never was brought up to date.
    pub migration: Option<i64>,
    /// The newest migration that this program knows.
    pub known: i64,
    /// When the newest row was written.
    pub newest: Option<Millis>,
    /// Who could begin; none when the database was never brought up to date.
    pub begun: Option<Begun>,
}

/// What an installation begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Editions.
    pub editions: i64,
    /// People who run one.
    pub staff: i64,
}

/// What was read of a SQLite file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sqlite {
    /// Version of the library that this program was built with.
    pub version: String,
    /// `wal` in the file that a server uses.
    pub journal: String,
    /// `ok`, or what does not hang together.
    pub check: String,
}

/// How much is in a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    /// People.
    pub people: i64,
    /// Ventures.
    pub ventures: i64,
    /// Operations on boards.
    pub operations: i64,
}

/// Reads how the database is.
///
/// # Errors
/// What the database says.
pub async fn condition(db: &Db) -> Result<Condition> {
    let mut on = db.read().await?;
    let sqlite = if let Either::Sqlite(_) = &on {
        let version: Option<String> = one!(on, "select sqlite_version()")?;
        let journal: Option<String> = one!(on, "pragma journal_mode")?;
        let check: Option<String> = one!(on, "pragma quick_check(1)")?;
        Some(Sqlite {
            version: version.unwrap_or_default(),
            journal: journal.unwrap_or_default(),
            check: check.unwrap_or_else(|| "ok".to_owned()),
        })
    } else {
        None
    };
    // A database that was never brought up to date has none of these tables.
    let migration: Option<i64> = one!(on, "select coalesce(max(version), 0) from _sqlx_migrations").unwrap_or_default();
    let newest: Option<i64> = one!(
        on,
        "select coalesce(max(at), 0) from (select max(seen) as at from session union all select max(changed) as at from venture
         union all select max(made) as at from person union all select max(at) as at from audit) as newest"
    )
    .unwrap_or_default();
    let begun: Option<(i64, i64)> =
        row!(on, "select (select count(*) from edition), (select count(distinct person) from grants where role = 'staff')")
            .unwrap_or_default();
    let known = db.newest_migration();
    Ok(Condition {
        sqlite,
        migration: migration.filter(|version| *version > 0),
        known,
        newest: newest.filter(|at| *at > 0).map(Millis),
        begun: begun.map(|(editions, staff)| Begun { editions, staff }),
    })
}

/// Counts what is in the database.
///
/// # Errors
/// What the database says.
pub async fn contents(db: &Db) -> Result<Contents> {
    let mut on = db.read().await?;
    let found: Option<(i64, i64, i64)> =
        row!(on, "select (select count(*) from person), (select count(*) from venture), (select count(*) from board_log)")?;
    let (people, ventures, operations) = found.unwrap_or_default();
    Ok(Contents { people, ventures, operations })
}

/// Writes a consistent copy of a SQLite database into a new file, beside a server that writes, too. Answers `false` for PostgreSQL, which
/// `pg_dump` copies.
///
/// # Errors
/// When the file is there, or what the database says.
pub async fn copy(db: &Db, to: &Path) -> Result<bool> {
    let Pools::Sqlite { read, .. } = &db.pools else { return Ok(false) };
    let to = to.to_str().ok_or_else(|| std::io::Error::other("the name of the copy is not UTF-8"))?;
    sqlx::query("vacuum into $1").bind(to).execute(read).await?;
    Ok(true)
}

/// Does a process of Fikra hold this SQLite file?
pub fn is_served(file: &Path) -> bool {
    Ground::is_held(file)
}

/// The kind of the network file system that a folder lies on.
///
/// # Errors
/// When the folder is not there.
pub fn network_of(folder: &Path) -> Result<Option<String>> {
    Ok(ground::network_of(folder)?)
}
