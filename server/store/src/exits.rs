//! Ventures that stand aside, and that are taken up again.

use crate::{Db, Result, StoreError, gates::audit, ventures::touch};
use shared::{
    Millis,
    access::{Allowed, StepAside, TakeUp},
    exits::{Aside, Exit},
    ids::VentureId,
};

/// Steps aside; false when the venture stands aside already.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn step_aside(
    db: &Db,
    permit: Allowed<StepAside<'_>>,
    exit: Exit,
    lesson: &str,
    back: Option<Millis>,
    now: Millis,
) -> Result<bool> {
    let (id, by) = (permit.deed().at.venture.ok_or(StoreError::WrongPermit)?, permit.by());
    let mut on = db.write().await?;
    let made = exec!(
        on,
        "insert into venture_exit (venture, since, kind, lesson, back, by_person) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        id.0,
        now.0,
        exit.code(),
        lesson,
        back.map(|back| back.0),
        by.0
    )?;
    if made == 0 {
        return Ok(false);
    }
    // Nobody waits for a gate of a venture that rests.
    exec!(on, "delete from gate_ask where venture = $1", id.0)?;
    touch(&mut on.link(), id, now).await?;
    audit(&mut on, id, by, "step_aside", now).await?;
    on.commit().await?;
    Ok(true)
}

/// Takes a venture up again; what was learned stays. Nothing when it does not stand aside.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn take_up(db: &Db, permit: Allowed<TakeUp<'_>>, now: Millis) -> Result<()> {
    let (id, by) = (permit.deed().at.venture.ok_or(StoreError::WrongPermit)?, permit.by());
    let mut on = db.write().await?;
    if exec!(on, "update venture_exit set until = $2 where venture = $1 and until is null", id.0, now.0)? > 0 {
        touch(&mut on.link(), id, now).await?;
        audit(&mut on, id, by, "take_up", now).await?;
    }
    on.commit().await
}

#[derive(sqlx::FromRow)]
struct Found {
    kind: String,
    lesson: String,
    back: Option<i64>,
    by_name: String,
    since: i64,
    until: Option<i64>,
}

/// All times a venture stood aside, the newest first; the first one still lasts when it has no end.
///
/// # Errors
/// What the database says.
pub async fn of_venture(db: &Db, id: VentureId) -> Result<Vec<Aside>> {
    let mut on = db.read().await?;
    let found: Vec<Found> = rows!(
        on,
        "select x.kind, x.lesson, x.back, p.name as by_name, x.since, x.until
         from venture_exit x join person p on p.id = x.by_person where x.venture = $1 order by x.since desc",
        id.0
    )?;
    let asides = found.into_iter().map(|row| {
        Ok(Aside {
            exit: exit(&row.kind)?,
            lesson: row.lesson,
            back: row.back.map(Millis),
            by_name: row.by_name,
            since: Millis(row.since),
            until: row.until.map(Millis),
        })
    });
    asides.collect()
}

fn exit(kind: &str) -> Result<Exit> {
    Exit::from_code(kind).ok_or(StoreError::Unreadable("venture_exit.kind"))
}
