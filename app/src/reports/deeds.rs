//! Behind the pages and the forms of reports: who, load, judge, write, answer.

use crate::context::{Site, actor, now, site};
use crate::error::{AppError, AppResult};
use board::id::AssetId;
use shared::{
    Millis,
    access::{Actor, AssignMentor, HandleReport, Role, SeePortfolio, SendReport, allow},
    ids::{NoticeId, PersonId, ReportId},
    reports::{Outcome, Reason, Report, Subject, WORDS_MAX, reach_of, reader},
    ventures::{FieldFault, Reach},
};
use store::{
    Db,
    reports::{Sent, Shot},
};

/// Reports of a list at once.
const SHOWN: u32 = 100;

/// Something that is being reported, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// What.
    pub(super) subject: Subject,
    /// Whose it is.
    pub(super) author: String,
    /// Its words; empty for a picture, and for what is gone.
    pub(super) quote: String,
    /// Of a picture, how it is stored.
    pub(super) shot: Option<Shot>,
    /// Who reads it first.
    pub(super) reader: Option<Reach>,
    /// When the reader of the page reported it, and what became of that.
    pub(super) sent: Option<(Millis, Option<Outcome>)>,
}

/// A report on the staff's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The report.
    pub(super) report: Report,
    /// Of a picture, how it is stored.
    pub(super) shot: Option<Shot>,
    /// Who could be asked to correct it.
    pub(super) mentors: Vec<(PersonId, String)>,
    /// Whether nobody accompanies its group and the reader may change that.
    pub(super) may_assign: bool,
}

/// The staff's reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Desk {
    /// Theirs to read: nobody stands nearer.
    pub(super) open: Vec<Told>,
    /// In their scope, but somebody stands nearer.
    pub(super) others: Vec<Told>,
    /// Settled, the last first.
    pub(super) handled: Vec<Report>,
}

pub(super) async fn asked(subject: Subject) -> AppResult<Asked> {
    let (who, site) = (actor()?, site());
    let sent = store::reports::sent_by(&site.db, who.person, &subject).await?;
    let reported = match store::reports::reported(&site.db, &subject, &who).await? {
        Some(reported) => reported,
        // It was taken out since: who reported it still reads what became of it.
        None if sent.is_some() => {
            return Ok(Asked { subject, author: String::new(), quote: String::new(), shot: None, reader: None, sent });
        }
        None => return Err(AppError::Hidden),
    };
    allow(&who, SendReport { subject: &reported.subject, at: &reported.at, author: reported.author })?;
    let reader = reader(store::reports::reaches(&site.db, &reported.at, reported.author).await?);
    let shot = store::reports::shot(&site.db, &subject).await?;
    Ok(Asked { subject, author: reported.author_name, quote: reported.quote, shot, reader, sent })
}

pub(super) async fn send(id: ReportId, about: &str, reason: &str, words: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let subject: Subject = about.parse().map_err(|_| AppError::Hidden)?;
    let reported = store::reports::reported(&site.db, &subject, &who).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, SendReport { subject: &reported.subject, at: &reported.at, author: reported.author })?;
    let reason = Reason::from_code(reason).ok_or_else(|| AppError::Field("reason".to_owned(), FieldFault::NotAChoice))?;
    let words = fitting("words", words)?;
    match store::reports::send(&site.db, permit, id, &reported, reason, words, now()).await? {
        Sent::Kept | Sent::Known => {
            leptos_axum::redirect(&format!("/report?about={subject}"));
            Ok(())
        }
        Sent::TooMany => Err(AppError::Conflict),
    }
}

pub(super) async fn desk() -> AppResult<Desk> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio)?;
    let (open, handled) = store::reports::lists(&site.db, &who, SHOWN).await?;
    let mut desk = Desk { handled, ..Desk::default() };
    for report in open {
        let mentors = store::notices::correspondents(&site.db, &report.at, Role::Mentor).await?;
        let may_assign = mentors.is_empty() && allow(&who, AssignMentor { at: &report.at }).is_ok();
        let mine = is_theirs(&site.db, &who, &report).await?;
        let shot = store::reports::shot(&site.db, &report.subject).await?;
        let told = Told { report, shot, mentors, may_assign };
        if mine { desk.open.push(told) } else { desk.others.push(told) }
    }
    Ok(desk)
}

/// How many open reports are a member of the staff's to read.
pub(crate) async fn to_read(db: &Db, who: &Actor) -> AppResult<u32> {
    let mut count = 0;
    for report in store::reports::lists(db, who, SHOWN).await?.0 {
        count += u32::from(is_theirs(db, who, &report).await?);
    }
    Ok(count)
}

/// Whether nobody of the staff stands nearer to it.
async fn is_theirs(db: &Db, who: &Actor, report: &Report) -> AppResult<bool> {
    let nearest = reader(store::reports::reaches(db, &report.at, report.author).await?);
    Ok(nearest.is_none() || reach_of(who, &report.at) == nearest)
}

pub(super) async fn settle(id: ReportId, outcome: &str, answer: &str, mentor: Option<(NoticeId, PersonId)>) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let report = store::reports::report(&site.db, id).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, HandleReport { report: &report })?;
    let not_a_choice = |field: &str| AppError::Field(field.to_owned(), FieldFault::NotAChoice);
    let outcome = Outcome::from_code(outcome).filter(|outcome| outcome.fits(&report.subject)).ok_or_else(|| not_a_choice("outcome"))?;
    let answer = fitting("answer", answer)?;
    // That a name is another now needs no word beside it; a name that was put back meanwhile is settled in another way.
    if outcome == Outcome::Corrected && report.handled.is_none() && report.corrected().is_none() {
        return Err(not_a_choice("outcome"));
    }
    if answer.is_empty() && outcome != Outcome::Corrected {
        return Err(AppError::Field("answer".to_owned(), FieldFault::Empty));
    }
    if outcome == Outcome::Asked {
        let known = store::notices::correspondents(&site.db, &report.at, Role::Mentor).await?;
        if !mentor.is_some_and(|(_, to)| known.iter().any(|(id, _)| *id == to)) {
            return Err(not_a_choice("to"));
        }
    }
    let settled = store::reports::settle(&site.db, permit, outcome, answer, mentor, now()).await?;
    if settled && outcome == Outcome::Redacted {
        gone(&site, &report).await;
    }
    leptos_axum::redirect("/reports");
    Ok(())
}

/// What was taken out is gone at once: a picture's bytes from the disk, a remark's words from open boards.
async fn gone(site: &Site, report: &Report) {
    match &report.subject {
        Subject::Picture(name) => {
            // It is taken out all the same: whoever asks for it gets none, and the next start of the server tries again.
            if let Err(error) = site.files.forget(&AssetId(name.clone())).await {
                tracing::error!(%error, asset = name, "a picture that was taken out is still on the disk");
            }
        }
        Subject::Remark(_) => {
            if let Some(venture) = report.at.venture {
                // Open boards fetch their threads again.
                site.boards.notice(venture, "feedback", "");
            }
        }
        Subject::Venture(_) | Subject::Person(_) => {}
    }
}

fn fitting<'a>(field: &str, words: &'a str) -> AppResult<&'a str> {
    let words = words.trim();
    if words.chars().count() <= WORDS_MAX { Ok(words) } else { Err(AppError::Field(field.to_owned(), FieldFault::TooLong)) }
}
