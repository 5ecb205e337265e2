//! Settling a report, in one transaction with what it takes out: the words of a remark, the name of a venture, a picture.

use crate::{Db, Result, StoreError, audit, notices, sql::Link, ventures::count_threads};
use shared::{
    Millis,
    access::{Allowed, HandleReport},
    accounts::folded,
    feedback::ThreadState,
    ids::{NoticeId, PersonId, VentureId},
    reports::{Outcome, Report, Subject, redacted},
};
use uuid::Uuid;

/// Settles a report with a word about it. What is taken out settles all reports of the same thing; asking a mentor writes them a notice.
/// Answers whether it was still open; one that was settled before stays as it is.
///
/// # Errors
/// [`StoreError::WrongPermit`] for an outcome that does not fit the report, [`StoreError::Absent`] when there is nobody to be asked.
pub async fn settle(
    db: &Db,
    permit: Allowed<HandleReport<'_>>,
    outcome: Outcome,
    answer: &str,
    mentor: Option<(NoticeId, PersonId)>,
    now: Millis,
) -> Result<bool> {
    let report = permit.deed().report;
    if !outcome.fits(&report.subject) || (outcome == Outcome::Corrected && report.corrected().is_none()) {
        return Err(StoreError::WrongPermit);
    }
    let mut on = db.write().await?;
    let settled = exec!(
        on,
        "update report set outcome = $2, answer = $3, handler = $4, handled = $5 where id = $1 and outcome = ''",
        report.id.0,
        outcome.code(),
        answer.trim(),
        permit.by().0,
        now.0
    )?;
    if settled == 0 {
        return Ok(false);
    }
    match outcome {
        Outcome::Fine | Outcome::Corrected => {}
        Outcome::Redacted => {
            take_out(&mut on.link(), &report.subject, now).await?;
            exec!(
                on,
                "update report set outcome = $3, answer = $4, handler = $5, handled = $6 where kind = $1 and subject = $2 and outcome = ''",
                report.subject.kind(),
                report.subject.key(),
                outcome.code(),
                answer.trim(),
                permit.by().0,
                now.0
            )?;
        }
        Outcome::Asked => {
            let (id, to) = mentor.ok_or(StoreError::Absent)?;
            notices::insert(&mut on.link(), id, &report.at, permit.by(), to, answer, now).await?;
        }
    }
    audit::note(&mut on.link(), report.at.edition, permit.by(), deed(report, outcome), about(report), now).await?;
    on.commit().await?;
    Ok(true)
}

/// As the audit names it.
fn deed(report: &Report, outcome: Outcome) -> &'static str {
    match (outcome, &report.subject) {
        (Outcome::Fine | Outcome::Corrected, _) => "close_report",
        (Outcome::Asked, _) => "ask_about_report",
        (Outcome::Redacted, Subject::Remark(_)) => "redact_remark",
        (Outcome::Redacted, Subject::Picture(_)) => "remove_picture",
        (Outcome::Redacted, Subject::Venture(_)) => "redact_venture_name",
        (Outcome::Redacted, Subject::Person(_)) => "redact_person_name",
    }
}

/// The row it was done to; a picture's name is no id, so its report stands for it.
fn about(report: &Report) -> Uuid {
    match &report.subject {
        Subject::Remark(id) => id.0,
        Subject::Venture(id) => id.0,
        Subject::Person(id) => id.0,
        Subject::Picture(_) => report.id.0,
    }
}

async fn take_out(on: &mut Link<'_>, subject: &Subject, now: Millis) -> Result<()> {
    match subject {
        Subject::Remark(id) => {
            let found: Option<(Uuid, Uuid, String)> =
                row!(*on, "select r.thread, t.venture, r.words from remark r join thread t on t.id = r.thread where r.id = $1", id.0)?;
            let Some((thread, venture, words)) = found else { return Ok(()) };
            let covered = redacted(&words);
            exec!(*on, "update remark set words = $2 where id = $1", id.0, &covered)?;
            // A thread begins with the words of its first remark. Without them nobody is waited for.
            let settled = ThreadState::Resolved.code();
            exec!(
                *on,
                "update thread set words = $2, state = $4, since = $5 where id = $1 and words = $3",
                thread,
                covered,
                words,
                settled,
                now.0
            )?;
            count_threads(on, VentureId(venture)).await?;
        }
        Subject::Picture(name) => {
            exec!(*on, "update asset set removed = $2 where id = $1 and removed = 0", name, now.0)?;
        }
        Subject::Venture(id) => {
            let name: Option<String> = one!(*on, "select name from venture where id = $1", id.0)?;
            let covered = redacted(&name.unwrap_or_default());
            exec!(*on, "update venture set name = $2, folded = $3 where id = $1", id.0, &covered, folded(&covered))?;
        }
        Subject::Person(_) => {}
    }
    Ok(())
}
