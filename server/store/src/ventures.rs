//! Ventures and their teams. A venture's board has the venture's id and is made with it.

mod cards;
mod joining;
mod seers;
mod signed;
mod team;

pub(crate) use cards::gate;
pub use cards::{first_ventures, of_group, of_person, venture, wall_of_group};
pub use joining::{
    Left, OwnWish, Told, ask_to_join, decline_join, join_code, join_wishes, leave_team, move_teammate, new_join_code, remove_teammate,
    renew_join_code, take_back_wish, try_code, wishes_of,
};
pub use seers::seers;
pub use signed::{Signature, signature, signed};
pub use team::{add_teammate, free_trainees, with_room};

use crate::{Db, Result, StoreError, accounts::grant, sql::Link};
use shared::{
    Lang, Millis,
    access::{Allowed, CreateVenture, EditVenture, Grant, Locus, Role, Scope},
    accounts::folded,
    ids::{EditionId, EstablishmentId, GroupId, VentureId},
    ventures::VentureForm,
};
use uuid::Uuid;

/// Makes a venture in the permitted group with its maker as the first member, and its empty board. Doing it again changes nothing.
///
/// # Errors
/// [`StoreError::Taken`] when the id is another person's venture.
pub async fn create(db: &Db, permit: Allowed<CreateVenture>, id: VentureId, form: &VentureForm, lang: Lang, now: Millis) -> Result<()> {
    let (group, by) = (permit.deed().group, permit.by());
    let mut on = db.write().await?;
    let made = exec!(
        on,
        "insert into venture (id, edition, region, establishment, group_id, creator, name, folded, idea, theme, place, lang,
           gate, members, notes, open_threads, waiting, made, changed)
         select $1, e.edition, e.region, e.id, g.id, $2, $3, $4, $5, $6, $7, $8, 0, 1, 0, 0, 0, $9, $9
         from groups g join establishment e on e.id = g.establishment where g.id = $10
         on conflict (id) do nothing",
        id.0,
        by.0,
        form.name.trim(),
        folded(form.name.trim()),
        form.idea.trim(),
        &form.theme,
        &form.place,
        lang.code(),
        now.0,
        group.0
    )?;
    if made == 0 {
        let creator: Option<Uuid> = one!(on, "select creator from venture where id = $1", id.0)?;
        return match creator {
            Some(creator) if creator == by.0 => Ok(()),
            Some(_) => Err(StoreError::Taken),
            None => Err(StoreError::Absent),
        };
    }
    exec!(on, "insert into board (id, head, clients, followed, snapshot) values ($1, 0, 0, 0, 0)", id.0)?;
    exec!(on, "insert into member (venture, person, part, joined) values ($1, $2, '', $3)", id.0, by.0, now.0)?;
    grant(&mut on.link(), by, &Grant { role: Role::Trainee, scope: Scope::Venture(id) }).await?;
    on.commit().await
}

/// Changes name, idea, theme and place.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn edit(db: &Db, permit: Allowed<EditVenture<'_>>, form: &VentureForm, now: Millis) -> Result<()> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(
        on,
        "update venture set name = $2, folded = $3, idea = $4, theme = $5, place = $6, changed = $7 where id = $1",
        id.0,
        form.name.trim(),
        folded(form.name.trim()),
        form.idea.trim(),
        &form.theme,
        &form.place,
        now.0
    )?;
    on.commit().await
}

/// Where a venture stands in the programme.
///
/// # Errors
/// What the database says.
pub async fn locus(db: &Db, id: VentureId) -> Result<Option<Locus>> {
    let mut on = db.read().await?;
    let found: Option<(Uuid, String, Uuid, Uuid)> =
        row!(on, "select edition, region, establishment, group_id from venture where id = $1", id.0)?;
    Ok(found.map(|(edition, region, establishment, group)| Locus {
        edition: EditionId(edition),
        region,
        establishment: EstablishmentId(establishment),
        group: GroupId(group),
        venture: Some(id),
    }))
}

/// Notes that something of a venture changed; time never goes back.
pub(crate) async fn touch(on: &mut Link<'_>, id: VentureId, now: Millis) -> Result<()> {
    exec!(*on, "update venture set changed = $2 where id = $1 and changed < $2", id.0, now.0)?;
    Ok(())
}

/// Counts the venture's threads again.
pub(crate) async fn count_threads(on: &mut Link<'_>, id: VentureId) -> Result<()> {
    exec!(
        *on,
        "update venture set
           open_threads = (select count(*) from thread t where t.venture = $1 and t.state <> 'resolved'),
           waiting = (select count(*) from thread t where t.venture = $1 and t.state = 'waiting')
         where id = $1",
        id.0
    )?;
    Ok(())
}
