//! Behind the page and the forms of notices: who, load, judge, write, answer.

use crate::context::{Site, actor, now, site};
use crate::error::{AppError, AppResult};
use crate::feedback::go_on;
use leptos_router::params::ParamsMap;
use shared::{
    access::{AnswerNotice, Locus, ReadNotice, Role, SeeFeedbackBoard, SeeNotices, SeePortfolio, WriteNotice, allow},
    ids::{GroupId, NoticeId, PersonId, VentureId},
    notices::{Notice, notice_fits},
    ventures::FieldFault,
};

/// What notices are about, as the address says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A group and all its ventures.
    Group(GroupId),
    /// One venture.
    Venture(VentureId),
}

impl About {
    /// What an address is about, if anything.
    pub(super) fn of(query: &ParamsMap) -> Option<Self> {
        let venture = query.get_str("venture").and_then(|id| id.parse().ok()).map(Self::Venture);
        venture.or_else(|| query.get_str("group").and_then(|id| id.parse().ok()).map(Self::Group))
    }

    /// What a notice is about.
    pub(super) fn of_place(at: &Locus) -> Self {
        at.venture.map_or(Self::Group(at.group), Self::Venture)
    }

    /// The page of the exchange.
    pub(super) fn address(self) -> String {
        match self {
            Self::Group(id) => format!("/notices?group={id}"),
            Self::Venture(id) => format!("/notices?venture={id}"),
        }
    }
}

/// What was written about something, and what the reader may add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exchange {
    /// About what.
    pub(super) about: About,
    /// Its name.
    pub(super) name: String,
    /// The newest first.
    pub(super) notices: Vec<Notice>,
    /// Mentors to write to; nobody where the reader does not begin.
    pub(super) to: Vec<(PersonId, String)>,
    /// What the reader would answer: the last notice to them.
    pub(super) answers: Option<Notice>,
    /// Where the venture or the group is read.
    pub(super) back: Option<String>,
}

/// What waits for the reader, where no exchange is asked for.
pub(super) async fn waiting() -> AppResult<Vec<Notice>> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio).map(drop).or_else(|_| allow(&who, SeeFeedbackBoard).map(drop))?;
    Ok(store::notices::unread(&site.db, who.person).await?)
}

pub(super) async fn exchange(about: About) -> AppResult<Exchange> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio).map(drop).or_else(|_| allow(&who, SeeFeedbackBoard).map(drop))?;
    let (at, name) = place(&site, about).await?;
    allow(&who, SeeNotices { at: &at })?;
    let notices = store::notices::about(&site.db, &at).await?;
    let staff = allow(&who, WriteNotice { at: &at, to: Role::Mentor }).is_ok();
    let to = if staff { store::notices::correspondents(&site.db, &at, Role::Mentor).await? } else { Vec::new() };
    let answers = notices.iter().find(|notice| allow(&who, AnswerNotice { notice }).is_ok()).cloned();
    let back = match (staff, about) {
        (true, About::Venture(id)) => Some(format!("/portfolio/{id}")),
        (true, About::Group(id)) => Some(format!("/portfolio?group={id}")),
        (false, About::Venture(id)) => Some(format!("/v/{id}")),
        (false, About::Group(id)) => Some(format!("/groups/{id}")),
    };
    Ok(Exchange { about, name, notices, to, answers, back })
}

pub(super) async fn write(id: NoticeId, group: Option<GroupId>, venture: Option<VentureId>, to: PersonId, words: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let about = venture.map(About::Venture).or(group.map(About::Group)).ok_or(AppError::Hidden)?;
    let (at, _) = place(&site, about).await?;
    let permit = allow(&who, WriteNotice { at: &at, to: Role::Mentor })?;
    if !store::notices::correspondents(&site.db, &at, Role::Mentor).await?.iter().any(|(mentor, _)| *mentor == to) {
        return Err(AppError::Field("to".to_owned(), FieldFault::NotAChoice));
    }
    let words = fitting(words)?;
    store::notices::write(&site.db, permit, id, to, words, now()).await?;
    leptos_axum::redirect(&about.address());
    Ok(())
}

pub(super) async fn answer(notice: NoticeId, id: NoticeId, words: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let notice = store::notices::notice(&site.db, notice).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, AnswerNotice { notice: &notice })?;
    let words = fitting(words)?;
    store::notices::answer(&site.db, permit, id, words, now()).await?;
    leptos_axum::redirect(&About::of_place(&notice.at).address());
    Ok(())
}

pub(super) async fn read(notice: NoticeId, next: Option<&str>) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let notice = store::notices::notice(&site.db, notice).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, ReadNotice { notice: &notice })?;
    store::notices::mark_read(&site.db, permit, now()).await?;
    go_on(next);
    Ok(())
}

/// Where it stands, and what it is called.
async fn place(site: &Site, about: About) -> AppResult<(Locus, String)> {
    match about {
        About::Group(id) => {
            let group = store::accounts::group(&site.db, id).await?.ok_or(AppError::Hidden)?;
            Ok((group.at, format!("{} · {}", group.code, group.name)))
        }
        About::Venture(id) => {
            let venture = store::ventures::venture(&site.db, id).await?.ok_or(AppError::Hidden)?;
            Ok((venture.at, venture.name))
        }
    }
}

fn fitting(words: &str) -> AppResult<&str> {
    if notice_fits(words) {
        return Ok(words.trim());
    }
    let fault = if words.trim().is_empty() { FieldFault::Empty } else { FieldFault::TooLong };
    Err(AppError::Field("words".to_owned(), fault))
}
