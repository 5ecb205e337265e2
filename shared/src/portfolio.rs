//! The portfolio of ventures: what a row shows, how it is filtered and sorted, and the filter's place in the URL.

pub mod csv;
mod need;
mod overview;

pub use need::{Need, Patience, STILL_DAYS, WAITING_DAYS};
pub use overview::{GroupNeed, GroupStar, MentorLoad, OrphanGroup, Overview, SHOWN, STARS, SilentGroup, WaitingGroup, Wall, median};

use crate::{
    Lang, Millis,
    exits::{Exit, Standing},
    ids::{GroupId, PersonId, VentureId},
    ventures::Gate,
};
use serde::{Deserialize, Serialize};

/// One venture in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its id.
    pub id: VentureId,
    /// Name.
    pub name: String,
    /// Language of the name.
    pub lang: Lang,
    /// ISO 3166-2:MA code.
    pub region: String,
    /// The group.
    pub group: GroupId,
    /// Its code as printed on cards.
    pub group_code: String,
    /// Commune or town; may be empty.
    pub place: String,
    /// Theme id.
    pub theme: String,
    /// Last gate signed.
    pub gate: Gate,
    /// Members of the team.
    pub members: u32,
    /// Names of the group's mentors; empty when it has none.
    pub mentors: Vec<String>,
    /// Threads not resolved.
    pub open_threads: u32,
    /// Last change of the board or of a thread.
    pub changed: Millis,
    /// Since when its oldest open remark waits for whose turn it is.
    pub waits_since: Option<Millis>,
    /// Since when its team asks for a gate that the staff signs.
    pub asks_since: Option<Millis>,
    /// How it stands aside, where its team said so.
    pub aside: Option<Exit>,
}

impl Row {
    /// Whether it is stuck. Who stands aside by a decision of their own is not.
    pub fn is_stuck(&self, patience: Patience) -> bool {
        self.aside.is_none() && patience.ends(self.changed, self.waits_since)
    }
}

/// By which column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// Last change.
    #[default]
    Changed,
    /// Folded name.
    Name,
    /// Gate.
    Gate,
    /// Unresolved threads.
    Threads,
}

/// Which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Newest, furthest, most first.
    #[default]
    Descending,
    /// Oldest, nearest, fewest first; A to Z.
    Ascending,
}

/// How the ventures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// A table.
    #[default]
    List,
    /// A wall of stars.
    Wall,
}

/// What the URL says: `?region=MA-02&gate=G3&theme=water&group=…&q=qatra&sort=name&order=ascending&page=2`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filter {
    /// Region code.
    pub region: Option<String>,
    /// Group.
    pub group: Option<GroupId>,
    /// Gate.
    pub gate: Option<Gate>,
    /// Theme id.
    pub theme: Option<String>,
    /// Who accompanies the group.
    pub mentor: Option<PersonId>,
    /// What they need.
    pub need: Option<Need>,
    /// Whether they go on.
    pub standing: Option<Standing>,
    /// Part of the name.
    pub q: String,
    /// As a table or a wall.
    pub view: View,
    /// Sorted by.
    pub sort: SortBy,
    /// Which way.
    pub order: Order,
    /// Page, from 1; 50 rows each.
    pub page: u32,
}

/// Rows a page.
pub const PAGE_ROWS: u32 = 50;

/// A page of the portfolio. Each list of counts leaves out its own filter, so that it shows what choosing another value would give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Rows of the page asked for.
    pub rows: Vec<Row>,
    /// Ventures that match.
    pub total: u32,
    /// Matching ventures a region code.
    pub by_region: Vec<(String, u32)>,
    /// A group.
    pub by_group: Vec<(GroupId, String, u32)>,
    /// A mentor, by name.
    pub by_mentor: Vec<(PersonId, String, u32)>,
    /// A gate.
    pub by_gate: Vec<(Gate, u32)>,
    /// A theme.
    pub by_theme: Vec<(String, u32)>,
    /// A need, in the order of [`Need::ALL`].
    pub by_need: [u32; 5],
    /// Going on, or a way aside.
    pub by_standing: Vec<(Standing, u32)>,
}

impl Filter {
    /// Reads pairs of a query string; what is unknown or does not fit is left out.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut filter = Self { page: 1, ..Self::default() };
        for (key, value) in pairs {
            match key {
                "region" if !value.is_empty() => filter.region = Some(value.to_owned()),
                "group" => filter.group = value.parse().ok(),
                "mentor" => filter.mentor = value.parse().ok(),
                "gate" => filter.gate = Gate::from_code(value),
                "theme" if !value.is_empty() => filter.theme = Some(value.to_owned()),
                "need" => filter.need = Need::from_code(value),
                "standing" => filter.standing = Standing::from_code(value),
                "view" if value == "wall" => filter.view = View::Wall,
                "q" => filter.q = value.chars().take(80).collect(),
                "sort" => {
                    filter.sort = match value {
                        "name" => SortBy::Name,
                        "gate" => SortBy::Gate,
                        "threads" => SortBy::Threads,
                        _ => SortBy::Changed,
                    }
                }
                "order" if value == "ascending" => filter.order = Order::Ascending,
                "page" => filter.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        filter
    }

    /// The pairs for a query string, defaults left out. Values are not yet percent-encoded.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(region) = &self.region {
            pairs.push(("region", region.clone()));
        }
        if let Some(group) = self.group {
            pairs.push(("group", group.to_string()));
        }
        if let Some(gate) = self.gate {
            pairs.push(("gate", gate.code()));
        }
        if let Some(theme) = &self.theme {
            pairs.push(("theme", theme.clone()));
        }
        if let Some(mentor) = self.mentor {
            pairs.push(("mentor", mentor.to_string()));
        }
        if let Some(need) = self.need {
            pairs.push(("need", need.code().to_owned()));
        }
        if let Some(standing) = self.standing {
            pairs.push(("standing", standing.code().to_owned()));
        }
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        match self.sort {
            SortBy::Changed => {}
            SortBy::Name => pairs.push(("sort", "name".to_owned())),
            SortBy::Gate => pairs.push(("sort", "gate".to_owned())),
            SortBy::Threads => pairs.push(("sort", "threads".to_owned())),
        }
        match self.view {
            View::List => {}
            View::Wall => pairs.push(("view", "wall".to_owned())),
        }
        match self.order {
            Order::Descending => {}
            Order::Ascending => pairs.push(("order", "ascending".to_owned())),
        }
        if self.page > 1 {
            pairs.push(("page", self.page.to_string()));
        }
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_url() {
        let filter = Filter {
            region: Some("MA-02".into()),
            gate: Some(Gate(3)),
            need: Some(Need::TeamsTurn),
            standing: Some(Standing::Aside(Exit::UsefulDone)),
            mentor: Some(PersonId(uuid::Uuid::from_u128(7))),
            view: View::Wall,
            q: "قطرة".into(),
            sort: SortBy::Name,
            order: Order::Ascending,
            page: 2,
            ..Filter::default()
        };
        let pairs = filter.pairs();
        assert_eq!(Filter::from_pairs(pairs.iter().map(|(k, v)| (*k, v.as_str()))), filter);
    }

    #[test]
    fn nonsense_in_the_url_is_left_out() {
        assert_eq!(
            Filter::from_pairs([("gate", "G9"), ("page", "-3"), ("x", "y"), ("group", "1")]),
            Filter { page: 1, ..Filter::default() }
        );
    }
}
