//! Where ventures stand on their way.

use crate::{Db, Result, ventures::gate};
use shared::{
    Millis,
    access::Role,
    gates::{FRESH_FOR, Signature, Way, Word},
    ids::{GroupId, PersonId, VentureId},
    reference,
    ventures::Gate,
};
use uuid::Uuid;

/// A team that asks for its next gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// The venture.
    pub venture: VentureId,
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: GroupId,
    /// The last gate signed.
    pub signed: Gate,
    /// Since when.
    pub at: Millis,
}

/// The signatures of a venture, what its team asks and what its mentor said.
///
/// # Errors
/// What the database says.
pub async fn way(db: &Db, venture: VentureId) -> Result<Way> {
    let mut on = db.read().await?;
    let signed: Vec<(i64, Uuid, String, i64, String)> = rows!(
        on,
        "select s.gate, s.by_person, p.name, s.at, s.sentence from gates s join person p on p.id = s.by_person
         where s.venture = $1 order by s.gate",
        venture.0
    )?;
    let asked: Option<(String, i64)> =
        row!(on, "select p.name, a.at from gate_ask a join person p on p.id = a.by_person where a.venture = $1", venture.0)?;
    let step: Option<(String, i64, String)> =
        row!(on, "select p.name, s.at, s.words from gate_step s join person p on p.id = s.by_person where s.venture = $1", venture.0)?;
    let signed = signed.into_iter().map(|(number, by, by_name, at, sentence)| {
        Ok(Signature { gate: gate(number)?, by: PersonId(by), by_name, at: Millis(at), sentence })
    });
    Ok(Way {
        signed: signed.collect::<Result<_>>()?,
        asked: asked.map(|(by_name, at)| Word { by_name, at: Millis(at), words: String::new() }),
        step: step.map(|(by_name, at, words)| Word { by_name, at: Millis(at), words }),
    })
}

/// The newest gate signed of late that this member of the team has not seen.
///
/// # Errors
/// What the database says.
pub async fn fresh(db: &Db, venture: VentureId, person: PersonId, now: Millis) -> Result<Option<Gate>> {
    let mut on = db.read().await?;
    let found: Option<i64> = one!(
        on,
        "select s.gate from gates s join venture v on v.id = s.venture and v.gate = s.gate
         where s.venture = $1 and s.gate > 0 and s.at > $3
           and not exists (select 1 from gate_seen n where n.venture = s.venture and n.gate = s.gate and n.person = $2)",
        venture.0,
        person.0,
        now.0 - FRESH_FOR
    )?;
    found.map(gate).transpose()
}

/// The teams that ask a mentor for a gate, the longest-waiting first: by the rule by which the portfolio tells the staff.
///
/// # Errors
/// What the database says.
pub async fn asks_of_mentor(db: &Db, mentor: PersonId) -> Result<Vec<Asks>> {
    let mut on = db.read().await?;
    let found: Vec<(Uuid, String, Uuid, i64, i64)> = rows!(
        on,
        concat!(
            "select v.id, v.name, v.group_id, v.gate, a.at from gate_ask a join venture v on v.id = a.venture where v.id in (",
            ventures_in_scope!(),
            ") and ",
            asks_to_sign!("$3"),
            " order by a.at, v.id"
        ),
        mentor.0,
        "mentor",
        reference::signs_after(Role::Mentor)
    )?;
    let asks = found.into_iter().map(|(venture, name, group, signed, at)| {
        Ok(Asks { venture: VentureId(venture), name, group: GroupId(group), signed: gate(signed)?, at: Millis(at) })
    });
    asks.collect()
}
