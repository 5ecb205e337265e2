//! One venture as the staff reads it: what the team's own page shows, with the group and its mentors, and no way to change it.

use super::{
    assign::assign_address,
    deeds::{self, StaffVenture},
};
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::notices::{About, ExchangeCard};
use crate::pages::loaded;
use crate::programme::NextGate;
use crate::ui::{ButtonKind, Glyph, Icon, LinkButton};
use crate::ventures::{Members, Prototypes, ThreadsCard, VentureHead};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use shared::ids::VentureId;

/// `/portfolio/:venture`
#[component]
pub fn PortfolioVenturePage() -> impl IntoView {
    let id = use_params_map().with_untracked(|params| params.get_str("venture").and_then(|id| id.parse::<VentureId>().ok()));
    loaded(async move {
        let page = match id {
            Some(id) => deeds::venture(id).await,
            None => Err(AppError::Hidden),
        };
        match page {
            Ok(page) => view! { <Read page /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Read(page: StaffVenture) -> impl IntoView {
    let words = use_words();
    let StaffVenture { page, group: (code, name), mentors, may_write } = page;
    let notices = page.notices;
    let venture = page.venture;
    let (id, group) = (venture.id, venture.at.group);
    let team = venture.team.clone();
    view! {
        <Title text=venture.name.clone() />
        <div class="page dense">
            <a class="way-back" href="/portfolio">
                <Icon glyph=Glyph::ArrowLeft />
                {words.get(key::PORTFOLIO_BACK)}
            </a>
            <VentureHead venture gate=page.gate theme=page.theme place=page.place />
            <div class="row">
                <LinkButton href=format!("/v/{id}/board") glyph=Glyph::SquaresFour>{words.get(key::PORTFOLIO_READ_BOARD)}</LinkButton>
            </div>
            <div class="columns">
                <div class="stack">
                    <Prototypes venture=id prototypes=page.prototypes />
                    <ThreadsCard counts=page.threads />
                    {(may_write || !notices.is_empty()).then(|| view! { <ExchangeCard notices about=About::Venture(id) way=may_write.then_some(key::NOTICES_WRITE) /> })}
                </div>
                <div class="stack">
                    <NextGate venture=id />
                    <section class="card" aria-labelledby="team-title">
                        <h2 id="team-title">{words.get(key::PORTFOLIO_MEMBERS)}</h2>
                        <Members team />
                        <dl class="portfolio-facts">
                            <dt>{words.get(key::PORTFOLIO_GROUP)}</dt>
                            <dd><bdi>{name}</bdi> " " <bdi class="meta">{code}</bdi></dd>
                            <dt>{words.get(key::PORTFOLIO_MENTORS)}</dt>
                            {if mentors.is_empty() {
                                view! {
                                    <dd>{words.get(key::PORTFOLIO_NO_MENTOR)}</dd>
                                    <dd>
                                        <LinkButton href=assign_address(group, None) kind=ButtonKind::Secondary>
                                            {words.get(key::PORTFOLIO_ASSIGN)}
                                        </LinkButton>
                                    </dd>
                                }
                                    .into_any()
                            } else {
                                view! {
                                    {mentors.into_iter().map(|name| view! { <dd><bdi>{name}</bdi></dd> }).collect_view()}
                                    <dd><a href=assign_address(group, None)>{words.get(key::PORTFOLIO_CHANGE_MENTORS)}</a></dd>
                                }
                                    .into_any()
                            }}
                        </dl>
                    </section>
                </div>
            </div>
        </div>
    }
    .into_any()
}
