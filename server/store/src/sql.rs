//! One query text for both databases: the same `$1` parameters, run by a two-arm macro. Nothing here knows a table.

use crate::Result;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction, pool::PoolConnection};

/// One of two, by database.
pub(crate) enum Either<S, P> {
    Sqlite(S),
    Postgres(P),
}

/// A connection to read on.
pub(crate) type Read = Either<PoolConnection<Sqlite>, PoolConnection<Postgres>>;
/// A transaction that has begun. Dropped without commit, it leaves nothing.
pub(crate) type Write = Either<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>;
/// Either of them, borrowed.
pub(crate) type Link<'a> = Either<&'a mut SqliteConnection, &'a mut PgConnection>;

impl Read {
    pub(crate) fn link(&mut self) -> Link<'_> {
        match self {
            Either::Sqlite(c) => Either::Sqlite(&mut **c),
            Either::Postgres(c) => Either::Postgres(&mut **c),
        }
    }
}

impl Write {
    pub(crate) fn link(&mut self) -> Link<'_> {
        match self {
            Either::Sqlite(c) => Either::Sqlite(&mut **c),
            Either::Postgres(c) => Either::Postgres(&mut **c),
        }
    }

    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Either::Sqlite(transaction) => transaction.commit().await?,
            Either::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }
}

/// `run!(on, query, end, "sql", args…)`: the two arms.
macro_rules! run {
    ($on:expr, $query:ident, $end:ident, $sql:expr $(, $arg:expr)*) => {
        match &mut $on {
            $crate::sql::Either::Sqlite(c) => {
                sqlx::$query::<sqlx::Sqlite, _>($sql)$(.bind($arg))*.$end(&mut **c).await.map_err($crate::StoreError::from)
            }
            $crate::sql::Either::Postgres(c) => {
                sqlx::$query::<sqlx::Postgres, _>($sql)$(.bind($arg))*.$end(&mut **c).await.map_err($crate::StoreError::from)
            }
        }
    };
}

/// All rows, as tuples or as a struct that is `FromRow`.
macro_rules! rows {
    ($on:expr, $($rest:tt)+) => { run!($on, query_as, fetch_all, $($rest)+) };
}

/// The row, if there is one.
macro_rules! row {
    ($on:expr, $($rest:tt)+) => { run!($on, query_as, fetch_optional, $($rest)+) };
}

/// The first column of the row, if there is one.
macro_rules! one {
    ($on:expr, $($rest:tt)+) => { run!($on, query_scalar, fetch_optional, $($rest)+) };
}

/// The first column of all rows.
macro_rules! column {
    ($on:expr, $($rest:tt)+) => { run!($on, query_scalar, fetch_all, $($rest)+) };
}

/// Writes; answers how many rows.
macro_rules! exec {
    ($on:expr, $sql:expr $(, $arg:expr)* $(,)?) => {
        match &mut $on {
            $crate::sql::Either::Sqlite(c) => {
                sqlx::query::<sqlx::Sqlite>($sql)$(.bind($arg))*.execute(&mut **c).await.map(|done| done.rows_affected()).map_err($crate::StoreError::from)
            }
            $crate::sql::Either::Postgres(c) => {
                sqlx::query::<sqlx::Postgres>($sql)$(.bind($arg))*.execute(&mut **c).await.map(|done| done.rows_affected()).map_err($crate::StoreError::from)
            }
        }
    };
}
