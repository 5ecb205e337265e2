//! The groups that need the staff for one reason: those an alert begins with, and all the others, each with its one act.

use super::{
    assign::assign_address,
    deeds,
    page::{Paging, address},
};
use crate::errors::Refusal;
use crate::feedback::now;
use crate::locale::{Key, Words, key, use_words};
use crate::pages::loaded;
use crate::ui::{ButtonKind, EmptyState, Glyph, Icon, LinkButton, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use shared::{
    ids::GroupId,
    portfolio::{Filter, GroupNeed, OrphanGroup, Overview, PAGE_ROWS, SilentGroup, WAITING_DAYS, WaitingGroup},
};

/// `/portfolio/groups?need=…&page=…`
#[component]
pub fn GroupsNeedPage() -> impl IntoView {
    let words = use_words();
    let (need, page) = use_query_map().with_untracked(|query| {
        let page = query.get_str("page").and_then(|page| page.parse().ok()).unwrap_or(1);
        let need = query.get_str("need").and_then(GroupNeed::from_code).unwrap_or(GroupNeed::ALL[0]);
        (need, u32::max(page, 1))
    });
    loaded(async move {
        match deeds::needy_groups(need, page).await {
            Ok(told) => view! {
                <Title text=words.get(title(need)) />
                <Listed need page told />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The address of a page of the groups with a need.
pub(super) fn groups_address(need: GroupNeed, page: u32) -> String {
    let home = format!("/portfolio/groups?need={}", need.code());
    if page > 1 { format!("{home}&page={page}") } else { home }
}

fn title(need: GroupNeed) -> Key {
    match need {
        GroupNeed::Mentor => key::PORTFOLIO_ALERT_MENTOR,
        GroupNeed::Waiting => key::PORTFOLIO_ALERT_WAITING,
        GroupNeed::Silent => key::PORTFOLIO_ALERT_SILENT,
    }
}

#[component]
fn Listed(need: GroupNeed, page: u32, told: Overview) -> impl IntoView {
    let words = use_words();
    let (all, rows): (u32, Vec<AnyView>) = match need {
        GroupNeed::Mentor => (told.orphan_groups, told.orphans.into_iter().map(|group| orphan(words, group)).collect()),
        GroupNeed::Waiting => (told.waiting_groups, told.waiting.into_iter().map(|group| waits(words, group)).collect()),
        GroupNeed::Silent => (told.silent_groups, told.silent.into_iter().map(|group| silent_one(words, group)).collect()),
    };
    let text = match need {
        GroupNeed::Mentor => words.get(key::PORTFOLIO_ALERT_MENTOR_TEXT).to_owned(),
        GroupNeed::Waiting => words.fill(key::PORTFOLIO_ALERT_WAITING_TEXT, &[("days", &WAITING_DAYS.to_string())]),
        GroupNeed::Silent => words.get(key::PORTFOLIO_ALERT_SILENT_TEXT).to_owned(),
    };
    let none = rows.is_empty();
    view! {
        <div class="page dense">
            <a class="way-back" href="/portfolio">
                <Icon glyph=Glyph::ArrowLeft />
                {words.get(key::PORTFOLIO_BACK)}
            </a>
            <header class="page-head">
                <h1>{words.get(title(need))}</h1>
                <p class="second">{words.plural(key::PORTFOLIO_GROUPS_COUNT, u64::from(all), &[])} " · " {text}</p>
            </header>
            {if none {
                view! {
                    <EmptyState scene=Scene::Answered title=words.get(key::PORTFOLIO_OFFICE_DONE_TITLE) text=words.get(key::PORTFOLIO_GROUPS_NONE)>
                        <LinkButton href="/portfolio" kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_BACK)}</LinkButton>
                    </EmptyState>
                }
                    .into_any()
            } else {
                view! {
                    <section class="card">
                        <ul class="alert-groups">{rows}</ul>
                    </section>
                    <Paging page total=all rows=PAGE_ROWS to=move |page| groups_address(need, page) />
                }
                    .into_any()
            }}
        </div>
    }
    .into_any()
}

/// A group that nobody accompanies.
pub(super) fn orphan(words: Words, group: OrphanGroup) -> AnyView {
    let facts = [
        words.plural(key::PORTFOLIO_GROUP_VENTURES, u64::from(group.ventures), &[]),
        words.plural(key::PORTFOLIO_GROUP_TRAINEES, u64::from(group.trainees), &[]),
    ];
    let ventures = (group.ventures > 0).then_some(group.id);
    row(&group.code, ventures, &[], facts.join(" · "), assign_link(words, group.id))
}

/// A group whose remarks wait.
pub(super) fn waits(words: Words, group: WaitingGroup) -> AnyView {
    let counted = |n: u32, word| (n > 0).then(|| words.plural(word, u64::from(n), &[]));
    let mut facts = Vec::new();
    facts.extend(counted(group.mentors_turn, key::PORTFOLIO_MENTORS_TURN_N));
    facts.extend(counted(group.teams_turn, key::PORTFOLIO_TEAMS_TURN_N));
    facts.push(words.fill(key::PORTFOLIO_OLDEST, &[("ago", &words.ago(group.since, now()))]));
    row(&group.code, Some(group.id), &group.mentors, facts.join(" · "), mentor_link(words, group.id, &group.mentors))
}

/// A group where nobody has entered.
pub(super) fn silent_one(words: Words, group: SilentGroup) -> AnyView {
    let trainees = words.plural(key::PORTFOLIO_GROUP_TRAINEES, u64::from(group.trainees), &[]);
    row(&group.code, None, &group.mentors, trainees, mentor_link(words, group.id, &group.mentors))
}

/// `ventures` is the group whose list the code leads to, where it has one.
fn row(code: &str, ventures: Option<GroupId>, mentors: &[String], facts: String, act: AnyView) -> AnyView {
    let mentors = mentors.iter().map(|name| view! { " · " <bdi>{name.clone()}</bdi> }).collect_view();
    let code = code.to_owned();
    let code = match ventures {
        Some(_) => {
            let href = address(&Filter { group: ventures, page: 1, ..Filter::default() });
            view! { <a class="alert-code" href=href><bdi>{code}</bdi></a> }.into_any()
        }
        None => view! { <bdi class="alert-code">{code}</bdi> }.into_any(),
    };
    view! {
        <li class="alert-group">
            <span>
                {code}
                {mentors}
                <span class="meta alert-facts">{facts}</span>
            </span>
            {act}
        </li>
    }
    .into_any()
}

/// The act for a group with mentors is to write to them, for one without to give it one.
fn mentor_link(words: Words, group: GroupId, mentors: &[String]) -> AnyView {
    if mentors.is_empty() {
        return assign_link(words, group);
    }
    let href = format!("/notices?group={group}");
    view! { <LinkButton href kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_WRITE)}</LinkButton> }.into_any()
}

fn assign_link(words: Words, group: GroupId) -> AnyView {
    view! { <LinkButton href=assign_address(group, None) kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_ASSIGN)}</LinkButton> }
        .into_any()
}
