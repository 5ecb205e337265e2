//! What was done to others' work or rights, kept for ever: who, what, about what, when. It is written in the transaction of the deed.

use crate::{Result, new_id, sql::Link};
use shared::{
    Millis,
    ids::{EditionId, PersonId},
};
use uuid::Uuid;

/// Notes a deed.
pub(crate) async fn note(on: &mut Link<'_>, edition: EditionId, by: PersonId, deed: &str, about: Uuid, now: Millis) -> Result<()> {
    exec!(
        *on,
        "insert into audit (id, edition, by_person, deed, about, at) values ($1, $2, $3, $4, $5, $6)",
        new_id(),
        edition.0,
        by.0,
        deed,
        about,
        now.0
    )?;
    Ok(())
}
