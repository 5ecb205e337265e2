//! Behind the pages of the portfolio: who, load, judge, answer. It writes nothing.

use crate::context::{actor, site, visit};
use crate::error::{AppError, AppResult};
use crate::ventures::deeds::{self as ventures, VentureView};
use shared::{
    Lang,
    access::{SeeGroup, SeePortfolio, allow},
    ids::VentureId,
    portfolio::{Filter, PAGE_ROWS, Page, Row},
    programme::{GateWords, Named},
    reference,
};

/// A value that a filter can take, and how many ventures it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As the address says it.
    pub value: String,
    /// In words.
    pub name: String,
    /// Ventures.
    pub count: u32,
}

/// A row with its names in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWords {
    /// The row; its place is a name, not a code.
    pub row: Row,
    /// The name of its gate.
    pub gate: String,
    /// The name of its theme.
    pub theme: String,
}

/// A page of the portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portfolio {
    /// The filter as it was applied: the page is one that exists.
    pub filter: Filter,
    /// Rows of the page.
    pub rows: Vec<RowWords>,
    /// Ventures that match.
    pub total: u32,
    /// Regions.
    pub regions: Vec<Choice>,
    /// Groups.
    pub groups: Vec<Choice>,
    /// Gates.
    pub gates: Vec<Choice>,
    /// Themes.
    pub themes: Vec<Choice>,
}

/// A venture as the staff reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffVenture {
    /// Its page.
    pub page: VentureView,
    /// Its group's code and name.
    pub group: (String, String),
    /// Names of the group's mentors.
    pub mentors: Vec<String>,
}

pub(super) async fn page(mut filter: Filter) -> AppResult<Portfolio> {
    let (who, site, lang) = (actor()?, site(), visit().lang);
    allow(&who, SeePortfolio)?;
    let mut page = store::portfolio::page(&site.db, &who, &filter).await?;
    if page.rows.is_empty() && page.total > 0 {
        // The address asks for a page behind the last one: the list grew shorter since.
        filter.page = page.total.div_ceil(PAGE_ROWS);
        page = store::portfolio::page(&site.db, &who, &filter).await?;
    }
    let mut groups: Vec<Choice> =
        page.by_group.iter().map(|(id, code, count)| Choice { value: id.to_string(), name: code.clone(), count: *count }).collect();
    if let Some(chosen) = filter.group
        && !page.by_group.iter().any(|(id, ..)| *id == chosen)
        && let Some(group) = store::accounts::group(&site.db, chosen).await?
        && allow(&who, SeeGroup { at: &group.at }).is_ok()
    {
        groups.push(Choice { value: chosen.to_string(), name: group.code, count: 0 });
    }
    Ok(told(page, filter, groups, lang))
}

/// The page in words. A filter offers what would leave ventures, and what is chosen.
fn told(page: Page, filter: Filter, groups: Vec<Choice>, lang: Lang) -> Portfolio {
    let (themes, gates) = (reference::themes(lang), reference::gates(lang));
    let offered = |value: String, name: &str, count: Option<u32>, chosen: bool| {
        (chosen || count.is_some()).then(|| Choice { value, name: name.to_owned(), count: count.unwrap_or_default() })
    };
    let count = |all: &[(String, u32)], id: &str| all.iter().find(|(one, _)| one == id).map(|(_, n)| *n);
    let regions = reference::regions().iter().filter_map(|region| {
        let chosen = filter.region.as_deref() == Some(&region.code);
        offered(region.code.clone(), region.name.get(lang), count(&page.by_region, &region.code), chosen)
    });
    let of_gates = gates.iter().filter_map(|words| {
        let count = page.by_gate.iter().find(|(gate, _)| *gate == words.gate).map(|(_, n)| *n);
        offered(words.gate.code(), &words.name, count, filter.gate == Some(words.gate))
    });
    let of_themes = themes.iter().filter_map(|theme| {
        let chosen = filter.theme.as_deref() == Some(&theme.id);
        offered(theme.id.clone(), &theme.name, count(&page.by_theme, &theme.id), chosen)
    });
    let (regions, of_gates, of_themes) = (regions.collect(), of_gates.collect(), of_themes.collect());
    let rows = page.rows.into_iter().map(|row| row_words(row, &gates, &themes, lang)).collect();
    Portfolio { rows, total: page.total, regions, groups, gates: of_gates, themes: of_themes, filter }
}

fn row_words(mut row: Row, gates: &[GateWords], themes: &[Named], lang: Lang) -> RowWords {
    row.place = ventures::place_words(&row.place, lang);
    RowWords {
        gate: gates.iter().find(|words| words.gate == row.gate).map(|words| words.name.clone()).unwrap_or_default(),
        theme: themes.iter().find(|theme| theme.id == row.theme).map(|theme| theme.name.clone()).unwrap_or_default(),
        row,
    }
}

pub(super) async fn venture(id: VentureId) -> AppResult<StaffVenture> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio)?;
    let page = ventures::page(id).await?;
    let at = &page.venture.at;
    let group = store::accounts::group(&site.db, at.group).await?.ok_or(AppError::Unavailable)?;
    let mentors = store::portfolio::mentors(&site.db, at.group).await?;
    Ok(StaffVenture { page, group: (group.code, group.name), mentors })
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ventures::Gate;

    #[test]
    fn a_filter_keeps_what_is_chosen_though_it_leaves_nothing() {
        let page = Page { by_gate: vec![(Gate(1), 4)], ..Page::default() };
        let filter = Filter { gate: Some(Gate(3)), region: Some("MA-02".to_owned()), ..Filter::default() };
        let told = told(page, filter, Vec::new(), Lang::Fr);
        let codes: Vec<_> = told.gates.iter().map(|choice| (choice.value.as_str(), choice.count)).collect();
        assert_eq!(codes, [("G1", 4), ("G3", 0)]);
        assert_eq!(told.regions.len(), 1);
        assert!(told.themes.is_empty());
    }
}
