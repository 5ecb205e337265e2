//! The portfolio: rows of ventures in a person's scope, with counts that follow the filter. It never opens a board.

#[macro_use]
mod need;

use crate::{Db, Result, StoreError, sql::Link, ventures::gate};
use shared::{
    Lang, Millis,
    access::{Actor, Role},
    accounts::folded,
    exits::{Exit, Standing},
    ids::{GroupId, VentureId},
    portfolio::{Filter, Order, PAGE_ROWS, Page, Patience, Row, SortBy},
    reference,
};
use std::collections::HashMap;
use uuid::Uuid;

/// How a venture `v` stands: going on, or its way aside.
macro_rules! standing {
    () => {
        "coalesce((select wx.kind from venture_exit wx where wx.venture = v.id and wx.until is null), 'under_way')"
    };
}

/// Of which ventures: `$1` person, `$2` role, `$3` edition, `$4` region, `$5` group, `$6` gate, `$7` theme, `$8` part of the name, `$9` need,
/// `$10` and `$11` the instants of `Patience`, `$12` going on or a way aside, `$13` a mentor, `$14` the gates after which the
/// staff signs. A parameter that is null filters nothing.
macro_rules! matching {
    () => {
        concat!("from venture v where ", in_filter!())
    };
    (groups) => {
        concat!("from venture v join groups g on g.id = v.group_id where ", in_filter!())
    };
}

/// Ids of the groups that the mentor `$13` accompanies.
macro_rules! groups_of_mentor {
    () => {
        "select xg.id from grants xm join establishment xe
           on (xm.scope = 'region' and xe.region = xm.region)
           or (xm.scope = 'establishment' and xe.id = xm.target)
           or (xm.scope = 'edition' and xe.edition = xm.target)
         join groups xg on xg.establishment = xe.id
         where xm.person = $13 and xm.role = 'mentor'
         union select xt.target from grants xt where xt.person = $13 and xt.role = 'mentor' and xt.scope = 'group'"
    };
}

/// That a venture `v` is one of them.
macro_rules! in_filter {
    () => {
        concat!(
            "v.edition = $3 and (v.group_id in (",
            groups_in_scope!(),
            ") or v.id in (select sw.target from grants sw where sw.person = $1 and sw.role = $2 and sw.scope = 'venture'))
             and ($4 is null or v.region = $4) and ($5 is null or v.group_id = $5) and ($6 is null or v.gate = $6)
             and ($7 is null or v.theme = $7) and ($8 is null or v.folded like $8 escape '!')
             and ($13 is null or v.group_id in (",
            groups_of_mentor!(),
            "))
             and ($9 is null or ($9 = 'signature' and ",
            needs!(signature),
            ") or ($9 = 'mentor' and ",
            needs!(mentor),
            ") or ($9 = 'mentors_turn' and ",
            needs!(mentors_turn),
            ") or ($9 = 'teams_turn' and ",
            needs!(teams_turn),
            ") or ($9 = 'stuck' and ",
            needs!(stuck),
            ")) and ($12 is null or ",
            standing!(),
            " = $12)"
        )
    };
}

/// Values of the parameters; each list of counts leaves its own out.
#[derive(Clone)]
struct Bound {
    person: Uuid,
    edition: Uuid,
    region: Option<String>,
    group: Option<Uuid>,
    gate: Option<i64>,
    theme: Option<String>,
    name: Option<String>,
    need: Option<&'static str>,
    patience: Patience,
    standing: Option<&'static str>,
    mentor: Option<Uuid>,
    signs: i64,
}

impl Bound {
    fn new(staff: &Actor, filter: &Filter, now: Millis) -> Self {
        Self {
            person: staff.person.0,
            edition: staff.edition.0,
            region: filter.region.clone(),
            group: filter.group.map(|group| group.0),
            gate: filter.gate.map(|gate| i64::from(gate.0)),
            theme: filter.theme.clone(),
            name: part_of_name(&filter.q),
            need: filter.need.map(|need| need.code()),
            patience: Patience::at(now),
            standing: filter.standing.map(Standing::code),
            mentor: filter.mentor.map(|mentor| mentor.0),
            signs: reference::signs_after(Role::Staff),
        }
    }
}

/// Runs a query over what matches.
macro_rules! over {
    ($kind:ident, $on:expr, $b:expr, $sql:expr $(, $arg:expr)*) => {
        $kind!($on, $sql, $b.person, "staff", $b.edition, &$b.region, $b.group, $b.gate, &$b.theme, &$b.name, $b.need, $b.patience.still.0, $b.patience.waiting.0, $b.standing, $b.mentor, $b.signs $(, $arg)*)
    };
}

/// What a row shows.
macro_rules! columns {
    () => {
        concat!(
            "v.id, v.name, v.lang, v.region, v.group_id, g.code as group_code, v.place, v.theme, v.gate, v.members, v.open_threads, v.changed,
             (select min(wt.since) from thread wt where wt.venture = v.id and wt.state <> 'resolved') as waits_since,
             (select wg.at from gate_ask wg where wg.venture = v.id and ",
            needs!(signature),
            ") as asks_since,
             (select wx.kind from venture_exit wx where wx.venture = v.id and wx.until is null) as aside "
        )
    };
}

mod export;
mod mentors;
mod overview;
mod wall;

pub use export::export;
pub use mentors::{assign_mentor, mentor_loads, remove_mentor};
pub use overview::{needy_groups, overview};
pub use wall::wall;

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
    name: String,
    lang: String,
    region: String,
    group_id: Uuid,
    group_code: String,
    place: String,
    theme: String,
    gate: i64,
    members: i64,
    open_threads: i64,
    changed: i64,
    waits_since: Option<i64>,
    asks_since: Option<i64>,
    aside: Option<String>,
}

/// A page of the ventures in the scope of a member of the staff. Without a staff grant it is empty.
///
/// # Errors
/// What the database says.
pub async fn page(db: &Db, staff: &Actor, filter: &Filter, now: Millis) -> Result<Page> {
    let b = Bound::new(staff, filter, now);
    let mut on = db.read().await?;
    let mut on = on.link();
    let total: Option<i64> = over!(one, on, b, concat!("select count(*) ", matching!()))?;
    let rows = page_rows(&mut on, &b, filter).await?;

    let all = Bound { region: None, ..b.clone() };
    let by_region: Vec<(String, i64)> =
        over!(rows, on, all, concat!("select v.region, count(*) ", matching!(), " group by v.region order by v.region"))?;
    let all = Bound { group: None, ..b.clone() };
    let by_group: Vec<(Uuid, String, i64)> = over!(
        rows,
        on,
        all,
        concat!("select v.group_id, g.code, count(*) ", matching!(groups), " group by v.group_id, g.code order by g.code")
    )?;
    let by_mentor = mentors::by_mentor(&mut on, &Bound { mentor: None, ..b.clone() }).await?;
    let all = Bound { gate: None, ..b.clone() };
    let by_gate: Vec<(i64, i64)> =
        over!(rows, on, all, concat!("select v.gate, count(*) ", matching!(), " group by v.gate order by v.gate"))?;
    let all = Bound { theme: None, ..b.clone() };
    let by_theme: Vec<(String, i64)> =
        over!(rows, on, all, concat!("select v.theme, count(*) ", matching!(), " group by v.theme order by v.theme"))?;
    let all = Bound { standing: None, ..b.clone() };
    let by_standing: Vec<(String, i64)> = over!(rows, on, all, concat!("select ", standing!(), ", count(*) ", matching!(), " group by 1"))?;
    let by_standing = by_standing.into_iter().map(|(code, n)| {
        let standing = Standing::from_code(&code).ok_or(StoreError::Unreadable("venture_exit.kind"))?;
        Ok((standing, count(n)))
    });
    let all = Bound { need: None, ..b };
    let by_need: Option<(i64, i64, i64, i64, i64)> = over!(
        row,
        on,
        all,
        concat!(
            "select count(case when ",
            needs!(signature),
            " then 1 end), count(case when ",
            needs!(mentor),
            " then 1 end), count(case when ",
            needs!(mentors_turn),
            " then 1 end), count(case when ",
            needs!(teams_turn),
            " then 1 end), count(case when ",
            needs!(stuck),
            " then 1 end) ",
            matching!()
        )
    )?;
    let (signature, mentor, mentors_turn, teams_turn, stuck) = by_need.unwrap_or_default();

    Ok(Page {
        rows,
        total: count(total.unwrap_or_default()),
        by_region: by_region.into_iter().map(|(code, n)| (code, count(n))).collect(),
        by_group: by_group.into_iter().map(|(id, code, n)| (GroupId(id), code, count(n))).collect(),
        by_mentor,
        by_gate: by_gate.into_iter().map(|(at, n)| Ok((gate(at)?, count(n)))).collect::<Result<_>>()?,
        by_theme: by_theme.into_iter().map(|(theme, n)| (theme, count(n))).collect(),
        by_need: [signature, mentor, mentors_turn, teams_turn, stuck].map(count),
        by_standing: by_standing.collect::<Result<_>>()?,
    })
}

async fn page_rows(on: &mut Link<'_>, b: &Bound, filter: &Filter) -> Result<Vec<Row>> {
    macro_rules! sorted {
        ($order:literal) => {
            over!(
                rows,
                *on,
                b,
                concat!("select ", columns!(), matching!(groups), " order by ", $order, " limit $15 offset $16"),
                i64::from(PAGE_ROWS),
                i64::from(filter.page.saturating_sub(1)) * i64::from(PAGE_ROWS)
            )?
        };
    }
    let found: Vec<Found> = match (filter.sort, filter.order) {
        (SortBy::Changed, Order::Descending) => sorted!("v.changed desc, v.id"),
        (SortBy::Changed, Order::Ascending) => sorted!("v.changed, v.id"),
        (SortBy::Name, Order::Descending) => sorted!("v.folded desc, v.id"),
        (SortBy::Name, Order::Ascending) => sorted!("v.folded, v.id"),
        (SortBy::Gate, Order::Descending) => sorted!("v.gate desc, v.folded, v.id"),
        (SortBy::Gate, Order::Ascending) => sorted!("v.gate, v.folded, v.id"),
        (SortBy::Threads, Order::Descending) => sorted!("v.open_threads desc, v.folded, v.id"),
        (SortBy::Threads, Order::Ascending) => sorted!("v.open_threads, v.folded, v.id"),
    };
    told_rows(on, found).await
}

/// The rows with the names of their mentors.
async fn told_rows(on: &mut Link<'_>, found: Vec<Found>) -> Result<Vec<Row>> {
    let mut mentors: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in &found {
        if mentors.contains_key(&row.group_id) {
            continue;
        }
        mentors.insert(row.group_id, mentors_on(on, row.group_id).await?);
    }
    let rows = found.into_iter().map(|row| {
        Ok(Row {
            id: VentureId(row.id),
            name: row.name,
            lang: Lang::from_code(&row.lang).ok_or(StoreError::Unreadable("venture.lang"))?,
            region: row.region,
            group: GroupId(row.group_id),
            group_code: row.group_code,
            place: row.place,
            theme: row.theme,
            gate: gate(row.gate)?,
            members: count(row.members),
            mentors: mentors.get(&row.group_id).cloned().unwrap_or_default(),
            open_threads: count(row.open_threads),
            changed: Millis(row.changed),
            waits_since: row.waits_since.map(Millis),
            asks_since: row.asks_since.map(Millis),
            aside: row.aside.map(|kind| Exit::from_code(&kind).ok_or(StoreError::Unreadable("venture_exit.kind"))).transpose()?,
        })
    });
    rows.collect()
}

/// Names of the mentors of a group.
///
/// # Errors
/// What the database says.
pub async fn mentors(db: &Db, group: GroupId) -> Result<Vec<String>> {
    let mut on = db.read().await?;
    mentors_on(&mut on.link(), group.0).await
}

async fn mentors_on(on: &mut Link<'_>, group: Uuid) -> Result<Vec<String>> {
    column!(
        *on,
        "select p.name from person p where p.id in (
           select m.person from grants m join groups g on g.id = $1 join establishment e on e.id = g.establishment
           where m.role = 'mentor' and ((m.scope = 'group' and m.target = g.id) or (m.scope = 'establishment' and m.target = e.id)
             or (m.scope = 'region' and m.region = e.region) or (m.scope = 'edition' and m.target = e.edition)))
         order by p.folded, p.id",
        group
    )
}

/// What `like` looks for, its own signs taken as letters; nothing when nothing is asked.
fn part_of_name(typed: &str) -> Option<String> {
    let typed = folded(typed.trim());
    if typed.is_empty() {
        return None;
    }
    let mut pattern = String::from("%");
    for c in typed.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    Some(pattern)
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or_default()
}
