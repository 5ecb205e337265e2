//! Private self-checks: rows of one person, read and written only with that person's own proof.

use crate::{Db, Result, StoreError};
use shared::{
    Millis,
    access::{Allowed, OwnSelfCheck},
    ids::{PersonId, SelfCheckId},
};
use uuid::Uuid;

/// Keeps the answers of one filling; saving the same id again replaces them.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another person's.
pub async fn save(db: &Db, permit: Allowed<OwnSelfCheck>, id: SelfCheckId, answers_json: &str, now: Millis) -> Result<()> {
    let mut on = db.write().await?;
    let written = exec!(
        on,
        "insert into self_check (id, person, answers, at) values ($1, $2, $3, $4)
         on conflict (id) do update set answers = excluded.answers, at = excluded.at where self_check.person = excluded.person",
        id.0,
        permit.deed().owner.0,
        answers_json,
        now.0
    )?;
    if written == 0 {
        return Err(StoreError::Taken);
    }
    on.commit().await
}

/// Whose a filling is.
///
/// # Errors
/// What the database says.
pub async fn owner(db: &Db, id: SelfCheckId) -> Result<Option<PersonId>> {
    let mut on = db.read().await?;
    let found: Option<Uuid> = one!(on, "select person from self_check where id = $1", id.0)?;
    Ok(found.map(PersonId))
}

/// Deletes a filling of a person; nothing where they have none of that id.
///
/// # Errors
/// What the database says.
pub async fn delete(db: &Db, permit: Allowed<OwnSelfCheck>, id: SelfCheckId) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "delete from self_check where id = $1 and person = $2", id.0, permit.deed().owner.0)?;
    on.commit().await
}

/// All fillings of a person, newest first.
///
/// # Errors
/// What the database says.
pub async fn of(db: &Db, permit: Allowed<OwnSelfCheck>) -> Result<Vec<(SelfCheckId, String, Millis)>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, i64)> =
        rows!(on, "select id, answers, at from self_check where person = $1 order by at desc, id desc", permit.deed().owner.0)?;
    Ok(found.into_iter().map(|(id, answers, at)| (SelfCheckId(id), answers, Millis(at))).collect())
}
