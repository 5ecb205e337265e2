//! The whole house for the command line: groups with their establishments, mentors and staff with what they reach, and the end of an access.

use super::sessions::grants;
use crate::{Db, Result, StoreError, audit, secrets::Secrets};
use shared::{
    Millis,
    access::Grant,
    ids::{EditionId, EstablishmentId, GroupId, PersonId},
};
use uuid::Uuid;

/// A group in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLine {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its establishment.
    pub establishment: EstablishmentId,
    /// The establishment's name.
    pub establishment_name: String,
    /// ISO 3166-2:MA code.
    pub region: String,
    /// Id or name of the town.
    pub town: String,
    /// Its trainees.
    pub trainees: i64,
    /// Those who have not entered yet.
    pub waiting: i64,
    /// Names of those who accompany it as a group.
    pub mentors: Vec<String>,
}

/// Somebody who enters by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffLine {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// As what, and where; nothing once their access has ended.
    pub grants: Vec<Grant>,
}

/// All groups, by establishment and code.
///
/// # Errors
/// What the database says.
pub async fn roll(db: &Db) -> Result<Vec<GroupLine>> {
    type Row = (Uuid, String, String, Uuid, String, String, String, i64, i64);
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        "select g.id, g.code, g.name, e.id, e.name, e.region, e.town,
           (select count(*) from person p where p.group_id = g.id),
           (select count(*) from person w where w.group_id = g.id and w.passphrase is null)
         from groups g join establishment e on e.id = g.establishment order by e.region, e.name, e.id, g.code"
    )?;
    let mentors: Vec<(Uuid, String)> = rows!(
        on,
        "select m.target, p.name from grants m join person p on p.id = m.person where m.role = 'mentor' and m.scope = 'group'
         order by p.folded, p.id"
    )?;
    let lines = found.into_iter().map(|(id, code, name, establishment, establishment_name, region, town, trainees, waiting)| GroupLine {
        mentors: mentors.iter().filter(|(group, _)| *group == id).map(|(_, name)| name.clone()).collect(),
        id: GroupId(id),
        code,
        name,
        establishment: EstablishmentId(establishment),
        establishment_name,
        region,
        town,
        trainees,
        waiting,
    });
    Ok(lines.collect())
}

/// All who enter by name, in the order of their names.
///
/// # Errors
/// What the database says.
pub async fn staff(db: &Db) -> Result<Vec<StaffLine>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String)> = rows!(on, "select id, name from person where group_id is null order by folded, id")?;
    let mut lines = Vec::with_capacity(found.len());
    for (person, name) in found {
        lines.push(StaffLine { person: PersonId(person), name, grants: grants(&mut on.link(), PersonId(person)).await? });
    }
    Ok(lines)
}

/// Ends somebody's access from the command line: sessions end, the card opens nothing, the passphrase is one that nobody knows, and what a mentor
/// or a member of the staff reached is theirs no more. A trainee keeps group and teams, so that the work keeps its people.
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn end_access(db: &Db, person: PersonId, secrets: &Secrets, now: Millis) -> Result<()> {
    let nobodys = secrets.hash(&super::new_draw()?).await?;
    let mut on = db.write().await?;
    let edition: Option<Uuid> =
        one!(on, "update person set passphrase = $2, code = null, code_used = 1 where id = $1 returning edition", person.0, nobodys)?;
    let edition = EditionId(edition.ok_or(StoreError::Absent)?);
    exec!(on, "delete from session where person = $1", person.0)?;
    exec!(on, "delete from grants where person = $1 and role in ('mentor', 'staff')", person.0)?;
    audit::note(&mut on.link(), edition, PersonId(Uuid::nil()), "end_access", person.0, now).await?;
    on.commit().await
}
