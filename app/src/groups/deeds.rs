//! Behind the page and the form of groups: who, load, judge, write, answer.

use super::{edge, page::address};
use crate::context::{Site, actor, now, site, visit};
use crate::error::{AppError, AppResult};
use shared::{
    access::{ResetCode, SeeFeedbackBoard, SeeGroup, allow},
    accounts::OneTimeCode,
    ids::{GroupId, PersonId, VentureId},
    programme::GateWords,
    reference,
    ventures::Gate,
};
use store::accounts::{GroupCounts, GroupInfo};

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
    /// Trainees.
    pub trainees: u32,
    /// Those who have entered.
    pub entered: u32,
    /// Threads that wait for a team.
    pub waiting: u32,
    /// Its ventures, oldest first.
    pub wall: Vec<WallVenture>,
}

/// Whether a trainee has chosen a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// They have.
    Entered,
    /// Their card still waits.
    NotYet,
}

/// A trainee in the list of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainee {
    /// Who.
    pub person: PersonId,
    /// Number in the group.
    pub number: u32,
    /// Name.
    pub name: String,
    /// How far their entry is.
    pub entry: Entry,
    /// Their ventures.
    pub ventures: Vec<(VentureId, String)>,
}

/// The groups of a mentor, with the trainees of the one that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// By code. Only the open one, when one is.
    pub groups: Vec<GroupCard>,
    /// What the open group shows besides.
    pub open: Option<Open>,
}

/// The group that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its trainees, by number.
    pub trainees: Vec<Trainee>,
    /// A card that was just made.
    pub card: Option<EntryCard>,
}

/// What stands on a new card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryCard {
    /// The group's code.
    pub group: String,
    /// Number in the group.
    pub number: u32,
    /// Name.
    pub name: String,
    /// The one-time code, as printed.
    pub code: String,
}

pub(super) async fn page(open: Option<GroupId>) -> AppResult<Groups> {
    let (who, site) = (actor()?, site());
    // The same people read the feedback and the groups: those who accompany some.
    allow(&who, SeeFeedbackBoard)?;
    let gates = reference::gates(visit().lang);
    let counts = store::accounts::counts_of_mentor(&site.db, who.person).await?;
    let counts = |group: &GroupInfo| counts.get(&group.id).copied().unwrap_or_default();
    let Some(open) = open else {
        let mut groups = Vec::new();
        for group in store::accounts::groups_of_mentor(&site.db, who.person).await? {
            let counts = counts(&group);
            groups.push(card(&site, group, counts, &gates).await?);
        }
        return Ok(Groups { groups, open: None });
    };
    let group = store::accounts::group(&site.db, open).await?.ok_or(AppError::Hidden)?;
    allow(&who, SeeGroup { at: &group.at })?;
    let trainees = store::accounts::trainees(&site.db, open).await?.into_iter().map(|row| Trainee {
        person: row.person,
        number: row.number,
        name: row.name,
        entry: if row.entered { Entry::Entered } else { Entry::NotYet },
        ventures: row.ventures,
    });
    let trainees: Vec<Trainee> = trainees.collect();
    let entry = new_card(&group, &trainees, edge::take());
    let counts = counts(&group);
    Ok(Groups { groups: vec![card(&site, group, counts, &gates).await?], open: Some(Open { trainees, card: entry }) })
}

async fn card(site: &Site, group: GroupInfo, counts: GroupCounts, gates: &[GateWords]) -> AppResult<GroupCard> {
    let wall = store::ventures::wall_of_group(&site.db, group.id).await?.into_iter().map(|venture| WallVenture {
        gate_name: gates.iter().find(|words| words.gate == venture.gate).map(|words| words.name.clone()).unwrap_or_default(),
        id: venture.id,
        name: venture.name,
        gate: venture.gate,
    });
    Ok(GroupCard {
        id: group.id,
        code: group.code,
        name: group.name,
        trainees: counts.trainees,
        entered: counts.entered,
        waiting: counts.waiting,
        wall: wall.collect(),
    })
}

pub(super) async fn reset_code(person: PersonId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    // The card is read on the mentors' page: a code that its maker cannot read would only shut the trainee out.
    allow(&who, SeeFeedbackBoard)?;
    let at = store::accounts::person_locus(&site.db, person).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, ResetCode { at: &at, person })?;
    let code = store::accounts::new_code()?;
    store::accounts::reset_code(&site.db, permit, &code, &site.secrets, now()).await?;
    site.boards.revoke_everywhere(person);
    edge::hand_over(person, &code);
    leptos_axum::redirect(&address(at.group));
    Ok(())
}

/// The card that was just made for somebody of the open group. Asking for it forgets its code.
fn new_card(group: &GroupInfo, trainees: &[Trainee], handed: Option<(PersonId, OneTimeCode)>) -> Option<EntryCard> {
    let (person, code) = handed?;
    let trainee = trainees.iter().find(|trainee| trainee.person == person)?;
    Some(EntryCard { group: group.code.clone(), number: trainee.number, name: trainee.name.clone(), code: code.printed() })
}
