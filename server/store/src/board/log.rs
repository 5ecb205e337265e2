//! The rows of a board: log, head, snapshots.

use crate::{Result, StoreError, sql::Link};
use ::board::{
    Document, Envelope, Room, Sent,
    id::{Author, ClientNo, Counter, Seq},
};
use shared::{Millis, ids::VentureId};

type Row = (i64, i64, i64, i64, i64, Vec<u8>);

fn envelope((seq, author, client, counter, gesture, bytes): Row) -> Result<Envelope> {
    let short = |n: i64| u32::try_from(n).map_err(|_| StoreError::Unreadable("board_log"));
    Ok(Envelope {
        seq: Seq(u64::try_from(seq).map_err(|_| StoreError::Unreadable("board_log.seq"))?),
        author: Author(short(author)?),
        client: ClientNo(short(client)?),
        counter: short(counter)?,
        gesture: short(gesture)?,
        bytes: bytes.into(),
    })
}

/// A number as the database holds it.
pub(super) fn stored(seq: Seq) -> i64 {
    i64::try_from(seq.0).unwrap_or(i64::MAX)
}

/// What was committed after `since` and up to `to`.
pub(super) async fn between(on: &mut Link<'_>, venture: VentureId, since: Seq, to: Seq) -> Result<Vec<Envelope>> {
    let rows: Vec<Row> = rows!(
        *on,
        "select seq, author, client, counter, gesture, bytes from board_log where board = $1 and seq > $2 and seq <= $3 order by seq",
        venture.0,
        stored(since),
        stored(to)
    )?;
    rows.into_iter().map(envelope).collect()
}

/// What was committed after `since`.
pub(super) async fn after(on: &mut Link<'_>, venture: VentureId, since: Seq) -> Result<Vec<Envelope>> {
    between(on, venture, since, Seq(i64::MAX as u64)).await
}

/// A board as committed: the newest snapshot, and the log after it.
pub(super) async fn load(on: &mut Link<'_>, venture: VentureId) -> Result<Room> {
    let head: Option<i64> = one!(*on, "select head from board where id = $1", venture.0)?;
    head.ok_or(StoreError::Absent)?;
    let snapshot: Option<Vec<u8>> = one!(*on, "select bytes from board_snapshot where board = $1 order by seq desc limit 1", venture.0)?;
    let broken = |why| StoreError::Log(venture.0, why);
    let document = match snapshot {
        Some(bytes) => Document::from_snapshot(&bytes).map_err(broken)?,
        None => Document::default(),
    };
    let counters: Vec<(i64, i64)> = rows!(*on, "select client, max(counter) from board_log where board = $1 group by client", venture.0)?;
    let numbers = counters.into_iter().map(|(client, counter)| (ClientNo(client as u32), counter as Counter));
    let since = document.head();
    let mut room = Room::new(document, numbers);
    room.catch_up(&after(on, venture, since).await?).map_err(broken)?;
    Ok(room)
}

/// Holds a board's row until the end of the transaction, and answers its head.
pub(super) async fn hold(on: &mut Link<'_>, venture: VentureId) -> Result<Seq> {
    let head: Option<i64> = one!(*on, "update board set head = head where id = $1 returning head", venture.0)?;
    Ok(Seq(head.and_then(|head| u64::try_from(head).ok()).ok_or(StoreError::Absent)?))
}

/// Writes accepted operations, each with the time it was made, and the new head.
pub(super) async fn append(on: &mut Link<'_>, venture: VentureId, accepted: &[(Envelope, Millis)]) -> Result<()> {
    for (envelope, at) in accepted {
        exec!(
            *on,
            "insert into board_log (board, seq, author, client, counter, gesture, at, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            venture.0,
            stored(envelope.seq),
            i64::from(envelope.author.0),
            i64::from(envelope.client.0),
            i64::from(envelope.counter),
            i64::from(envelope.gesture),
            at.0,
            &envelope.bytes[..]
        )?;
    }
    if let Some((last, _)) = accepted.last() {
        exec!(*on, "update board set head = $2 where id = $1", venture.0, stored(last.seq))?;
    }
    Ok(())
}

/// When an operation was made, by what its sender says of its age; never in the future.
pub(super) fn made(sent: &Sent, now: Millis) -> Millis {
    Millis(now.0 - i64::from(sent.age) * 1_000)
}
