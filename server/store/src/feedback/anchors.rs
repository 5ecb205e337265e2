//! What threads are pinned on, for the job that follows the boards.

use crate::{Db, Result, StoreError, sql::Link};
use board::{id::Seq, place::Place};
use shared::{
    feedback::AnchorState,
    ids::{ThreadId, VentureId},
};
use uuid::Uuid;

/// A thread's place and what is known of it.
pub(crate) struct Pinned {
    pub(crate) thread: ThreadId,
    pub(crate) place: Place,
    pub(crate) seen: Seq,
    pub(crate) state: AnchorState,
}

/// The threads of a venture with their places.
pub(crate) async fn pinned(on: &mut Link<'_>, venture: VentureId) -> Result<Vec<Pinned>> {
    let found: Vec<(Uuid, String, i64, String)> =
        rows!(*on, "select id, place, seen, anchor_state from thread where venture = $1 order by id", venture.0)?;
    let places = found.into_iter().map(|(id, place, seen, state)| {
        Ok(Pinned {
            thread: ThreadId(id),
            place: place.parse().map_err(|_| StoreError::Unreadable("thread.place"))?,
            seen: Seq(u64::try_from(seen).unwrap_or_default()),
            state: AnchorState::from_code(&state).ok_or(StoreError::Unreadable("thread.anchor_state"))?,
        })
    });
    places.collect()
}

/// Notes what became of a thread's place. The job that follows the boards says it again from the log.
///
/// # Errors
/// What the database says.
pub async fn set_anchor_state(db: &Db, thread: ThreadId, state: AnchorState) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "update thread set anchor_state = $2 where id = $1", thread.0, state.code())?;
    on.commit().await
}
