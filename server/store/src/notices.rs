//! Notices between staff and mentors: written, answered, put away. What was written stays.

use crate::{Db, Result, StoreError, accounts::role_code, audit, sql::Link};
use shared::{
    Millis,
    access::{Allowed, AnswerNotice, Locus, ReadNotice, Role, WriteNotice},
    ids::{EditionId, EstablishmentId, GroupId, NoticeId, PersonId, VentureId},
    notices::Notice,
};
use uuid::Uuid;

macro_rules! notices {
    () => {
        "select n.id, e.edition, e.region, g.establishment, n.group_id, g.code as group_code, n.venture, v.name as venture_name,
           n.by_person, b.name as by_name, n.to_person, t.name as to_name, n.words, n.made, n.read
         from notice n join groups g on g.id = n.group_id join establishment e on e.id = g.establishment
           join person b on b.id = n.by_person join person t on t.id = n.to_person left join venture v on v.id = n.venture "
    };
}

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
    edition: Uuid,
    region: String,
    establishment: Uuid,
    group_id: Uuid,
    group_code: String,
    venture: Option<Uuid>,
    venture_name: Option<String>,
    by_person: Uuid,
    by_name: String,
    to_person: Uuid,
    to_name: String,
    words: String,
    made: i64,
    read: i64,
}

fn told(row: Found) -> Notice {
    Notice {
        id: NoticeId(row.id),
        at: Locus {
            edition: EditionId(row.edition),
            region: row.region,
            establishment: EstablishmentId(row.establishment),
            group: GroupId(row.group_id),
            venture: row.venture.map(VentureId),
        },
        group_code: row.group_code,
        venture_name: row.venture_name,
        by: PersonId(row.by_person),
        by_name: row.by_name,
        to: PersonId(row.to_person),
        to_name: row.to_name,
        words: row.words,
        made: Millis(row.made),
        read: (row.read > 0).then_some(Millis(row.read)),
    }
}

/// Notices shown of a venture or a group.
const SHOWN: i64 = 50;

/// Who accompanies a place as mentors, or reaches it as staff; by name.
///
/// # Errors
/// What the database says.
pub async fn correspondents(db: &Db, at: &Locus, role: Role) -> Result<Vec<(PersonId, String)>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String)> = rows!(
        on,
        "select p.id, p.name from person p where p.edition = $1 and p.id in (
           select r.person from grants r where r.role = $6 and (
             (r.scope = 'edition' and r.target = $1) or (r.scope = 'region' and r.region = $2) or (r.scope = 'establishment' and r.target = $3)
             or (r.scope = 'group' and r.target = $4) or (r.scope = 'venture' and r.target = $5)))
         order by p.folded, p.id",
        at.edition.0,
        &at.region,
        at.establishment.0,
        at.group.0,
        at.venture.map(|venture| venture.0),
        role_code(role)
    )?;
    Ok(found.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
}

/// Writes to a mentor. The same id again changes nothing.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another notice's.
pub async fn write(db: &Db, permit: Allowed<WriteNotice<'_>>, id: NoticeId, to: PersonId, words: &str, now: Millis) -> Result<()> {
    let mut on = db.write().await?;
    insert(&mut on.link(), id, permit.deed().at, permit.by(), to, words, now).await?;
    on.commit().await
}

/// Answers who wrote, and puts their notice away as read. The same id again changes nothing.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another notice's.
pub async fn answer(db: &Db, permit: Allowed<AnswerNotice<'_>>, id: NoticeId, words: &str, now: Millis) -> Result<()> {
    let notice = permit.deed().notice;
    let mut on = db.write().await?;
    insert(&mut on.link(), id, &notice.at, permit.by(), notice.by, words, now).await?;
    exec!(on, "update notice set read = $2 where id = $1 and read = 0", notice.id.0, now.0)?;
    on.commit().await
}

/// Puts a notice away as read.
///
/// # Errors
/// What the database says.
pub async fn mark_read(db: &Db, permit: Allowed<ReadNotice<'_>>, now: Millis) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "update notice set read = $2 where id = $1 and read = 0", permit.deed().notice.id.0, now.0)?;
    on.commit().await
}

pub(crate) async fn insert(
    on: &mut Link<'_>,
    id: NoticeId,
    at: &Locus,
    by: PersonId,
    to: PersonId,
    words: &str,
    now: Millis,
) -> Result<()> {
    let made = exec!(
        *on,
        "insert into notice (id, group_id, venture, by_person, to_person, words, made, read) values ($1, $2, $3, $4, $5, $6, $7, 0)
         on conflict (id) do nothing",
        id.0,
        at.group.0,
        at.venture.map(|venture| venture.0),
        by.0,
        to.0,
        words.trim(),
        now.0
    )?;
    if made == 0 {
        let known: Option<(Uuid, Uuid)> = row!(*on, "select by_person, to_person from notice where id = $1", id.0)?;
        return if known == Some((by.0, to.0)) { Ok(()) } else { Err(StoreError::Taken) };
    }
    audit::note(on, at.edition, by, "notice", id.0, now).await
}

/// A notice.
///
/// # Errors
/// What the database says.
pub async fn notice(db: &Db, id: NoticeId) -> Result<Option<Notice>> {
    let mut on = db.read().await?;
    let found: Option<Found> = row!(on, concat!(notices!(), "where n.id = $1"), id.0)?;
    Ok(found.map(told))
}

/// What was written about a venture, or about a group and all its ventures; the newest first.
///
/// # Errors
/// What the database says.
pub async fn about(db: &Db, at: &Locus) -> Result<Vec<Notice>> {
    let mut on = db.read().await?;
    let found: Vec<Found> = rows!(
        on,
        concat!(notices!(), "where n.group_id = $1 and ($2 is null or n.venture = $2) order by n.made desc, n.id desc limit $3"),
        at.group.0,
        at.venture.map(|venture| venture.0),
        SHOWN
    )?;
    Ok(found.into_iter().map(told).collect())
}

/// What a person has not put away yet; the oldest first.
///
/// # Errors
/// What the database says.
pub async fn unread(db: &Db, person: PersonId) -> Result<Vec<Notice>> {
    let mut on = db.read().await?;
    let found: Vec<Found> =
        rows!(on, concat!(notices!(), "where n.to_person = $1 and n.read = 0 order by n.made, n.id limit $2"), person.0, SHOWN)?;
    Ok(found.into_iter().map(told).collect())
}
