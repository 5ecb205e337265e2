//! Private self-checks: rows of one person, read and written only with that person's own proof.

use crate::{Db, Result, StoreError, new_id};
use shared::{
    Millis,
    access::{Allowed, OwnSelfCheck},
    ids::{PersonId, SelfCheckId},
    selfcheck::{Answers, over},
};
use uuid::Uuid;

/// Keeps the answers of a person's day in Morocco: saved again on that day, they replace those before. Who had `seen` them, as of their moment,
/// replaces them whole; of others, what a form leaves open stays, so that none of two at once is lost. An id of an earlier day, sent again,
/// makes a new filling.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another person's, [`StoreError::Unreadable`] when the day's earlier answers cannot be read.
pub async fn save(
    db: &Db,
    permit: Allowed<OwnSelfCheck>,
    id: SelfCheckId,
    answers: Answers,
    seen: Option<Millis>,
    now: Millis,
) -> Result<()> {
    let owner = permit.deed().owner.0;
    let mut on = db.write().await?;
    // The person's row is taken: two who save at once wait for each other, and the second finds what the first has written.
    exec!(on, "update person set lang = lang where id = $1", owner)?;
    let named: Option<Uuid> = one!(on, "select person from self_check where id = $1", id.0)?;
    if named.is_some_and(|person| person != owner) {
        return Err(StoreError::Taken);
    }
    let today = now.day();
    let before: Option<(Uuid, String, i64)> = row!(
        on,
        "select id, answers, at from self_check where person = $1 and at >= $2 and at < $3 order by at desc, id desc limit 1",
        owner,
        Millis::first_of_day(today).0,
        Millis::first_of_day(today + 1).0
    )?;
    match before {
        Some((kept, earlier, at)) => {
            let answers = if seen == Some(Millis(at)) { answers } else { over(answers, read(&earlier)?) };
            exec!(on, "update self_check set answers = $2, at = $3 where id = $1", kept, written(&answers)?, now.0)?;
        }
        None => {
            let id = if named.is_some() { new_id() } else { id.0 };
            exec!(on, "insert into self_check (id, person, answers, at) values ($1, $2, $3, $4)", id, owner, written(&answers)?, now.0)?;
        }
    }
    on.commit().await
}

fn read(json: &str) -> Result<Answers> {
    serde_json::from_str(json).map_err(|_| StoreError::Unreadable("self_check.answers"))
}

fn written(answers: &Answers) -> Result<String> {
    serde_json::to_string(answers).map_err(|_| StoreError::Unreadable("self_check.answers"))
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
/// [`StoreError::Unreadable`] when answers cannot be read.
pub async fn of(db: &Db, permit: Allowed<OwnSelfCheck>) -> Result<Vec<(SelfCheckId, Answers, Millis)>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, i64)> =
        rows!(on, "select id, answers, at from self_check where person = $1 order by at desc, id desc", permit.deed().owner.0)?;
    found.into_iter().map(|(id, answers, at)| Ok((SelfCheckId(id), read(&answers)?, Millis(at)))).collect()
}
