//! How far each team has come, told from the boards as they are now, and how a sheet of the class comes onto a board.

use crate::board::{fill, spot};
use crate::context::Site;
use crate::error::{AppError, AppResult};
use board::{
    Document, Outcome,
    id::{RecordId, Seq},
    limits,
    record::{Direction, Parent},
};
use shared::{
    Lang,
    access::{Actor, LayOutSheet, Locus, RunClass, allow},
    classes::{ClassSession, Progress, Written, activities, written},
    ids::VentureId,
    reference,
};
use store::{accounts::GroupInfo, board::EmptySheet};

/// A team on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Team {
    /// Its venture.
    pub venture: VentureId,
    /// The venture's name.
    pub name: String,
    /// Who belongs to it.
    pub members: Vec<String>,
    /// How far they are.
    pub progress: Progress,
    /// Whether its board takes no more.
    pub full: bool,
}

/// The wall of a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ClassWall {
    /// The teams, oldest venture first.
    pub teams: Vec<Team>,
    /// Names of those who belong to none.
    pub alone: Vec<String>,
}

impl ClassWall {
    /// Teams that have begun.
    pub fn begun(&self) -> u32 {
        count(self.teams.iter().filter(|team| team.progress.has_begun()).count())
    }

    /// All teams.
    pub fn all(&self) -> u32 {
        count(self.teams.len())
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The templates that count for a class: those laid out, and where one of several is enough all of them.
fn accepted(class: &ClassSession) -> Vec<String> {
    match activities::activity(&class.activity, Lang::Fr) {
        Some(activity) if activity.choose_one => activity.deliverables,
        Some(_) | None => class.sheets.clone(),
    }
}

/// A sheet of a class on a board, and how far it is filled.
pub(super) struct ClassSheet {
    /// Its frame.
    pub frame: RecordId,
    /// Its first empty block.
    pub next: Option<String>,
    written: Written,
    /// How far it is.
    pub progress: Progress,
}

/// The sheet of a template that the team works on: the one written since the class began, else the fullest.
pub(super) fn sheet(document: &Document, template: &str, since: Seq) -> Option<ClassSheet> {
    let told = reference::template(template, Lang::Fr)?;
    let of_it = document.frames().filter(|frame| frame.template().is_some_and(|(id, ..)| id == template));
    let sheets = of_it.map(|frame| {
        let fill = fill::of(document, frame.id, &told);
        let written = written(document, frame.id, since);
        let progress = Progress::of(fill.filled, fill.blocks, written);
        ClassSheet { frame: frame.id, next: fill.next.map(|block| block.0), written, progress }
    });
    sheets.max_by_key(|sheet| (sheet.written == Written::Since, sheet.progress))
}

fn progress(document: &Document, class: &ClassSession, since: Seq) -> Progress {
    let accepted = accepted(class);
    let each: Vec<Progress> =
        accepted.iter().map(|id| sheet(document, id, since).map_or(Progress::Absent, |sheet| sheet.progress)).collect();
    if accepted.len() > class.sheets.len() {
        return each.into_iter().max().unwrap_or(Progress::Absent);
    }
    Progress::together(&each)
}

/// The wall of a class as the boards are now.
pub(super) async fn read(site: &Site, class: &ClassSession) -> AppResult<ClassWall> {
    let since = store::classes::since(&site.db, class.id).await?;
    let trainees = store::accounts::trainees(&site.db, class.group).await?;
    let mut teams = Vec::new();
    for card in store::ventures::wall_of_group(&site.db, class.group).await? {
        let members: Vec<String> = trainees
            .iter()
            .filter(|trainee| trainee.ventures.iter().any(|(venture, _)| *venture == card.id))
            .map(|trainee| trainee.name.clone())
            .collect();
        // A venture that everybody has left is nobody's work in class.
        if members.is_empty() {
            continue;
        }
        let document = site.boards.open(card.id).await?;
        let progress = progress(&document, class, since.get(&card.id).copied().unwrap_or_default());
        let full = progress == Progress::Absent && document.elements() >= limits::ELEMENTS;
        teams.push(Team { venture: card.id, name: card.name, members, progress, full });
    }
    let alone = trainees.into_iter().filter(|trainee| trainee.ventures.is_empty()).map(|trainee| trainee.name).collect();
    Ok(ClassWall { teams, alone })
}

/// Lays the sheets of a class on the boards that lack them. A board that does not take its sheet keeps no other from getting theirs; the wall
/// names its team.
pub(super) async fn lay_out(site: &Site, who: &Actor, group: &GroupInfo, class: &ClassSession) -> AppResult<()> {
    for card in store::ventures::wall_of_group(&site.db, group.id).await? {
        let at = Locus { venture: Some(card.id), ..group.at.clone() };
        if let Err(error) = one_board(site, who, &at, class, card.id).await {
            if error != AppError::Unavailable {
                return Err(error);
            }
            tracing::warn!(venture = %card.id, class = %class.id, "the sheet of a class was not laid out");
        }
    }
    Ok(())
}

async fn one_board(site: &Site, who: &Actor, at: &Locus, class: &ClassSession, venture: VentureId) -> AppResult<()> {
    let lang = store::ventures::venture(&site.db, venture).await?.ok_or(AppError::Hidden)?.lang;
    let direction = match lang {
        Lang::Ar => Direction::Rtl,
        Lang::Fr | Lang::En => Direction::Ltr,
    };
    let accepted = accepted(class);
    for sheet in &class.sheets {
        let document = site.boards.open(venture).await?;
        let has = |wanted: &str| document.frames().any(|frame| frame.template().is_some_and(|(id, ..)| id == wanted));
        let served = if accepted.len() > class.sheets.len() { accepted.iter().any(|id| has(id)) } else { has(sheet) };
        let Some(template) = reference::template(sheet, lang).filter(|_| !served) else { continue };
        let size = spot::sheet_size(&template);
        let position = spot::free(&document, size);
        let order = document.order_last(&Parent::Board);
        let permit = allow(who, LayOutSheet { at, class, sheet })?;
        let empty = EmptySheet { version: template.version, direction, position, size, order };
        if let Outcome::Refused { why, .. } = site.boards.lay_out(permit, empty).await? {
            tracing::info!(%venture, %why, "a board does not take the sheet of a class");
        }
    }
    let head = site.boards.open(venture).await?.head();
    let permit = allow(who, RunClass { at })?;
    Ok(store::classes::reached(&site.db, permit, class, venture, head).await?)
}
