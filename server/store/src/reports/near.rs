//! What a person meets round a venture or a group and may report: names, pictures, remarks. It decides nothing: who sees the venture was judged.

use crate::{Db, Result, accounts};
use shared::{
    access::{Actor, Locus},
    ids::{GroupId, PersonId, RemarkId, VentureId},
    reports::Subject,
};
use uuid::Uuid;

/// Pictures and remarks of one venture that are listed.
const MOST: i64 = 200;

/// A picture as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shot {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub bytes: u64,
    /// Pixels across and down.
    pub size: (u32, u32),
}

/// What stands round a venture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    /// People by name, each once.
    pub people: Vec<(PersonId, String)>,
    /// Pictures on its board and screens, the last first.
    pub pictures: Vec<Shot>,
    /// Remarks with who wrote them, the last first.
    pub remarks: Vec<(RemarkId, String, String)>,
}

/// Who reaches the place `$1` edition, `$2` region, `$3` establishment, `$4` group as a mentor.
macro_rules! mentors_of {
    () => {
        "select r.person from grants r where r.role = 'mentor' and (
           (r.scope = 'edition' and r.target = $1) or (r.scope = 'region' and r.region = $2)
           or (r.scope = 'establishment' and r.target = $3) or (r.scope = 'group' and r.target = $4))"
    };
}

/// Round a venture: its team, who wrote on its board, who asks to join, its mentors, and whoever said, signed or decided something there.
/// Nothing of the reader's own.
///
/// # Errors
/// What the database says.
pub async fn near_venture(db: &Db, at: &Locus, venture: VentureId, reader: PersonId) -> Result<Near> {
    let mut on = db.read().await?;
    let people: Vec<(Uuid, String)> = rows!(
        on,
        concat!(
            "select p.id, p.name from person p where p.id <> $6 and p.id in (
               select m.person from member m where m.venture = $5
               union select c.person from board_client c join board_log l on l.board = c.board and l.client = c.client where c.board = $5
               union select w.person from join_wish w where w.venture = $5
               union select k.author from remark k join thread t on t.id = k.thread where t.venture = $5
               union select s.by_person from gates s where s.venture = $5
               union select s.by_person from gate_step s where s.venture = $5
               union select s.by_person from venture_exit s where s.venture = $5
               union select r.person from grants r where r.role = 'mentor' and r.scope = 'venture' and r.target = $5
               union ",
            mentors_of!(),
            ") order by p.folded, p.id"
        ),
        at.edition.0,
        &at.region,
        at.establishment.0,
        at.group.0,
        venture.0,
        reader.0
    )?;
    let pictures: Vec<ShotRow> = rows!(
        on,
        "select id, bytes, width, height from asset where venture = $1 and removed = 0 and by_person <> $2 order by at desc, id limit $3",
        venture.0,
        reader.0,
        MOST
    )?;
    let remarks: Vec<(Uuid, String, String)> = rows!(
        on,
        "select k.id, p.name, k.words from remark k join thread t on t.id = k.thread join person p on p.id = k.author
         where t.venture = $1 and k.author <> $2 order by k.at desc, k.id limit $3",
        venture.0,
        reader.0,
        MOST
    )?;
    Ok(Near {
        people: named(people),
        pictures: pictures.into_iter().map(as_shot).collect(),
        remarks: remarks.into_iter().map(|(id, by, words)| (RemarkId(id), by, words)).collect(),
    })
}

/// A picture that stands, where it is one.
///
/// # Errors
/// What the database says.
pub async fn shot(db: &Db, subject: &Subject) -> Result<Option<Shot>> {
    let Subject::Picture(name) = subject else { return Ok(None) };
    let mut on = db.read().await?;
    let found: Option<ShotRow> = row!(on, "select id, bytes, width, height from asset where id = $1 and removed = 0", name)?;
    Ok(found.map(as_shot))
}

/// Round a group, for who accompanies it: its trainees, its mentors, and who writes about it.
///
/// # Errors
/// What the database says.
pub async fn near_group(db: &Db, at: &Locus, reader: PersonId) -> Result<Vec<(PersonId, String)>> {
    let mut on = db.read().await?;
    let people: Vec<(Uuid, String)> = rows!(
        on,
        concat!(
            "select p.id, p.name from person p where p.id <> $5 and (p.group_id = $4 or p.id in (
               select n.by_person from notice n where n.group_id = $4
               union select n.to_person from notice n where n.group_id = $4
               union ",
            mentors_of!(),
            ")) order by p.folded, p.id"
        ),
        at.edition.0,
        &at.region,
        at.establishment.0,
        at.group.0,
        reader.0
    )?;
    Ok(named(people))
}

/// The mentors of a group, as its trainees know them.
///
/// # Errors
/// What the database says.
pub async fn mentors_of_group(db: &Db, at: &Locus) -> Result<Vec<(PersonId, String)>> {
    let mut on = db.read().await?;
    let people: Vec<(Uuid, String)> = rows!(
        on,
        concat!("select p.id, p.name from person p where p.id in (", mentors_of!(), ") order by p.folded, p.id"),
        at.edition.0,
        &at.region,
        at.establishment.0,
        at.group.0
    )?;
    Ok(named(people))
}

/// Where somebody who belongs to no group (a mentor, a member of the staff) is met by the reader: the first group of the reader's that they
/// reach, or where they said, signed or wrote something. The staff meets a mentor who is free for a group, too, where groups are given
/// mentors. Nothing where the two never meet.
pub(super) async fn met(db: &Db, reader: &Actor, person: PersonId) -> Result<Option<Locus>> {
    let mut on = db.read().await?;
    let group: Option<Uuid> = one!(
        on,
        concat!(
            "select g.id from groups g join establishment e on e.id = g.establishment where g.id in (",
            groups_in_scope!(),
            " union select v.group_id from venture v join grants w on w.target = v.id
                where w.person = $1 and w.role = $2 and w.scope = 'venture')
             and (exists (select 1 from grants r where r.person = $3 and r.role <> 'trainee' and (
                 (r.scope = 'edition' and r.target = e.edition) or (r.scope = 'region' and r.region = e.region)
                 or (r.scope = 'establishment' and r.target = e.id) or (r.scope = 'group' and r.target = g.id)
                 or (r.scope = 'free' and r.target = e.id and $2 = 'staff')
                 or (r.scope = 'venture' and exists (select 1 from venture v where v.id = r.target and v.group_id = g.id))))
               or exists (select 1 from remark k join thread t on t.id = k.thread join venture v on v.id = t.venture
                 where v.group_id = g.id and k.author = $3)
               or exists (select 1 from gates s join venture v on v.id = s.venture where v.group_id = g.id and s.by_person = $3)
               or exists (select 1 from gate_step s join venture v on v.id = s.venture where v.group_id = g.id and s.by_person = $3)
               or exists (select 1 from notice n where n.group_id = g.id and (n.by_person = $3 or n.to_person = $3)))
             order by g.code limit 1"
        ),
        reader.person.0,
        accounts::role_code(reader.role()),
        person.0
    )?;
    drop(on);
    match group {
        Some(group) => Ok(accounts::group(db, GroupId(group)).await?.map(|group| group.at)),
        None => Ok(None),
    }
}

type ShotRow = (String, i64, i64, i64);

fn as_shot((name, bytes, width, height): ShotRow) -> Shot {
    let pixels = |n: i64| u32::try_from(n).unwrap_or_default();
    Shot { name, bytes: bytes.unsigned_abs(), size: (pixels(width), pixels(height)) }
}

fn named(people: Vec<(Uuid, String)>) -> Vec<(PersonId, String)> {
    people.into_iter().map(|(id, name)| (PersonId(id), name)).collect()
}
