//! Groups and their trainees, as mentors see them.

use super::entry::as_printed;
use crate::{Db, Result};
use shared::{
    Millis,
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
    /// Most members of a team they belong to, themselves counted.
    pub mates: u32,
    /// When they last wrote on a board.
    pub worked: Option<Millis>,
}

type Row = (Uuid, String, String, Uuid, Uuid, String);

type PersonRow = (Uuid, Option<i64>, String, i64, Option<i64>);

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
    let people: Vec<PersonRow> = rows!(
        on,
        "select p.id, p.number, p.name, cast(case when p.passphrase is null then 0 else 1 end as bigint), w.at
         from person p left join last_work w on w.person = p.id where p.group_id = $1 order by p.number",
        group.0
    )?;
    let ventures: Vec<(Uuid, Uuid, String, i64)> = rows!(
        on,
        "select m.person, v.id, v.name, v.members from member m join venture v on v.id = m.venture join person p on p.id = m.person
         where p.group_id = $1 order by m.joined, v.id",
        group.0
    )?;
    let mut by_person: HashMap<Uuid, Vec<(VentureId, String)>> = HashMap::new();
    let mut mates: HashMap<Uuid, u32> = HashMap::new();
    for (person, venture, name, members) in ventures {
        by_person.entry(person).or_default().push((VentureId(venture), name));
        let most = mates.entry(person).or_default();
        *most = (*most).max(u32::try_from(members).unwrap_or_default());
    }
    let rows = people.into_iter().map(|(person, number, name, entered, worked)| TraineeRow {
        person: PersonId(person),
        number: number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default(),
        name,
        entered: entered != 0,
        ventures: by_person.remove(&person).unwrap_or_default(),
        mates: mates.get(&person).copied().unwrap_or_default(),
        worked: worked.map(Millis),
    });
    Ok(rows.collect())
}
