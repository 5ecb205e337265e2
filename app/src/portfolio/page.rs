//! The portfolio's page: what needs the reader, figures, filters, table or wall. All of it is links and a form, so it works without a script.

use super::{
    assign::assign_address,
    attention::{Attention, stuck_is},
    deeds::{self, Portfolio},
    figures::{Figures, Funnel, Regions, Stars, Views},
    filters::Filters,
    table::VentureTable,
};
use crate::errors::Refusal;
use crate::locale::{Words, key, use_words};
use crate::pages::loaded;
use crate::ui::{ButtonKind, EmptyState, Glyph, LinkButton, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use shared::{
    exits::Standing,
    portfolio::{Filter, Need, PAGE_ROWS, csv},
    reference,
};

/// `/portfolio?region=…&gate=…`
#[component]
pub fn PortfolioPage() -> impl IntoView {
    let words = use_words();
    let filter = use_query_map().with_untracked(|query| Filter::from_pairs(query.latest_values().map(|(name, value)| (&**name, value))));
    loaded(async move {
        match deeds::page(filter).await {
            Ok(page) => view! {
                <Title text=words.get(key::PORTFOLIO_TITLE) />
                <Shown page />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The address of the list under a filter.
pub(super) fn address(filter: &Filter) -> String {
    let query: ParamsMap = filter.pairs().into_iter().collect();
    format!("/portfolio{}", query.to_query_string())
}

/// The way to the same list as a file, with its size where it is worth knowing.
pub(super) fn export_link(words: Words, filter: &Filter, rows: u32) -> AnyView {
    let query: ParamsMap = Filter { page: 1, ..filter.clone() }.pairs().into_iter().collect();
    let href = format!("/portfolio.csv{}", query.to_query_string());
    let size = u64::from(rows) * u64::from(csv::ROW_BYTES) / 1_000;
    let said = if size > 50 {
        words.fill(key::PORTFOLIO_EXPORT_SIZE, &[("size", &words.number(size))])
    } else {
        words.get(key::PORTFOLIO_EXPORT).to_owned()
    };
    view! { <LinkButton href kind=ButtonKind::Secondary glyph=Glyph::DownloadSimple>{said}</LinkButton> }.into_any()
}

/// Whether a filter leaves anything out.
pub(super) fn filters(filter: &Filter) -> bool {
    filter.region.is_some()
        || filter.group.is_some()
        || filter.mentor.is_some()
        || filter.gate.is_some()
        || filter.theme.is_some()
        || filter.need.is_some()
        || filter.standing.is_some()
        || !filter.q.is_empty()
}

/// What a way aside means, as the programme says it.
fn explained(words: Words, standing: Option<Standing>) -> Option<String> {
    match standing? {
        Standing::UnderWay => None,
        Standing::Aside(exit) => {
            reference::side_exits(words.lang()).into_iter().find(|known| known.exit == exit).map(|known| known.explanation)
        }
    }
}

#[component]
fn Shown(page: Portfolio) -> impl IntoView {
    let words = use_words();
    let total = page.total;
    let filter = page.filter.clone();
    let office = page.office.clone();
    let count = words.plural(key::PORTFOLIO_COUNT, u64::from(total), &[]);
    let list = match (total, filters(&filter), page.wall.clone()) {
        (0, false, _) => view! {
            <EmptyState scene=Scene::Nothing title=words.get(key::PORTFOLIO_NONE_TITLE) text=words.get(key::PORTFOLIO_NONE_TEXT) />
        }
        .into_any(),
        (0, true, _) => view! {
            <EmptyState scene=Scene::Nothing title=words.get(key::PORTFOLIO_EMPTY_TITLE) text=words.get(key::PORTFOLIO_EMPTY_TEXT)>
                <LinkButton href="/portfolio" kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_CLEAR)}</LinkButton>
            </EmptyState>
        }
        .into_any(),
        (_, _, Some(wall)) => view! { <Stars wall filter=filter.clone() /> }.into_any(),
        (..) => view! {
            <VentureTable rows=page.rows.clone() filter=filter.clone() caption=format!("{} · {count}", words.get(key::PORTFOLIO_TABLE)) />
            <Pages filter=filter.clone() total />
        }
        .into_any(),
    };
    let overview = office.map(|office| {
        view! {
            <Attention office needs=page.needs total />
            {(total > 0)
                .then(|| {
                    view! {
                        <div class="columns portfolio-overview">
                            <Funnel gates=page.gates.clone() filter=filter.clone() />
                            <Regions regions=page.regions.clone() filter=filter.clone() />
                        </div>
                        <h2>{words.get(key::PORTFOLIO_ALL_VENTURES)}</h2>
                    }
                })}
        }
    });
    view! {
        <div class="page dense portfolio">
            <header class="page-head">
                <h1>{words.get(key::PORTFOLIO_TITLE)}</h1>
                <Figures page=page.clone() />
            </header>
            {overview}
            {(total > 0)
                .then(|| {
                    view! {
                        <div class="row row-apart portfolio-ways">
                            <Views filter=filter.clone() />
                            <span class="row">
                                {filter
                                    .group
                                    .map(|group| {
                                        view! {
                                            <LinkButton href=assign_address(group, None) kind=ButtonKind::Secondary glyph=Glyph::UsersThree>
                                                {words.get(key::PORTFOLIO_CHANGE_MENTORS)}
                                            </LinkButton>
                                        }
                                    })}
                                {export_link(words, &filter, total)}
                            </span>
                        </div>
                    }
                })}
            {(filter.need == Some(Need::Stuck)).then(|| view! { <p class="second">{stuck_is(words)}</p> })}
            {explained(words, filter.standing).map(|said| view! { <p class="second">{said}</p> })}
            {(total > 0 || filters(&filter)).then(|| view! { <Filters page /> })}
            <div id="list" class="stack">{list}</div>
        </div>
    }
    .into_any()
}

#[component]
fn Pages(filter: Filter, total: u32) -> impl IntoView {
    let page = filter.page.max(1);
    view! { <Paging page total rows=PAGE_ROWS to=move |page| address(&Filter { page, ..filter.clone() }) /> }
}

/// Which rows these are, and the ways to those before and after.
#[component]
pub(crate) fn Paging(
    /// From 1.
    page: u32,
    total: u32,
    /// Rows a page.
    rows: u32,
    /// The address of a page.
    to: impl Fn(u32) -> String + Send + 'static,
) -> impl IntoView {
    let words = use_words();
    let (first, last) = ((page - 1) * rows + 1, (page * rows).min(total));
    let step = |page: u32, word, glyph| {
        view! { <LinkButton href=to(page) kind=ButtonKind::Secondary glyph=glyph>{words.get(word)}</LinkButton> }
    };
    view! {
        <nav class="row row-apart portfolio-pages" aria-label=words.get(key::PORTFOLIO_PAGES)>
            <p class="second">{range(words, first, last, total)}</p>
            <span class="row">
                {(page > 1).then(|| step(page - 1, key::PORTFOLIO_BEFORE, Glyph::CaretLeft))}
                {(last < total).then(|| step(page + 1, key::PORTFOLIO_AFTER, Glyph::CaretRight))}
            </span>
        </nav>
    }
    .into_any()
}

fn range(words: Words, from: u32, to: u32, all: u32) -> String {
    let number = |n: u32| words.number(u64::from(n));
    words.fill(key::PORTFOLIO_RANGE, &[("from", &number(from)), ("to", &number(to)), ("all", &number(all))])
}
