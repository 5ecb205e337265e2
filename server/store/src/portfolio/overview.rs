//! The groups that need the staff first: without a mentor, waiting too long, silent.

use super::{count, mentors_on};
use crate::{Db, Result};
use shared::{
    Millis,
    access::Actor,
    ids::GroupId,
    portfolio::{GroupNeed, OrphanGroup, Overview, PAGE_ROWS, Patience, SHOWN, SilentGroup, WaitingGroup},
};
use uuid::Uuid;

/// What needs a member of the staff, within their scope: the first groups of each need.
///
/// # Errors
/// What the database says.
pub async fn overview(db: &Db, staff: &Actor, now: Millis) -> Result<Overview> {
    within(db, staff, now, |_| (0, SHOWN as usize)).await
}

/// A page of the groups with one need, from 1; those of [`overview`] and the rest, [`PAGE_ROWS`] at once.
///
/// # Errors
/// What the database says.
pub async fn needy_groups(db: &Db, staff: &Actor, need: GroupNeed, page: u32, now: Millis) -> Result<Overview> {
    let from = page.saturating_sub(1).saturating_mul(PAGE_ROWS) as usize;
    within(db, staff, now, |of| if of == need { (from, PAGE_ROWS as usize) } else { (0, 0) }).await
}

/// All groups are counted, and of each need so many told: how many are passed over, how many follow.
async fn within(db: &Db, staff: &Actor, now: Millis, window: impl Fn(GroupNeed) -> (usize, usize)) -> Result<Overview> {
    let (person, edition) = (staff.person.0, staff.edition.0);
    let [(orphans_from, orphans_most), (waiting_from, waiting_most), (silent_from, silent_most)] = GroupNeed::ALL.map(window);
    let mut on = db.read().await?;
    let mut on = on.link();
    let orphans: Vec<(Uuid, String, String, i64, i64)> = rows!(
        on,
        concat!(
            "select g.id, g.code, g.name, (select count(*) from venture v where v.group_id = g.id),
               (select count(*) from person p where p.group_id = g.id)
             from groups g join establishment e on e.id = g.establishment where e.edition = $3 and g.id in (",
            groups_in_scope!(),
            ") and ",
            accompanied_by_nobody!("g.id", "e.id", "e.region", "e.edition"),
            " order by 4 desc, 5 desc, g.code"
        ),
        person,
        "staff",
        edition
    )?;
    let orphans: Vec<_> = orphans.into_iter().filter(|(.., ventures, trainees)| ventures + trainees > 0).collect();
    let waiting: Vec<(Uuid, String, i64, i64, i64)> = rows!(
        on,
        concat!(
            "select v.group_id, g.code, sum(case when t.state = 'waiting' then 0 else 1 end), sum(case when t.state = 'waiting' then 1 else 0 end),
               min(t.since)
             from thread t join venture v on v.id = t.venture join groups g on g.id = v.group_id
             where t.state in ('to_handle', 'waiting', 'to_check') and t.since < $4 and v.edition = $3 and v.id in (",
            ventures_in_scope!(),
            ") group by v.group_id, g.code order by 5, g.code"
        ),
        person,
        "staff",
        edition,
        Patience::at(now).waiting.0
    )?;
    let silent: Vec<(Uuid, String, String, i64)> = rows!(
        on,
        concat!(
            "select g.id, g.code, g.name, (select count(*) from person p where p.group_id = g.id)
             from groups g join establishment e on e.id = g.establishment where e.edition = $3 and g.id in (",
            groups_in_scope!(),
            ") and exists (select 1 from person p where p.group_id = g.id)
               and not exists (select 1 from person p where p.group_id = g.id and p.passphrase is not null)
             order by 4 desc, g.code"
        ),
        person,
        "staff",
        edition
    )?;
    let number = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
    let mut told = Overview {
        orphan_groups: number(orphans.len()),
        waiting_groups: number(waiting.len()),
        silent_groups: number(silent.len()),
        ..Overview::default()
    };
    told.orphans = orphans
        .into_iter()
        .skip(orphans_from)
        .take(orphans_most)
        .map(|(id, code, name, ventures, trainees)| OrphanGroup {
            id: GroupId(id),
            code,
            name,
            ventures: count(ventures),
            trainees: count(trainees),
        })
        .collect();
    for (id, code, mentors_turn, teams_turn, since) in waiting.into_iter().skip(waiting_from).take(waiting_most) {
        told.waiting.push(WaitingGroup {
            id: GroupId(id),
            code,
            mentors_turn: count(mentors_turn),
            teams_turn: count(teams_turn),
            since: Millis(since),
            mentors: mentors_on(&mut on, id).await?,
        });
    }
    for (id, code, name, trainees) in silent.into_iter().skip(silent_from).take(silent_most) {
        let mentors = mentors_on(&mut on, id).await?;
        told.silent.push(SilentGroup { id: GroupId(id), code, name, trainees: count(trainees), mentors });
    }
    Ok(told)
}
