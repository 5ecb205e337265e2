//! What people are called: read with where they stand, and corrected. A correction is audited, and takes no right from anybody.

use super::{groups_of_mentor, person_locus, sessions::grants};
use crate::{Db, Result, StoreError, audit};
use shared::{
    Millis,
    access::{Allowed, CorrectName, Locus, Role},
    accounts::{folded, person_name},
    ids::{EditionId, PersonId},
};
use uuid::Uuid;

/// Somebody with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// Code of the group and number in it, for a trainee.
    pub card: Option<(String, u32)>,
    /// As what they are known.
    pub role: Role,
    /// Where they stand: a trainee's group, the groups of a mentor.
    pub places: Vec<Locus>,
}

/// A person's name and where they stand.
///
/// # Errors
/// What the database says.
pub async fn named(db: &Db, person: PersonId) -> Result<Option<Named>> {
    let mut on = db.read().await?;
    let found: Option<(String, Option<String>, Option<i64>)> =
        row!(on, "select p.name, g.code, p.number from person p left join groups g on g.id = p.group_id where p.id = $1", person.0)?;
    let Some((name, code, number)) = found else { return Ok(None) };
    let held = grants(&mut on.link(), person).await?;
    drop(on);
    let has = |role| held.iter().any(|grant| grant.role == role);
    let card = code.zip(number.and_then(|number| u32::try_from(number).ok()));
    let (role, places) = if card.is_some() {
        (Role::Trainee, person_locus(db, person).await?.into_iter().collect())
    } else if has(Role::Staff) {
        (Role::Staff, Vec::new())
    } else {
        (Role::Mentor, groups_of_mentor(db, person).await?.into_iter().map(|group| group.at).collect())
    };
    Ok(Some(Named { person, name, card, role, places }))
}

/// Corrects a name. Who has no card enters by it from now on.
///
/// # Errors
/// [`StoreError::Unreadable`] for what is no name, [`StoreError::Taken`] when somebody else enters by it, [`StoreError::Absent`] for a person
/// who is not there.
pub async fn correct_name(db: &Db, permit: Allowed<CorrectName<'_>>, name: &str, now: Millis) -> Result<()> {
    rename(db, permit.deed().person, name, permit.by(), now).await
}

/// Corrects anybody's name from the command line, which needs no permit but the database itself. Audited like [`correct_name`].
///
/// # Errors
/// As [`correct_name`].
pub async fn set_name(db: &Db, person: PersonId, name: &str, now: Millis) -> Result<()> {
    rename(db, person, name, PersonId(Uuid::nil()), now).await
}

async fn rename(db: &Db, person: PersonId, name: &str, by: PersonId, now: Millis) -> Result<()> {
    let name = person_name(name).map_err(|_| StoreError::Unreadable("person.name"))?;
    let mut on = db.write().await?;
    let edition: Option<Uuid> =
        one!(on, "update person set name = $2, folded = $3 where id = $1 returning edition", person.0, &name, folded(&name))?;
    let edition = EditionId(edition.ok_or(StoreError::Absent)?);
    audit::note(&mut on.link(), edition, by, "correct_name", person.0, now).await?;
    on.commit().await
}
