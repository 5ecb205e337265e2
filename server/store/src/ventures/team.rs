//! Teams: one to five trainees of one group.

use crate::{
    Db, Result, StoreError,
    accounts::grant,
    sql::{Link, Write},
};
use shared::{
    Millis,
    access::{AddTeammate, Allowed, Grant, Locus, Role, Scope, TEAM_LIMIT},
    ids::{GroupId, PersonId, VentureId},
    ventures::Member,
};
use uuid::Uuid;

/// Adds a trainee of the group to the team; false when the team is full by now or they already belong to it.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the person is not of the venture's group.
pub async fn add_teammate(db: &Db, permit: Allowed<AddTeammate<'_>>, person: PersonId, part: &str, now: Millis) -> Result<bool> {
    let at = permit.deed().at;
    let id = at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    let group: Option<Option<Uuid>> = one!(on, "select group_id from person where id = $1", person.0)?;
    if group.flatten() != Some(at.group.0) {
        return Err(StoreError::WrongPermit);
    }
    if !take_in(&mut on, at, id, person, part, now).await? {
        return Ok(false);
    }
    on.commit().await?;
    Ok(true)
}

/// Membership and right of a trainee of the group; false, and nothing to commit, when the team is full or they belong to it.
pub(super) async fn take_in(on: &mut Write, at: &Locus, id: VentureId, person: PersonId, part: &str, now: Millis) -> Result<bool> {
    // This one row is what racing requests wait for; who comes sixth changes no row.
    let room = exec!(
        *on,
        "update venture set members = members + 1 where id = $1 and group_id = $2 and members < $3",
        id.0,
        at.group.0,
        i64::from(TEAM_LIMIT)
    )?;
    if room == 0 {
        return Ok(false);
    }
    let added = exec!(
        *on,
        "insert into member (venture, person, part, joined) values ($1, $2, $3, $4) on conflict do nothing",
        id.0,
        person.0,
        part.trim(),
        now.0
    )?;
    if added == 0 {
        return Ok(false);
    }
    exec!(*on, "delete from join_wish where venture = $1 and person = $2", id.0, person.0)?;
    grant(&mut on.link(), person, &Grant { role: Role::Trainee, scope: Scope::Venture(id) }).await?;
    super::touch(&mut on.link(), id, now).await?;
    Ok(true)
}

/// Trainees of the venture's group who are not on its team, by number.
///
/// # Errors
/// What the database says.
pub async fn free_trainees(db: &Db, id: VentureId) -> Result<Vec<Member>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String)> = rows!(
        on,
        "select p.id, p.name from venture v join person p on p.group_id = v.group_id
         where v.id = $1 and not exists (select 1 from member m where m.venture = v.id and m.person = p.id) order by p.number",
        id.0
    )?;
    Ok(found.into_iter().map(|(person, name)| Member { person: PersonId(person), name, part: String::new() }).collect())
}

/// Ventures of a group whose team has room for one more, by name. A team that everybody has left is none.
///
/// # Errors
/// What the database says.
pub async fn with_room(db: &Db, group: GroupId) -> Result<Vec<(VentureId, String)>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String)> = rows!(
        on,
        "select id, name from venture where group_id = $1 and members between 1 and $2 order by folded, id",
        group.0,
        i64::from(TEAM_LIMIT) - 1
    )?;
    Ok(found.into_iter().map(|(id, name)| (VentureId(id), name)).collect())
}

pub(super) async fn team(on: &mut Link<'_>, id: VentureId) -> Result<Vec<Member>> {
    let found: Vec<(Uuid, String, String)> = rows!(
        *on,
        "select p.id, p.name, m.part from member m join person p on p.id = m.person where m.venture = $1 order by m.joined, p.number, p.id",
        id.0
    )?;
    Ok(found.into_iter().map(|(person, name, part)| Member { person: PersonId(person), name, part }).collect())
}
