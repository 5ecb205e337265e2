//! The table of ventures: heads that sort, one row a venture; cards on a narrow screen, where the ways to sort stand above them.

use super::{deeds::RowWords, page::address};
use crate::feedback::now;
use crate::locale::{Key, Words, key, use_words};
use crate::programme::GateLine;
use crate::ui::{Badge, Cell, Glyph, Icon, Table, Tone};
use leptos::prelude::*;
use shared::{
    Millis,
    ids::VentureId,
    portfolio::{Filter, Order, Patience, SortBy},
};

/// Rows of a page under their filter.
#[component]
pub(super) fn VentureTable(rows: Vec<RowWords>, filter: Filter, caption: String) -> impl IntoView {
    let words = use_words();
    let plain = |word| view! { <th scope="col">{words.get(word)}</th> };
    let heads = view! {
        {sorted(words, &filter, SortBy::Name, key::PORTFOLIO_VENTURE)}
        {sorted(words, &filter, SortBy::Gate, key::PORTFOLIO_GATE)}
        {plain(key::PORTFOLIO_PLACE)}
        {plain(key::PORTFOLIO_MEMBERS)}
        {plain(key::PORTFOLIO_MENTORS)}
        {sorted(words, &filter, SortBy::Threads, key::PORTFOLIO_THREADS)}
        {sorted(words, &filter, SortBy::Changed, key::PORTFOLIO_CHANGED)}
    };
    let ways = SORTS.into_iter().map(|(by, word)| view! { <li>{way(words, &filter, by, word).0}</li> }).collect_view();
    view! {
        <div class="portfolio-table">
            <nav class="portfolio-sorts" aria-label=words.get(key::PORTFOLIO_SORT)>
                <ul class="chips">{ways}</ul>
            </nav>
            <Table caption heads=heads.into_any()>
                {rows.into_iter().map(|row| view! { <VentureRow row /> }).collect_view()}
            </Table>
        </div>
    }
    .into_any()
}

/// What the list sorts by, each with its column's word.
const SORTS: [(SortBy, Key); 4] = [
    (SortBy::Changed, key::PORTFOLIO_CHANGED),
    (SortBy::Name, key::PORTFOLIO_VENTURE),
    (SortBy::Gate, key::PORTFOLIO_GATE),
    (SortBy::Threads, key::PORTFOLIO_THREADS),
];

/// The head of a column that sorts.
fn sorted(words: Words, filter: &Filter, by: SortBy, word: Key) -> AnyView {
    let (way, state) = way(words, filter, by, word);
    view! {
        <th scope="col" aria-sort=state>
            {way}
        </th>
    }
    .into_any()
}

/// A way to sort, and how the list stands by it now: pressed once more, it turns round.
fn way(words: Words, filter: &Filter, by: SortBy, word: Key) -> (AnyView, Option<&'static str>) {
    let first = match by {
        SortBy::Name => Order::Ascending,
        SortBy::Changed | SortBy::Gate | SortBy::Threads => Order::Descending,
    };
    let here = (filter.sort == by).then_some(filter.order);
    let order = match here {
        Some(Order::Ascending) => Order::Descending,
        Some(Order::Descending) => Order::Ascending,
        None => first,
    };
    let (state, glyph, said) = match here {
        Some(Order::Ascending) => (Some("ascending"), Some(Glyph::CaretUp), Some(key::PORTFOLIO_SORT_UP)),
        Some(Order::Descending) => (Some("descending"), Some(Glyph::CaretDown), Some(key::PORTFOLIO_SORT_DOWN)),
        None => (None, None, None),
    };
    let href = address(&Filter { sort: by, order, page: 1, ..filter.clone() });
    let word = words.get(word);
    let way = view! {
        <a class="sort" href=href title=words.fill(key::PORTFOLIO_SORT_BY, &[("column", word)]) aria-current=here.map(|_| "true")>
            {word}
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {said.map(|said| view! { <span class="only-read">{words.get(said)}</span> })}
        </a>
    };
    (way.into_any(), state)
}

#[component]
fn VentureRow(row: RowWords) -> impl IntoView {
    let words = use_words();
    let RowWords { row, gate, asks, theme, aside } = row;
    let column = |key| words.get(key);
    let stuck = row.is_stuck(Patience::at(now()));
    let mentors = if row.mentors.is_empty() {
        view! { <Badge tone=Tone::Staff glyph=Glyph::Warning>{words.get(key::PORTFOLIO_NO_MENTOR)}</Badge> }.into_any()
    } else {
        let names = row.mentors.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> }).collect_view();
        view! { <ul class="portfolio-mentors">{names}</ul> }.into_any()
    };
    view! {
        <tr>
            <Cell column=column(key::PORTFOLIO_VENTURE)>
                <a class="portfolio-name" href=format!("/portfolio/{}", row.id)><bdi>{row.name}</bdi></a>
                <span class="meta portfolio-theme">{theme}</span>
            </Cell>
            <Cell column=column(key::PORTFOLIO_GATE)>
                <GateLine gate=row.gate name=gate />
                {asks.zip(row.asks_since).map(|(gate, since)| asked(words, row.id, &gate, since))}
            </Cell>
            <Cell column=column(key::PORTFOLIO_PLACE)>
                <span>
                    {(!row.place.is_empty()).then(|| view! { <bdi>{row.place}</bdi> " " })}
                    <bdi class="meta">{row.group_code}</bdi>
                </span>
            </Cell>
            <Cell column=column(key::PORTFOLIO_MEMBERS)>
                {words.plural(key::PORTFOLIO_MEMBERS_COUNT, u64::from(row.members), &[])}
            </Cell>
            <Cell column=column(key::PORTFOLIO_MENTORS)>{mentors}</Cell>
            <Cell column=column(key::PORTFOLIO_THREADS)>{words.number(u64::from(row.open_threads))}</Cell>
            <Cell column=column(key::PORTFOLIO_CHANGED)>
                <span>
                    {words.ago(row.changed, now())} " "
                    {aside.map(|aside| view! { <Badge glyph=Glyph::Path>{aside}</Badge> })}
                    {stuck.then(|| view! { <Badge tone=Tone::Staff glyph=Glyph::CircleHalf>{words.get(key::PORTFOLIO_STUCK)}</Badge> })}
                </span>
            </Cell>
        </tr>
    }
    .into_any()
}

/// The gate that the team asks for, and the way to where it is signed.
fn asked(words: Words, venture: VentureId, gate: &str, since: Millis) -> AnyView {
    let said = words.fill(key::PORTFOLIO_ASKS, &[("gate", gate)]);
    view! {
        <a class="portfolio-asks" href=format!("/v/{venture}/path#next")>
            <Badge tone=Tone::Staff glyph=Glyph::PencilSimple>{said}</Badge>
            <span class="meta">{words.ago(since, now())}</span>
        </a>
    }
    .into_any()
}
