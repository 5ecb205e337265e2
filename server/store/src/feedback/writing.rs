//! Opening, answering, settling. Each takes the proof that it was judged, and each may come twice from a phone that lost its signal.

use crate::{
    Db, Result, StoreError,
    accounts::role_code,
    sql::Link,
    ventures::{count_threads, touch},
};
use shared::{
    Millis,
    access::{Allowed, AnswerThread, OpenThread, ReopenThread, ResolveThread, Role},
    feedback::{Anchor, Says, Side, ThreadKind, ThreadState},
    ids::{PersonId, RemarkId, ThreadId, VentureId},
};
use uuid::Uuid;

/// A thread to be.
#[derive(Clone, Debug)]
pub struct NewThread {
    /// Its id, made by the author's browser.
    pub id: ThreadId,
    /// Id of its first remark, made there too.
    pub remark: RemarkId,
    /// Meant as.
    pub kind: ThreadKind,
    /// What it is written on.
    pub anchor: Anchor,
    /// First words.
    pub words: String,
    /// As what its author speaks.
    pub role: Role,
}

/// A thread with its past, for the seed and for imports.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The thread.
    pub thread: NewThread,
    /// Where.
    pub venture: VentureId,
    /// Who opened it; a peer of the group speaks from the mentor's side.
    pub author: PersonId,
    /// When.
    pub at: Millis,
    /// Its state now.
    pub state: ThreadState,
    /// In this state since.
    pub since: Millis,
    /// The remarks after the first.
    pub remarks: Vec<ImportedRemark>,
}

/// One of its remarks.
#[derive(Clone, Debug)]
pub struct ImportedRemark {
    /// Its id.
    pub id: RemarkId,
    /// Who.
    pub author: PersonId,
    /// From which side.
    pub side: Side,
    /// The words.
    pub words: String,
    /// More than words.
    pub says: Says,
    /// When.
    pub at: Millis,
}

/// Pins a thread: it is the team's turn then. The same id again changes nothing.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another thread's, [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn open(db: &Db, permit: Allowed<OpenThread<'_>>, new: NewThread, now: Millis) -> Result<()> {
    let venture = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    let state = ThreadState::ToHandle.after(Side::Mentor, Says::Words);
    if !insert(&mut on.link(), &new, venture, permit.by(), now, state, now).await? {
        return Ok(());
    }
    settle(&mut on.link(), venture, now).await?;
    on.commit().await
}

/// Brings in a thread with its past.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another thread's, [`StoreError::Absent`] when the venture or an author is not there.
pub async fn import(db: &Db, past: Imported) -> Result<()> {
    let mut on = db.write().await?;
    if !insert(&mut on.link(), &past.thread, past.venture, past.author, past.at, past.state, past.since).await? {
        return Ok(());
    }
    let thread = past.thread.id;
    for said in &past.remarks {
        remark(&mut on.link(), said.id, thread, said.author, said.side, &said.words, said.says, said.at).await?;
    }
    exec!(on, "update thread set remarks = (select count(*) from remark r where r.thread = $1) where id = $1", thread.0)?;
    settle(&mut on.link(), past.venture, past.since).await?;
    on.commit().await
}

/// Says something in a thread and hands the turn over. The same remark again changes nothing.
///
/// # Errors
/// [`StoreError::Taken`] when the remark's id stands in another thread, [`StoreError::Absent`] when the thread is not there.
pub async fn answer(
    db: &Db,
    permit: Allowed<AnswerThread<'_>>,
    id: RemarkId,
    side: Side,
    words: &str,
    says: Says,
    now: Millis,
) -> Result<()> {
    let (thread, venture) = (permit.deed().thread.id, permit.deed().thread.venture);
    let mut on = db.write().await?;
    let before = state(&mut on.link(), thread).await?;
    if !remark(&mut on.link(), id, thread, permit.by(), side, words, says, now).await? {
        return Ok(());
    }
    turn(&mut on.link(), thread, before.after(side, says), now).await?;
    exec!(on, "update thread set remarks = remarks + 1 where id = $1", thread.0)?;
    settle(&mut on.link(), venture, now).await?;
    on.commit().await
}

/// Settles a thread.
///
/// # Errors
/// What the database says.
pub async fn resolve(db: &Db, permit: Allowed<ResolveThread<'_>>, now: Millis) -> Result<()> {
    let thread = permit.deed().thread;
    let mut on = db.write().await?;
    turn(&mut on.link(), thread.id, ThreadState::Resolved, now).await?;
    settle(&mut on.link(), thread.venture, now).await?;
    on.commit().await
}

/// Opens a settled thread again: it is then the turn of the side that did not. A thread that is not settled stays as it is.
///
/// # Errors
/// [`StoreError::Absent`] when the thread is not there.
pub async fn reopen(db: &Db, permit: Allowed<ReopenThread<'_>>, now: Millis) -> Result<()> {
    let thread = permit.deed().thread;
    let mut on = db.write().await?;
    let before = state(&mut on.link(), thread.id).await?;
    if before != ThreadState::Resolved {
        return Ok(());
    }
    let member: Option<i64> = one!(on, "select count(*) from member where venture = $1 and person = $2", thread.venture.0, permit.by().0)?;
    let side = if member.unwrap_or_default() > 0 { Side::Team } else { Side::Mentor };
    turn(&mut on.link(), thread.id, before.after(side, Says::Words), now).await?;
    settle(&mut on.link(), thread.venture, now).await?;
    on.commit().await
}

/// The state of a thread, its row held until the end of the transaction.
async fn state(on: &mut Link<'_>, thread: ThreadId) -> Result<ThreadState> {
    let found: Option<String> = one!(*on, "update thread set state = state where id = $1 returning state", thread.0)?;
    ThreadState::from_code(&found.ok_or(StoreError::Absent)?).ok_or(StoreError::Unreadable("thread.state"))
}

/// Hands the turn over; who had it already has had it since then.
async fn turn(on: &mut Link<'_>, thread: ThreadId, state: ThreadState, now: Millis) -> Result<()> {
    exec!(*on, "update thread set state = $2, since = $3 where id = $1 and state <> $2", thread.0, state.code(), now.0)?;
    Ok(())
}

async fn settle(on: &mut Link<'_>, venture: VentureId, now: Millis) -> Result<()> {
    count_threads(on, venture).await?;
    touch(on, venture, now).await
}

async fn insert(
    on: &mut Link<'_>,
    new: &NewThread,
    venture: VentureId,
    author: PersonId,
    at: Millis,
    state: ThreadState,
    since: Millis,
) -> Result<bool> {
    let words = new.words.trim();
    let seen = i64::try_from(new.anchor.seen.0).unwrap_or(i64::MAX);
    let made = exec!(
        *on,
        "insert into thread (id, venture, kind, state, since, author, author_role, place, frame, part, quote_before, quote, quote_after,
           seen, anchor_state, words, remarks, made)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'same', $15, 1, $16) on conflict (id) do nothing",
        new.id.0,
        venture.0,
        new.kind.code(),
        state.code(),
        since.0,
        author.0,
        role_code(new.role),
        new.anchor.place.to_string(),
        &new.anchor.frame,
        &new.anchor.part,
        &new.anchor.quote.before,
        &new.anchor.quote.exact,
        &new.anchor.quote.after,
        seen,
        words,
        at.0
    )?;
    if made == 0 {
        let known: Option<(Uuid, Uuid)> = row!(*on, "select venture, author from thread where id = $1", new.id.0)?;
        return if known == Some((venture.0, author.0)) { Ok(false) } else { Err(StoreError::Taken) };
    }
    if !remark(on, new.remark, new.id, author, Side::Mentor, words, Says::Words, at).await? {
        return Err(StoreError::Taken);
    }
    // What changed between the author's look and now is told by the job that follows the board.
    exec!(*on, "update board set followed = $2 where id = $1 and followed > $2", venture.0, seen)?;
    Ok(true)
}

#[allow(clippy::too_many_arguments, reason = "one row, told once")]
async fn remark(
    on: &mut Link<'_>,
    id: RemarkId,
    thread: ThreadId,
    author: PersonId,
    side: Side,
    words: &str,
    says: Says,
    at: Millis,
) -> Result<bool> {
    let side = match side {
        Side::Team => "team",
        Side::Mentor => "mentor",
    };
    let says = match says {
        Says::Words => "words",
        Says::Done => "done",
    };
    let made = exec!(
        *on,
        "insert into remark (id, thread, author, side, words, says, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing",
        id.0,
        thread.0,
        author.0,
        side,
        words.trim(),
        says,
        at.0
    )?;
    if made == 0 {
        let known: Option<(Uuid, Uuid)> = row!(*on, "select thread, author from remark where id = $1", id.0)?;
        return if known == Some((thread.0, author.0)) { Ok(false) } else { Err(StoreError::Taken) };
    }
    Ok(true)
}
