//! Behind the pages of the portfolio: who, load, judge, write, answer.

use super::assign::assign_address;
use crate::context::{actor, now, site, visit};
use crate::error::{AppError, AppResult};
use crate::ventures::deeds::{self as ventures, VentureView};
use shared::{
    Lang,
    access::{AssignMentor, CorrectName, RemoveMentor, Role, SeeGroup, SeePortfolio, WriteNotice, allow},
    exits::Standing,
    ids::{GroupId, PersonId, VentureId},
    notices::Notice,
    portfolio::{Filter, GroupNeed, GroupStar, MentorLoad, Overview, PAGE_ROWS, Page, Row, View, Wall},
    programme::{GateWords, Named},
    reference,
    ventures::{FieldFault, Gate},
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
    /// The name of the gate that its team asks the staff for, where it does.
    pub asks: Option<String>,
    /// The name of its theme.
    pub theme: String,
    /// How it stands aside, where it does.
    pub aside: Option<String>,
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
    /// Mentors.
    pub mentors: Vec<Choice>,
    /// Gates.
    pub gates: Vec<Choice>,
    /// Themes.
    pub themes: Vec<Choice>,
    /// Ventures by need, in the order of `Need::ALL`.
    pub needs: [u32; 5],
    /// Ventures that go on, and by their way aside.
    pub standings: Vec<(Standing, u32)>,
    /// What needs the reader; only where nothing is filtered.
    pub office: Option<Office>,
    /// The ventures as stars; only where the address asks for them.
    pub wall: Option<WallWords>,
}

/// What needs a member of the staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// By group.
    pub overview: Overview,
    /// Reports that are theirs to read.
    pub reports: u32,
    /// What mentors answered them.
    pub unread: Vec<Notice>,
}

/// A wall with the names of the gates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WallWords {
    /// A venture each.
    Ventures(Vec<(VentureId, String, Gate, String)>),
    /// A group each.
    Groups(Vec<(GroupStar, String)>),
}

/// A group that is to be given a mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigning {
    /// Its id.
    pub id: GroupId,
    /// As printed on cards.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its trainees.
    pub trainees: u32,
    /// Its ventures.
    pub ventures: u32,
    /// Who accompanies it, or could.
    pub mentors: Vec<MentorLoad>,
    /// Who accompanies it with all groups of the establishment, the region or the edition: a group alone does not end that.
    pub wider: Vec<String>,
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
    /// Whether the reader may write to them.
    pub may_write: bool,
}

pub(super) async fn page(mut filter: Filter) -> AppResult<Portfolio> {
    let (who, site, lang) = (actor()?, site(), visit().lang);
    allow(&who, SeePortfolio)?;
    let mut page = store::portfolio::page(&site.db, &who, &filter, now()).await?;
    if page.rows.is_empty() && page.total > 0 {
        // The address asks for a page behind the last one: the list grew shorter since.
        filter.page = page.total.div_ceil(PAGE_ROWS);
        page = store::portfolio::page(&site.db, &who, &filter, now()).await?;
    }
    let office = if super::page::filters(&filter) || filter.view == View::Wall || filter.page > 1 {
        None
    } else {
        Some(Office {
            overview: store::portfolio::overview(&site.db, &who, now()).await?,
            reports: crate::reports::to_read(&site.db, &who).await?,
            unread: store::notices::unread(&site.db, who.person).await?,
        })
    };
    let gates = reference::gates(lang);
    let wall = match filter.view {
        View::List => None,
        View::Wall => Some(wall_words(store::portfolio::wall(&site.db, &who, &filter, now()).await?, &gates)),
    };
    let mut groups: Vec<Choice> =
        page.by_group.iter().map(|(id, code, count)| Choice { value: id.to_string(), name: code.clone(), count: *count }).collect();
    if let Some(chosen) = filter.group
        && !page.by_group.iter().any(|(id, ..)| *id == chosen)
        && let Some(group) = store::accounts::group(&site.db, chosen).await?
        && allow(&who, SeeGroup { at: &group.at }).is_ok()
    {
        groups.push(Choice { value: chosen.to_string(), name: group.code, count: 0 });
    }
    let mut mentors: Vec<Choice> =
        page.by_mentor.iter().map(|(id, name, count)| Choice { value: id.to_string(), name: name.clone(), count: *count }).collect();
    if let Some(chosen) = filter.mentor
        && !page.by_mentor.iter().any(|(id, ..)| *id == chosen)
        && let Some(mentor) = store::accounts::named(&site.db, chosen).await?
        && allow(&who, CorrectName { person: chosen, role: mentor.role, places: &mentor.places }).is_ok()
    {
        mentors.push(Choice { value: chosen.to_string(), name: mentor.name, count: 0 });
    }
    Ok(Portfolio { office, wall, mentors, ..told(page, filter, groups, lang) })
}

fn wall_words(wall: Wall, gates: &[GateWords]) -> WallWords {
    match wall {
        Wall::Ventures(all) => {
            WallWords::Ventures(all.into_iter().map(|(id, name, gate)| (id, name, gate, gate_name(gates, gate))).collect())
        }
        Wall::Groups(all) => WallWords::Groups(
            all.into_iter()
                .map(|group| {
                    let name = gate_name(gates, group.median);
                    (group, name)
                })
                .collect(),
        ),
    }
}

fn gate_name(gates: &[GateWords], gate: Gate) -> String {
    gates.iter().find(|words| words.gate == gate).map(|words| words.name.clone()).unwrap_or_default()
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
    let (needs, standings) = (page.by_need, page.by_standing);
    let rows = page.rows.into_iter().map(|row| row_words(row, &gates, &themes, lang)).collect();
    Portfolio {
        rows,
        total: page.total,
        regions,
        groups,
        gates: of_gates,
        themes: of_themes,
        needs,
        standings,
        mentors: Vec::new(),
        filter,
        office: None,
        wall: None,
    }
}

fn row_words(mut row: Row, gates: &[GateWords], themes: &[Named], lang: Lang) -> RowWords {
    row.place = ventures::place_words(&row.place, lang);
    RowWords {
        gate: gate_name(gates, row.gate),
        asks: row.asks_since.map(|_| gate_name(gates, Gate(row.gate.0 + 1))),
        aside: row.aside.and_then(|aside| reference::side_exits(lang).into_iter().find(|exit| exit.exit == aside)).map(|exit| exit.name),
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
    let may_write = !mentors.is_empty() && allow(&who, WriteNotice { at, to: Role::Mentor }).is_ok();
    Ok(StaffVenture { group: (group.code, group.name), mentors, may_write, page })
}

pub(super) async fn needy_groups(need: GroupNeed, page: u32) -> AppResult<Overview> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio)?;
    Ok(store::portfolio::needy_groups(&site.db, &who, need, page, now()).await?)
}

pub(super) async fn assigning(group: GroupId) -> AppResult<Assigning> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio)?;
    let group = store::accounts::group(&site.db, group).await?.ok_or(AppError::Hidden)?;
    allow(&who, AssignMentor { at: &group.at })?;
    let trainees = store::accounts::trainees(&site.db, group.id).await?.len();
    let ventures = store::ventures::of_group(&site.db, group.id).await?.len();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mentors = store::portfolio::mentor_loads(&site.db, &who, group.id).await?;
    let here = |id: PersonId| mentors.iter().any(|load| load.here && load.id == id);
    let all = store::notices::correspondents(&site.db, &group.at, Role::Mentor).await?;
    let wider = all.into_iter().filter(|(id, _)| !here(*id)).map(|(_, name)| name).collect();
    Ok(Assigning { id: group.id, code: group.code, name: group.name, trainees: count(trainees), ventures: count(ventures), mentors, wider })
}

pub(super) async fn assign(group: GroupId, mentor: PersonId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio)?;
    let group = store::accounts::group(&site.db, group).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, AssignMentor { at: &group.at })?;
    if !store::portfolio::mentor_loads(&site.db, &who, group.id).await?.iter().any(|load| load.id == mentor) {
        return Err(AppError::Field("mentor".to_owned(), FieldFault::NotAChoice));
    }
    store::portfolio::assign_mentor(&site.db, permit, mentor, now()).await?;
    leptos_axum::redirect(&assign_address(group.id, Some(mentor)));
    Ok(())
}

pub(super) async fn remove_mentor(group: GroupId, mentor: PersonId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    allow(&who, SeePortfolio)?;
    let group = store::accounts::group(&site.db, group).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, RemoveMentor { at: &group.at })?;
    if store::portfolio::remove_mentor(&site.db, permit, mentor, now()).await? {
        // The boards of the group close for whoever does not accompany it any more.
        site.boards.revoke_everywhere(mentor);
    }
    leptos_axum::redirect(&format!("{}?removed=1", assign_address(group.id, None)));
    Ok(())
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
