//! The portfolio in figures, each a link to its list: needs, gates, regions; and the wall of stars.

use super::{
    deeds::{Choice, Portfolio, WallWords},
    page::address,
};
use crate::locale::{Words, key, use_words};
use crate::programme::gate_words;
use crate::ui::{Gates, Tab, Tabs, Wall, WallStar};
use leptos::prelude::*;
use shared::{
    portfolio::{Filter, Need, View, WAITING_DAYS},
    ventures::Gate,
};

/// How many ventures there are, and how many need what. A need of nobody is not said.
#[component]
pub(super) fn Figures(page: Portfolio) -> impl IntoView {
    let words = use_words();
    let days = WAITING_DAYS.to_string();
    let plural = [
        key::PORTFOLIO_FIG_SIGNATURE,
        key::PORTFOLIO_FIG_MENTOR,
        key::PORTFOLIO_FIG_WAITING,
        key::PORTFOLIO_FIG_TEAM,
        key::PORTFOLIO_FIG_STUCK,
    ];
    let figures = Need::ALL.into_iter().zip(page.needs).zip(plural).filter(|((_, n), _)| *n > 0).map(|((need, n), word)| {
        let href = address(&Filter { need: Some(need), page: 1, ..page.filter.clone() });
        let current = (page.filter.need == Some(need)).then_some("true");
        view! { <li><a href=href aria-current=current>{words.plural(word, u64::from(n), &[("days", &days)])}</a></li> }
    });
    let count = words.plural(key::PORTFOLIO_COUNT, u64::from(page.total), &[]);
    view! {
        <div class="figures">
            <p class="portfolio-count" role="status">
                <a href=format!("{}#list", address(&Filter { page: 1, ..page.filter.clone() }))>{count}</a>
            </p>
            <ul class="figures-list" aria-label=words.get(key::PORTFOLIO_FIGURES)>{figures.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// The ventures by their last gate, as bars.
#[component]
pub(super) fn Funnel(gates: Vec<Choice>, filter: Filter) -> impl IntoView {
    let words = use_words();
    let most = gates.iter().map(|gate| gate.count).max().unwrap_or(1).max(1);
    let rows = Gate::ALL
        .into_iter()
        .filter_map(|gate| gates.iter().find(|choice| choice.value == gate.code()).map(|choice| (gate, choice)))
        .map(|(gate, choice)| {
            let href = address(&Filter { gate: Some(gate), page: 1, ..filter.clone() });
            view! { <BarRow href name=gate_words(words, gate, &choice.name) count=choice.count most /> }
        });
    view! {
        <section class="card" aria-labelledby="funnel-title">
            <h2 id="funnel-title">{words.get(key::PORTFOLIO_FUNNEL)}</h2>
            <p class="meta">{words.get(key::PORTFOLIO_FUNNEL_TEXT)}</p>
            <ul class="bars">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The regions with their counts, each to its list and to its wall.
#[component]
pub(super) fn Regions(regions: Vec<Choice>, filter: Filter) -> impl IntoView {
    let words = use_words();
    let most = regions.iter().map(|region| region.count).max().unwrap_or(1).max(1);
    let rows = regions.into_iter().map(|region| {
        let href = address(&Filter { region: Some(region.value), view: View::Wall, page: 1, ..filter.clone() });
        view! { <BarRow href name=region.name count=region.count most /> }
    });
    view! {
        <section class="card" aria-labelledby="regions-title">
            <h2 id="regions-title">{words.get(key::PORTFOLIO_REGIONS)}</h2>
            <ul class="bars">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn BarRow(href: String, name: String, count: u32, most: u32) -> impl IntoView {
    let words = use_words();
    // At least a sliver, so that one venture among thousands is seen.
    let wide = (f64::from(count) * 100.0 / f64::from(most)).max(1.5);
    view! {
        <li>
            <a class="bar" href=href>
                <span class="bar-name">{name}</span>
                <svg class="bar-line" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect width=format!("{wide:.1}") height="4"></rect>
                </svg>
                <bdi class="bar-count">{words.number(u64::from(count))}</bdi>
            </a>
        </li>
    }
    .into_any()
}

/// List or wall, of the same ventures.
#[component]
pub(super) fn Views(filter: Filter) -> impl IntoView {
    let words = use_words();
    let tab = move |view: View, word| {
        let href = address(&Filter { view, page: 1, ..filter.clone() });
        let current = filter.view == view;
        view! { <Tab href word=words.get(word) current /> }
    };
    view! {
        <Tabs label=words.get(key::PORTFOLIO_VIEWS)>
            {tab(View::List, key::PORTFOLIO_AS_LIST)} {tab(View::Wall, key::PORTFOLIO_WALL)}
        </Tabs>
    }
    .into_any()
}

/// The wall. Where a star is a group, it leads to the group's own.
#[component]
pub(super) fn Stars(wall: WallWords, filter: Filter) -> impl IntoView {
    let words = use_words();
    let (stars, caption) = match wall {
        WallWords::Ventures(all) => {
            let caption = words.plural(key::PORTFOLIO_WALL_VENTURES, all.len() as u64, &[]);
            let star = |(id, name, gate, gate_name): (shared::ids::VentureId, String, Gate, String)| WallStar {
                href: format!("/portfolio/{id}"),
                label: format!("{name} · {}", gate_words(words, gate, &gate_name)),
                gates: Gates::up_to(gate.0),
            };
            (all.into_iter().map(star).collect::<Vec<_>>(), caption)
        }
        WallWords::Groups(all) => {
            let ventures: u32 = all.iter().map(|(group, _)| group.ventures).sum();
            let caption = words.fill(
                key::PORTFOLIO_WALL_GROUPS,
                &[
                    ("ventures", &words.plural(key::PORTFOLIO_GROUP_VENTURES, u64::from(ventures), &[])),
                    ("places", &words.plural(key::PORTFOLIO_GROUPS_COUNT, all.len() as u64, &[])),
                ],
            );
            let star = |(group, gate_name): (shared::portfolio::GroupStar, String)| WallStar {
                href: address(&Filter { group: Some(group.id), page: 1, ..filter.clone() }),
                label: group_label(words, &group, &gate_name),
                gates: Gates::up_to(group.median.0),
            };
            (all.into_iter().map(star).collect(), caption)
        }
    };
    view! { <div class="card portfolio-wall"><Wall stars caption /></div> }.into_any()
}

fn group_label(words: Words, group: &shared::portfolio::GroupStar, gate_name: &str) -> String {
    let ventures = words.plural(key::PORTFOLIO_GROUP_VENTURES, u64::from(group.ventures), &[]);
    format!("{} · {ventures} · {}", group.code, gate_words(words, group.median, gate_name))
}
