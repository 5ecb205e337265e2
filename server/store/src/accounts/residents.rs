//! Who may stand behind the doors of a demonstration. It knows the rows; `shared::demo` says who it is.

use super::role_from;
use crate::{Db, Result};
use shared::{demo::Resident, ids::PersonId};
use uuid::Uuid;

/// Everybody of the invented editions, in the order in which they were made; nobody when this is no demonstration.
///
/// # Errors
/// What the database says.
pub async fn residents(db: &Db) -> Result<Vec<Resident>> {
    type Row = (Uuid, String, String, String, i64, i64, i64, i64);
    let mut on = db.read().await?;
    let found: Vec<Row> = rows!(
        on,
        "select p.id, p.name, r.role, r.region,
           (select count(*) from member m where m.person = p.id),
           (select cast(coalesce(sum(v.waiting), 0) as bigint) from member m join venture v on v.id = m.venture where m.person = p.id
             and v.id not in (select x.venture from venture_exit x where x.until is null)),
           (select count(*) from person entered where entered.id = p.id and entered.passphrase is not null),
           e.demo
         from person p join edition e on e.id = p.edition and e.demo = 1
         join (select person, min(case role when 'staff' then '0staff' when 'mentor' then '1mentor' else '2trainee' end) as role,
             max(region) as region from grants group by person) r
           on r.person = p.id
         order by p.id"
    )?;
    let count = |number: i64| u32::try_from(number).unwrap_or_default();
    let people = found.into_iter().map(|(person, name, role, region, ventures, waiting, entered, demo)| {
        Ok(Resident {
            person: PersonId(person),
            name,
            role: role_from(role.get(1..).unwrap_or_default())?,
            region,
            ventures: count(ventures),
            waiting: count(waiting),
            entered: entered != 0,
            invented: demo != 0,
        })
    });
    people.collect()
}
