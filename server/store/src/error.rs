//! What the store answers when it cannot do as asked. Each says what happened; the words for people are in the locales.

use board::Refusal;

/// What the store answers.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why something was not read or written. Unless it says otherwise, nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Not an address of a database.
    #[error("not a database address: {0}; write sqlite:///folder/fikra.db or postgres://user@host/name")]
    Address(String),
    /// Another process serves this SQLite file.
    #[error("another process already serves {0}; end it first, or use PostgreSQL to run several")]
    Locked(String),
    /// The file lies on a network file system, where SQLite loses data.
    #[error("{0} lies on a network file system ({1}); put the SQLite file on a local disk, or use PostgreSQL")]
    Network(String, String),
    /// SQLite below 3.51.3 can corrupt its log.
    #[error("this program was built with SQLite {0}; it needs 3.51.3 or newer")]
    OldSqlite(String),
    /// A newer program has changed the database.
    #[error("the database was changed by a newer program (migration {0}); start that one")]
    Newer(i64),
    /// The database is not what this program wrote.
    #[error("the database is damaged: {0}; put a backup in its place")]
    Damaged(String),
    /// The name, number, code or id is taken by something else.
    #[error("taken")]
    Taken,
    /// What is to be changed is not there.
    #[error("no such row")]
    Absent,
    /// A proof that was made for something else.
    #[error("the permit is for something else")]
    WrongPermit,
    /// A row that this program cannot read.
    #[error("unreadable row: {0}")]
    Unreadable(&'static str),
    /// A board's log does not fold.
    #[error("the log of board {0} does not fold: {1}")]
    Log(uuid::Uuid, Refusal),
    /// The transaction was not committed.
    #[error("not stored: {0}")]
    NotStored(String),
    /// A secret could not be hashed or compared.
    #[error("hashing: {0}")]
    Hashing(String),
    /// A file.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// The database.
    #[error("database: {0}")]
    Sql(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let Some(told) = error.as_database_error() else { return Self::Sql(error) };
        if told.is_unique_violation() {
            return Self::Taken;
        }
        if told.is_foreign_key_violation() {
            return Self::Absent;
        }
        // SQLite: 11 is "malformed", 26 "not a database"; the extended codes keep them in the low byte.
        match told.code().and_then(|code| code.parse::<u32>().ok()).map(|code| code & 0xff) {
            Some(11 | 26) if told.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() => Self::Damaged(told.message().to_owned()),
            _ => Self::Sql(error),
        }
    }
}
