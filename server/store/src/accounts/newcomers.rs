//! Trainees on their first day in a demonstration: each visit gets one of its own, in a group that is kept for them. It makes nobody where people
//! are real.

use super::{
    people::insert_trainee,
    sessions::{grant, insert_session},
};
use crate::{Db, Result, StoreError, new_id, sql::Link};
use shared::{
    Lang, Millis,
    access::{Grant, Role, Scope},
    ids::{GroupId, PersonId},
};
use uuid::Uuid;

/// Who has come no further than the first page for so long is given to the next visit.
const IDLE: i64 = 60 * 60_000;

/// The group of the newcomers.
#[derive(Clone, Copy, Debug)]
pub struct NewcomersGroup<'a> {
    /// As printed on cards.
    pub code: &'a str,
    /// Name.
    pub name: &'a str,
    /// Who accompanies it, so that the mentor's door shows what a newcomer made.
    pub mentor: Option<PersonId>,
}

/// A session as a trainee on the first day: nothing made, no passphrase, no venture. `name` is what the n-th of them is called. Nothing where there
/// is no demonstration.
///
/// # Errors
/// What the database says.
pub async fn newcomer(
    db: &Db,
    group: NewcomersGroup<'_>,
    name: impl Fn(usize) -> (&'static str, &'static str),
    lang: Lang,
    now: Millis,
) -> Result<Option<String>> {
    let mut on = db.write().await?;
    let Some(id) = home(&mut on.link(), group).await? else { return Ok(None) };
    // Two visits at once wait here for each other.
    exec!(on, "update groups set name = name where id = $1", id.0)?;
    let idle: Option<Uuid> = one!(
        on,
        "select p.id from person p where p.group_id = $1 and p.passphrase is null
           and not exists (select 1 from member m where m.person = p.id) and not exists (select 1 from join_wish w where w.person = p.id)
           and not exists (select 1 from self_check c where c.person = p.id)
           and not exists (select 1 from session s where s.person = p.id and s.seen > $2)
         order by p.number limit 1",
        id.0,
        now.0 - IDLE
    )?;
    let person = match idle {
        Some(person) => {
            exec!(on, "delete from session where person = $1", person)?;
            exec!(on, "update person set lang = $2 where id = $1", person, lang.code())?;
            PersonId(person)
        }
        None => {
            let last: Option<i64> = one!(on, "select coalesce(max(number), 0) from person where group_id = $1", id.0)?;
            let number = u32::try_from(last.unwrap_or_default() + 1).map_err(|_| StoreError::Unreadable("person.number"))?;
            let (first, last) = name(number as usize);
            let new = super::NewTrainee { group: id, number, first: first.to_owned(), last: last.to_owned(), lang };
            insert_trainee(&mut on.link(), new, None, now).await?
        }
    };
    let token = insert_session(&mut on.link(), person, now).await?;
    on.commit().await?;
    Ok(Some(token))
}

/// The group, made beside the oldest one of the demonstration when it is not there.
async fn home(on: &mut Link<'_>, group: NewcomersGroup<'_>) -> Result<Option<GroupId>> {
    let there: Option<Uuid> = one!(
        *on,
        "select g.id from groups g join establishment e on e.id = g.establishment join edition d on d.id = e.edition
         where g.code = $1 and d.demo = 1",
        group.code
    )?;
    if let Some(id) = there {
        return Ok(Some(GroupId(id)));
    }
    let beside: Option<Uuid> = one!(
        *on,
        "select e.id from groups g join establishment e on e.id = g.establishment join edition d on d.id = e.edition
         where d.demo = 1 order by g.id limit 1"
    )?;
    let Some(establishment) = beside else { return Ok(None) };
    let id = new_id();
    exec!(*on, "insert into groups (id, establishment, code, name) values ($1, $2, $3, $4)", id, establishment, group.code, group.name)?;
    if let Some(mentor) = group.mentor {
        grant(on, mentor, &Grant { role: Role::Mentor, scope: Scope::Group(GroupId(id)) }).await?;
    }
    Ok(Some(GroupId(id)))
}
