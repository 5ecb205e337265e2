//! Mentors as the staff sees them: what each has in hand, giving a group one more, and taking one out.

use super::{Bound, count};
use crate::{
    Db, Result, StoreError,
    accounts::{grant, group},
    audit,
    sql::Link,
};
use shared::{
    Millis,
    access::{Actor, Allowed, AssignMentor, Grant, RemoveMentor, Role, Scope},
    ids::{GroupId, PersonId},
    portfolio::MentorLoad,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Mentors who accompany a group or an establishment in the scope of a member of the staff, or are free there, those with the fewest
/// trainees first.
///
/// # Errors
/// What the database says.
pub async fn mentor_loads(db: &Db, staff: &Actor, at: GroupId) -> Result<Vec<MentorLoad>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, i64, i64, i64, i64, i64)> = rows!(
        on,
        concat!(
            "select p.id, p.name,
               (select count(*) from grants lg where lg.person = p.id and lg.role = 'mentor' and lg.scope = 'group'),
               (select count(*) from person lt join grants lg on lg.target = lt.group_id
                where lg.person = p.id and lg.role = 'mentor' and lg.scope = 'group'),
               (select count(*) from venture lv join grants lg on lg.target = lv.group_id
                where lg.person = p.id and lg.role = 'mentor' and lg.scope = 'group'),
               (select count(*) from thread lh join venture lv on lv.id = lh.venture join grants lg on lg.target = lv.group_id
                where lg.person = p.id and lg.role = 'mentor' and lg.scope = 'group' and lh.state in ('to_handle', 'to_check')),
               (select count(*) from grants lg where lg.person = p.id and lg.role = 'mentor' and lg.scope = 'group' and lg.target = $4)
             from person p where p.edition = $3 and p.id in (
               select m.person from grants m where m.role = 'mentor' and (
                 (m.scope = 'group' and m.target in (",
            groups_in_scope!(),
            ")) or (m.scope in ('establishment', 'free') and m.target in (select mg.establishment from groups mg where mg.id in (",
            groups_in_scope!(),
            "))))) order by 4, p.folded, p.id"
        ),
        staff.person.0,
        "staff",
        staff.edition.0,
        at.0
    )?;
    let loads = found.into_iter().map(|(id, name, groups, trainees, ventures, to_handle, here)| MentorLoad {
        id: PersonId(id),
        name,
        groups: count(groups),
        trainees: count(trainees),
        ventures: count(ventures),
        to_handle: count(to_handle),
        here: here > 0,
    });
    Ok(loads.collect())
}

/// A group, its establishment and region, and how many of its ventures match.
type Counted = (Uuid, Uuid, String, i64);

/// How many of the ventures that match each mentor accompanies, by name. The ventures are counted by group first, so that no venture is held
/// against every grant.
pub(super) async fn by_mentor(on: &mut Link<'_>, b: &Bound) -> Result<Vec<(PersonId, String, u32)>> {
    let groups: Vec<Counted> = over!(
        rows,
        *on,
        b,
        concat!("select v.group_id, v.establishment, v.region, count(*) ", matching!(), " group by v.group_id, v.establishment, v.region")
    )?;
    let mentors: Vec<(Uuid, String, String, String, Uuid)> = rows!(
        *on,
        "select p.id, p.name, m.scope, m.region, m.target from grants m join person p on p.id = m.person
         where m.role = 'mentor' and p.edition = $1 order by p.folded, p.id",
        b.edition
    )?;
    let mut order = Vec::new();
    let mut reached: HashMap<Uuid, HashSet<usize>> = HashMap::new();
    let all = |test: &dyn Fn(&Counted) -> bool| -> Vec<usize> {
        groups.iter().enumerate().filter(|(_, group)| test(group)).map(|(at, _)| at).collect()
    };
    let mut of_group: HashMap<Uuid, usize> = HashMap::new();
    for (at, (group, ..)) in groups.iter().enumerate() {
        of_group.insert(*group, at);
    }
    for (person, name, scope, region, target) in mentors {
        let places = match scope.as_str() {
            "group" => of_group.get(&target).copied().into_iter().collect(),
            "establishment" => all(&|(_, establishment, ..)| *establishment == target),
            "region" => all(&|(_, _, at, _)| *at == region),
            "edition" => all(&|_| target == b.edition),
            _ => Vec::new(),
        };
        if places.is_empty() {
            continue;
        }
        if !reached.contains_key(&person) {
            order.push((person, name));
        }
        reached.entry(person).or_default().extend(places);
    }
    let counted = order.into_iter().map(|(person, name)| {
        let ventures: i64 = reached.get(&person).into_iter().flatten().map(|at| groups[*at].3).sum();
        (PersonId(person), name, count(ventures))
    });
    Ok(counted.collect())
}

/// Gives the permitted group a mentor, who must be one already. Doing it again changes nothing.
///
/// # Errors
/// [`StoreError::Absent`] when the person is no mentor of the edition or the group is not there.
pub async fn assign_mentor(db: &Db, permit: Allowed<AssignMentor<'_>>, mentor: PersonId, now: Millis) -> Result<()> {
    let at = permit.deed().at;
    let group = group(db, at.group).await?.ok_or(StoreError::Absent)?;
    let mut on = db.write().await?;
    let known: Option<i64> = one!(
        on,
        "select count(*) from grants g join person p on p.id = g.person where p.id = $1 and p.edition = $2 and g.role = 'mentor'",
        mentor.0,
        group.at.edition.0
    )?;
    if known.unwrap_or_default() == 0 {
        return Err(StoreError::Absent);
    }
    let there: Option<i64> = one!(
        on,
        "select count(*) from grants where person = $1 and role = 'mentor' and scope = 'group' and target = $2",
        mentor.0,
        group.id.0
    )?;
    if there.unwrap_or_default() > 0 {
        return Ok(());
    }
    grant(&mut on.link(), mentor, &Grant { role: Role::Mentor, scope: Scope::Group(group.id) }).await?;
    exec!(on, "delete from grants where person = $1 and role = 'mentor' and scope = 'free'", mentor.0)?;
    audit::note(&mut on.link(), group.at.edition, permit.by(), "assign_mentor", group.id.0, now).await?;
    on.commit().await
}

/// Takes a mentor out of the permitted group; false when they did not accompany it. Who has no other group is free for one: still a mentor.
/// Whoever signs a gate of the group at this moment comes before it or after it.
///
/// # Errors
/// [`StoreError::Absent`] when the group is not there.
pub async fn remove_mentor(db: &Db, permit: Allowed<RemoveMentor<'_>>, mentor: PersonId, now: Millis) -> Result<bool> {
    let at = permit.deed().at;
    let group = group(db, at.group).await?.ok_or(StoreError::Absent)?;
    let mut on = db.write().await?;
    exec!(on, "update venture set gate = gate where group_id = $1", group.id.0)?;
    let gone =
        exec!(on, "delete from grants where person = $1 and role = 'mentor' and scope = 'group' and target = $2", mentor.0, group.id.0)?;
    if gone == 0 {
        return Ok(false);
    }
    let left: Option<i64> = one!(on, "select count(*) from grants where person = $1 and role = 'mentor'", mentor.0)?;
    if left.unwrap_or_default() == 0 {
        grant(&mut on.link(), mentor, &Grant { role: Role::Mentor, scope: Scope::Free(group.at.establishment) }).await?;
    }
    audit::note(&mut on.link(), group.at.edition, permit.by(), "remove_mentor", group.id.0, now).await?;
    on.commit().await?;
    Ok(true)
}
