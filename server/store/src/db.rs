//! The two databases behind one handle. It runs no query of a noun.

use crate::{
    Result,
    ground::Ground,
    sql::{Either, Read, Write},
};
use sqlx::{PgPool, SqlitePool};
use std::sync::Arc;

/// A database. Cheap to clone; the SQLite file is let go when the last clone is dropped.
#[derive(Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    /// Kept for the lock on the file.
    pub(crate) ground: Option<Arc<Ground>>,
}

/// Its connections.
#[derive(Clone)]
pub(crate) enum Pools {
    /// Many readers; one writer, whose transactions begin `immediate`.
    Sqlite { read: SqlitePool, write: SqlitePool },
    /// One pool.
    Postgres(PgPool),
}

impl Db {
    /// `sqlite` or `postgres`.
    pub fn kind(&self) -> &'static str {
        match self.pools {
            Pools::Sqlite { .. } => "sqlite",
            Pools::Postgres(_) => "postgres",
        }
    }

    /// Answers a question, so that a probe may rely on it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn healthy(&self) -> Result<()> {
        let mut on = self.read().await?;
        let _: Option<i64> = one!(on, "select head from board limit 1")?;
        Ok(())
    }

    /// Closes all connections; what was committed stays.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) async fn read(&self) -> Result<Read> {
        Ok(match &self.pools {
            Pools::Sqlite { read, .. } => Either::Sqlite(read.acquire().await?),
            Pools::Postgres(pool) => Either::Postgres(pool.acquire().await?),
        })
    }

    pub(crate) async fn write(&self) -> Result<Write> {
        Ok(match &self.pools {
            Pools::Sqlite { write, .. } => Either::Sqlite(write.begin_with("begin immediate").await?),
            Pools::Postgres(pool) => Either::Postgres(pool.begin().await?),
        })
    }
}

impl core::fmt::Debug for Db {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let file = self.ground.as_ref().map(|ground| ground.file());
        f.debug_struct("Db").field("kind", &self.kind()).field("file", &file).finish_non_exhaustive()
    }
}
