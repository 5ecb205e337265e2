//! What travels for each person: counted in memory as it goes, written down once in a while. A crash loses the last minute of figures and
//! nothing else. Nothing is noted of what was read.

use crate::{Db, Result};
use shared::{
    Millis,
    ids::PersonId,
    traffic::{TrafficKind, month},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Counts. Cheap to clone; all clones are one.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<Mutex<Counted>>);

#[derive(Debug, Default)]
struct Counted {
    bytes: HashMap<(PersonId, TrafficKind), u64>,
    /// Who holds a session that was used of late, and who did before: files of the program are asked for without a look at the database.
    holders: [HashMap<String, PersonId>; 2],
}

impl Meter {
    /// Counts bytes for a person.
    pub fn add(&self, person: PersonId, kind: TrafficKind, bytes: u64) {
        self.with(|counted| *counted.bytes.entry((person, kind)).or_default() += bytes);
    }

    /// Notes whose session it is that is being used.
    pub fn met(&self, session: &str, person: PersonId) {
        self.with(|counted| counted.holders[0].insert(session.to_owned(), person));
    }

    /// Who holds a session that was used within the last minutes.
    pub fn holder(&self, session: &str) -> Option<PersonId> {
        self.with(|counted| counted.holders.iter().find_map(|holders| holders.get(session).copied()))
    }

    /// Writes down what was counted since the last time. What cannot be written is kept for the next.
    ///
    /// # Errors
    /// What the database says.
    pub async fn flush(&self, db: &Db, now: Millis) -> Result<()> {
        let counted: Vec<_> = self.with(|counted| counted.bytes.drain().collect());
        if counted.is_empty() {
            return Ok(());
        }
        let written = write(db, &counted, month(now)).await;
        if written.is_err() {
            counted.into_iter().for_each(|((person, kind), bytes)| self.add(person, kind, bytes));
        }
        written
    }

    /// Forgets sessions that were not used of late. To be called once in a while.
    pub fn forget(&self) {
        self.with(|counted| counted.holders[1] = std::mem::take(&mut counted.holders[0]));
    }

    fn with<T>(&self, act: impl FnOnce(&mut Counted) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn write(db: &Db, counted: &[((PersonId, TrafficKind), u64)], month: i64) -> Result<()> {
    let mut on = db.write().await?;
    for ((person, kind), bytes) in counted {
        exec!(
            on,
            "insert into traffic (person, month, kind, bytes) values ($1, $2, $3, $4)
             on conflict (person, month, kind) do update set bytes = traffic.bytes + excluded.bytes",
            person.0,
            month,
            kind.code(),
            i64::try_from(*bytes).unwrap_or(i64::MAX)
        )?;
    }
    on.commit().await
}

/// The bytes of a person's month, by kind.
///
/// # Errors
/// What the database says.
pub async fn of_month(db: &Db, person: PersonId, now: Millis) -> Result<Vec<(TrafficKind, u64)>> {
    let mut on = db.read().await?;
    let found: Vec<(String, i64)> = rows!(on, "select kind, bytes from traffic where person = $1 and month = $2", person.0, month(now))?;
    let of = |kind: TrafficKind| found.iter().find(|(code, _)| code == kind.code()).map_or(0, |(_, bytes)| bytes.unsigned_abs());
    Ok(TrafficKind::ALL.map(|kind| (kind, of(kind))).into())
}
