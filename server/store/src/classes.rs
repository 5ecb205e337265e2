//! Classes of groups. That a group has one class at a time is what the database says, not who asks first.

use crate::{Db, Result, StoreError};
use board::id::Seq;
use shared::{
    Millis,
    access::{Allowed, RunClass},
    classes::{ClassSession, LINGERS},
    ids::{ClassId, GroupId, PersonId, VentureId},
};
use std::collections::HashMap;
use uuid::Uuid;

/// A class to be.
#[derive(Clone, Debug)]
pub struct NewClass {
    /// Its id.
    pub id: ClassId,
    /// The activity.
    pub activity: String,
    /// Templates to lay out.
    pub sheets: Vec<String>,
    /// When its time is over.
    pub until: Millis,
}

/// A class that has ended, with what its wall said then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastClass {
    /// The class.
    pub class: ClassSession,
    /// Teams that had begun.
    pub begun: u32,
    /// Teams.
    pub teams: u32,
}

type Row = (Uuid, Uuid, String, String, Uuid, i64, i64, Option<i64>);
type PastRow = (Uuid, Uuid, String, String, Uuid, i64, i64, Option<i64>, i64, i64);

fn class((id, group, activity, sheets, by, started, until, ended): Row) -> ClassSession {
    ClassSession {
        id: ClassId(id),
        group: GroupId(group),
        activity,
        sheets: sheets.split_whitespace().map(str::to_owned).collect(),
        by: PersonId(by),
        started: Millis(started),
        until: Millis(until),
        ended: ended.map(Millis),
    }
}

/// Begins a class. Where the group has one already, nothing changes; the one that runs is answered in either case.
///
/// # Errors
/// [`StoreError::Absent`] when the other class ended in that very moment.
pub async fn start(db: &Db, permit: Allowed<RunClass<'_>>, new: NewClass, now: Millis) -> Result<ClassSession> {
    let group = permit.deed().at.group;
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into class_session (id, group_id, activity, sheets, by_person, started, until, begun, teams)
         values ($1, $2, $3, $4, $5, $6, $7, 0, 0) on conflict do nothing",
        new.id.0,
        group.0,
        &new.activity,
        new.sheets.join(" "),
        permit.by().0,
        now.0,
        new.until.0
    )?;
    on.commit().await?;
    running(db, group).await?.ok_or(StoreError::Absent)
}

/// The class of a group that has no end yet.
///
/// # Errors
/// What the database says.
pub async fn running(db: &Db, group: GroupId) -> Result<Option<ClassSession>> {
    let mut on = db.read().await?;
    let found: Option<Row> = row!(
        on,
        "select id, group_id, activity, sheets, by_person, started, until, ended from class_session where group_id = $1 and ended is null",
        group.0
    )?;
    Ok(found.map(class))
}

/// A class.
///
/// # Errors
/// What the database says.
pub async fn get(db: &Db, id: ClassId) -> Result<Option<ClassSession>> {
    let mut on = db.read().await?;
    let found: Option<Row> =
        row!(on, "select id, group_id, activity, sheets, by_person, started, until, ended from class_session where id = $1", id.0)?;
    Ok(found.map(class))
}

/// Moves the end of a class's time, once: where it is no longer at `seen`, somebody was first and nothing changes.
///
/// # Errors
/// [`StoreError::WrongPermit`] for another group's permit.
pub async fn prolong(db: &Db, permit: Allowed<RunClass<'_>>, of: &ClassSession, seen: Millis, until: Millis) -> Result<()> {
    same_group(&permit, of)?;
    let mut on = db.write().await?;
    exec!(on, "update class_session set until = $3 where id = $1 and until = $2 and ended is null", of.id.0, seen.0, until.0)?;
    on.commit().await
}

/// Ends a class, with how many of its teams had begun. Doing it again changes nothing.
///
/// # Errors
/// [`StoreError::WrongPermit`] for another group's permit.
pub async fn end(db: &Db, permit: Allowed<RunClass<'_>>, of: &ClassSession, begun: u32, teams: u32, now: Millis) -> Result<()> {
    same_group(&permit, of)?;
    let mut on = db.write().await?;
    exec!(
        on,
        "update class_session set ended = $2, begun = $3, teams = $4 where id = $1 and ended is null",
        of.id.0,
        now.0,
        i64::from(begun),
        i64::from(teams)
    )?;
    on.commit().await
}

/// Classes that nobody ended though their time is long over.
///
/// # Errors
/// What the database says.
pub async fn overdue(db: &Db, now: Millis) -> Result<Vec<ClassSession>> {
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        "select id, group_id, activity, sheets, by_person, started, until, ended from class_session where ended is null and until <= $1",
        now.0 - LINGERS
    )?;
    Ok(found.into_iter().map(class).collect())
}

/// Ends a class at its own time, with how many of its teams had begun; nothing when somebody ended or prolonged it meanwhile.
///
/// # Errors
/// What the database says.
pub async fn run_out(db: &Db, of: &ClassSession, begun: u32, teams: u32) -> Result<()> {
    let mut on = db.write().await?;
    exec!(
        on,
        "update class_session set ended = until, begun = $3, teams = $4 where id = $1 and until = $2 and ended is null",
        of.id.0,
        of.until.0,
        i64::from(begun),
        i64::from(teams)
    )?;
    on.commit().await
}

fn same_group(permit: &Allowed<RunClass<'_>>, of: &ClassSession) -> Result<()> {
    if permit.deed().at.group == of.group { Ok(()) } else { Err(StoreError::WrongPermit) }
}

/// The classes of a group that have ended, the last one first.
///
/// # Errors
/// What the database says.
pub async fn past(db: &Db, group: GroupId, most: u32) -> Result<Vec<PastClass>> {
    let mut on = db.read().await?;
    let found: Vec<PastRow> = rows!(
        on,
        "select id, group_id, activity, sheets, by_person, started, until, ended, begun, teams from class_session
         where group_id = $1 and ended is not null order by started desc, id desc limit $2",
        group.0,
        i64::from(most)
    )?;
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    let past = found.into_iter().map(|(id, group, activity, sheets, by, started, until, ended, begun, teams)| PastClass {
        class: class((id, group, activity, sheets, by, started, until, ended)),
        begun: count(begun),
        teams: count(teams),
    });
    Ok(past.collect())
}

/// Notes how far a board's log was when the class reached it; the first note stays.
///
/// # Errors
/// [`StoreError::WrongPermit`] for another group's permit.
pub async fn reached(db: &Db, permit: Allowed<RunClass<'_>>, of: &ClassSession, venture: VentureId, since: Seq) -> Result<()> {
    same_group(&permit, of)?;
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into class_board (class, venture, since) values ($1, $2, $3) on conflict do nothing",
        of.id.0,
        venture.0,
        i64::try_from(since.0).unwrap_or(i64::MAX)
    )?;
    on.commit().await
}

/// How far the boards' logs were when a class reached them.
///
/// # Errors
/// What the database says.
pub async fn since(db: &Db, id: ClassId) -> Result<HashMap<VentureId, Seq>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, i64)> = rows!(on, "select venture, since from class_board where class = $1", id.0)?;
    Ok(found.into_iter().map(|(venture, since)| (VentureId(venture), Seq(u64::try_from(since).unwrap_or_default()))).collect())
}
