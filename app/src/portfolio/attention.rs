//! What needs the staff first: one alert a need, each with the groups to begin with and one act.

use super::{
    deeds::Office,
    page::{address, export_link},
};
use crate::feedback::now;
use crate::locale::{Key, Words, key, use_words};
use crate::notices::Unread;
use crate::ui::{ButtonKind, EmptyState, Glyph, Icon, LinkButton, Scene};
use leptos::prelude::*;
use shared::{
    ids::GroupId,
    portfolio::{Filter, Need, Overview, STILL_DAYS, WAITING_DAYS},
};

/// The alerts, the most urgent first. What needs nobody is not there, and of no ventures at all nothing is said.
#[component]
pub(super) fn Attention(office: Office, needs: [u32; 4], total: u32) -> impl IntoView {
    let words = use_words();
    let days = WAITING_DAYS.to_string();
    let [.., stuck] = needs;
    let Office { overview, reports, unread } = office;
    let (orphan_groups, waiting_groups, silent_groups) = (overview.orphan_groups, overview.waiting_groups, overview.silent_groups);
    let Overview { orphans, waiting, silent, .. } = overview;
    let quiet = reports == 0 && stuck == 0 && unread.is_empty() && orphan_groups + waiting_groups + silent_groups == 0;
    if quiet && total == 0 {
        return ().into_any();
    }
    if quiet {
        let text = words.fill(key::PORTFOLIO_OFFICE_DONE_TEXT, &[("days", &days)]);
        return view! { <EmptyState scene=Scene::Answered title=words.get(key::PORTFOLIO_OFFICE_DONE_TITLE) text /> }.into_any();
    }
    let reports = (reports > 0).then(|| {
        view! {
            <Alert glyph=Glyph::Flag title=key::PORTFOLIO_ALERT_REPORTS text=words.get(key::PORTFOLIO_ALERT_REPORTS_TEXT).to_owned()>
                <p>{words.plural(key::PORTFOLIO_ALERT_REPORTS_COUNT, u64::from(reports), &[])}</p>
                <LinkButton href="/reports" kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_LOOK)}</LinkButton>
            </Alert>
        }
    });
    let orphans = (orphan_groups > 0).then(move || {
        let rows: Vec<_> = orphans
            .iter()
            .map(|group| {
                let facts = [
                    words.plural(key::PORTFOLIO_GROUP_VENTURES, u64::from(group.ventures), &[]),
                    words.plural(key::PORTFOLIO_GROUP_TRAINEES, u64::from(group.trainees), &[]),
                ];
                group_row(&group.code, &[], facts.join(" · "), assign_link(words, group.id))
            })
            .collect();
        let shown = rows.len();
        view! {
            <Alert glyph=Glyph::UsersThree title=key::PORTFOLIO_ALERT_MENTOR text=words.get(key::PORTFOLIO_ALERT_MENTOR_TEXT).to_owned()>
                <ul class="alert-groups">{rows}</ul>
                <More shown all=orphan_groups need=Need::Mentor any={needs[0] > 0} />
            </Alert>
        }
    });
    let waiting = (waiting_groups > 0).then(move || {
        let rows: Vec<_> = waiting
            .iter()
            .map(|group| {
                let counted = |n: u32, word| (n > 0).then(|| words.plural(word, u64::from(n), &[]));
                let mut facts = Vec::new();
                facts.extend(counted(group.mentors_turn, key::PORTFOLIO_MENTORS_TURN_N));
                facts.extend(counted(group.teams_turn, key::PORTFOLIO_TEAMS_TURN_N));
                facts.push(words.fill(key::PORTFOLIO_OLDEST, &[("ago", &words.ago(group.since, now()))]));
                group_row(&group.code, &group.mentors, facts.join(" · "), mentor_link(words, group.id, &group.mentors))
            })
            .collect();
        let shown = rows.len();
        let text = words.fill(key::PORTFOLIO_ALERT_WAITING_TEXT, &[("days", &days)]);
        let need = if needs[1] > 0 { Need::MentorsTurn } else { Need::TeamsTurn };
        view! {
            <Alert glyph=Glyph::Clock title=key::PORTFOLIO_ALERT_WAITING text>
                <ul class="alert-groups">{rows}</ul>
                <More shown all=waiting_groups need any=true />
            </Alert>
        }
    });
    let silent = (silent_groups > 0).then(move || {
        let rows: Vec<_> = silent
            .iter()
            .map(|group| {
                let trainees = words.plural(key::PORTFOLIO_GROUP_TRAINEES, u64::from(group.trainees), &[]);
                group_row(&group.code, &group.mentors, trainees, mentor_link(words, group.id, &group.mentors))
            })
            .collect();
        let rest = u64::from(silent_groups) - rows.len() as u64;
        view! {
            <Alert glyph=Glyph::SignIn title=key::PORTFOLIO_ALERT_SILENT text=words.get(key::PORTFOLIO_ALERT_SILENT_TEXT).to_owned()>
                <ul class="alert-groups">{rows}</ul>
                {(rest > 0).then(|| view! { <p class="meta">{words.plural(key::PORTFOLIO_MORE_GROUPS, rest, &[])}</p> })}
            </Alert>
        }
    });
    let stuck = (stuck > 0).then(|| {
        let filter = Filter { need: Some(Need::Stuck), page: 1, ..Filter::default() };
        view! {
            <Alert glyph=Glyph::CircleHalf title=key::PORTFOLIO_ALERT_STUCK text=stuck_is(words)>
                <p>
                    <a class="alert-list" href=address(&filter)>{words.plural(key::PORTFOLIO_FIG_STUCK, u64::from(stuck), &[])}</a>
                </p>
                {export_link(words, &filter, stuck)}
            </Alert>
        }
    });
    view! {
        <section class="stack attention" aria-labelledby="attention-title">
            <h2 id="attention-title">{words.get(key::PORTFOLIO_OFFICE)}</h2>
            <Unread notices=unread next="/portfolio" />
            <div class="alerts">{reports} {orphans} {waiting} {silent} {stuck}</div>
        </section>
    }
    .into_any()
}

/// What *stuck* means, wherever it is said.
pub(super) fn stuck_is(words: Words) -> String {
    words.fill(key::PORTFOLIO_STUCK_IS, &[("still", &STILL_DAYS.to_string()), ("waiting", &WAITING_DAYS.to_string())])
}

#[component]
fn Alert(glyph: Glyph, title: Key, text: String, children: Children) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card alert">
            <h3>
                <Icon glyph />
                {words.get(title)}
            </h3>
            <p class="second">{text}</p>
            {children()}
        </section>
    }
    .into_any()
}

/// Under the groups: how many more there are, and the list of all ventures with that need.
#[component]
fn More(shown: usize, all: u32, need: Need, any: bool) -> impl IntoView {
    let words = use_words();
    let rest = u64::from(all) - shown as u64;
    let list = address(&Filter { need: Some(need), page: 1, ..Filter::default() });
    view! {
        <p class="meta">
            {(rest > 0).then(|| format!("{} · ", words.plural(key::PORTFOLIO_MORE_GROUPS, rest, &[])))}
            {any.then(|| view! { <a class="alert-list" href=list>{words.get(key::PORTFOLIO_SEE_LIST)}</a> })}
        </p>
    }
    .into_any()
}

fn group_row(code: &str, mentors: &[String], facts: String, act: AnyView) -> AnyView {
    let mentors = mentors.iter().map(|name| view! { " · " <bdi>{name.clone()}</bdi> }).collect_view();
    view! {
        <li class="alert-group">
            <span>
                <bdi class="alert-code">{code.to_owned()}</bdi>
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
    let href = format!("/portfolio/assign/{group}");
    view! { <LinkButton href kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_ASSIGN)}</LinkButton> }.into_any()
}
