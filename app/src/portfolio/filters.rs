//! The filters: a form that is sent as an address. What each choice would leave stands beside it.

use super::{
    deeds::{Choice, Portfolio},
    page::filters,
};
use crate::locale::{Key, Words, key, use_words};
use crate::ui::{Button, ButtonKind, Field, FieldKind, Glyph, LinkButton, OneOf};
use leptos::prelude::*;
use shared::{
    exits::Standing,
    portfolio::{Need, Order, SortBy, View},
    reference,
};

/// A list of more groups or mentors than this is no help: the region comes first.
const GROUPS_AT_ONCE: usize = 200;

/// Region, group, gate, theme and a name to look for. The order of the list is kept; the page begins anew.
#[component]
pub(super) fn Filters(page: Portfolio) -> impl IntoView {
    let words = use_words();
    let Portfolio { filter, regions, groups, mentors, gates, themes, needs, standings, .. } = page;
    let (groups, all_groups) = if groups.len() > GROUPS_AT_ONCE && filter.region.is_none() && filter.group.is_none() {
        (Vec::new(), key::PORTFOLIO_GROUP_AFTER_REGION)
    } else {
        (groups, key::PORTFOLIO_ALL)
    };
    let (mentors, all_mentors) = if mentors.len() > GROUPS_AT_ONCE && filter.region.is_none() && filter.mentor.is_none() {
        (Vec::new(), key::PORTFOLIO_GROUP_AFTER_REGION)
    } else {
        (mentors, key::PORTFOLIO_ALL)
    };
    let needs = Need::ALL.into_iter().zip(needs).filter(|(need, n)| *n > 0 || filter.need == Some(*need));
    let needs = needs.map(|(need, count)| Choice { value: need.code().to_owned(), name: words.get(need_word(need)).to_owned(), count });
    let needs: Vec<Choice> = needs.collect();
    let standing = |standing: Standing| {
        let count = standings.iter().find(|(one, _)| *one == standing).map(|(_, n)| *n);
        let offered = count.is_some() || filter.standing == Some(standing);
        offered.then(|| Choice {
            value: standing.code().to_owned(),
            name: standing_word(words, standing),
            count: count.unwrap_or_default(),
        })
    };
    let standings: Vec<Choice> = Standing::all().filter_map(standing).collect();
    let narrowed = filters(&filter);
    let kept = filter.pairs().into_iter().filter(|(name, _)| matches!(*name, "sort" | "order" | "view"));
    let kept = kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let sorted = filter.sort != SortBy::default() || filter.order != Order::default() || filter.view != View::default();
    view! {
        <form class="filters" method="get" action="/portfolio" aria-label=words.get(key::PORTFOLIO_FILTERS)>
            <Select name="region" label=key::PORTFOLIO_REGION choices=regions chosen=filter.region />
            <Select name="group" label=key::PORTFOLIO_GROUP choices=groups chosen=filter.group.map(|id| id.to_string()) all=all_groups />
            <Select name="mentor" label=key::PORTFOLIO_MENTOR choices=mentors chosen=filter.mentor.map(|id| id.to_string()) all=all_mentors />
            <Select name="gate" label=key::PORTFOLIO_GATE choices=gates chosen=filter.gate.map(|gate| gate.code()) />
            <Select name="theme" label=key::PORTFOLIO_THEME choices=themes chosen=filter.theme />
            <Select name="need" label=key::PORTFOLIO_NEED choices=needs chosen=filter.need.map(|need| need.code().to_owned()) />
            <Select name="standing" label=key::PORTFOLIO_STANDING choices=standings chosen=filter.standing.map(|standing| standing.code().to_owned()) />
            <Field
                name="q"
                label=words.get(key::PORTFOLIO_SEARCH)
                kind=FieldKind::Search
                value=Some(filter.q).filter(|q| !q.is_empty())
                most=80u32
                required=false
            />
            {sorted.then_some(kept)}
            <div class="row filters-ways">
                <Button kind=ButtonKind::Secondary glyph=Glyph::Funnel>{words.get(key::PORTFOLIO_FILTER)}</Button>
                {narrowed.then(|| view! { <LinkButton href="/portfolio" kind=ButtonKind::Quiet>{words.get(key::PORTFOLIO_CLEAR)}</LinkButton> })}
            </div>
        </form>
    }
    .into_any()
}

/// In words: that it goes on, or its way aside as the programme calls it.
pub fn standing_word(words: Words, standing: Standing) -> String {
    match standing {
        Standing::UnderWay => words.get(key::PORTFOLIO_UNDER_WAY).to_owned(),
        Standing::Aside(exit) => {
            reference::side_exits(words.lang()).into_iter().find(|known| known.exit == exit).map(|known| known.name).unwrap_or_default()
        }
    }
}

/// A need in words.
fn need_word(need: Need) -> Key {
    match need {
        Need::Signature => key::PORTFOLIO_NEED_SIGNATURE,
        Need::Mentor => key::PORTFOLIO_NEED_MENTOR,
        Need::MentorsTurn => key::PORTFOLIO_NEED_MENTORS_TURN,
        Need::TeamsTurn => key::PORTFOLIO_NEED_TEAMS_TURN,
        Need::Stuck => key::PORTFOLIO_NEED_STUCK,
    }
}

#[component]
fn Select(
    name: &'static str,
    label: Key,
    choices: Vec<Choice>,
    chosen: Option<String>,
    /// What it says while it filters nothing.
    #[prop(default = key::PORTFOLIO_ALL)]
    all: Key,
) -> impl IntoView {
    let words = use_words();
    let mut options = vec![(String::new(), words.get(all).to_owned())];
    options.extend(choices.into_iter().map(|choice| {
        let count = words.number(u64::from(choice.count));
        (choice.value, words.fill(key::PORTFOLIO_OPTION, &[("name", &choice.name), ("n", &count)]))
    }));
    view! { <OneOf name label=words.get(label) options chosen /> }.into_any()
}
