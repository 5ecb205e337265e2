//! How a trainee comes to a team by its code, and how somebody leaves it. What they wrote stays, under their name.

use super::{team::take_in, touch};
use crate::{
    Db, Result, StoreError,
    accounts::{forget_tries, hashed, try_once},
};
use shared::{
    Millis,
    access::{Allowed, AskToJoin, DeclineJoin, InviteToTeam, LeaveTeam, MoveTeammate, RemoveTeammate, TEAM_LIMIT},
    accounts::SignInRefusal,
    ids::{GroupId, PersonId, VentureId},
    joining::{CODE_LASTS, CodeRefusal, JoinCode, KnownCode, judge},
    ventures::Member,
};
use uuid::Uuid;

/// A code that is no longer good is known for so long, so that it can be told from a wrong one.
const KNOWN_FOR: i64 = 90 * Millis::DAY;

/// A new code, from the machine's chance.
///
/// # Errors
/// When the machine has none to give.
pub fn new_join_code() -> Result<JoinCode> {
    let mut bytes = [0; 12];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Hashing(error.to_string()))?;
    Ok(JoinCode::from_random(std::array::from_fn(|n| u16::from_le_bytes([bytes[2 * n], bytes[2 * n + 1]]))))
}

/// The code of a team that is good now, and until when.
///
/// # Errors
/// What the database says.
pub async fn join_code(db: &Db, id: VentureId, now: Millis) -> Result<Option<(JoinCode, Millis)>> {
    let mut on = db.read().await?;
    let found: Option<(String, i64)> =
        row!(on, "select code, until from join_code where venture = $1 and until > $2 order by until desc limit 1", id.0, now.0)?;
    found.map(|(code, until)| Ok((JoinCode::parse(&code).ok_or(StoreError::Unreadable("join_code.code"))?, Millis(until)))).transpose()
}

/// Gives a team a new code; the one before is good no longer.
///
/// # Errors
/// [`StoreError::Taken`] when chance gave a code that is known already.
pub async fn renew_join_code(db: &Db, permit: Allowed<InviteToTeam<'_>>, code: &JoinCode, now: Millis) -> Result<()> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(on, "delete from join_code where until <= $1", now.0 - KNOWN_FOR)?;
    exec!(on, "update join_code set until = $2 where venture = $1 and until > $2", id.0, now.0)?;
    exec!(
        on,
        "insert into join_code (code, venture, by_person, until) values ($1, $2, $3, $4)",
        code.as_str(),
        id.0,
        permit.by().0,
        now.0 + CODE_LASTS
    )?;
    on.commit().await
}

/// Tries a code for a trainee of a group. Wrong codes are counted for the person, never for the address they come from.
///
/// # Errors
/// What the database says.
pub async fn try_code(
    db: &Db,
    person: PersonId,
    group: GroupId,
    code: Option<&JoinCode>,
    now: Millis,
) -> Result<std::result::Result<VentureId, CodeRefusal>> {
    let claim = hashed(&format!("join\n{person}"));
    if let Some(SignInRefusal::Wait(seconds)) = try_once(db, &claim, now).await? {
        return Ok(Err(CodeRefusal::Wait(seconds)));
    }
    let known = match code {
        Some(code) => known(db, person, code).await?,
        None => None,
    };
    let judged = judge(known.as_ref(), group, TEAM_LIMIT, now);
    if !matches!(judged, Err(CodeRefusal::Wrong | CodeRefusal::OtherGroup)) {
        forget_tries(db, &claim).await?;
    }
    Ok(judged)
}

async fn known(db: &Db, person: PersonId, code: &JoinCode) -> Result<Option<KnownCode>> {
    let mut on = db.read().await?;
    let found: Option<(Uuid, Uuid, i64, i64, i64)> = row!(
        on,
        "select v.id, v.group_id, c.until, v.members, (select count(*) from member m where m.venture = v.id and m.person = $2)
         from join_code c join venture v on v.id = c.venture where c.code = $1",
        code.as_str(),
        person.0
    )?;
    Ok(found.map(|(venture, group, until, members, member)| KnownCode {
        venture: VentureId(venture),
        group: GroupId(group),
        until: Millis(until),
        members: u32::try_from(members).unwrap_or(u32::MAX),
        member: member > 0,
    }))
}

/// Notes that a trainee wishes to join; once, however often it is sent.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn ask_to_join(db: &Db, permit: Allowed<AskToJoin<'_>>, now: Millis) -> Result<()> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into join_wish (venture, person, at) values ($1, $2, $3)
         on conflict (venture, person) do update set at = excluded.at, declined = null where join_wish.declined is not null",
        id.0,
        permit.by().0,
        now.0
    )?;
    on.commit().await
}

/// Who wishes to join a team, the longest-waiting first.
///
/// # Errors
/// What the database says.
pub async fn join_wishes(db: &Db, id: VentureId) -> Result<Vec<Member>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String)> = rows!(
        on,
        "select p.id, p.name from join_wish w join person p on p.id = w.person where w.venture = $1 and w.declined is null order by w.at, p.id",
        id.0
    )?;
    Ok(found.into_iter().map(|(person, name)| Member { person: PersonId(person), name, part: String::new() }).collect())
}

/// A team that a trainee asked to join and is not in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWish {
    /// Its venture.
    pub venture: VentureId,
    /// The venture's name.
    pub name: String,
    /// When the team said no; none while it has not answered.
    pub declined: Option<Millis>,
}

/// The teams a trainee asked to join, those that said no with the others: it stays until the trainee puts it away.
///
/// # Errors
/// What the database says.
pub async fn wishes_of(db: &Db, person: PersonId) -> Result<Vec<OwnWish>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, Option<i64>)> = rows!(
        on,
        "select v.id, v.name, w.declined from join_wish w join venture v on v.id = w.venture where w.person = $1 order by w.at, v.id",
        person.0
    )?;
    Ok(found.into_iter().map(|(id, name, declined)| OwnWish { venture: VentureId(id), name, declined: declined.map(Millis) }).collect())
}

/// Takes back one's own wish; nothing when there is none.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn take_back_wish(db: &Db, permit: Allowed<AskToJoin<'_>>) -> Result<()> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(on, "delete from join_wish where venture = $1 and person = $2", id.0, permit.by().0)?;
    on.commit().await
}

/// Says no to a wish; nothing when there is none.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn decline_join(db: &Db, permit: Allowed<DeclineJoin<'_>>, person: PersonId, now: Millis) -> Result<()> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(on, "update join_wish set declined = $3 where venture = $1 and person = $2 and declined is null", id.0, person.0, now.0)?;
    on.commit().await
}

/// Whether who lets the last member go was told what becomes of the venture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// They read it and went on.
    Yes,
    /// They did not.
    No,
}

/// What became of somebody's place in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It is free, or was before.
    Gone,
    /// Nothing was done: nobody would be left, and that was not told yet.
    Last,
    /// Nothing was done: the other team has its five.
    Full,
}

/// Leaves one's own team.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn leave_team(db: &Db, permit: Allowed<LeaveTeam<'_>>, told: Told, now: Millis) -> Result<Left> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    let left = go(&mut on, id, permit.by(), told, now).await?;
    if left == Left::Gone {
        on.commit().await?;
    }
    Ok(left)
}

/// Takes somebody out of a team.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn remove_teammate(db: &Db, permit: Allowed<RemoveTeammate<'_>>, person: PersonId, told: Told, now: Millis) -> Result<Left> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    let left = go(&mut on, id, person, told, now).await?;
    if left == Left::Gone {
        on.commit().await?;
    }
    Ok(left)
}

/// Moves somebody to another team of the group, at once or not at all.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no ventures, or the person is not of their group.
pub async fn move_teammate(db: &Db, permit: Allowed<MoveTeammate<'_>>, person: PersonId, told: Told, now: Millis) -> Result<Left> {
    let (Some(from), Some(to)) = (permit.deed().from.venture, permit.deed().to.venture) else { return Err(StoreError::WrongPermit) };
    let mut on = db.write().await?;
    let there: Option<i64> = one!(on, "select count(*) from member where venture = $1 and person = $2", to.0, person.0)?;
    let left = go(&mut on, from, person, told, now).await?;
    if left != Left::Gone {
        return Ok(left);
    }
    if there == Some(0) && !take_in(&mut on, permit.deed().to, to, person, "", now).await? {
        return Ok(Left::Full);
    }
    on.commit().await?;
    Ok(Left::Gone)
}

/// Membership and right go; parts of the board that they wrote keep their name.
async fn go(on: &mut crate::sql::Write, id: VentureId, person: PersonId, told: Told, now: Millis) -> Result<Left> {
    // This one row is what racing requests wait for, so that two who leave together do not both believe the other stays.
    let least = match told {
        Told::Yes => 1,
        Told::No => 2,
    };
    let there: Option<i64> = one!(*on, "select count(*) from member where venture = $1 and person = $2", id.0, person.0)?;
    if there.unwrap_or_default() == 0 {
        return Ok(Left::Gone);
    }
    if exec!(*on, "update venture set members = members - 1 where id = $1 and members >= $2", id.0, i64::from(least))? == 0 {
        return Ok(Left::Last);
    }
    if exec!(*on, "delete from member where venture = $1 and person = $2", id.0, person.0)? == 0 {
        // Somebody else was first; their count is the right one, and this transaction is dropped.
        return Err(StoreError::Taken);
    }
    exec!(*on, "delete from grants where person = $1 and role = 'trainee' and scope = 'venture' and target = $2", person.0, id.0)?;
    touch(&mut on.link(), id, now).await?;
    Ok(Left::Gone)
}
