//! Opening a database and bringing it up to date. What is locked, newer or damaged is refused before anything is changed.

use crate::{
    Db, Result, StoreError,
    db::Pools,
    ground::Ground,
    sql::{Either, Read},
};
use sqlx::{
    ConnectOptions as _,
    migrate::{MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, str::FromStr as _, sync::Arc, time::Duration};

static FOR_SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static FOR_POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Older ones have the WAL-reset bug that corrupts databases.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
const READERS: u32 = 4;
const CONNECTIONS: u32 = 12;
const PATIENCE: Duration = Duration::from_secs(20);

impl Db {
    /// Opens `sqlite:///folder/file.db`, `sqlite://file.db` or `postgres://user@host/name`. A SQLite file is made if it is not there.
    ///
    /// # Errors
    /// [`StoreError::Address`], [`StoreError::Locked`], [`StoreError::Network`], [`StoreError::OldSqlite`], [`StoreError::Damaged`], or what
    /// the database says.
    pub async fn open(url: &str) -> Result<Self> {
        if let Some(file) = url.strip_prefix("sqlite://").filter(|file| !file.is_empty() && !file.contains(['?', '#'])) {
            return sqlite(Path::new(file)).await;
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return postgres(url).await;
        }
        Err(StoreError::Address(url.to_owned()))
    }

    /// Opens a database that is there, to read only: beside a server that holds it, too. It makes nothing and migrates nothing. Where no server
    /// holds the file, none begins until the last clone is dropped.
    ///
    /// # Errors
    /// What the database says.
    pub async fn look(url: &str) -> Result<Self> {
        let Some(file) = url.strip_prefix("sqlite://") else { return postgres(url).await };
        let (rests, ground) = Ground::at_rest(Path::new(file));
        let written = std::fs::metadata(format!("{file}-wal")).is_ok_and(|wal| wal.len() > 0);
        if rests && !written {
            // Otherwise SQLite would leave files beside it, which the server's own user may not be able to write to.
            return reading(Path::new(file), Writers::None, ground).await;
        }
        reading(Path::new(file), Writers::Perhaps, None).await
    }

    /// Opens a copy of a SQLite database that nobody writes to, and leaves no file beside it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn look_at_copy(file: &Path) -> Result<Self> {
        reading(file, Writers::None, None).await
    }

    /// The number of the newest migration that this program knows.
    pub fn newest_migration(&self) -> i64 {
        let migrator = match self.pools {
            Pools::Sqlite { .. } => &FOR_SQLITE,
            Pools::Postgres(_) => &FOR_POSTGRES,
        };
        migrator.iter().map(|migration| migration.version).max().unwrap_or_default()
    }

    /// Applies what is missing of the numbered migrations.
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Damaged`], or what the database says.
    pub async fn migrate(&self) -> Result<()> {
        let done = match &self.pools {
            Pools::Sqlite { write, .. } => {
                sound(&mut Either::Sqlite(write.acquire().await?)).await?;
                FOR_SQLITE.run(write).await
            }
            Pools::Postgres(pool) => FOR_POSTGRES.run(pool).await,
        };
        let last = self.newest_migration();
        done.map_err(|error| match error {
            MigrateError::VersionMissing(version) if version > last => StoreError::Newer(version),
            MigrateError::VersionTooNew(version, _) => StoreError::Newer(version),
            MigrateError::VersionMissing(version) => StoreError::Damaged(format!("it knows a migration {version} that never was")),
            MigrateError::VersionMismatch(version) => StoreError::Damaged(format!("migration {version} was another one")),
            MigrateError::Dirty(version) => StoreError::Damaged(format!("migration {version} was cut short")),
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            other => StoreError::Damaged(other.to_string()),
        })
    }
}

async fn sqlite(file: &Path) -> Result<Db> {
    let ground = Ground::take(file)?;
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .disable_statement_logging();
    let write =
        SqlitePoolOptions::new().max_connections(1).min_connections(1).acquire_timeout(PATIENCE).connect_with(options.clone()).await?;
    let mut on: Read = Either::Sqlite(write.acquire().await?);
    let version: Option<String> = one!(on, "select sqlite_version()")?;
    drop(on);
    let version = version.unwrap_or_default();
    let numbers: Vec<u32> = version.split('.').filter_map(|number| number.parse().ok()).collect();
    if numbers.as_slice() < OLDEST_SQLITE.as_slice() {
        return Err(StoreError::OldSqlite(version));
    }
    let read =
        SqlitePoolOptions::new().max_connections(READERS).acquire_timeout(PATIENCE).connect_lazy_with(options.pragma("query_only", "1"));
    Ok(Db { pools: Pools::Sqlite { read, write }, ground: Some(Arc::new(ground)) })
}

/// Who writes to a file while it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writers {
    None,
    Perhaps,
}

async fn reading(file: &Path, writers: Writers, ground: Option<Ground>) -> Result<Db> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(writers == Writers::None);
    let options = options.busy_timeout(PATIENCE).disable_statement_logging();
    let read = SqlitePoolOptions::new().max_connections(1).acquire_timeout(PATIENCE).connect_with(options).await?;
    Ok(Db { pools: Pools::Sqlite { write: read.clone(), read }, ground: ground.map(Arc::new) })
}

async fn postgres(url: &str) -> Result<Db> {
    let options = PgConnectOptions::from_str(url).map_err(|error| StoreError::Address(error.to_string()))?.disable_statement_logging();
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE).connect_with(options).await?;
    Ok(Db { pools: Pools::Postgres(pool), ground: None })
}

/// Refuses a SQLite file whose pages do not hang together.
async fn sound(on: &mut Read) -> Result<()> {
    let found: Option<String> = one!(*on, "pragma quick_check(1)")?;
    match found {
        Some(answer) if answer == "ok" => Ok(()),
        Some(answer) => Err(StoreError::Damaged(answer)),
        None => Ok(()),
    }
}
