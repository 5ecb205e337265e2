//! Links by which anybody plays a prototype. The token is known to those who were given it; here stands only its hash.

use crate::{Db, Result, StoreError, accounts::hashed};
use shared::{
    Millis,
    access::{Allowed, EndPlayLink, SharePrototype},
    ids::{PlayLinkId, VentureId},
    sharing::{LINK_LASTS, LINK_LIMIT, PlayLink, PlayToken},
};
use uuid::Uuid;

/// An ended link is known for so long, so that it can be told from a wrong one.
const KNOWN_FOR: i64 = 90 * Millis::DAY;

/// A new token, from the machine's chance.
///
/// # Errors
/// When the machine has none to give.
pub fn new_token() -> Result<PlayToken> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Hashing(error.to_string()))?;
    Ok(PlayToken::from_random(bytes))
}

/// Makes a link to a prototype, good for thirty days. False when the venture has as many as it may: nothing was done.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn open(
    db: &Db,
    permit: Allowed<SharePrototype<'_>>,
    id: PlayLinkId,
    prototype: board::id::RecordId,
    token: &PlayToken,
    now: Millis,
) -> Result<bool> {
    let venture = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(on, "delete from play_link where until <= $1", now.0 - KNOWN_FOR)?;
    // This one row is what racing requests wait for, so that the limit is one.
    exec!(on, "update venture set members = members where id = $1", venture.0)?;
    let open: Option<i64> = one!(on, "select count(*) from play_link where venture = $1 and until > $2", venture.0, now.0)?;
    if usize::try_from(open.unwrap_or_default()).unwrap_or(LINK_LIMIT) >= LINK_LIMIT {
        return Ok(false);
    }
    exec!(
        on,
        "insert into play_link (id, token, venture, prototype, by_person, made, until) values ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        secret(token),
        venture.0,
        prototype.to_string(),
        permit.by().0,
        now.0,
        now.0 + LINK_LASTS
    )?;
    on.commit().await?;
    Ok(true)
}

/// Ends a link of a venture; nothing when it has ended or is another venture's.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn end(db: &Db, permit: Allowed<EndPlayLink<'_>>, id: PlayLinkId, now: Millis) -> Result<()> {
    let venture = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(on, "update play_link set until = $3 where id = $1 and venture = $2 and until > $3", id.0, venture.0, now.0)?;
    on.commit().await
}

/// The link of a token, open or ended.
///
/// # Errors
/// What the database says.
pub async fn link(db: &Db, token: &PlayToken) -> Result<Option<PlayLink>> {
    let mut on = db.read().await?;
    let found: Option<Row> = row!(on, "select id, venture, prototype, made, until from play_link where token = $1", secret(token))?;
    found.map(read).transpose()
}

/// The links of a venture that are open now, the newest first.
///
/// # Errors
/// What the database says.
pub async fn links(db: &Db, venture: VentureId, now: Millis) -> Result<Vec<PlayLink>> {
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        "select id, venture, prototype, made, until from play_link where venture = $1 and until > $2 order by made desc, id",
        venture.0,
        now.0
    )?;
    found.into_iter().map(read).collect()
}

type Row = (Uuid, Uuid, String, i64, i64);

fn read((id, venture, prototype, made, until): Row) -> Result<PlayLink> {
    Ok(PlayLink {
        id: PlayLinkId(id),
        venture: VentureId(venture),
        prototype: prototype.parse().map_err(|_| StoreError::Unreadable("play_link.prototype"))?,
        made: Millis(made),
        until: Millis(until),
    })
}

fn secret(token: &PlayToken) -> Vec<u8> {
    hashed(&format!("play\n{}", token.as_str()))
}
