//! Finding somebody among 217: by a part of the name or by the number, and page by page.

use super::{page::address, show::Show};
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Field, FieldKind, Glyph, LinkButton};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use shared::{accounts::folded, ids::GroupId};
use store::accounts::TraineeRow;

/// Trainees a page shows; a class is on one.
const ROWS: usize = 50;

/// What is looked for, and which page of it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// A part of the name, or the number; everybody where it is empty.
    pub q: String,
    /// From 1.
    pub page: usize,
}

impl Sought {
    /// From the address.
    pub(super) fn of(query: &ParamsMap) -> Self {
        let q = query.get_str("q").unwrap_or_default().trim().chars().take(80).collect();
        Self { q, page: query.get_str("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1) }
    }

    /// The rows of the page, how many there are on all, and the page that it became: the last one where it asks for more.
    pub(super) fn page_of(self, all: impl Iterator<Item = TraineeRow>) -> (Vec<TraineeRow>, u32, Self) {
        let (part, number) = (folded(&self.q), self.q.parse::<u32>().ok());
        let fits = |row: &TraineeRow| number.map_or_else(|| folded(&row.name).contains(&part), |number| row.number == number);
        let rows: Vec<TraineeRow> = all.filter(|row| self.q.is_empty() || fits(row)).collect();
        let found = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let page = self.page.min(rows.len().div_ceil(ROWS)).max(1);
        (rows.into_iter().skip((page - 1) * ROWS).take(ROWS).collect(), found, Self { page, ..self })
    }

    fn href(&self, group: GroupId, show: Show, page: usize) -> String {
        let mut query = ParamsMap::new();
        if show != Show::All {
            query.insert("show", show.word().to_owned());
        }
        if !self.q.is_empty() {
            query.insert("q", self.q.clone());
        }
        if page > 1 {
            query.insert("page", page.to_string());
        }
        format!("{}{}#list-title", address(group), query.to_query_string())
    }
}

/// The field; only where there are more than a page shows, or something was looked for.
#[component]
pub(super) fn Find(group: GroupId, show: Show, sought: Sought, found: u32) -> impl IntoView {
    let words = use_words();
    let clear = (!sought.q.is_empty()).then(|| Sought::default().href(group, show, 1));
    (found as usize > ROWS || clear.is_some()).then(|| {
        view! {
            <form class="trainees-find" method="get" action=address(group)>
                {(show != Show::All).then(|| view! { <input type="hidden" name="show" value=show.word() /> })}
                <Field name="q" label=words.get(key::GROUPS_FIND) kind=FieldKind::Search value=sought.q most=80u32 required=false />
                <Button kind=ButtonKind::Secondary glyph=Glyph::MagnifyingGlass>{words.get(key::GROUPS_FIND_NOW)}</Button>
                {clear.map(|href| view! { <LinkButton href kind=ButtonKind::Quiet>{words.get(key::GROUPS_FIND_ALL)}</LinkButton> })}
            </form>
        }
    })
}

/// Which rows these are, and the ways to those before and after.
#[component]
pub(super) fn Pages(group: GroupId, show: Show, sought: Sought, found: u32) -> impl IntoView {
    let words = use_words();
    let (page, all) = (sought.page, found as usize);
    let step = move |sought: &Sought, to: usize, word, glyph| {
        let href = sought.href(group, show, to);
        view! { <LinkButton href kind=ButtonKind::Secondary glyph=glyph>{words.get(word)}</LinkButton> }
    };
    (all > ROWS).then(|| {
        let number = |n: usize| words.number(n as u64);
        let range = [("from", number((page - 1) * ROWS + 1)), ("to", number((page * ROWS).min(all))), ("all", number(all))];
        let range = words.fill(key::PORTFOLIO_RANGE, &range.each_ref().map(|(name, value)| (*name, value.as_str())));
        view! {
            <nav class="row row-apart" aria-label=words.get(key::PORTFOLIO_PAGES)>
                <p class="second">{range}</p>
                <span class="row">
                    {(page > 1).then(|| step(&sought, page - 1, key::PORTFOLIO_BEFORE, Glyph::CaretLeft))}
                    {(page * ROWS < all).then(|| step(&sought, page + 1, key::PORTFOLIO_AFTER, Glyph::CaretRight))}
                </span>
            </nav>
        }
    })
}
