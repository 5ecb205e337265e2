//! The one writer: all pushes that wait go into one transaction, each board's in a savepoint of its own. Only after the commit does
//! memory change and the room hear of it; where the commit fails, its boards leave memory and nothing is acknowledged.

use super::{
    AWAY,
    live::{Live, Rooms},
    log,
};
use crate::{Db, Result, StoreError, sql::Write};
use ::board::{
    Envelope, Outcome, Room, Sent, Staged,
    id::{Author, ClientNo},
};
use shared::{Millis, ids::VentureId};
use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};
use tokio::sync::{OwnedMutexGuard, mpsc, oneshot};

/// Pushes that one transaction takes.
const GROUP: usize = 256;

/// Where what became of a push is told.
type Answer = oneshot::Sender<Result<Vec<Outcome>>>;

/// One push.
pub(super) struct Job {
    pub(super) venture: VentureId,
    pub(super) client: ClientNo,
    pub(super) author: Author,
    pub(super) sent: Vec<Sent>,
    pub(super) answer: Answer,
}

/// Works until the last sender is gone.
pub(super) async fn run(db: Db, rooms: Arc<Rooms>, mut jobs: mpsc::Receiver<Job>) {
    let mut group = Vec::new();
    while jobs.recv_many(&mut group, GROUP).await > 0 {
        let mut boards: BTreeMap<VentureId, Vec<Job>> = BTreeMap::new();
        for job in group.drain(..) {
            boards.entry(job.venture).or_default().push(job);
        }
        commit(&db, &rooms, boards).await;
    }
}

/// A board whose pushes were tried and written, not yet committed.
struct Tried {
    venture: VentureId,
    live: Arc<Live>,
    room: tokio::sync::OwnedMutexGuard<Option<Room>>,
    staged: Staged,
    answers: Vec<(Answer, Vec<Outcome>)>,
}

async fn commit(db: &Db, rooms: &Arc<Rooms>, boards: BTreeMap<VentureId, Vec<Job>>) {
    let mut on = match db.write().await {
        Ok(on) => on,
        Err(error) => return refuse(boards.into_values().flatten().map(|job| job.answer), &error),
    };
    let mut tried = Vec::new();
    for (venture, jobs) in boards {
        let (answers, work): (Vec<_>, Vec<_>) = jobs.into_iter().map(|job| (job.answer, (job.client, job.author, job.sent))).unzip();
        match one_board(&mut on, rooms, venture, work).await {
            Ok((live, room, staged, outcomes)) => {
                tried.push(Tried { venture, live, room, staged, answers: answers.into_iter().zip(outcomes).collect() });
            }
            Err(error) => {
                rooms.forget(venture);
                refuse(answers.into_iter(), &error);
            }
        }
    }
    match on.commit().await {
        Ok(()) => tried.into_iter().for_each(|tried| adopt(rooms, tried)),
        Err(error) => {
            for Tried { venture, answers, .. } in tried {
                rooms.forget(venture);
                refuse(answers.into_iter().map(|(answer, _)| answer), &error);
            }
        }
    }
}

type Work = (ClientNo, Author, Vec<Sent>);
type Done = (Arc<Live>, OwnedMutexGuard<Option<Room>>, Staged, Vec<Vec<Outcome>>);

/// Tries and writes the pushes of one board. On an error its savepoint takes back what it wrote.
async fn one_board(on: &mut Write, rooms: &Arc<Rooms>, venture: VentureId, work: Vec<Work>) -> Result<Done> {
    exec!(*on, "savepoint one_board")?;
    match tried(on, rooms, venture, work).await {
        Ok(done) => {
            exec!(*on, "release savepoint one_board")?;
            Ok(done)
        }
        Err(error) => {
            exec!(*on, "rollback to savepoint one_board")?;
            Err(error)
        }
    }
}

async fn tried(on: &mut Write, rooms: &Arc<Rooms>, venture: VentureId, work: Vec<Work>) -> Result<Done> {
    let live = rooms.get(venture);
    let mut guard = Arc::clone(&live.room).lock_owned().await;
    let head = log::hold(&mut on.link(), venture).await?;
    let room = match guard.take() {
        Some(mut room) => {
            if head > room.head() {
                live.catch_up(&mut on.link(), venture, &mut room).await?;
            }
            guard.insert(room)
        }
        None => guard.insert(log::load(&mut on.link(), venture).await?),
    };
    // A base from long ago is not read back: the room answers that it is too old, and the words arrive as a note.
    let oldest = room.head().0.saturating_sub(AWAY);
    let base = work.iter().filter_map(|(_, _, sent)| Room::oldest_base(sent)).filter(|base| base.0 >= oldest).min();
    if let Some(base) = base.filter(|base| *base < room.reach()) {
        let older = log::between(&mut on.link(), venture, base, room.reach()).await?;
        room.recall(&older).map_err(|why| StoreError::Log(venture.0, why))?;
    }
    let mut staged = room.stage();
    let now = now();
    let mut accepted: Vec<(Envelope, Millis)> = Vec::new();
    let mut outcomes = Vec::new();
    for (client, author, sent) in work {
        let judged = staged.push(client, author, &sent);
        for outcome in &judged {
            if let Outcome::Accepted(envelope) = outcome {
                let at = sent.iter().find(|sent| sent.counter == envelope.counter).map_or(now, |sent| log::made(sent, now));
                accepted.push((envelope.clone(), at));
            }
        }
        outcomes.push(judged);
    }
    log::append(&mut on.link(), venture, &accepted).await?;
    Ok((live, guard, staged, outcomes))
}

/// The commit went through: memory follows, the room hears it, then the senders are answered.
fn adopt(rooms: &Arc<Rooms>, tried: Tried) {
    let Tried { venture, live, mut room, staged, answers } = tried;
    let accepted = staged.accepted().to_vec();
    match room.as_mut().map(|room| room.adopt(staged).map(|()| room.document().elements())) {
        Some(Ok(elements)) => live.tell(accepted, elements),
        Some(Err(_)) | None => rooms.forget(venture),
    }
    drop(room);
    for (answer, outcomes) in answers {
        // Whoever asked may have gone: what they sent is stored all the same.
        let _ = answer.send(Ok(outcomes));
    }
}

fn refuse(answers: impl Iterator<Item = Answer>, error: &StoreError) {
    for answer in answers {
        // Whoever asked may have gone; they send it again.
        let _ = answer.send(Err(StoreError::NotStored(error.to_string())));
    }
}

/// The time, for the log only: it orders nothing.
fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
