//! Threads as they are read: one, all of a venture, a column of a mentor's board.

use crate::{Db, Result, StoreError, accounts::role_from, sql::Link};
use ::board::id::Seq;
use shared::{
    Millis,
    access::{Actor, Locus},
    feedback::{Anchor, AnchorState, Conversation, FeedbackBoard, Quote, Remark, Says, Side, Thread, ThreadKind, ThreadState},
    ids::{EditionId, EstablishmentId, GroupId, PersonId, RemarkId, ThreadId, VentureId},
};
use std::collections::HashMap;
use uuid::Uuid;

macro_rules! threads {
    () => {
        "select t.id, t.venture, v.name as venture_name, v.edition, v.region, v.establishment, v.group_id, t.kind, t.state, t.since, t.author,
           p.name as author_name, t.author_role, t.place, t.frame, t.part, t.quote_before, t.quote, t.quote_after, t.seen, t.anchor_state,
           case when b.head > t.seen then b.head - t.seen else 0 end as changes, t.words, t.remarks
         from thread t join venture v on v.id = t.venture join board b on b.id = t.venture join person p on p.id = t.author "
    };
}

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
    venture: Uuid,
    venture_name: String,
    edition: Uuid,
    region: String,
    establishment: Uuid,
    group_id: Uuid,
    kind: String,
    state: String,
    since: i64,
    author: Uuid,
    author_name: String,
    author_role: String,
    place: String,
    frame: String,
    part: String,
    quote_before: String,
    quote: String,
    quote_after: String,
    seen: i64,
    anchor_state: String,
    changes: i64,
    words: String,
    remarks: i64,
}

fn read(row: Found) -> Result<Thread> {
    Ok(Thread {
        id: ThreadId(row.id),
        venture: VentureId(row.venture),
        venture_name: row.venture_name,
        at: Locus {
            edition: EditionId(row.edition),
            region: row.region,
            establishment: EstablishmentId(row.establishment),
            group: GroupId(row.group_id),
            venture: Some(VentureId(row.venture)),
        },
        kind: ThreadKind::from_code(&row.kind).ok_or(StoreError::Unreadable("thread.kind"))?,
        state: ThreadState::from_code(&row.state).ok_or(StoreError::Unreadable("thread.state"))?,
        since: Millis(row.since),
        author: PersonId(row.author),
        author_name: row.author_name,
        author_role: role_from(&row.author_role)?,
        anchor: Anchor {
            place: row.place.parse().map_err(|_| StoreError::Unreadable("thread.place"))?,
            frame: row.frame,
            part: row.part,
            quote: Quote { before: row.quote_before, exact: row.quote, after: row.quote_after },
            seen: Seq(u64::try_from(row.seen).unwrap_or_default()),
        },
        anchor_state: AnchorState::from_code(&row.anchor_state).ok_or(StoreError::Unreadable("thread.anchor_state"))?,
        changes_since: u32::try_from(row.changes).unwrap_or(u32::MAX),
        words: row.words,
        remarks: u32::try_from(row.remarks).unwrap_or_default(),
    })
}

/// A thread, without its remarks.
///
/// # Errors
/// What the database says.
pub async fn thread(db: &Db, id: ThreadId) -> Result<Option<Thread>> {
    let mut on = db.read().await?;
    let found: Option<Found> = row!(on, concat!(threads!(), "where t.id = $1"), id.0)?;
    found.map(read).transpose()
}

/// A thread with all that was said.
///
/// # Errors
/// What the database says.
pub async fn conversation(db: &Db, id: ThreadId) -> Result<Option<Conversation>> {
    let Some(thread) = thread(db, id).await? else { return Ok(None) };
    let mut on = db.read().await?;
    let found: Vec<Said> = rows!(
        on,
        "select r.thread, r.id, r.author, p.name, r.side, r.words, r.says, r.at from remark r join person p on p.id = r.author
         where r.thread = $1 order by r.at, r.id",
        id.0
    )?;
    let remarks = found.into_iter().map(|row| Ok(remark(row)?.1)).collect::<Result<_>>()?;
    Ok(Some(Conversation { thread, remarks }))
}

/// All conversations of a venture, the oldest thread first.
///
/// # Errors
/// What the database says.
pub async fn of_venture(db: &Db, venture: VentureId) -> Result<Vec<Conversation>> {
    let mut on = db.read().await?;
    let threads: Vec<Found> = rows!(on, concat!(threads!(), "where t.venture = $1 order by t.made, t.id"), venture.0)?;
    let said: Vec<Said> = rows!(
        on,
        "select r.thread, r.id, r.author, p.name, r.side, r.words, r.says, r.at from remark r join person p on p.id = r.author
         join thread t on t.id = r.thread where t.venture = $1 order by r.at, r.id",
        venture.0
    )?;
    let mut by_thread: HashMap<ThreadId, Vec<Remark>> = HashMap::new();
    for row in said {
        let (thread, remark) = remark(row)?;
        by_thread.entry(thread).or_default().push(remark);
    }
    let conversations = threads.into_iter().map(|row| {
        let thread = read(row)?;
        let remarks = by_thread.remove(&thread.id).unwrap_or_default();
        Ok(Conversation { thread, remarks })
    });
    conversations.collect()
}

/// One column of a mentor's feedback board across all ventures in scope, longest-waiting first, with the counts of all four.
///
/// # Errors
/// What the database says.
pub async fn board(db: &Db, mentor: &Actor, column: ThreadState, limit: u32) -> Result<FeedbackBoard> {
    let mut on = db.read().await?;
    let mut on = on.link();
    let counts = counts(&mut on, mentor).await?;
    let found: Vec<Found> = rows!(
        on,
        concat!(
            threads!(),
            "where t.state = $4 and v.edition = $3 and v.id in (",
            ventures_in_scope!(),
            ") order by t.since, t.id limit $5"
        ),
        mentor.person.0,
        "mentor",
        mentor.edition.0,
        column.code(),
        i64::from(limit)
    )?;
    Ok(FeedbackBoard { threads: found.into_iter().map(read).collect::<Result<_>>()?, counts })
}

async fn counts(on: &mut Link<'_>, mentor: &Actor) -> Result<[u32; 4]> {
    let found: Vec<(String, i64)> = rows!(
        *on,
        concat!(
            "select t.state, count(*) from thread t join venture v on v.id = t.venture where v.edition = $3 and v.id in (",
            ventures_in_scope!(),
            ") group by t.state"
        ),
        mentor.person.0,
        "mentor",
        mentor.edition.0
    )?;
    let of =
        |state: ThreadState| found.iter().find(|(code, _)| code == state.code()).map_or(0, |(_, n)| u32::try_from(*n).unwrap_or_default());
    Ok(ThreadState::ALL.map(of))
}

type Said = (Uuid, Uuid, Uuid, String, String, String, String, i64);

fn remark((thread, id, author, author_name, side, words, says, at): Said) -> Result<(ThreadId, Remark)> {
    let side = match side.as_str() {
        "team" => Side::Team,
        "mentor" => Side::Mentor,
        _ => return Err(StoreError::Unreadable("remark.side")),
    };
    let says = match says.as_str() {
        "words" => Says::Words,
        "done" => Says::Done,
        _ => return Err(StoreError::Unreadable("remark.says")),
    };
    Ok((ThreadId(thread), Remark { id: RemarkId(id), author: PersonId(author), author_name, side, words, says, at: Millis(at) }))
}
