//! The job that follows the logs: counts, activity, what became of the places that threads are pinned on, snapshots. Lists read what it
//! keeps and never open a board. It can be run again from any point.

use super::{Boards, log};
use crate::{Result, feedback::pinned};
use ::board::{Document, record::Kind};
use shared::{anchor, ids::VentureId};
use uuid::Uuid;

/// Boards that one round looks at.
const ROUND: i64 = 64;
/// A snapshot is kept after so many operations.
const SNAPSHOT: u64 = 400;
/// Snapshots kept a board.
const KEPT: i64 = 3;

pub(super) async fn once(boards: &Boards) -> Result<()> {
    let mut on = boards.db.read().await?;
    let behind: Vec<(Uuid, i64)> = rows!(on, "select id, snapshot from board where followed < head order by id limit $1", ROUND)?;
    drop(on);
    for (id, snapshot) in behind {
        let venture = VentureId(id);
        let document = boards.open(venture).await?;
        models(boards, venture, &document).await?;
        if document.head().0 >= u64::try_from(snapshot).unwrap_or_default() + SNAPSHOT {
            keep(boards, venture, &document).await?;
        }
    }
    Ok(())
}

/// Brings the read models of one board up to a document.
async fn models(boards: &Boards, venture: VentureId, document: &Document) -> Result<()> {
    let notes = document.visible().filter(|record| record.kind == Kind::Note && !record.words().trim().is_empty()).count();
    let head = log::stored(document.head());
    let mut told = Vec::new();
    let mut on = boards.db.write().await?;
    for thread in pinned(&mut on.link(), venture).await? {
        let state = anchor::state(document, &thread.place, thread.seen);
        if state != thread.state {
            exec!(on, "update thread set anchor_state = $2 where id = $1", thread.thread.0, state.code())?;
            told.push(thread.thread);
        }
    }
    exec!(
        on,
        "update venture set notes = $2,
           changed = case when changed < (select coalesce(max(at), 0) from board_log where board = $1)
             then (select coalesce(max(at), 0) from board_log where board = $1) else changed end
         where id = $1",
        venture.0,
        i64::try_from(notes).unwrap_or(i64::MAX)
    )?;
    exec!(
        on,
        "insert into last_work (person, at)
         select c.person, max(l.at) from board_log l join board_client c on c.board = l.board and c.client = l.client
         where l.board = $1 and l.seq > (select followed from board where id = $1) and l.seq <= $2 group by c.person
         on conflict (person) do update set at = case when last_work.at < excluded.at then excluded.at else last_work.at end",
        venture.0,
        head
    )?;
    exec!(on, "update board set followed = $2 where id = $1 and followed < $2", venture.0, head)?;
    on.commit().await?;
    for thread in told {
        boards.notice(venture, "feedback", &thread.to_string());
    }
    Ok(())
}

/// Keeps a snapshot, so that opening a board reads little of its log.
async fn keep(boards: &Boards, venture: VentureId, document: &Document) -> Result<()> {
    let seq = log::stored(document.head());
    let mut on = boards.db.write().await?;
    exec!(
        on,
        "insert into board_snapshot (board, seq, at, bytes)
         values ($1, $2, (select coalesce(max(at), 0) from board_log where board = $1), $3) on conflict do nothing",
        venture.0,
        seq,
        document.snapshot()
    )?;
    exec!(on, "update board set snapshot = $2 where id = $1 and snapshot < $2", venture.0, seq)?;
    exec!(
        on,
        "delete from board_snapshot where board = $1 and seq not in
           (select seq from board_snapshot where board = $1 order by seq desc limit $2)",
        venture.0,
        KEPT
    )?;
    on.commit().await
}
