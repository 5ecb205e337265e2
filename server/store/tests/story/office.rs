//! What needs the staff: without a mentor, waiting, stuck, silent; and the wall.

use crate::town::Town;
use shared::{
    Millis,
    access::{AssignMentor, CorrectName, Denied, Locus, RemoveMentor, Role, Scope, SeePortfolio, StepAside, TakeUp, allow},
    exits::{Exit, Standing},
    ids::{PersonId, VentureId},
    portfolio::{Filter, GroupNeed, Need, Page, Patience, Wall},
    reports::Subject,
};
use store::{StoreError, accounts, exits, portfolio, reports};

async fn page(town: &Town, need: Option<Need>, now: Millis) -> Page {
    let filter = Filter { need, page: 1, ..Filter::default() };
    portfolio::page(&town.db, &town.actor(town.national).await, &filter, now).await.expect("reads")
}

fn codes<T>(groups: &[T], code: impl Fn(&T) -> &String) -> Vec<String> {
    groups.iter().map(|group| code(group).clone()).collect()
}

/// The queries say of every row what the rule says, now and in a month.
pub async fn the_lists_say_what_the_rule_says(town: &Town) {
    let now = town.now();
    for later in [0, 8, 22, 40] {
        let then = Millis(now.0 + later * Millis::DAY);
        let (all, patience) = (page(town, None, then).await, Patience::at(then));
        let ruled: Vec<_> = all.rows.iter().filter(|row| row.is_stuck(patience)).map(|row| row.id).collect();
        let listed: Vec<_> = page(town, Some(Need::Stuck), then).await.rows.iter().map(|row| row.id).collect();
        assert_eq!(ruled, listed, "in {later} days");
        assert!(!all.by_mentor.is_empty());
        for (mentor, name, count) in &all.by_mentor {
            let filter = Filter { mentor: Some(*mentor), page: 1, ..Filter::default() };
            let theirs = portfolio::page(&town.db, &town.actor(town.national).await, &filter, then).await.expect("reads");
            assert_eq!((theirs.total, &theirs.by_mentor), (*count, &all.by_mentor), "{name}'s");
            assert!(theirs.rows.iter().all(|row| row.mentors.contains(name)), "{name}'s");
        }
        let staff = town.actor(town.national).await;
        let alerts = portfolio::overview(&town.db, &staff, then).await.expect("reads");
        for need in GroupNeed::ALL {
            let list = portfolio::needy_groups(&town.db, &staff, need, 1, then).await.expect("reads");
            let (begun, whole) = match need {
                GroupNeed::Mentor => (codes(&alerts.orphans, |group| &group.code), codes(&list.orphans, |group| &group.code)),
                GroupNeed::Waiting => (codes(&alerts.waiting, |group| &group.code), codes(&list.waiting, |group| &group.code)),
                GroupNeed::Silent => (codes(&alerts.silent, |group| &group.code), codes(&list.silent, |group| &group.code)),
            };
            assert!(whole.starts_with(&begun), "an alert begins its list: {begun:?} and {whole:?}");
            let counted = [list.orphan_groups, list.waiting_groups, list.silent_groups][need as usize];
            assert_eq!(whole.len(), counted as usize, "{need:?}: the list holds all that the alert counts");
            let behind = portfolio::needy_groups(&town.db, &staff, need, 9, then).await.expect("reads");
            assert!(behind.orphans.is_empty() && behind.waiting.is_empty() && behind.silent.is_empty());
        }
        for (need, count) in Need::ALL.into_iter().zip(all.by_need) {
            assert_eq!(page(town, Some(need), then).await.total, count, "{need:?} in {later} days");
        }
    }
    let [.., stuck] = page(town, None, Millis(now.0 + 40 * Millis::DAY)).await.by_need;
    assert_eq!(stuck, page(town, None, now).await.total, "all still");
}

pub async fn a_group_without_a_mentor_is_given_one(town: &Town) {
    let establishment = accounts::create_establishment(&town.db, town.edition, "MA-02", "Nador", "ISTA Nador").await.expect("made");
    let group = accounts::create_group(&town.db, establishment, "NAD-A1", "Groupe A1").await.expect("a group");
    let new = accounts::NewTrainee { group, number: 1, first: "Sofia".into(), last: "D.".into(), lang: shared::Lang::Fr };
    let sofia = accounts::create_trainee(&town.db, new, None, &town.secrets, town.now()).await.expect("a trainee");
    let samira = town.actor(town.regional).await;
    let overview = async || portfolio::overview(&town.db, &samira, town.now()).await.expect("reads");
    let before = overview().await;
    assert!(before.orphans.iter().any(|orphan| orphan.id == group && orphan.trainees == 1));
    assert!(before.silent.iter().any(|silent| silent.id == group), "Sofia has not entered");
    assert!(!before.silent.iter().any(|silent| silent.id == town.groups[0]), "Amal has");

    let venture = town.venture(sofia, "Filets", "fishing").await;
    let now = town.now();
    assert_eq!(page(town, Some(Need::Mentor), now).await.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [venture]);
    let loads = portfolio::mentor_loads(&town.db, &samira, group).await.expect("reads");
    let nadia = loads.iter().find(|load| load.id == town.nadia).expect("a mentor of the region");
    assert_eq!((nadia.groups, nadia.here), (1, false));
    assert!(nadia.trainees >= 7 && nadia.ventures >= 3);

    let at = accounts::group(&town.db, group).await.expect("reads").expect("is there").at;
    let assigns = async |mentor: PersonId| {
        let permit = allow(&samira, AssignMentor { at: &at }).expect("may");
        portfolio::assign_mentor(&town.db, permit, mentor, town.now()).await
    };
    assert!(matches!(assigns(sofia).await, Err(StoreError::Absent)), "a trainee is no mentor");
    for _ in 0..2 {
        assigns(town.nadia).await.expect("again changes nothing");
    }
    assert!(town.actor(town.nadia).await.is_mentor(&Locus { venture: Some(venture), ..at.clone() }), "she sees it now");
    assert_eq!(page(town, Some(Need::Mentor), town.now()).await.total, 0);
    assert_eq!(overview().await.orphan_groups, before.orphan_groups - 1);
    for nobody in [town.nadia, town.trainees[0]] {
        assert_eq!(allow(&town.actor(nobody).await, AssignMentor { at: &at }).err(), Some(Denied::Hidden));
    }
}

/// Out of the only group, a mentor is one still: the staff finds them and gives them another.
pub async fn a_mentor_is_taken_out_and_is_free_for_another_group(town: &Town) {
    let samira = town.actor(town.regional).await;
    let establishment = accounts::create_establishment(&town.db, town.edition, "MA-02", "Jerada", "ISTA Jerada").await.expect("made");
    let group = accounts::create_group(&town.db, establishment, "JER-A1", "Groupe A1").await.expect("a group");
    let at = accounts::group(&town.db, group).await.expect("reads").expect("is there").at;
    let new = accounts::NewStaff {
        name: "Imane".into(),
        role: Role::Mentor,
        scopes: vec![Scope::Group(group)],
        edition: town.edition,
        lang: shared::Lang::Fr,
    };
    let imane = accounts::create_staff(&town.db, new, crate::town::PASSPHRASE, &town.secrets, town.now()).await.expect("a mentor");
    let removes = async || {
        let permit = allow(&samira, RemoveMentor { at: &at }).expect("may");
        portfolio::remove_mentor(&town.db, permit, imane, town.now()).await.expect("judged")
    };
    assert!(removes().await && !removes().await, "once");
    let free = town.actor(imane).await;
    assert!(free.role() == Role::Mentor && !free.is_mentor(&at), "a mentor still, of nothing");
    assert!(portfolio::mentors(&town.db, group).await.expect("reads").is_empty());
    let loads = portfolio::mentor_loads(&town.db, &samira, group).await.expect("reads");
    assert!(loads.iter().any(|load| load.id == imane && load.groups == 0 && !load.here), "found again");
    let free = Subject::Person(imane);
    assert!(reports::reported(&town.db, &free, &samira).await.expect("reads").is_some(), "her name is shown to the staff");
    let nadia = town.actor(town.nadia).await;
    assert_eq!(reports::reported(&town.db, &free, &nadia).await.expect("reads"), None, "and to no mentor");
    let permit = allow(&samira, AssignMentor { at: &at }).expect("may");
    portfolio::assign_mentor(&town.db, permit, imane, town.now()).await.expect("assigned");
    let back = town.actor(imane).await;
    assert!(back.is_mentor(&at) && back.grants.len() == 1, "{:?}", back.grants);
    assert_eq!(allow(&back, RemoveMentor { at: &at }).err(), Some(Denied::Hidden), "nobody takes themselves out");
}

/// Each standing lists what it counts, in the portfolio and in the file.
pub async fn a_venture_is_found_by_how_it_stands(town: &Town, id: VentureId) {
    let samira = town.actor(town.regional).await;
    let (at, now) = (town.locus(id).await, town.now());
    let amal = town.actor(town.trainees[0]).await;
    let permit = allow(&amal, StepAside { at: &at }).expect("a member");
    assert!(exits::step_aside(&town.db, permit, Exit::Hired, "Un atelier nous a pris.", None, now).await.expect("judged"));
    let of = |standing| Filter { standing, page: 1, ..Filter::default() };
    let page = async |standing| portfolio::page(&town.db, &samira, &of(standing), town.now()).await.expect("reads");
    let counts = page(None).await;
    assert_eq!(counts.by_standing.iter().map(|(_, n)| n).sum::<u32>(), counts.total);
    for standing in Standing::all() {
        let listed = page(Some(standing)).await;
        let counted = counts.by_standing.iter().find(|(one, _)| *one == standing).map_or(0, |(_, n)| *n);
        assert_eq!(listed.total, counted, "{standing:?}");
        assert_eq!(listed.by_standing, counts.by_standing, "the counts leave their own filter out");
        assert!(listed.rows.iter().all(|row| row.aside.map_or(Standing::UnderWay, Standing::Aside) == standing), "{standing:?}");
        let permit = allow(&samira, SeePortfolio).expect("may");
        let file = portfolio::export(&town.db, permit, &samira, &of(Some(standing)), town.now()).await.expect("reads");
        assert_eq!(file.len() as u32, counted, "{standing:?}");
        match portfolio::wall(&town.db, &samira, &of(Some(standing)), town.now()).await.expect("reads") {
            Wall::Ventures(stars) => assert_eq!(stars.len() as u32, counted, "{standing:?}"),
            Wall::Groups(_) => panic!("so few are stars of their own"),
        }
    }
    assert_eq!(page(Some(Standing::Aside(Exit::Hired))).await.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
    exits::take_up(&town.db, allow(&amal, TakeUp { at: &at }).expect("a member"), town.now()).await.expect("taken up");
    assert_eq!(page(Some(Standing::Aside(Exit::Hired))).await.total, 0);
}

pub async fn a_wall_and_a_file_show_what_the_filter_leaves(town: &Town) {
    let samira = town.actor(town.regional).await;
    let filter = Filter { page: 1, ..Filter::default() };
    let total = portfolio::page(&town.db, &samira, &filter, town.now()).await.expect("reads").total as usize;
    match portfolio::wall(&town.db, &samira, &filter, town.now()).await.expect("reads") {
        Wall::Ventures(stars) => assert_eq!(stars.len(), total),
        Wall::Groups(_) => panic!("so few are stars of their own"),
    }
    let permit = allow(&samira, SeePortfolio).expect("may");
    let rows = portfolio::export(&town.db, permit, &samira, &filter, town.now()).await.expect("reads");
    assert_eq!(rows.len(), total, "all pages, and no other region");
    assert!(rows.iter().all(|row| row.region == "MA-02"));
}

pub async fn a_name_is_corrected(town: &Town) {
    let samira = town.actor(town.regional).await;
    let omar = accounts::named(&town.db, town.trainees[3]).await.expect("reads").expect("is there");
    assert_eq!((omar.role, omar.places.len(), omar.card), (Role::Trainee, 1, Some(("OUJ-A1".to_owned(), 4))));
    let permit = allow(&samira, CorrectName { person: omar.person, role: omar.role, places: &omar.places }).expect("may");
    accounts::correct_name(&town.db, permit, " Omar\u{202E}  Bennani ", town.now()).await.expect("corrected");
    assert_eq!(accounts::named(&town.db, omar.person).await.expect("reads").expect("is there").name, "Omar Bennani");
    let nadia = accounts::named(&town.db, town.nadia).await.expect("reads").expect("is there");
    let rename = async |name: &str| {
        let deed = CorrectName { person: nadia.person, role: nadia.role, places: &nadia.places };
        accounts::correct_name(&town.db, allow(&samira, deed).expect("may"), name, town.now()).await
    };
    assert!(matches!(rename("hassan").await, Err(StoreError::Taken)), "somebody enters by it");
    assert!(matches!(rename(" \u{202E} ").await, Err(StoreError::Unreadable(_))), "no name");
    rename("Nadia El Amrani").await.expect("corrected");
    let entered = accounts::enter_by_name(&town.db, "nadia el amrani", crate::town::PASSPHRASE, &town.secrets, town.now()).await;
    assert_eq!(entered.expect("reads"), Ok(town.nadia), "she enters by the new one");
    let staff = accounts::named(&town.db, town.regional).await.expect("reads").expect("is there");
    let own = CorrectName { person: staff.person, role: staff.role, places: &staff.places };
    assert_eq!(allow(&samira, own).err(), Some(Denied::Hidden), "the staff's names are kept elsewhere");
}
