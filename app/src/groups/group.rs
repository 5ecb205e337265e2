//! One group: its figures, each the way to those it counts, its class, its wall, and its people by number.

use super::{
    api::{AddToTeam, ResetCode},
    deeds::Open,
    list::GroupWall,
    page::address,
    show::Show,
    trainees::Trainees,
};
use crate::context::now;
use crate::error::AppError;
use crate::errors;
use crate::feedback::state_word;
use crate::locale::{Words, key, use_words};
use crate::programme::GateAsks;
use crate::ui::{Badge, ButtonKind, Chip, ChipState, EmptyState, Glyph, Icon, LinkButton, Scene, Tone};
use leptos::{prelude::*, server::ServerActionError};
use server_fn::{ServerFn, error::ServerFnUrlError};
use shared::{classes, ids::GroupId};
use store::{accounts::GroupCounts, feedback::WaitingVenture};

/// The page of a group.
#[component]
pub(super) fn OpenGroup(open: Open) -> impl IntoView {
    let words = use_words();
    let Open { group, show, trainees, part, waiting, room, class } = open;
    let home = address(group.id);
    let class = class.map(|(class, name)| match class.left(now()) {
        Some(left) => format!("{name} · {}", words.plural(key::TIME_MINUTES, classes::minutes(left), &[])),
        None => name,
    });
    let glyph = if class.is_some() { Glyph::Clock } else { Glyph::Play };
    let to_class = class.unwrap_or_else(|| words.get(key::GROUPS_TO_CLASS).to_owned());
    view! {
        <div class="page dense">
            <header class="page-head">
                <a class="way-back" href="/groups">
                    <Icon glyph=Glyph::ArrowLeft />
                    {words.get(key::GROUPS_MINE)}
                </a>
                <h1>
                    <bdi>{group.name.clone()}</bdi>
                    " "
                    <bdi class="second group-code">{group.code.clone()}</bdi>
                </h1>
                <div class="row">
                    <LinkButton href=format!("{home}/class") glyph>{to_class}</LinkButton>
                    <LinkButton href=format!("{home}/cards") kind=ButtonKind::Secondary glyph=Glyph::Key>
                        {words.get(key::GROUPS_TO_CARDS)}
                    </LinkButton>
                </div>
            </header>
            {returned(words)
                .map(|said| {
                    view! {
                        <p class="form-says" role="alert">
                            <Icon glyph=Glyph::Warning />
                            <span>{said}</span>
                        </p>
                    }
                })}
            <GateAsks group=group.id />
            <Figures group=group.id counts=group.counts show />
            {(show == Show::All)
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="wall-title">
                            <h2 id="wall-title">{words.get(key::GROUPS_WALL)}</h2>
                            <GroupWall wall=group.wall />
                        </section>
                    }
                })}
            <section class="stack trainees" aria-labelledby="list-title">
                <h2 id="list-title">{words.get(show.title())}</h2>
                {(show == Show::NoTeam).then(|| view! { <p class="second">{words.get(key::GROUPS_NO_TEAM_TEXT)}</p> })}
                {if part.of == 0 && waiting.is_empty() {
                    view! { <Nobody group=group.id show /> }.into_any()
                } else if show == Show::Waiting {
                    view! { <Waiting waiting /> }.into_any()
                } else {
                    view! { <Trainees group=group.id trainees part show room /> }.into_any()
                }}
            </section>
        </div>
    }
    .into_any()
}

/// Why a form of the page was not taken: its address says it.
fn returned(words: Words) -> Option<String> {
    let told = use_context::<ServerActionError>().filter(|told| [AddToTeam::PATH, ResetCode::PATH].contains(&told.path()))?;
    Some(errors::said(words, &ServerFnUrlError::<AppError>::decode_err(told.err())))
}

/// What a list says that has nobody in it, and the way back to everybody.
#[component]
fn Nobody(group: GroupId, show: Show) -> impl IntoView {
    let words = use_words();
    let scene = if show.is_well() { Scene::Answered } else { Scene::Nothing };
    let back = (show != Show::All).then(|| {
        view! { <LinkButton href=address(group) kind=ButtonKind::Secondary>{words.get(key::GROUPS_EVERYBODY)}</LinkButton> }
    });
    view! {
        <EmptyState scene title=words.get(show.nobody()) text=words.get(show.nobody_more())>
            {back}
        </EmptyState>
    }
    .into_any()
}

/// The figures of a group as filters, everybody first.
#[component]
fn Figures(group: GroupId, counts: GroupCounts, show: Show) -> impl IntoView {
    let words = use_words();
    let home = address(group);
    let chips = [Show::All]
        .into_iter()
        .chain(Show::FIGURES)
        .map(|one| {
            let count = one.count(&counts);
            let href = if one == Show::All { home.clone() } else { format!("{home}?show={}", one.word()) };
            let state = if one == show { ChipState::Selected } else { ChipState::Open };
            view! {
                <li>
                    <Chip href state>
                        <b class="figure-count"><bdi>{count}</bdi></b>
                        <span>{words.plural(one.said(), u64::from(count), &[])}</span>
                    </Chip>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=words.get(key::GROUPS_FIGURES)>
            <ul class="row group-figures">{chips}</ul>
        </nav>
    }
    .into_any()
}

/// Ventures whose remarks wait for the mentor, each the way to the one that has waited longest.
#[component]
fn Waiting(waiting: Vec<WaitingVenture>) -> impl IntoView {
    let words = use_words();
    let rows = waiting
        .into_iter()
        .map(|venture| {
            let href = format!("/feedback?column={}&thread={}", venture.state.code(), venture.first);
            view! {
                <li class="card">
                    <a href=href><bdi>{venture.name}</bdi></a>
                    <Badge tone=Tone::Mentor glyph=Glyph::ChatText>{words.plural(key::GROUPS_THREADS, u64::from(venture.threads), &[])}</Badge>
                    <span class="second">{state_word(words, venture.state)} " · " {words.ago(venture.since, now())}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="group-waiting">{rows}</ul> }.into_any()
}
