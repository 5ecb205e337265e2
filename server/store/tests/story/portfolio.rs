//! The portfolio: rows, counts that follow, order, scope.

use crate::town::Town;
use shared::{
    portfolio::{Filter, Order, PAGE_ROWS, Page, SortBy},
    ventures::Gate,
};
use store::{gates, portfolio};

async fn page(town: &Town, person: shared::ids::PersonId, filter: Filter) -> Page {
    portfolio::page(&town.db, &town.actor(person).await, &Filter { page: filter.page.max(1), ..filter }, town.now()).await.expect("reads")
}

fn names(page: &Page) -> Vec<&str> {
    page.rows.iter().map(|row| row.name.as_str()).collect()
}

pub async fn counts_leave_their_own_filter_out(town: &Town) {
    let seche = town.venture(town.trainees[6], "Séchoir solaire", "energy").await;
    town.venture(town.stranger, "100% zlij_", "crafts").await;
    let far = town.venture(town.far, "زيت الأركان", "agriculture").await;
    for (venture, gate) in [(seche, Gate(2)), (far, Gate(3))] {
        gates::bring_in(&town.db, venture, gate, town.nadia, "", town.now()).await.expect("signed");
    }
    let all = page(town, town.national, Filter::default()).await;
    assert_eq!((all.total, all.rows.len()), (5, 5), "Qatra, Ailleurs and these three");
    assert_eq!(all.by_region, [("MA-02".to_owned(), 4), ("MA-06".to_owned(), 1)]);
    assert_eq!(all.by_gate, [(Gate(0), 2), (Gate(2), 2), (Gate(3), 1)]);
    assert_eq!(
        all.by_group.iter().map(|(_, code, n)| (code.as_str(), *n)).collect::<Vec<_>>(),
        [("BER-A1", 1), ("CAS-A1", 1), ("OUJ-A1", 3)]
    );
    let oriental = page(town, town.national, Filter { region: Some("MA-02".into()), gate: Some(Gate(2)), ..Filter::default() }).await;
    assert_eq!(oriental.total, 2);
    assert_eq!(oriental.by_region, [("MA-02".to_owned(), 2), ("MA-06".to_owned(), 0)][..1], "the other region has none at this gate");
    assert_eq!(oriental.by_gate, [(Gate(0), 2), (Gate(2), 2)], "what another gate would give, in this region");
    assert_eq!(oriental.by_theme, [("agriculture".to_owned(), 1), ("energy".to_owned(), 1)]);
    let row = oriental.rows.iter().find(|row| row.name == "Qatra").expect("a row");
    assert_eq!((row.members, row.group_code.as_str(), row.place.as_str()), (5, "OUJ-A1", "02.411.01.0"));
    assert_eq!(row.mentors, ["Nadia Él Amrani"]);
}

pub async fn pages_are_sorted_and_scoped(town: &Town) {
    let by = |sort, order| Filter { sort, order, ..Filter::default() };
    let sorted = page(town, town.national, by(SortBy::Name, Order::Ascending)).await;
    assert_eq!(names(&sorted), ["100% zlij_", "Ailleurs", "Qatra", "Séchoir solaire", "زيت الأركان"], "é sorts as e");
    let backwards = page(town, town.national, by(SortBy::Name, Order::Descending)).await;
    assert_eq!(names(&backwards).first(), names(&sorted).last());
    let furthest = page(town, town.national, by(SortBy::Gate, Order::Descending)).await;
    assert_eq!(furthest.rows[0].gate, Gate(3));
    let threads = page(town, town.national, by(SortBy::Threads, Order::Descending)).await;
    assert_eq!(names(&threads)[0], "Qatra");
    let newest = page(town, town.national, by(SortBy::Changed, Order::Descending)).await;
    assert!(newest.rows.is_sorted_by(|a, b| a.changed >= b.changed));
    for (typed, found) in [("SECHOIR", 1), ("زِيت", 1), ("%", 1), ("_", 1), ("!", 0), ("", 5), ("rien", 0)] {
        assert_eq!(page(town, town.national, Filter { q: typed.into(), ..Filter::default() }).await.total, found, "«{typed}»");
    }
    assert_eq!(page(town, town.national, Filter { theme: Some("crafts".into()), ..Filter::default() }).await.total, 1);
    assert_eq!(page(town, town.national, Filter { group: Some(town.groups[0]), ..Filter::default() }).await.total, 3);
    let second = page(town, town.national, Filter { page: 2, ..Filter::default() }).await;
    assert_eq!((second.total, second.rows.len()), (5, 0), "{PAGE_ROWS} a page");

    let regional = page(town, town.regional, Filter::default()).await;
    assert_eq!((regional.total, regional.by_region.as_slice()), (4, &[("MA-02".to_owned(), 4)][..]));
    let outside = page(town, town.regional, Filter { region: Some("MA-06".into()), ..Filter::default() }).await;
    assert_eq!((outside.total, outside.rows.len()), (0, 0), "a filter opens no scope");
    for nobody in [town.nadia, town.trainees[0]] {
        assert_eq!(page(town, nobody, Filter::default()).await, Page::default(), "without a staff grant there is nothing");
    }
}
