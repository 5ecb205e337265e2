//! What needs the staff first: one alert a need, each with the groups to begin with and one act.

use super::{
    deeds::Office,
    groups::{groups_address, orphan, silent_one, waits},
    page::{address, export_link},
};
use crate::locale::{Key, Words, key, use_words};
use crate::notices::Unread;
use crate::ui::{ButtonKind, EmptyState, Glyph, Icon, LinkButton, Scene};
use leptos::prelude::*;
use shared::portfolio::{Filter, GroupNeed, Need, Overview, STILL_DAYS, WAITING_DAYS};

/// The alerts, the most urgent first. What needs nobody is not there, and of no ventures at all nothing is said.
#[component]
pub(super) fn Attention(office: Office, needs: [u32; 5], total: u32) -> impl IntoView {
    let words = use_words();
    let days = WAITING_DAYS.to_string();
    let [signature, .., stuck] = needs;
    let Office { overview, reports, unread } = office;
    let (orphan_groups, waiting_groups, silent_groups) = (overview.orphan_groups, overview.waiting_groups, overview.silent_groups);
    let Overview { orphans, waiting, silent, .. } = overview;
    let quiet = reports == 0 && signature == 0 && stuck == 0 && unread.is_empty() && orphan_groups + waiting_groups + silent_groups == 0;
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
    let signature = (signature > 0).then(|| {
        let filter = Filter { need: Some(Need::Signature), page: 1, ..Filter::default() };
        view! {
            <Alert glyph=Glyph::PencilSimple title=key::PORTFOLIO_ALERT_SIGNATURE text=words.get(key::PORTFOLIO_ALERT_SIGNATURE_TEXT).to_owned()>
                <p>{words.plural(key::PORTFOLIO_ALERT_SIGNATURE_COUNT, u64::from(signature), &[])}</p>
                <LinkButton href=format!("{}#list", address(&filter)) kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_LOOK)}</LinkButton>
            </Alert>
        }
    });
    let orphans = (orphan_groups > 0).then(move || {
        let rows: Vec<_> = orphans.into_iter().map(|group| orphan(words, group)).collect();
        view! {
            <Alert glyph=Glyph::UsersThree title=key::PORTFOLIO_ALERT_MENTOR text=words.get(key::PORTFOLIO_ALERT_MENTOR_TEXT).to_owned()>
                <Groups rows all=orphan_groups need=GroupNeed::Mentor />
            </Alert>
        }
    });
    let waiting = (waiting_groups > 0).then(move || {
        let rows: Vec<_> = waiting.into_iter().map(|group| waits(words, group)).collect();
        let text = words.fill(key::PORTFOLIO_ALERT_WAITING_TEXT, &[("days", &days)]);
        view! {
            <Alert glyph=Glyph::Clock title=key::PORTFOLIO_ALERT_WAITING text>
                <Groups rows all=waiting_groups need=GroupNeed::Waiting />
            </Alert>
        }
    });
    let silent = (silent_groups > 0).then(move || {
        let rows: Vec<_> = silent.into_iter().map(|group| silent_one(words, group)).collect();
        view! {
            <Alert glyph=Glyph::SignIn title=key::PORTFOLIO_ALERT_SILENT text=words.get(key::PORTFOLIO_ALERT_SILENT_TEXT).to_owned()>
                <Groups rows all=silent_groups need=GroupNeed::Silent />
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
            <div class="alerts">{reports} {signature} {orphans} {waiting} {silent} {stuck}</div>
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

/// The groups to begin with, and where there are more, the way to the list of exactly these groups.
#[component]
fn Groups(rows: Vec<AnyView>, all: u32, need: GroupNeed) -> impl IntoView {
    let words = use_words();
    let rest = u64::from(all).saturating_sub(rows.len() as u64);
    view! {
        <ul class="alert-groups">{rows}</ul>
        {(rest > 0)
            .then(|| {
                view! {
                    <p class="meta">
                        {words.plural(key::PORTFOLIO_MORE_GROUPS, rest, &[])} " · "
                        <a class="alert-list" href=groups_address(need, 1)>{words.get(key::PORTFOLIO_SEE_LIST)}</a>
                    </p>
                }
            })}
    }
    .into_any()
}
