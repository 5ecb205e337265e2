//! Behind the pages and the forms of groups: who, load, judge, write, answer.

use super::{edge, page::address, part::Part, show::Show};
use crate::context::{Site, actor, now, site, visit};
use crate::error::{AppError, AppResult};
use shared::{
    Millis,
    access::{Actor, AddTeammate, ResetCode, SeeFeedbackBoard, SeeGroup, TEAM_LIMIT, allow},
    classes::ClassSession,
    ids::{GroupId, PersonId, VentureId},
    programme::GateWords,
    reference,
    ventures::Gate,
};
use store::{
    accounts::{GroupCounts, GroupInfo, TraineeRow},
    feedback::WaitingVenture,
};

/// Who wrote on a board since then was active this week.
const WEEK: i64 = 7 * Millis::DAY;

/// A venture on a wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallVenture {
    /// Its id.
    pub id: VentureId,
    /// Name.
    pub name: String,
    /// Last gate signed.
    pub gate: Gate,
    /// The gate's name.
    pub gate_name: String,
}

/// A group with its numbers and its wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupCard {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Name.
    pub name: String,
    /// In numbers.
    pub counts: GroupCounts,
    /// Its ventures, oldest first.
    pub wall: Vec<WallVenture>,
}

/// A group that is open, and of its people and ventures those that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The group.
    pub group: GroupCard,
    /// What was asked for.
    pub show: Show,
    /// Trainees of the page, by number.
    pub trainees: Vec<TraineeRow>,
    /// Which page of how many.
    pub part: Part,
    /// Ventures that wait for the mentor, where these were asked for.
    pub waiting: Vec<WaitingVenture>,
    /// Teams with room for one more, where those without a team were asked for.
    pub room: Vec<(VentureId, String)>,
    /// The class that runs, and what it works on.
    pub class: Option<(ClassSession, String)>,
}

/// The mentor who asks, and the group. Another mentor's group is no group.
pub(crate) async fn accompanied(group: GroupId) -> AppResult<(Actor, Site, GroupInfo)> {
    let (who, site) = (actor()?, site());
    // The same people read the feedback and the groups: those who accompany some.
    allow(&who, SeeFeedbackBoard)?;
    let group = store::accounts::group(&site.db, group).await?.ok_or(AppError::Hidden)?;
    allow(&who, SeeGroup { at: &group.at })?;
    Ok((who, site, group))
}

pub(super) async fn list() -> AppResult<Vec<GroupCard>> {
    let (who, site) = (actor()?, site());
    allow(&who, SeeFeedbackBoard)?;
    let gates = reference::gates(visit().lang);
    let counts = store::accounts::counts_of_mentor(&site.db, who.person, Millis(now().0 - WEEK)).await?;
    let mut groups = Vec::new();
    for group in store::accounts::groups_of_mentor(&site.db, who.person).await? {
        let counts = counts.get(&group.id).copied().unwrap_or_default();
        groups.push(card(&site, group, counts, &gates).await?);
    }
    Ok(groups)
}

pub(super) async fn open(group: GroupId, show: Show, mut part: Part) -> AppResult<Open> {
    let (who, site, group) = accompanied(group).await?;
    let lang = visit().lang;
    let week = Millis(now().0 - WEEK);
    let counts = store::accounts::counts_of_mentor(&site.db, who.person, week).await?.get(&group.id).copied().unwrap_or_default();
    let asked = |row: &TraineeRow| match show {
        Show::All => true,
        Show::Never => !row.entered,
        Show::NoTeam => row.mates < 2,
        Show::NoVenture => row.ventures.is_empty(),
        Show::Active => row.worked.is_some_and(|at| at >= week),
        Show::Waiting => false,
    };
    let mut trainees: Vec<TraineeRow> = store::accounts::trainees(&site.db, group.id).await?.into_iter().filter(asked).collect();
    part.of = trainees.len();
    trainees.retain(|row| part.finds(row));
    let trainees = part.cut(trainees);
    let waiting = if show == Show::Waiting { store::feedback::waiting_in_group(&site.db, group.id).await? } else { Vec::new() };
    let room = if show == Show::NoTeam { store::ventures::with_room(&site.db, group.id).await? } else { Vec::new() };
    let class = crate::classes::running(&site, group.id, lang).await?;
    let group = card(&site, group, counts, &reference::gates(lang)).await?;
    Ok(Open { group, show, trainees, part, waiting, room, class })
}

async fn card(site: &Site, group: GroupInfo, counts: GroupCounts, gates: &[GateWords]) -> AppResult<GroupCard> {
    let wall = store::ventures::wall_of_group(&site.db, group.id).await?.into_iter().map(|venture| WallVenture {
        gate_name: gates.iter().find(|words| words.gate == venture.gate).map(|words| words.name.clone()).unwrap_or_default(),
        id: venture.id,
        name: venture.name,
        gate: venture.gate,
    });
    Ok(GroupCard { id: group.id, code: group.code, name: group.name, counts, wall: wall.collect() })
}

pub(super) async fn reset_code(person: PersonId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    // The card is read on the mentors' page: a code that its maker cannot read would only shut the trainee out.
    allow(&who, SeeFeedbackBoard)?;
    let at = store::accounts::person_locus(&site.db, person).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, ResetCode { at: &at, person })?;
    let trainees = store::accounts::trainees(&site.db, at.group).await?;
    let number = trainees.iter().find(|row| row.person == person).map(|row| row.number).ok_or(AppError::Hidden)?;
    let code = store::accounts::new_code()?;
    store::accounts::reset_code(&site.db, permit, &code, &site.secrets, now()).await?;
    site.boards.revoke_everywhere(person);
    edge::hand_over(at.group, &[(number, code)]);
    leptos_axum::redirect(&format!("{}/cards", address(at.group)));
    Ok(())
}

/// Puts a trainee into a team of the group, and comes back to those who still have none.
pub(super) async fn add_to_team(venture: VentureId, person: PersonId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    allow(&who, SeeFeedbackBoard)?;
    let team = store::ventures::venture(&site.db, venture).await?.ok_or(AppError::Hidden)?;
    allow(&who, SeeGroup { at: &team.at })?;
    let theirs = store::accounts::person_locus(&site.db, person).await?.ok_or(AppError::Hidden)?;
    let members = u32::try_from(team.team.len()).unwrap_or(TEAM_LIMIT);
    let joined = team.team.iter().any(|member| member.person == person);
    if members >= TEAM_LIMIT && !joined {
        return Err(AppError::TeamFull);
    }
    if !joined {
        let permit = allow(&who, AddTeammate { at: &team.at, their_group: theirs.group, members })?;
        if !store::ventures::add_teammate(&site.db, permit, person, "", now()).await? {
            return Err(AppError::TeamFull);
        }
    }
    leptos_axum::redirect(&format!("{}?show={}", address(team.at.group), Show::NoTeam.word()));
    Ok(())
}
