//! A venture's page: where it stands, what it is about, who makes it, and the ways to its board and prototypes.

use super::{
    deeds::{self, VentureView},
    edit::EditFold,
    invite::InviteCard,
    naming::NameIt,
    parts::{Prototypes, ThreadsCard, VentureHead},
    seen::WhoSees,
    team::{Room, Team},
};
use crate::accounts::use_who;
use crate::cards::CardsList;
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::notices::{About, ExchangeCard};
use crate::pages::loaded;
use crate::programme::NextGate;
use crate::sharing::ShareLink;
use crate::ui::{Glyph, LinkButton};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use shared::{
    access::{self, EditVenture, TEAM_LIMIT, allow},
    ids::VentureId,
    starting,
};

/// `/v/:venture`
#[component]
pub fn VenturePage() -> impl IntoView {
    let id = use_params_map().with_untracked(|params| params.get_str("venture").and_then(|id| id.parse::<VentureId>().ok()));
    loaded(async move {
        let page = match id {
            Some(id) => deeds::page(id).await,
            None => Err(AppError::Hidden),
        };
        match page {
            Ok(page) => view! { <VentureCardPage page /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn VentureCardPage(page: VentureView) -> impl IntoView {
    let words = use_words();
    let who = use_who();
    let VentureView { venture, gate, theme, place, prototypes, threads, free, team, seers, demo, notices, signed, choices } = page;
    let members = u32::try_from(venture.team.len()).unwrap_or(TEAM_LIMIT);
    let at = venture.at.clone();
    let may_edit = who.with(|who| who.as_ref().is_some_and(|who| allow(who, EditVenture { at: &at }).is_ok()));
    let room = who.with(|who| {
        let Some(who) = who else { return Room::NotMine };
        let rule =
            |members| allow(who, access::AddTeammate { at: &at, their_group: at.group, members, wish: access::Wish::Silent }).is_ok();
        match (rule(members), rule(0)) {
            (true, _) => Room::For(free),
            (false, true) => Room::Full,
            (false, false) => Room::NotMine,
        }
    });
    let id = venture.id;
    let (may_invite, invite) = (team.may_invite, team.invite.clone());
    let unnamed = may_edit && starting::is_provisional(&venture);
    let board = if may_edit { key::VENTURES_OPEN_BOARD } else { key::VENTURES_READ_BOARD };
    view! {
        <Title text=venture.name.clone() />
        <div class="page">
            <VentureHead venture=venture.clone() gate theme place />
            <div class="row">
                <LinkButton href=format!("/v/{id}/board") glyph=Glyph::SquaresFour>{words.get(board)}</LinkButton>
                <ShareLink venture=id title=venture.name.clone() />
            </div>
            {unnamed.then(|| view! { <NameIt venture=id /> })}
            <div class="columns">
                <div class="stack">
                    <Prototypes venture=id prototypes />
                    <CardsList venture=id signed />
                    <ThreadsCard counts=threads />
                    {(!notices.is_empty()).then(|| view! { <ExchangeCard notices about=About::Venture(id) way=Some(key::NOTICES_OPEN) /> })}
                    <WhoSees venture=id team=venture.team.clone() seers demo />
                    {choices
                        .filter(|_| may_edit)
                        .map(|choices| view! { <EditFold venture=venture.clone() choices /> })}
                </div>
                <div class="stack">
                    <NextGate venture=id />
                    <Team venture=id team=venture.team room view=team />
                    {may_invite.then(|| view! { <InviteCard venture=id invite /> })}
                </div>
            </div>
        </div>
    }
}
