//! Boards: opened, pushed to, listened to. The only way anything reaches a board's log, for sockets, pages, seeds and exports alike.
//! A board is in memory while someone reads or writes it; the database is the truth, and nothing is told before it is committed.

mod clients;
mod events;
mod follow;
mod lay_out;
mod live;
mod log;
mod writer;

pub use events::BoardEvent;
pub use lay_out::EmptySheet;

use crate::{Db, Result, StoreError};
use ::board::{
    Document, Outcome, Sent,
    id::{Author, ClientNo, Counter, Seq},
    wire::{Missing, Presence},
};
use live::{Live, Rooms};
use shared::{
    access::{Allowed, WriteBoard},
    ids::{PersonId, VentureId},
};
use std::sync::Arc;
use tokio::sync::{broadcast, mpsc, oneshot};
use writer::Job;

/// Pushes that may wait for the writer.
const WAITING: usize = 4_096;
/// Operations that a newcomer is sent one by one; who was away longer gets the whole board.
const AWAY: u64 = 20_000;

/// All boards of a database. Cheap to clone; to be made within a runtime, where its writer lives as long as a clone does.
#[derive(Clone)]
pub struct Boards {
    db: Db,
    rooms: Arc<Rooms>,
    writer: mpsc::Sender<Job>,
}

/// A place in a board's room.
#[derive(Debug)]
pub struct Subscription {
    /// What the newcomer lacks; everything after it comes as events.
    pub missing: Missing,
    /// The head of the log at that moment.
    pub head: Seq,
    /// What the room says from then on.
    pub events: broadcast::Receiver<Arc<BoardEvent>>,
}

impl Boards {
    /// The boards of this database.
    pub fn new(db: Db) -> Self {
        let rooms = Arc::new(Rooms::default());
        let (writer, jobs) = mpsc::channel(WAITING);
        tokio::spawn(writer::run(db.clone(), Arc::clone(&rooms), jobs));
        Self { db, rooms, writer }
    }

    /// A board as committed.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is none, [`StoreError::Log`] when its log does not fold.
    pub async fn open(&self, venture: VentureId) -> Result<Document> {
        let live = self.current(venture).await?;
        let room = live.room.lock().await;
        Ok(room.as_ref().ok_or(StoreError::Absent)?.document().clone())
    }

    /// Joins a board's room, from an operation that is already known.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn subscribe(&self, venture: VentureId, since: Seq) -> Result<Subscription> {
        let live = self.current(venture).await?;
        let mut guard = live.room.lock().await;
        let room = guard.as_mut().ok_or(StoreError::Absent)?;
        if since.0 > 0 && since < room.reach() && room.head().0 - since.0 <= AWAY {
            let mut on = self.db.read().await?;
            let older = log::between(&mut on.link(), venture, since, room.reach()).await?;
            room.recall(&older).map_err(|why| StoreError::Log(venture.0, why))?;
        }
        // Under the lock: no operation falls between what is missing and what is told.
        Ok(Subscription { missing: room.welcome(since), head: room.head(), events: live.listen() })
    }

    /// Writes operations of one client. They are answered once they are committed, and by then on their way to everyone in the room.
    ///
    /// # Errors
    /// [`StoreError::WrongPermit`] for another board's permit, [`StoreError::NotStored`] when nothing of it was written.
    pub async fn push(
        &self,
        permit: Allowed<WriteBoard<'_>>,
        venture: VentureId,
        client: ClientNo,
        author: Author,
        sent: Vec<Sent>,
    ) -> Result<Vec<Outcome>> {
        if permit.deed().at.venture != Some(venture) {
            return Err(StoreError::WrongPermit);
        }
        let (answer, answered) = oneshot::channel();
        let gone = |_| StoreError::NotStored("the writer has ended".to_owned());
        self.writer.send(Job { venture, client, author, sent, answer }).await.map_err(|_| gone(()))?;
        answered.await.map_err(|_| gone(()))?
    }

    /// The number of a device of a person on a board, given at the first hello; the person's number there; the last counter accepted.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such board.
    pub async fn client(&self, venture: VentureId, person: PersonId, device: &[u8]) -> Result<(ClientNo, Author, Counter)> {
        clients::client(&self.db, venture, person, device).await
    }

    /// Everybody who ever said hello on a board.
    ///
    /// # Errors
    /// What the database says.
    pub async fn authors(&self, venture: VentureId) -> Result<Vec<(Author, PersonId, String)>> {
        clients::authors(&self.db, venture).await
    }

    /// Tells the room where somebody is. Never stored.
    pub fn presence(&self, venture: VentureId, client: ClientNo, author: Author, presence: Option<Presence>) {
        self.tell(venture, BoardEvent::Presence { client, author, presence });
    }

    /// Tells the room that something beside the board changed.
    pub fn notice(&self, venture: VentureId, noun: &str, id: &str) {
        self.tell(venture, BoardEvent::Notice { noun: noun.to_owned(), id: id.to_owned() });
    }

    /// Tells the room that somebody's right may be gone: their sockets are judged again at once.
    pub fn revoke(&self, venture: VentureId, person: PersonId) {
        self.tell(venture, BoardEvent::Revoked(person));
    }

    /// Tells every room on this node that somebody's session may have ended: their sockets are judged again at once.
    pub fn revoke_everywhere(&self, person: PersonId) {
        for venture in self.rooms.listened_to() {
            self.revoke(venture, person);
        }
    }

    /// One round of the job that follows the boards: what other nodes wrote is told here, the read models are brought up to each log,
    /// snapshots are kept, and what nobody looked at for a while leaves memory. It may be run again at any time.
    ///
    /// # Errors
    /// What the database says; the next round tries again.
    pub async fn follow_once(&self) -> Result<()> {
        if self.db.kind() == "postgres" {
            for venture in self.rooms.listened_to() {
                self.current(venture).await?;
            }
        }
        follow::once(self).await?;
        self.rooms.sweep();
        Ok(())
    }

    fn tell(&self, venture: VentureId, event: BoardEvent) {
        if let Some(live) = self.rooms.present(venture) {
            live.say(event);
        }
    }

    /// A board in memory, with everything that is committed: another node may have written it.
    async fn current(&self, venture: VentureId) -> Result<Arc<Live>> {
        let live = self.rooms.get(venture);
        let mut room = live.room.lock().await;
        if room.is_none() || self.db.kind() == "postgres" {
            let mut on = self.db.read().await?;
            match room.as_mut() {
                None => *room = Some(log::load(&mut on.link(), venture).await?),
                Some(room) => live.catch_up(&mut on.link(), venture, room).await?,
            }
        }
        drop(room);
        Ok(live)
    }
}
