//! Groups and their trainees, as mentors see them.

use super::entry::as_printed;
use crate::{Db, Result};
use shared::{
    access::Locus,
    ids::{EditionId, EstablishmentId, GroupId, PersonId, VentureId},
};
use std::collections::HashMap;
use uuid::Uuid;

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupInfo {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Name.
    pub name: String,
    /// Where it stands.
    pub at: Locus,
}

/// A group in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupCounts {
    /// Its trainees.
    pub trainees: u32,
    /// Those who have chosen a passphrase.
    pub entered: u32,
    /// Its ventures.
    pub ventures: u32,
    /// Threads of its ventures that wait for their team.
    pub waiting: u32,
}

/// A trainee in the list of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraineeRow {
    /// Who.
    pub person: PersonId,
    /// Number in the group, as on the card.
    pub number: u32,
    /// Name.
    pub name: String,
    /// Has chosen a passphrase.
    pub entered: bool,
    /// Ventures whose team they belong to, oldest first.
    pub ventures: Vec<(VentureId, String)>,
}

type Row = (Uuid, String, String, Uuid, Uuid, String);

fn info((id, code, name, establishment, edition, region): Row) -> GroupInfo {
    let at =
        Locus { edition: EditionId(edition), region, establishment: EstablishmentId(establishment), group: GroupId(id), venture: None };
    GroupInfo { id: GroupId(id), code, name, at }
}

/// The groups a mentor accompanies, by code.
///
/// # Errors
/// What the database says.
pub async fn groups_of_mentor(db: &Db, person: PersonId) -> Result<Vec<GroupInfo>> {
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        concat!(
            "select g.id, g.code, g.name, g.establishment, e.edition, e.region from groups g join establishment e on e.id = g.establishment
             where g.id in (",
            groups_in_scope!(),
            ") order by g.code"
        ),
        person.0,
        "mentor"
    )?;
    Ok(found.into_iter().map(info).collect())
}

/// The numbers of the groups a mentor accompanies.
///
/// # Errors
/// What the database says.
pub async fn counts_of_mentor(db: &Db, person: PersonId) -> Result<HashMap<GroupId, GroupCounts>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, i64, i64, i64, i64)> = rows!(
        on,
        concat!(
            "select g.id,
               (select count(*) from person p where p.group_id = g.id),
               (select count(*) from person p where p.group_id = g.id and p.passphrase is not null),
               (select count(*) from venture v where v.group_id = g.id),
               (select cast(coalesce(sum(v.waiting), 0) as bigint) from venture v where v.group_id = g.id)
             from groups g where g.id in (",
            groups_in_scope!(),
            ")"
        ),
        person.0,
        "mentor"
    )?;
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    let counts = found.into_iter().map(|(id, trainees, entered, ventures, waiting)| {
        let counts = GroupCounts { trainees: count(trainees), entered: count(entered), ventures: count(ventures), waiting: count(waiting) };
        (GroupId(id), counts)
    });
    Ok(counts.collect())
}

/// All groups of an edition, by code.
///
/// # Errors
/// What the database says.
pub async fn groups_of_edition(db: &Db, edition: EditionId) -> Result<Vec<GroupInfo>> {
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        "select g.id, g.code, g.name, g.establishment, e.edition, e.region from groups g join establishment e on e.id = g.establishment
         where e.edition = $1 order by g.code",
        edition.0
    )?;
    Ok(found.into_iter().map(info).collect())
}

/// A group.
///
/// # Errors
/// What the database says.
pub async fn group(db: &Db, id: GroupId) -> Result<Option<GroupInfo>> {
    let mut on = db.read().await?;
    let found: Option<Row> = row!(
        on,
        "select g.id, g.code, g.name, g.establishment, e.edition, e.region from groups g join establishment e on e.id = g.establishment
         where g.id = $1",
        id.0
    )?;
    Ok(found.map(info))
}

/// The town in which a group's establishment stands: an id of the reference data's, else the name as it was typed.
///
/// # Errors
/// What the database says.
pub async fn town_of_group(db: &Db, id: GroupId) -> Result<Option<String>> {
    let mut on = db.read().await?;
    one!(on, "select e.town from groups g join establishment e on e.id = g.establishment where g.id = $1", id.0)
}

/// A group by the code on its cards; case and spaces do not matter.
///
/// # Errors
/// What the database says.
pub async fn group_by_code(db: &Db, code: &str) -> Result<Option<GroupInfo>> {
    let mut on = db.read().await?;
    let found: Option<Row> = row!(
        on,
        "select g.id, g.code, g.name, g.establishment, e.edition, e.region from groups g join establishment e on e.id = g.establishment
         where g.code = $1",
        as_printed(code)
    )?;
    Ok(found.map(info))
}

/// The trainees of a group, by number.
///
/// # Errors
/// What the database says.
pub async fn trainees(db: &Db, group: GroupId) -> Result<Vec<TraineeRow>> {
    let mut on = db.read().await?;
    let people: Vec<(Uuid, Option<i64>, String, i64)> = rows!(
        on,
        "select id, number, name, cast(case when passphrase is null then 0 else 1 end as bigint) from person where group_id = $1 order by number",
        group.0
    )?;
    let ventures: Vec<(Uuid, Uuid, String)> = rows!(
        on,
        "select m.person, v.id, v.name from member m join venture v on v.id = m.venture join person p on p.id = m.person
         where p.group_id = $1 order by m.joined, v.id",
        group.0
    )?;
    let mut by_person: HashMap<Uuid, Vec<(VentureId, String)>> = HashMap::new();
    for (person, venture, name) in ventures {
        by_person.entry(person).or_default().push((VentureId(venture), name));
    }
    let rows = people.into_iter().map(|(person, number, name, entered)| TraineeRow {
        person: PersonId(person),
        number: number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default(),
        name,
        entered: entered != 0,
        ventures: by_person.remove(&person).unwrap_or_default(),
    });
    Ok(rows.collect())
}
