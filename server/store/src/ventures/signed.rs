//! Signatures under gates, as a venture's cards tell of them.

use crate::{Db, Result};
use shared::{Millis, ids::VentureId, ventures::Gate};

/// Who signed a gate, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name of who signed.
    pub by: String,
    /// When.
    pub at: Millis,
    /// What they wrote to the team; may be empty.
    pub sentence: String,
}

/// The signature under a gate, the first where there are several.
///
/// # Errors
/// What the database says.
pub async fn signature(db: &Db, venture: VentureId, gate: Gate) -> Result<Option<Signature>> {
    let mut on = db.read().await?;
    let found: Option<(String, i64, String)> = row!(
        on,
        "select p.name, g.at, g.sentence from gates g join person p on p.id = g.by_person where g.venture = $1 and g.gate = $2 order by g.at limit 1",
        venture.0,
        i64::from(gate.0)
    )?;
    Ok(found.map(|(by, at, sentence)| Signature { by, at: Millis(at), sentence }))
}

/// The gates of a venture that somebody signed, in order.
///
/// # Errors
/// What the database says.
pub async fn signed(db: &Db, venture: VentureId) -> Result<Vec<Gate>> {
    let mut on = db.read().await?;
    let found: Vec<i64> = column!(on, "select distinct gate from gates where venture = $1 order by gate", venture.0)?;
    found.into_iter().map(super::gate).collect()
}
