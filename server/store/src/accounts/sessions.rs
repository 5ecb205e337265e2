//! Sessions: a random token in a cookie, its hash in a row. They end thirty days after the last use.

use crate::{Db, Result, StoreError, sql::Link};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use shared::{
    Lang, Millis,
    access::{Actor, Grant, Role, Scope},
    ids::{EditionId, EstablishmentId, GroupId, PersonId, VentureId},
};
use uuid::Uuid;

const LASTS: i64 = 30 * Millis::DAY;
const HOUR: i64 = 3_600_000;

fn hashed(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Opens a session and answers its token: 32 random bytes as base64url. Only its SHA-256 is kept.
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn open_session(db: &Db, person: PersonId, now: Millis) -> Result<String> {
    let mut on = db.write().await?;
    let token = insert_session(&mut on.link(), person, now).await?;
    on.commit().await?;
    Ok(token)
}

pub(super) async fn insert_session(on: &mut Link<'_>, person: PersonId, now: Millis) -> Result<String> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| StoreError::Hashing(error.to_string()))?;
    let token = URL_SAFE_NO_PAD.encode(random);
    exec!(*on, "insert into session (token, person, made, seen) values ($1, $2, $3, $3)", hashed(&token), person.0, now.0)?;
    Ok(token)
}

/// Who holds the token, with all grants; nobody when it is unknown or has ended. Notes the use at most once an hour.
///
/// # Errors
/// What the database says.
pub async fn actor_of(db: &Db, token: &str, now: Millis) -> Result<Option<Actor>> {
    let token = hashed(token);
    let mut on = db.read().await?;
    let found: Option<(Uuid, String, Uuid, String, i64)> = row!(
        on,
        "select p.id, p.name, p.edition, p.lang, s.seen from session s join person p on p.id = s.person where s.token = $1 and s.seen > $2",
        &token[..],
        now.0 - LASTS
    )?;
    let Some((person, name, edition, lang, seen)) = found else { return Ok(None) };
    let grants = grants(&mut on.link(), PersonId(person)).await?;
    drop(on);
    if seen < now.0 - HOUR {
        let mut on = db.write().await?;
        exec!(on, "update session set seen = $2 where token = $1", &token[..], now.0)?;
        on.commit().await?;
    }
    let lang = Lang::from_code(&lang).unwrap_or_default();
    Ok(Some(Actor { person: PersonId(person), name, edition: EditionId(edition), grants, lang }))
}

/// Ends the session of a token; nothing when it has ended already.
///
/// # Errors
/// What the database says.
pub async fn close_session(db: &Db, token: &str) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "delete from session where token = $1", hashed(token))?;
    on.commit().await
}

/// Ends all sessions of a person.
///
/// # Errors
/// What the database says.
pub async fn close_sessions_of(db: &Db, person: PersonId) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "delete from session where person = $1", person.0)?;
    on.commit().await
}

/// Takes away sessions that have ended and tries that no longer count; answers how many sessions.
///
/// # Errors
/// What the database says.
pub async fn prune_sessions(db: &Db, now: Millis) -> Result<u64> {
    let mut on = db.write().await?;
    let ended = exec!(on, "delete from session where seen <= $1", now.0 - LASTS)?;
    exec!(on, "delete from tries where last <= $1", now.0 - Millis::DAY)?;
    on.commit().await?;
    Ok(ended)
}

pub(super) async fn grants(on: &mut Link<'_>, person: PersonId) -> Result<Vec<Grant>> {
    let found: Vec<(String, String, String, Uuid)> =
        rows!(*on, "select role, scope, region, target from grants where person = $1 order by role, scope, region, target", person.0)?;
    found
        .into_iter()
        .map(|(role, scope, region, target)| {
            let scope = match scope.as_str() {
                "edition" => Scope::Edition(EditionId(target)),
                "region" => Scope::Region(region),
                "establishment" => Scope::Establishment(EstablishmentId(target)),
                "group" => Scope::Group(GroupId(target)),
                "venture" => Scope::Venture(VentureId(target)),
                "free" => Scope::Free(EstablishmentId(target)),
                _ => return Err(StoreError::Unreadable("grants.scope")),
            };
            Ok(Grant { role: role_from(&role)?, scope })
        })
        .collect()
}

/// Adds a grant; nothing when it is there.
pub(crate) async fn grant(on: &mut Link<'_>, person: PersonId, grant: &Grant) -> Result<()> {
    let (scope, region, target) = match &grant.scope {
        Scope::Edition(id) => ("edition", "", id.0),
        Scope::Region(code) => ("region", code.as_str(), Uuid::nil()),
        Scope::Establishment(id) => ("establishment", "", id.0),
        Scope::Group(id) => ("group", "", id.0),
        Scope::Venture(id) => ("venture", "", id.0),
        Scope::Free(id) => ("free", "", id.0),
    };
    exec!(
        *on,
        "insert into grants (person, role, scope, region, target) values ($1, $2, $3, $4, $5) on conflict do nothing",
        person.0,
        role_code(grant.role),
        scope,
        region,
        target
    )?;
    Ok(())
}

pub(crate) fn role_code(role: Role) -> &'static str {
    match role {
        Role::Trainee => "trainee",
        Role::Mentor => "mentor",
        Role::Staff => "staff",
    }
}

pub(crate) fn role_from(code: &str) -> Result<Role> {
    match code {
        "trainee" => Ok(Role::Trainee),
        "mentor" => Ok(Role::Mentor),
        "staff" => Ok(Role::Staff),
        _ => Err(StoreError::Unreadable("role")),
    }
}
