//! Groups in numbers, as the mentor who accompanies them reads them.

use crate::{Db, Result};
use shared::{
    Millis,
    ids::{GroupId, PersonId},
};
use std::collections::HashMap;
use uuid::Uuid;

/// A group in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupCounts {
    /// Its trainees.
    pub trainees: u32,
    /// Those whose card still waits.
    pub never: u32,
    /// Those who work with nobody: without a venture, or alone in it.
    pub no_team: u32,
    /// Those without a venture.
    pub no_venture: u32,
    /// Those who wrote on a board since the moment asked for.
    pub active: u32,
    /// Its ventures.
    pub ventures: u32,
    /// Threads of its ventures that wait for their mentor.
    pub waiting: u32,
}

/// The numbers of the groups a mentor accompanies; who wrote on a board after `since` is active.
///
/// # Errors
/// What the database says.
pub async fn counts_of_mentor(db: &Db, person: PersonId, since: Millis) -> Result<HashMap<GroupId, GroupCounts>> {
    let mut on = db.read().await?;
    let people: Vec<(Uuid, i64, i64, i64, i64, i64)> = rows!(
        on,
        concat!(
            "select p.group_id, count(*),
               cast(sum(case when p.passphrase is null then 1 else 0 end) as bigint),
               cast(sum(case when t.most is null or t.most < 2 then 1 else 0 end) as bigint),
               cast(sum(case when t.most is null then 1 else 0 end) as bigint),
               cast(sum(case when w.at >= $3 then 1 else 0 end) as bigint)
             from person p
             left join (select m.person, max(v.members) as most from member m join venture v on v.id = m.venture group by m.person) t
               on t.person = p.id
             left join last_work w on w.person = p.id
             where p.group_id in (",
            groups_in_scope!(),
            ") group by p.group_id"
        ),
        person.0,
        "mentor",
        since.0
    )?;
    let ventures: Vec<(Uuid, i64, i64)> = rows!(
        on,
        concat!(
            "select v.group_id, count(*),
               cast(coalesce(sum((select count(*) from thread t where t.venture = v.id and t.state in ('to_handle', 'to_check'))), 0) as bigint)
             from venture v where v.group_id in (",
            groups_in_scope!(),
            ") group by v.group_id"
        ),
        person.0,
        "mentor"
    )?;
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    let mut counts: HashMap<GroupId, GroupCounts> = HashMap::new();
    for (group, trainees, never, no_team, no_venture, active) in people {
        let counts = counts.entry(GroupId(group)).or_default();
        (counts.trainees, counts.never, counts.no_team) = (count(trainees), count(never), count(no_team));
        (counts.no_venture, counts.active) = (count(no_venture), count(active));
    }
    for (group, ventures, waiting) in ventures {
        let counts = counts.entry(GroupId(group)).or_default();
        (counts.ventures, counts.waiting) = (count(ventures), count(waiting));
    }
    Ok(counts)
}
