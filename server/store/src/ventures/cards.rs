//! Ventures as pages and lists show them.

use super::team::team;
use crate::{Db, Result, StoreError};
use shared::{
    Lang, Millis,
    access::Locus,
    demo::PlayDemo,
    ids::{EditionId, EstablishmentId, GroupId, PersonId, VentureId},
    ventures::{Gate, Venture, VentureCard},
};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Page {
    edition: Uuid,
    region: String,
    establishment: Uuid,
    group_id: Uuid,
    name: String,
    idea: String,
    theme: String,
    place: String,
    lang: String,
    gate: i64,
    made: i64,
}

/// A venture with its team.
///
/// # Errors
/// What the database says.
pub async fn venture(db: &Db, id: VentureId) -> Result<Option<Venture>> {
    let mut on = db.read().await?;
    let found: Option<Page> = row!(
        on,
        "select edition, region, establishment, group_id, name, idea, theme, place, lang, gate, made from venture where id = $1",
        id.0
    )?;
    let Some(page) = found else { return Ok(None) };
    let team = team(&mut on.link(), id).await?;
    Ok(Some(Venture {
        id,
        at: Locus {
            edition: EditionId(page.edition),
            region: page.region,
            establishment: EstablishmentId(page.establishment),
            group: GroupId(page.group_id),
            venture: Some(id),
        },
        name: page.name,
        idea: page.idea,
        theme: page.theme,
        place: page.place,
        lang: Lang::from_code(&page.lang).ok_or(StoreError::Unreadable("venture.lang"))?,
        gate: gate(page.gate)?,
        team,
        made: Millis(page.made),
    }))
}

type Card = (Uuid, String, String, String, i64, i64, i64);

fn card((id, name, idea, theme, at_gate, waiting, changed): Card) -> Result<VentureCard> {
    Ok(VentureCard {
        id: VentureId(id),
        name,
        idea,
        theme,
        gate: gate(at_gate)?,
        waiting: u32::try_from(waiting).unwrap_or_default(),
        changed: Millis(changed),
    })
}

/// Ventures whose team a person belongs to, last changed first.
///
/// # Errors
/// What the database says.
pub async fn of_person(db: &Db, person: PersonId) -> Result<Vec<VentureCard>> {
    let mut on = db.read().await?;
    let found: Vec<Card> = rows!(
        on,
        "select v.id, v.name, v.idea, v.theme, v.gate, v.waiting, v.changed from member m join venture v on v.id = m.venture
         where m.person = $1 order by v.changed desc, v.id",
        person.0
    )?;
    found.into_iter().map(card).collect()
}

/// Ventures of a group, by name.
///
/// # Errors
/// What the database says.
pub async fn of_group(db: &Db, group: GroupId) -> Result<Vec<VentureCard>> {
    let mut on = db.read().await?;
    let found: Vec<Card> =
        rows!(on, "select id, name, idea, theme, gate, waiting, changed from venture where group_id = $1 order by folded, id", group.0)?;
    found.into_iter().map(card).collect()
}

/// Ventures of a group, the oldest first: the order of its wall.
///
/// # Errors
/// What the database says.
pub async fn wall_of_group(db: &Db, group: GroupId) -> Result<Vec<VentureCard>> {
    let mut on = db.read().await?;
    let found: Vec<Card> =
        rows!(on, "select id, name, idea, theme, gate, waiting, changed from venture where group_id = $1 order by made, id", group.0)?;
    found.into_iter().map(card).collect()
}

/// The first ventures, those of invented editions before all others: their languages, and whether they are invented.
///
/// # Errors
/// What the database says.
pub async fn first_ventures(db: &Db, most: u32) -> Result<Vec<(VentureId, Lang, PlayDemo)>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, i64)> = rows!(
        on,
        "select v.id, v.lang, e.demo from venture v join edition e on e.id = v.edition order by e.demo desc, v.id limit $1",
        i64::from(most)
    )?;
    let told = found.into_iter().map(|(id, lang, demo)| {
        let lang = Lang::from_code(&lang).ok_or(StoreError::Unreadable("venture.lang"))?;
        Ok((VentureId(id), lang, PlayDemo { invented: demo != 0 }))
    });
    told.collect()
}

pub(crate) fn gate(number: i64) -> Result<Gate> {
    u8::try_from(number).ok().map(Gate).filter(|gate| Gate::ALL.contains(gate)).ok_or(StoreError::Unreadable("venture.gate"))
}
