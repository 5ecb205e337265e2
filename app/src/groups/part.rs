//! Which part of a long list of people is shown: a page of it, or those who are looked for by name or number. Pure.

use leptos_router::params::ParamsMap;
use shared::accounts::{folded, western_digits};
use store::accounts::TraineeRow;

/// People a page.
pub(super) const ROWS: u32 = 50;

/// What is looked for, and where in the list it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// As typed.
    pub(super) q: String,
    /// From 1.
    pub(super) page: u32,
    /// People in the list before anybody is looked for.
    pub(super) of: usize,
    /// Of these, those who are found.
    pub(super) found: u32,
}

impl Part {
    /// What the address asks for.
    pub(super) fn of(query: &ParamsMap) -> Self {
        let q = query.get_str("q").unwrap_or_default().trim().chars().take(80).collect();
        let page = query.get_str("page").and_then(|page| page.parse().ok()).unwrap_or(1);
        Self { q, page: u32::max(page, 1), ..Self::default() }
    }

    /// Whether somebody is looked for by this: a number is a number, all else a part of the name.
    pub(super) fn finds(&self, row: &TraineeRow) -> bool {
        match western_digits(&self.q).parse::<u32>() {
            Ok(number) => row.number == number,
            Err(_) => folded(&row.name).contains(&folded(&self.q)),
        }
    }

    /// The rows of the page; behind the last page, of the last one.
    pub(super) fn cut(&mut self, rows: Vec<TraineeRow>) -> Vec<TraineeRow> {
        self.found = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        self.page = self.page.min(self.found.div_ceil(ROWS)).max(1);
        rows.into_iter().skip(((self.page - 1) * ROWS) as usize).take(ROWS as usize).collect()
    }

    /// Whether the list is longer than a page, so that one looks for people in it.
    pub(super) fn is_long(&self) -> bool {
        self.of > ROWS as usize || !self.q.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::PersonId;
    use uuid::Uuid;

    fn row(number: u32, name: &str) -> TraineeRow {
        let person = PersonId(Uuid::from_u128(u128::from(number)));
        TraineeRow { person, number, name: name.to_owned(), entered: true, ventures: Vec::new(), mates: 0, worked: None }
    }

    fn looked(q: &str) -> Part {
        Part { q: q.to_owned(), page: 1, ..Part::default() }
    }

    #[test]
    fn people_are_found_by_number_and_by_part_of_the_name() {
        let (amal, hiba) = (row(12, "أمل العلوي"), row(120, "Hiba Ménard"));
        assert!(looked("12").finds(&amal) && looked("١٢").finds(&amal) && !looked("12").finds(&hiba));
        assert!(looked("امل").finds(&amal) && looked("menard").finds(&hiba) && !looked("menard").finds(&amal));
        assert!(looked("").finds(&amal));
    }

    #[test]
    fn a_page_holds_fifty_and_the_last_one_the_rest() {
        let group: Vec<_> = (1..=217).map(|number| row(number, "x")).collect();
        let mut part = Part { page: 5, ..looked("") };
        let rows = part.cut(group.clone());
        assert_eq!((rows.len(), rows[0].number, part.found), (17, 201, 217));
        let mut behind = Part { page: 99, ..looked("") };
        assert_eq!(behind.cut(group)[0].number, 201, "behind the last page is the last page");
        let mut none = looked("");
        assert!(none.cut(Vec::new()).is_empty() && none.page == 1);
    }
}
