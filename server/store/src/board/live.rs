//! Boards in memory: one room each, with those who listen. A quiet room says a change at once, a busy one says what came in a tick together.

use super::{events::BoardEvent, log};
use crate::{Result, StoreError, sql::Link};
use ::board::{Envelope, Room, ToBrowser, encode};
use bytes::Bytes;
use shared::ids::VentureId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::{Duration, Instant},
};
use tokio::sync::broadcast;

/// A busy room speaks once in this time.
const TICK: Duration = Duration::from_millis(16);
/// A room that nobody used for so long leaves memory.
const QUIET: Duration = Duration::from_secs(60);
/// What boards may take in memory together, in bytes, by [`weight`].
const MEMORY: usize = 256 * 1024 * 1024;
/// What one element takes, about.
const ELEMENT: usize = 800;
/// Events that a slow listener may lie behind before it begins anew.
const BEHIND: usize = 256;

/// One board in memory. Its room is absent before it is loaded.
pub(super) struct Live {
    pub(super) room: Arc<tokio::sync::Mutex<Option<Room>>>,
    events: broadcast::Sender<Arc<BoardEvent>>,
    told: Mutex<Told>,
    me: Weak<Live>,
}

struct Told {
    last: Option<Instant>,
    waiting: Vec<Envelope>,
    used: Instant,
    elements: usize,
}

impl Live {
    fn new() -> Arc<Self> {
        Arc::new_cyclic(|me| Self {
            room: Arc::default(),
            events: broadcast::channel(BEHIND).0,
            told: Mutex::new(Told { last: None, waiting: Vec::new(), used: Instant::now(), elements: 0 }),
            me: me.clone(),
        })
    }

    pub(super) fn listen(&self) -> broadcast::Receiver<Arc<BoardEvent>> {
        self.events.subscribe()
    }

    pub(super) fn say(&self, event: BoardEvent) {
        // Nobody may be listening.
        let _ = self.events.send(Arc::new(event));
    }

    fn told(&self) -> std::sync::MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells committed operations, in order: the room's lock is held.
    pub(super) fn tell(&self, envelopes: Vec<Envelope>, elements: usize) {
        let mut told = self.told();
        told.elements = elements;
        if envelopes.is_empty() {
            return;
        }
        let now = Instant::now();
        let due = told.last.map_or(now, |last| last + TICK);
        if told.waiting.is_empty() && due <= now {
            told.last = Some(now);
            self.say_operations(envelopes);
            return;
        }
        let first = told.waiting.is_empty();
        told.waiting.extend(envelopes);
        drop(told);
        if first {
            let me = self.me.clone();
            tokio::spawn(async move {
                tokio::time::sleep_until(due.into()).await;
                if let Some(live) = me.upgrade() {
                    let mut told = live.told();
                    told.last = Some(Instant::now());
                    let waiting = std::mem::take(&mut told.waiting);
                    live.say_operations(waiting);
                }
            });
        }
    }

    /// While `told` is held, so that frames leave in the order of the log.
    fn say_operations(&self, envelopes: Vec<Envelope>) {
        if let Some(last) = envelopes.last().map(|envelope| envelope.seq) {
            let frame = Bytes::from(encode(&ToBrowser::Operations(envelopes)));
            self.say(BoardEvent::Frame(frame, last));
        }
    }

    /// Folds in and tells what others committed since.
    pub(super) async fn catch_up(&self, on: &mut Link<'_>, venture: VentureId, room: &mut Room) -> Result<()> {
        let missed = log::after(on, venture, room.head()).await?;
        if !missed.is_empty() {
            room.catch_up(&missed).map_err(|why| StoreError::Log(venture.0, why))?;
            self.tell(missed, room.document().elements());
        }
        Ok(())
    }
}

/// All boards in memory.
#[derive(Default)]
pub(super) struct Rooms(Mutex<HashMap<VentureId, Arc<Live>>>);

impl Rooms {
    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<VentureId, Arc<Live>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A board's place in memory, used now.
    pub(super) fn get(&self, venture: VentureId) -> Arc<Live> {
        let live = Arc::clone(self.all().entry(venture).or_insert_with(Live::new));
        live.told().used = Instant::now();
        live
    }

    /// A board's place in memory, if it has one.
    pub(super) fn present(&self, venture: VentureId) -> Option<Arc<Live>> {
        self.all().get(&venture).cloned()
    }

    /// Boards that somebody listens to.
    pub(super) fn listened_to(&self) -> Vec<VentureId> {
        self.all().iter().filter(|(_, live)| live.events.receiver_count() > 0).map(|(venture, _)| *venture).collect()
    }

    /// Forgets a board whose state in memory may be wrong. Its listeners begin anew: their line ends with its last owner.
    pub(super) fn forget(&self, venture: VentureId) {
        self.all().remove(&venture);
    }

    /// Drops what nobody listens to and nobody used for a while; above the bound, the least used first.
    pub(super) fn sweep(&self) {
        let mut all = self.all();
        let idle = |live: &Arc<Live>| Arc::strong_count(live) == 1 && live.events.receiver_count() == 0;
        all.retain(|_, live| !idle(live) || live.told().used.elapsed() < QUIET);
        let mut taken: usize = all.values().map(weight).sum();
        let mut by_use: Vec<(Instant, VentureId)> =
            all.iter().filter(|(_, live)| idle(live)).map(|(venture, live)| (live.told().used, *venture)).collect();
        by_use.sort_unstable_by_key(|(used, _)| *used);
        for (_, venture) in by_use {
            if taken <= MEMORY {
                break;
            }
            taken -= all.remove(&venture).as_ref().map_or(0, weight);
        }
    }
}

fn weight(live: &Arc<Live>) -> usize {
    ELEMENT * live.told().elements
}
