//! Reports: sent once by a person about a thing, read by the staff in scope, settled. It never says to an author who reported them.

mod near;
mod reading;
mod settling;

pub use near::{Near, Shot, mentors_of_group, near_group, near_venture, shot};
pub use reading::{lists, reaches, report, sent_by};
pub use settling::settle;

use crate::{Db, Result, accounts::person_locus, ventures::locus};
use shared::{
    Millis,
    access::{Actor, Allowed, Locus, SendReport},
    ids::{PersonId, ReportId, VentureId},
    reports::{DAILY, QUOTE_MAX, Reason, Subject},
};
use uuid::Uuid;

/// What a report is about, as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// What.
    pub subject: Subject,
    /// Where it stands; of a person, without a venture.
    pub at: Locus,
    /// Whose it is; of a venture's name, who made the venture.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// Its words; empty for a picture.
    pub quote: String,
}

/// What became of sending a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is kept.
    Kept,
    /// This person had reported it already.
    Known,
    /// This person has reported [`DAILY`] things in a day.
    TooMany,
}

/// What the reader can report under that name. A picture that was taken out is gone; a mentor stands where the reader meets them.
///
/// # Errors
/// What the database says.
pub async fn reported(db: &Db, subject: &Subject, reader: &Actor) -> Result<Option<Reported>> {
    let mut on = db.read().await?;
    let found: Option<(Option<Uuid>, Uuid, String, String)> = match subject {
        Subject::Remark(id) => row!(
            on,
            "select t.venture, r.author, p.name, r.words from remark r join thread t on t.id = r.thread join person p on p.id = r.author
             where r.id = $1",
            id.0
        )?,
        Subject::Picture(name) => row!(
            on,
            "select a.venture, a.by_person, p.name, '' from asset a join person p on p.id = a.by_person where a.id = $1 and a.removed = 0",
            name
        )?,
        Subject::Venture(id) => {
            row!(on, "select v.id, v.creator, p.name, v.name from venture v join person p on p.id = v.creator where v.id = $1", id.0)?
        }
        Subject::Person(id) => row!(on, "select null, p.id, p.name, p.name from person p where p.id = $1", id.0)?,
    };
    drop(on);
    let Some((venture, author, author_name, quote)) = found else { return Ok(None) };
    let author = PersonId(author);
    let at = match venture {
        Some(venture) => locus(db, VentureId(venture)).await?,
        None => match person_locus(db, author).await? {
            Some(at) => Some(at),
            None => near::met(db, reader, author).await?,
        },
    };
    Ok(at.map(|at| Reported { subject: subject.clone(), at, author, author_name, quote }))
}

/// Keeps a report. Whoever sends it twice has sent it once.
///
/// # Errors
/// What the database says.
pub async fn send(
    db: &Db,
    permit: Allowed<SendReport<'_>>,
    id: ReportId,
    reported: &Reported,
    reason: Reason,
    words: &str,
    now: Millis,
) -> Result<Sent> {
    let at = permit.deed().at;
    let mut on = db.write().await?;
    let (kind, key) = (reported.subject.kind(), reported.subject.key());
    let known: Option<i64> =
        one!(on, "select count(*) from report where reporter = $1 and kind = $2 and subject = $3", permit.by().0, kind, &key)?;
    if known.unwrap_or_default() > 0 {
        return Ok(Sent::Known);
    }
    let today: Option<i64> = one!(on, "select count(*) from report where reporter = $1 and made > $2", permit.by().0, now.0 - Millis::DAY)?;
    if today.unwrap_or_default() >= i64::from(DAILY) {
        return Ok(Sent::TooMany);
    }
    let made = exec!(
        on,
        "insert into report (id, edition, region, establishment, group_id, venture, kind, subject, author, quote, reporter, reason, words,
           made, outcome, answer, handler, handled)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '', '', null, 0) on conflict do nothing",
        id.0,
        at.edition.0,
        &at.region,
        at.establishment.0,
        at.group.0,
        at.venture.map(|venture| venture.0),
        kind,
        key,
        reported.author.0,
        reported.quote.chars().take(QUOTE_MAX).collect::<String>(),
        permit.by().0,
        reason.code(),
        words.trim(),
        now.0
    )?;
    on.commit().await?;
    Ok(if made > 0 { Sent::Kept } else { Sent::Known })
}
