//! What waits for a mentor in a group, by venture.

use crate::{Db, Result, StoreError, ventures::gate};
use shared::{
    Millis,
    feedback::ThreadState,
    ids::{GroupId, ThreadId, VentureId},
    ventures::Gate,
};
use uuid::Uuid;

/// A venture with threads that wait for its mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingVenture {
    /// The venture.
    pub id: VentureId,
    /// Its name.
    pub name: String,
    /// Its last gate.
    pub gate: Gate,
    /// How many threads wait.
    pub threads: u32,
    /// The one that has waited longest.
    pub first: ThreadId,
    /// In which column it stands.
    pub state: ThreadState,
    /// Since when.
    pub since: Millis,
}

/// The ventures of a group whose threads wait for the mentor, the longest-waiting first.
///
/// # Errors
/// What the database says.
pub async fn waiting_in_group(db: &Db, group: GroupId) -> Result<Vec<WaitingVenture>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, Uuid, String, i64, String, i64)> = rows!(
        on,
        "select t.id, v.id, v.name, v.gate, t.state, t.since from thread t join venture v on v.id = t.venture
         where v.group_id = $1 and t.state in ('to_handle', 'to_check') order by t.since, t.id",
        group.0
    )?;
    let mut waiting: Vec<WaitingVenture> = Vec::new();
    for (thread, id, name, at_gate, in_state, since) in found {
        match waiting.iter_mut().find(|venture| venture.id.0 == id) {
            Some(venture) => venture.threads += 1,
            None => waiting.push(WaitingVenture {
                id: VentureId(id),
                name,
                gate: gate(at_gate)?,
                threads: 1,
                first: ThreadId(thread),
                state: ThreadState::from_code(&in_state).ok_or(StoreError::Unreadable("thread.state"))?,
                since: Millis(since),
            }),
        }
    }
    Ok(waiting)
}
