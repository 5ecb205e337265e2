//! What changes a venture's way. Each is one transaction that first takes the venture's row: two mentors who sign at once wait for each other.

use crate::{Db, Result, StoreError, new_id, sql::Write, ventures::touch};
use shared::{
    Millis,
    access::{Allowed, AskForGate, RefuseGate, Role, SeeVenture, SignGate, WithdrawGate},
    gates::{self, Signer, WITHDRAWN_WITHIN},
    ids::{PersonId, VentureId},
    ventures::Gate,
};
use uuid::Uuid;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// The gate was signed already; nothing changed.
    Already,
    /// Another gate comes first; nothing changed.
    NotNext,
    /// Who does it is not, or no longer, one of those who sign it; nothing changed.
    NotTheirs,
    /// It is too late, or it was somebody else's; nothing changed.
    TooLate,
}

/// Signs the next gate, with a sentence and the codes of the conditions that who signs vouches for. What was asked and what was to be
/// done first are settled by it.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture, [`StoreError::Absent`] when it is not there.
pub async fn sign(
    db: &Db,
    permit: Allowed<SignGate<'_>>,
    gate: Gate,
    sentence: &str,
    confirmed: &[String],
    now: Millis,
) -> Result<Outcome> {
    let (id, by) = (permit.deed().at.venture.ok_or(StoreError::WrongPermit)?, permit.by());
    let mut on = db.write().await?;
    let judged = next(&mut on, id, by, gate, permit.deed().signers).await?;
    if judged != Outcome::Done {
        return Ok(judged);
    }
    write(&mut on, id, gate, by, sentence, &confirmed.join(" "), now).await?;
    settle(&mut on, id).await?;
    audit(&mut on, id, by, "sign_gate", now).await?;
    on.commit().await?;
    Ok(Outcome::Done)
}

/// Names what is to be done before the next gate. The team's asking is answered by it.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture, [`StoreError::Absent`] when it is not there.
pub async fn refuse(db: &Db, permit: Allowed<RefuseGate<'_>>, gate: Gate, step: &str, now: Millis) -> Result<Outcome> {
    let (id, by) = (permit.deed().at.venture.ok_or(StoreError::WrongPermit)?, permit.by());
    let mut on = db.write().await?;
    let judged = next(&mut on, id, by, gate, permit.deed().signers).await?;
    if judged != Outcome::Done {
        return Ok(judged);
    }
    settle(&mut on, id).await?;
    exec!(on, "insert into gate_step (venture, by_person, at, words) values ($1, $2, $3, $4)", id.0, by.0, now.0, step)?;
    touch(&mut on.link(), id, now).await?;
    audit(&mut on, id, by, "refuse_gate", now).await?;
    on.commit().await?;
    Ok(Outcome::Done)
}

/// Asks for the next gate; once, however often it is sent. The mentor's step before it counts as done.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture, [`StoreError::Absent`] when it is not there.
pub async fn ask(db: &Db, permit: Allowed<AskForGate<'_>>, gate: Gate, now: Millis) -> Result<Outcome> {
    let (id, by) = (permit.deed().at.venture.ok_or(StoreError::WrongPermit)?, permit.by());
    let mut on = db.write().await?;
    let signed = signed(&mut on, id).await?;
    if gate <= signed {
        return Ok(Outcome::Already);
    }
    if gate.0 != signed.0 + 1 {
        return Ok(Outcome::NotNext);
    }
    exec!(on, "delete from gate_step where venture = $1", id.0)?;
    exec!(on, "insert into gate_ask (venture, by_person, at) values ($1, $2, $3) on conflict do nothing", id.0, by.0, now.0)?;
    touch(&mut on.link(), id, now).await?;
    on.commit().await?;
    Ok(Outcome::Done)
}

/// Takes one's own last signature back, within a day.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture, [`StoreError::Absent`] when it is not there.
pub async fn withdraw(db: &Db, permit: Allowed<WithdrawGate<'_>>, gate: Gate, now: Millis) -> Result<Outcome> {
    let (id, by) = (permit.deed().at.venture.ok_or(StoreError::WrongPermit)?, permit.by());
    let mut on = db.write().await?;
    if signed(&mut on, id).await? != gate {
        return Ok(Outcome::TooLate);
    }
    if !signs(&mut on, id, by, permit.deed().signers).await? {
        return Ok(Outcome::NotTheirs);
    }
    let gone = exec!(
        on,
        "delete from gates where venture = $1 and gate = $2 and gate > 0 and by_person = $3 and at > $4",
        id.0,
        i64::from(gate.0),
        by.0,
        now.0 - WITHDRAWN_WITHIN
    )?;
    if gone == 0 {
        return Ok(Outcome::TooLate);
    }
    exec!(on, "delete from gate_seen where venture = $1 and gate = $2", id.0, i64::from(gate.0))?;
    exec!(on, "update venture set gate = $2 where id = $1", id.0, i64::from(gate.0) - 1)?;
    settle(&mut on, id).await?;
    touch(&mut on.link(), id, now).await?;
    audit(&mut on, id, by, "withdraw_gate", now).await?;
    on.commit().await?;
    Ok(Outcome::Done)
}

/// Notes that somebody has seen a signature.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the permit names no venture.
pub async fn see(db: &Db, permit: Allowed<SeeVenture<'_>>, gate: Gate) -> Result<()> {
    let id = permit.deed().at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into gate_seen (venture, gate, person) values ($1, $2, $3) on conflict do nothing",
        id.0,
        i64::from(gate.0),
        permit.by().0
    )?;
    on.commit().await
}

/// Brings a past signature in, as the demonstration does: judged elsewhere, in the order of the gates.
///
/// # Errors
/// [`StoreError::Absent`] for a venture that is not there.
pub async fn bring_in(db: &Db, id: VentureId, gate: Gate, by: PersonId, sentence: &str, at: Millis) -> Result<()> {
    let mut on = db.write().await?;
    signed(&mut on, id).await?;
    write(&mut on, id, gate, by, sentence, "", at).await?;
    on.commit().await
}

async fn write(on: &mut Write, id: VentureId, gate: Gate, by: PersonId, sentence: &str, confirmed: &str, at: Millis) -> Result<()> {
    exec!(
        *on,
        "insert into gates (venture, gate, by_person, at, sentence, confirmed) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        id.0,
        i64::from(gate.0),
        by.0,
        at.0,
        sentence,
        confirmed
    )?;
    exec!(*on, "update venture set gate = $2 where id = $1", id.0, i64::from(gate.0))?;
    touch(&mut on.link(), id, at).await
}

/// Whether this person may decide about this gate now.
async fn next(on: &mut Write, id: VentureId, by: PersonId, gate: Gate, signers: &[Signer]) -> Result<Outcome> {
    let signed = signed(on, id).await?;
    if !signs(on, id, by, signers).await? {
        return Ok(Outcome::NotTheirs);
    }
    Ok(if gate <= signed {
        Outcome::Already
    } else if gate.0 == signed.0 + 1 {
        Outcome::Done
    } else {
        Outcome::NotNext
    })
}

/// The last gate signed, the venture's row being taken until the end of the transaction.
async fn signed(on: &mut Write, id: VentureId) -> Result<Gate> {
    let gate: Option<i64> = one!(*on, "update venture set gate = gate where id = $1 returning gate", id.0)?;
    crate::ventures::gate(gate.ok_or(StoreError::Absent)?)
}

/// Still one of those who sign: the proof was made before the transaction began.
async fn signs(on: &mut Write, id: VentureId, by: PersonId, signers: &[Signer]) -> Result<bool> {
    let named = |role| gates::signs(role, signers);
    Ok((named(Role::Mentor) && holds(on, id, by, "mentor").await?) || (named(Role::Staff) && holds(on, id, by, "staff").await?))
}

async fn holds(on: &mut Write, id: VentureId, by: PersonId, role: &'static str) -> Result<bool> {
    let grants: Option<i64> = one!(
        *on,
        "select count(*) from grants m join venture v on v.id = $1
         where m.person = $2 and m.role = $3
           and ((m.scope = 'venture' and m.target = v.id) or (m.scope = 'group' and m.target = v.group_id)
             or (m.scope = 'establishment' and m.target = v.establishment) or (m.scope = 'region' and m.region = v.region)
             or (m.scope = 'edition' and m.target = v.edition))",
        id.0,
        by.0,
        role
    )?;
    Ok(grants.unwrap_or_default() > 0)
}

async fn settle(on: &mut Write, id: VentureId) -> Result<()> {
    exec!(*on, "delete from gate_ask where venture = $1", id.0)?;
    exec!(*on, "delete from gate_step where venture = $1", id.0)?;
    Ok(())
}

pub(crate) async fn audit(on: &mut Write, id: VentureId, by: PersonId, deed: &str, now: Millis) -> Result<()> {
    let edition: Option<Uuid> = one!(*on, "select edition from venture where id = $1", id.0)?;
    exec!(
        *on,
        "insert into audit (id, edition, by_person, deed, about, at) values ($1, $2, $3, $4, $5, $6)",
        new_id(),
        edition.ok_or(StoreError::Absent)?,
        by.0,
        deed,
        id.0,
        now.0
    )?;
    Ok(())
}
