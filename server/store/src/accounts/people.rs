//! Making editions, establishments, groups and people: for the command line, imports and the seed.

use super::{
    entry::as_printed,
    sessions::{grant, role_from},
};
use crate::{Db, Result, StoreError, new_id, secrets::Secrets, sql::Link};
use shared::{
    Lang, Millis,
    access::{Grant, Locus, Role, Scope},
    accounts::{EditionName, OneTimeCode, folded, person_name},
    ids::{EditionId, EstablishmentId, GroupId, PersonId},
    starting::plain,
};
use uuid::Uuid;

/// A mentor or a member of the staff to be.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// Name; with its folded form taken once among those who have no card.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Where; one grant each.
    pub scopes: Vec<Scope>,
    /// Edition.
    pub edition: EditionId,
    /// Language of the interface.
    pub lang: Lang,
}

/// A trainee to be.
#[derive(Clone, Debug)]
pub struct NewTrainee {
    /// Group.
    pub group: GroupId,
    /// Number in the group, as on the card.
    pub number: u32,
    /// First name.
    pub first: String,
    /// Family name; may be empty.
    pub last: String,
    /// Language of the interface.
    pub lang: Lang,
}

/// Makes an edition; a mere text is its one name.
///
/// # Errors
/// What the database says.
pub async fn create_edition(db: &Db, name: impl Into<EditionName>, now: Millis) -> Result<EditionId> {
    let (id, name) = (new_id(), name.into());
    let mut on = db.write().await?;
    exec!(on, "insert into edition (id, name, name_ar, demo, made) values ($1, $2, $3, 0, $4)", id, name.name(), name.arabic(), now.0)?;
    on.commit().await?;
    Ok(EditionId(id))
}

/// All editions, oldest first.
///
/// # Errors
/// What the database says.
pub async fn editions(db: &Db) -> Result<Vec<(EditionId, EditionName)>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, Option<String>)> = rows!(on, "select id, name, name_ar from edition order by made, id")?;
    Ok(found.into_iter().map(|(id, name, arabic)| (EditionId(id), EditionName::new(&name, arabic.as_deref()))).collect())
}

/// Makes an establishment. `region` is an ISO 3166-2:MA code, `town` the id or name of a town.
///
/// # Errors
/// [`StoreError::Absent`] when there is no such edition.
pub async fn create_establishment(db: &Db, edition: EditionId, region: &str, town: &str, name: &str) -> Result<EstablishmentId> {
    let id = new_id();
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into establishment (id, edition, region, town, name) values ($1, $2, $3, $4, $5)",
        id,
        edition.0,
        region,
        town,
        name
    )?;
    on.commit().await?;
    Ok(EstablishmentId(id))
}

/// The establishment of this name in a town, if there is one.
///
/// # Errors
/// What the database says.
pub async fn establishment_named(db: &Db, edition: EditionId, region: &str, town: &str, name: &str) -> Result<Option<EstablishmentId>> {
    let mut on = db.read().await?;
    let found: Option<Uuid> = one!(
        on,
        "select id from establishment where edition = $1 and region = $2 and town = $3 and name = $4 order by id limit 1",
        edition.0,
        region,
        town,
        name
    )?;
    Ok(found.map(EstablishmentId))
}

/// Makes a group; its code is kept in capitals.
///
/// # Errors
/// [`StoreError::Taken`] when another group has the code, [`StoreError::Absent`] when there is no such establishment.
pub async fn create_group(db: &Db, establishment: EstablishmentId, code: &str, name: &str) -> Result<GroupId> {
    let id = new_id();
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into groups (id, establishment, code, name) values ($1, $2, $3, $4)",
        id,
        establishment.0,
        as_printed(code),
        name.trim()
    )?;
    on.commit().await?;
    Ok(GroupId(id))
}

/// Makes a mentor or a member of the staff, who enters by name with this passphrase. For a printed code instead, call
/// [`super::give_code`] afterwards.
///
/// # Errors
/// [`StoreError::Taken`] when the name is.
pub async fn create_staff(db: &Db, new: NewStaff, passphrase: &str, secrets: &Secrets, now: Millis) -> Result<PersonId> {
    let name = person_name(&new.name).map_err(|_| StoreError::Unreadable("person.name"))?;
    let hash = secrets.hash(passphrase).await?;
    let person = PersonId(new_id());
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into person (id, edition, name, folded, lang, passphrase, code_used, made) values ($1, $2, $3, $4, $5, $6, 1, $7)",
        person.0,
        new.edition.0,
        &name,
        folded(&name),
        new.lang.code(),
        hash,
        now.0
    )?;
    for scope in new.scopes {
        grant(&mut on.link(), person, &Grant { role: new.role, scope }).await?;
    }
    on.commit().await?;
    Ok(person)
}

/// Makes a trainee, who belongs to the group and enters with the code, if one is given yet.
///
/// # Errors
/// [`StoreError::Taken`] when the number is, [`StoreError::Absent`] when there is no such group.
pub async fn create_trainee(db: &Db, new: NewTrainee, code: Option<&OneTimeCode>, secrets: &Secrets, now: Millis) -> Result<PersonId> {
    let hash = match code {
        Some(code) => Some(secrets.hash(code.as_str()).await?),
        None => None,
    };
    let mut on = db.write().await?;
    let person = insert_trainee(&mut on.link(), new, hash, now).await?;
    on.commit().await?;
    Ok(person)
}

/// Makes all of these trainees or none of them.
///
/// # Errors
/// As [`create_trainee`].
pub async fn create_trainees(db: &Db, new: Vec<(NewTrainee, OneTimeCode)>, secrets: &Secrets, now: Millis) -> Result<()> {
    let hashed = secrets.hash_all(new).await?;
    let mut on = db.write().await?;
    for (trainee, hash) in hashed {
        insert_trainee(&mut on.link(), trainee, Some(hash), now).await?;
    }
    on.commit().await
}

pub(super) async fn insert_trainee(on: &mut Link<'_>, new: NewTrainee, hash: Option<String>, now: Millis) -> Result<PersonId> {
    let person = PersonId(new_id());
    let name = plain(&format!("{} {}", new.first, new.last));
    let edition: Option<Uuid> =
        one!(*on, "select e.edition from groups g join establishment e on e.id = g.establishment where g.id = $1", new.group.0)?;
    exec!(
        *on,
        "insert into person (id, edition, group_id, number, name, folded, lang, code, code_used, made) values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9)",
        person.0,
        edition.ok_or(StoreError::Absent)?,
        new.group.0,
        i64::from(new.number),
        &name,
        folded(&name),
        new.lang.code(),
        hash,
        now.0
    )?;
    grant(on, person, &Grant { role: Role::Trainee, scope: Scope::Group(new.group) }).await?;
    Ok(person)
}

/// Adds a role within a scope; nothing when it is there.
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn add_grant(db: &Db, person: PersonId, new: &Grant) -> Result<()> {
    let mut on = db.write().await?;
    grant(&mut on.link(), person, new).await?;
    on.commit().await
}

/// Sets a passphrase from the command line or the seed; all sessions end.
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn set_secret(db: &Db, person: PersonId, passphrase: &str, secrets: &Secrets) -> Result<()> {
    let hash = secrets.hash(passphrase).await?;
    let mut on = db.write().await?;
    if exec!(on, "update person set passphrase = $2, code_used = 1 where id = $1", person.0, hash)? == 0 {
        return Err(StoreError::Absent);
    }
    exec!(on, "delete from session where person = $1", person.0)?;
    on.commit().await
}

/// Keeps the language a person chose.
///
/// # Errors
/// What the database says.
pub async fn set_lang(db: &Db, person: PersonId, lang: Lang) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "update person set lang = $2 where id = $1", person.0, lang.code())?;
    on.commit().await
}

/// Where a trainee's group stands; nothing for people without a group.
///
/// # Errors
/// What the database says.
pub async fn person_locus(db: &Db, person: PersonId) -> Result<Option<Locus>> {
    let mut on = db.read().await?;
    let group: Option<Option<Uuid>> = one!(on, "select group_id from person where id = $1", person.0)?;
    drop(on);
    match group.flatten() {
        Some(group) => Ok(super::group(db, GroupId(group)).await?.map(|group| group.at)),
        None => Ok(None),
    }
}

/// People whose folded name is this one.
///
/// # Errors
/// What the database says.
pub async fn people_named(db: &Db, name: &str) -> Result<Vec<PersonId>> {
    let mut on = db.read().await?;
    let found: Vec<Uuid> = column!(on, "select id from person where folded = $1 order by id", folded(name.trim()))?;
    Ok(found.into_iter().map(PersonId).collect())
}

/// Somebody to enter as in a demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Code of the group and number in it, for a trainee.
    pub card: Option<(String, u32)>,
    /// A venture of theirs, for a trainee.
    pub venture: Option<String>,
}

/// Everybody of a demo, staff first, then mentors, then trainees by card; nobody when this is no demo.
///
/// # Errors
/// What the database says.
pub async fn demo_people(db: &Db) -> Result<Vec<DemoPerson>> {
    type Row = (Uuid, String, String, Option<String>, Option<i64>, Option<String>);
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        "select p.id, p.name, r.role, g.code, p.number,
           (select v.name from member m join venture v on v.id = m.venture where m.person = p.id order by m.joined, v.id limit 1)
         from person p join edition e on e.id = p.edition and e.demo = 1
         join (select person, min(case role when 'staff' then '0staff' when 'mentor' then '1mentor' else '2trainee' end) as role from grants group by person) r
           on r.person = p.id
         left join groups g on g.id = p.group_id order by r.role, g.code, p.number, p.folded"
    )?;
    let people = found.into_iter().map(|(person, name, role, code, number, venture)| {
        let card = code.zip(number.and_then(|number| u32::try_from(number).ok()));
        Ok(DemoPerson { person: PersonId(person), name, role: role_from(role.get(1..).unwrap_or_default())?, card, venture })
    });
    people.collect()
}

/// Are the people of this database invented, with passphrases that everybody may know.
///
/// # Errors
/// What the database says.
pub async fn is_demo(db: &Db) -> Result<bool> {
    let mut on = db.read().await?;
    let found: Option<i64> = one!(on, "select count(*) from edition where demo = 1")?;
    Ok(found.unwrap_or_default() > 0)
}

/// Marks all editions of this database as invented.
///
/// # Errors
/// What the database says.
pub async fn set_demo(db: &Db) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "update edition set demo = 1")?;
    on.commit().await
}
