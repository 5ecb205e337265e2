//! A venture's page: where it stands, what it is about, who makes it, and the ways to its board and prototypes.

use super::{
    api::{AddTeammate, Edit},
    deeds::{self, Playable, VentureView},
    edit::EditFold,
    numbers::ThreadNumbers,
    team::{Room, Team},
};
use crate::accounts::use_who;
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::ui::{Badge, ButtonKind, Gates, Glyph, Icon, LinkButton, Star, StarSize};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use shared::{
    access::{self, EditVenture, TEAM_LIMIT, allow},
    ids::VentureId,
};

/// `/v/:venture`
#[component]
pub fn VenturePage() -> impl IntoView {
    let id = use_params_map().with_untracked(|params| params.get_str("venture").and_then(|id| id.parse::<VentureId>().ok()));
    let edit = ServerAction::<Edit>::new();
    let add = ServerAction::<AddTeammate>::new();
    crate::later::later(async move {
        let page = match id {
            Some(id) => deeds::page(id).await,
            None => Err(AppError::Hidden),
        };
        match page {
            Ok(page) => view! { <VentureCardPage page edit add /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn VentureCardPage(page: VentureView, edit: ServerAction<Edit>, add: ServerAction<AddTeammate>) -> impl IntoView {
    let words = use_words();
    let who = use_who();
    let VentureView { venture, gate, next, theme, place, prototypes, threads, free, choices } = page;
    let members = u32::try_from(venture.team.len()).unwrap_or(TEAM_LIMIT);
    let at = venture.at.clone();
    let may_edit = who.with(|who| who.as_ref().is_some_and(|who| allow(who, EditVenture { at: &at }).is_ok()));
    let room = who.with(|who| {
        let Some(who) = who else { return Room::NotMine };
        let rule = |members| allow(who, access::AddTeammate { at: &at, their_group: at.group, members }).is_ok();
        match (rule(members), rule(0)) {
            (true, _) => Room::For(free),
            (false, true) => Room::Full,
            (false, false) => Room::NotMine,
        }
    });
    let said = words.fill(key::CHROME_STAR, &[("n", &venture.gate.0.to_string()), ("gate", &gate)]);
    let id = venture.id;
    let board = if may_edit { key::VENTURES_OPEN_BOARD } else { key::VENTURES_READ_BOARD };
    view! {
        <Title text=venture.name.clone() />
        <div class="page">
            <header class="venture-head">
                <Star gates=Gates::up_to(venture.gate.0) size=StarSize::Venture theme=Glyph::of_theme(&venture.theme) />
                <div class="stack stack-close">
                    <h1 dir="auto">{venture.name.clone()}</h1>
                    <p class="venture-gate">{said}</p>
                    {(!venture.idea.is_empty()).then(|| view! { <p class="lead" dir="auto">{venture.idea.clone()}</p> })}
                    <div class="row">
                        <Badge glyph=Glyph::of_theme(&venture.theme)>{theme}</Badge>
                        {(!place.is_empty()).then(|| view! { <Badge glyph=Glyph::MapPin><bdi>{place}</bdi></Badge> })}
                    </div>
                </div>
            </header>
            <div class="row">
                <LinkButton href=format!("/v/{id}/board") glyph=Glyph::SquaresFour>{words.get(board)}</LinkButton>
            </div>
            <div class="columns">
                <div class="stack">
                    <Prototypes venture=id prototypes />
                    <section class="card" aria-labelledby="threads-title">
                        <h2 id="threads-title">{words.get(key::VENTURES_THREADS)}</h2>
                        <ThreadNumbers counts=threads />
                    </section>
                    {choices
                        .filter(|_| may_edit)
                        .map(|choices| view! { <EditFold venture=venture.clone() choices action=edit /> })}
                </div>
                <div class="stack">
                    {next
                        .map(|next| {
                            view! {
                                <section class="card" aria-labelledby="next-gate-title">
                                    <h2 id="next-gate-title">{words.get(key::VENTURES_NEXT_GATE)} " " {next.name}</h2>
                                    <blockquote class="promise">{next.promise}</blockquote>
                                    <ul class="conditions">
                                        {next.conditions.into_iter().map(|c| view! { <li>{c}</li> }).collect_view()}
                                    </ul>
                                </section>
                            }
                        })}
                    <Team venture=id team=venture.team room action=add />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Prototypes(venture: VentureId, prototypes: Vec<Playable>) -> impl IntoView {
    let words = use_words();
    let list = prototypes
        .into_iter()
        .map(|prototype| {
            let name = if prototype.name.is_empty() { words.get(key::VENTURES_UNNAMED).to_owned() } else { prototype.name };
            view! {
                <li class="playable">
                    <span class="stack stack-close">
                        <bdi class="playable-name">{name}</bdi>
                        <span class="meta">{words.plural(key::VENTURES_SCREENS, u64::from(prototype.screens), &[])}</span>
                    </span>
                    {(prototype.screens > 0)
                        .then(|| {
                            view! {
                                <a
                                    class="button button-secondary"
                                    rel="external"
                                    href=format!("/v/{venture}/prototypes/{}/play", prototype.record)
                                >
                                    <span class="button-face">
                                        <Icon glyph=Glyph::Play />
                                        {words.get(key::VENTURES_PLAY)}
                                    </span>
                                </a>
                            }
                        })}
                </li>
            }
        })
        .collect::<Vec<_>>();
    let empty = list.is_empty();
    view! {
        <section class="card" aria-labelledby="prototypes-title">
            <h2 id="prototypes-title">{words.get(key::VENTURES_PROTOTYPES)}</h2>
            {if empty {
                view! {
                    <p class="second">{words.get(key::VENTURES_NO_PROTOTYPE)}</p>
                    <div class="row">
                        <LinkButton href=format!("/v/{venture}/board") kind=ButtonKind::Secondary>
                            {words.get(key::VENTURES_TO_BOARD)}
                        </LinkButton>
                    </div>
                }
                    .into_any()
            } else {
                view! { <ul class="playables">{list}</ul> }.into_any()
            }}
        </section>
    }
}
