//! Behind joining and leaving a team: who, load, judge, write, answer. Only on the server.

use super::{api::Page, deeds::load};
use crate::context::{Site, actor, now, site};
use crate::error::{AppError, AppResult};
use leptos_router::params::ParamsMap;
use shared::{
    Millis,
    access::{
        Actor, AskToJoin, CreateVenture, DeclineJoin, InviteToTeam, LeaveTeam, MoveTeammate, RemoveTeammate, SeeVenture, TEAM_LIMIT, allow,
    },
    ids::{PersonId, VentureId},
    joining::{CodeRefusal, JoinCode},
    ventures::{Member, Venture},
};
use store::{
    StoreError,
    ventures::{Left, Told},
};

/// Chance gives a code that is known already once in many millions; so many times running, it is not chance.
const DRAWS: u32 = 4;

/// A team's code and what it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// The code.
    pub code: JoinCode,
    /// Whole days it is still good, rounded up.
    pub days: u64,
    /// The address that the square holds.
    pub address: String,
}

/// What may be done about a team on its venture's page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamView {
    /// Whether the reader may make a code: they belong to the team and it has room.
    pub may_invite: bool,
    /// The code that is good now.
    pub invite: Option<Invite>,
    /// Who wishes to join; only for those who may answer.
    pub wishes: Vec<Member>,
    /// Whether the reader may leave.
    pub may_leave: bool,
    /// Whether the reader may take people out.
    pub may_remove: bool,
    /// The other ventures of the group, to which the reader may move people.
    pub others: Vec<(VentureId, String)>,
}

pub(crate) async fn view(site: &Site, who: &Actor, venture: &Venture) -> AppResult<TeamView> {
    let at = &venture.at;
    let members = u32::try_from(venture.team.len()).unwrap_or(TEAM_LIMIT);
    let may_invite = members < TEAM_LIMIT && allow(who, InviteToTeam { at }).is_ok();
    let invite = if may_invite { store::ventures::join_code(&site.db, venture.id, now()).await? } else { None };
    let wishes =
        if allow(who, DeclineJoin { at }).is_ok() { store::ventures::join_wishes(&site.db, venture.id).await? } else { Vec::new() };
    let may_remove = allow(who, RemoveTeammate { at }).is_ok();
    let of_group = if may_remove { store::ventures::of_group(&site.db, at.group).await? } else { Vec::new() };
    Ok(TeamView {
        may_invite,
        invite: invite.map(|(code, until)| Invite {
            days: days(until),
            address: crate::sharing::whole(&format!("/join?code={}", code.as_str())),
            code,
        }),
        wishes,
        may_leave: allow(who, LeaveTeam { at }).is_ok(),
        may_remove,
        others: of_group.into_iter().filter(|card| card.id != venture.id).map(|card| (card.id, card.name)).collect(),
    })
}

fn days(until: Millis) -> u64 {
    u64::try_from(until.0 - now().0).unwrap_or_default().div_ceil(Millis::DAY.unsigned_abs())
}

pub(super) async fn new_code(id: VentureId, from: Page) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    let mut drawn = 0;
    loop {
        let permit = allow(&who, InviteToTeam { at: &venture.at })?;
        let code = store::ventures::new_join_code()?;
        drawn += 1;
        match store::ventures::renew_join_code(&site.db, permit, &code, now()).await {
            Err(StoreError::Taken) if drawn < DRAWS => {}
            done => break done?,
        }
    }
    leptos_axum::redirect(&format!("{}#invite", from.address(id)));
    Ok(())
}

/// What a trainee reads who has typed a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The venture.
    pub venture: Venture,
    /// Whether they have asked already.
    pub asked: bool,
}

/// Looks a code up; nothing was typed where there is none.
pub(super) async fn find(typed: Option<&str>) -> AppResult<Option<Result<Found, CodeRefusal>>> {
    let (who, site) = (actor()?, site());
    let group = who.group().ok_or(AppError::Forbidden)?;
    // Who may start a venture of the group may join one.
    allow(&who, CreateVenture { group })?;
    let Some(typed) = typed.filter(|typed| !typed.trim().is_empty()) else { return Ok(None) };
    let code = JoinCode::parse(typed);
    match store::ventures::try_code(&site.db, who.person, group, code.as_ref(), now()).await? {
        Err(refusal) => Ok(Some(Err(refusal))),
        Ok(id) => {
            let venture = load(&site, id).await?;
            let asked =
                store::ventures::wishes_of(&site.db, who.person).await?.iter().any(|wish| wish.venture == id && wish.declined.is_none());
            Ok(Some(Ok(Found { venture, asked })))
        }
    }
}

pub(super) async fn ask(typed: &str) -> AppResult<()> {
    if let Some(Ok(Found { venture, .. })) = find(Some(typed)).await? {
        let (who, site) = (actor()?, site());
        let permit = allow(&who, AskToJoin { at: &venture.at })?;
        store::ventures::ask_to_join(&site.db, permit, now()).await?;
    }
    // The page says how it stands: asked, or why not.
    let mut query = ParamsMap::new();
    query.insert("code", typed.chars().take(20).collect::<String>());
    leptos_axum::redirect(&format!("/join{}", query.to_query_string()));
    Ok(())
}

pub(super) async fn take_back(id: VentureId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    let permit = allow(&who, AskToJoin { at: &venture.at })?;
    store::ventures::take_back_wish(&site.db, permit).await?;
    leptos_axum::redirect("/today");
    Ok(())
}

pub(super) async fn decline(id: VentureId, person: PersonId, from: Page) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    let permit = allow(&who, DeclineJoin { at: &venture.at })?;
    store::ventures::decline_join(&site.db, permit, person, now()).await?;
    leptos_axum::redirect(&from.address(id));
    Ok(())
}

pub(super) async fn leave(id: VentureId, told: Told) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    let permit = allow(&who, LeaveTeam { at: &venture.at })?;
    let left = store::ventures::leave_team(&site.db, permit, told, now()).await?;
    answer(&site, left, id, who.person, "/today?left=1")
}

pub(super) async fn remove(id: VentureId, person: PersonId, told: Told) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    let permit = allow(&who, RemoveTeammate { at: &venture.at })?;
    let left = store::ventures::remove_teammate(&site.db, permit, person, told, now()).await?;
    answer(&site, left, id, person, &format!("/v/{id}"))
}

pub(super) async fn move_to(id: VentureId, person: PersonId, to: VentureId, told: Told) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    allow(&who, SeeVenture { at: &venture.at })?;
    let other = load(&site, to).await?;
    let permit = allow(&who, MoveTeammate { from: &venture.at, to: &other.at })?;
    if !venture.team.iter().any(|member| member.person == person) {
        return Err(AppError::Conflict);
    }
    let left = store::ventures::move_teammate(&site.db, permit, person, told, now()).await?;
    answer(&site, left, id, person, &format!("/v/{to}"))
}

/// Whoever is gone is off the board at once.
fn answer(site: &Site, left: Left, id: VentureId, person: PersonId, next: &str) -> AppResult<()> {
    match left {
        Left::Gone => {
            site.boards.revoke(id, person);
            leptos_axum::redirect(next);
            Ok(())
        }
        Left::Last => {
            leptos_axum::redirect(&format!("/v/{id}?last={person}"));
            Ok(())
        }
        Left::Full => Err(AppError::TeamFull),
    }
}
