//! Cards of a whole group. A code is kept as a hash, so printing a card again means giving a new code; who has entered keeps the passphrase.

use super::entry::replace_code;
use crate::{Db, Result, StoreError, secrets::Secrets};
use sha2::{Digest as _, Sha256};
use shared::{
    Millis,
    access::{Allowed, RenewCards},
    accounts::OneTimeCode,
    ids::PersonId,
};
use uuid::Uuid;

/// Gives these trainees of the group new one-time codes. Whoever has chosen a passphrase by then keeps it and is left out; answered are
/// those whose code is the new one. The old codes open nothing any more, and who was just choosing a passphrase enters again.
///
/// # Errors
/// What the database says.
pub async fn renew_cards(
    db: &Db,
    permit: Allowed<RenewCards<'_>>,
    codes: &[(PersonId, OneTimeCode)],
    secrets: &Secrets,
    now: Millis,
) -> Result<Vec<PersonId>> {
    // All at once: as many are hashed at a time as there are cores, and the old codes are good until the last is done.
    let hashed = secrets.hash_all(codes.to_vec()).await?;
    let mut renewed = Vec::with_capacity(hashed.len());
    let mut on = db.write().await?;
    for (person, hash) in hashed {
        // Written, not only read: whoever chooses a passphrase at this moment comes before or after, and never in between.
        let waits: Option<Uuid> = one!(
            on,
            "update person set code_used = 0 where id = $1 and group_id = $2 and passphrase is null returning id",
            person.0,
            permit.deed().at.group.0
        )?;
        if waits.is_some() {
            replace_code(&mut on.link(), person, hash, permit.by().0, now).await?;
            renewed.push(person);
        }
    }
    on.commit().await?;
    Ok(renewed)
}

/// A draw of codes, from the machine's chance.
///
/// # Errors
/// [`StoreError::Hashing`] when the machine gives no random bytes.
pub fn new_draw() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Hashing(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A person's code in a draw: the same for the same draw, so that a form sent twice prints one card. Nothing for what is no draw.
pub fn drawn_code(draw: &str, person: PersonId) -> Option<OneTimeCode> {
    if draw.len() != 32 || !draw.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let digest = Sha256::digest(format!("card\n{draw}\n{person}"));
    Some(OneTimeCode::from_random(std::array::from_fn(|n| digest[n])))
}
