//! Ventures and teams.

use crate::town::Town;
use shared::{
    Lang,
    access::{AddTeammate, CreateVenture, EditVenture, Wish, allow},
    ids::{PersonId, VentureId},
    ventures::{Gate, VentureForm},
};
use store::{StoreError, accounts, gates, ventures};

pub async fn a_venture_is_made_once(town: &Town) -> VentureId {
    let (db, id) = (&town.db, VentureId(store::new_id()));
    let form =
        VentureForm { name: "  Qatra قَطرة ".into(), idea: " Moins d'eau ".into(), theme: "water".into(), place: String::new() };
    let create = async |by: PersonId| {
        let who = town.actor(by).await;
        let permit = allow(&who, CreateVenture { group: who.group().expect("a trainee") }).expect("may");
        ventures::create(db, permit, id, &form, Lang::Ar, town.now()).await
    };
    create(town.trainees[0]).await.expect("made");
    create(town.trainees[0]).await.expect("sent again by a phone that heard nothing");
    let taken = create(town.trainees[1]).await;
    assert!(matches!(taken, Err(StoreError::Taken)), "{taken:?}");
    let made = ventures::venture(db, id).await.expect("reads").expect("is there");
    assert_eq!((made.name.as_str(), made.idea.as_str(), made.lang, made.gate), ("Qatra قَطرة", "Moins d'eau", Lang::Ar, Gate(0)));
    assert_eq!(made.team.iter().map(|member| member.person).collect::<Vec<_>>(), [town.trainees[0]]);
    assert_eq!((made.at.group, made.at.region.as_str(), made.at.venture), (town.groups[0], "MA-02", Some(id)));
    assert!(town.actor(town.trainees[0]).await.is_member(&made.at));
    assert_eq!(ventures::of_person(db, town.trainees[0]).await.expect("reads").len(), 1, "once, and not twice");
    assert!(ventures::locus(db, VentureId(store::new_id())).await.expect("reads").is_none());
    id
}

pub async fn two_race_for_the_fifth_place(town: &Town, id: VentureId) {
    let db = &town.db;
    let (amal, at) = (town.actor(town.trainees[0]).await, town.locus(id).await);
    let add = async |person: PersonId| {
        let permit = allow(&amal, AddTeammate { at: &at, their_group: at.group, members: 1, wish: Wish::Asked }).expect("may");
        ventures::add_teammate(db, permit, person, " dessin ", town.now()).await
    };
    assert!(add(town.trainees[1]).await.expect("judged"));
    assert!(!add(town.trainees[1]).await.expect("judged"), "who is in is in");
    let foreign = add(town.stranger).await;
    assert!(matches!(foreign, Err(StoreError::WrongPermit)), "{foreign:?}");
    assert!(add(town.trainees[2]).await.expect("judged") && add(town.trainees[3]).await.expect("judged"));
    let (one, two) = tokio::join!(add(town.trainees[4]), add(town.trainees[5]));
    assert_eq!([one, two].into_iter().filter(|joined| *joined.as_ref().expect("judged")).count(), 1, "one of them was first");
    assert!(!add(town.trainees[6]).await.expect("judged"), "five are five");
    let team = ventures::venture(db, id).await.expect("reads").expect("is there").team;
    assert_eq!((team.len(), team[1].person, team[1].part.as_str()), (5, town.trainees[1], "dessin"));
    let free = ventures::free_trainees(db, id).await.expect("reads");
    assert_eq!(free.len(), 3, "eight in the group, five in the team");
    assert!(town.actor(town.trainees[1]).await.is_member(&at));
    let rows = accounts::trainees(db, town.groups[0]).await.expect("reads");
    assert_eq!(rows.iter().filter(|row| row.ventures.iter().any(|(venture, _)| *venture == id)).count(), 5);
}

pub async fn a_venture_changes_and_signs_gates(town: &Town, id: VentureId) {
    let (db, at) = (&town.db, town.locus(id).await);
    let before = ventures::of_group(db, town.groups[0]).await.expect("reads")[0].changed;
    let youssef = town.actor(town.trainees[1]).await;
    let form =
        VentureForm { name: "Qatra".into(), idea: "Goutte à goutte".into(), theme: "agriculture".into(), place: "02.411.01.0".into() };
    ventures::edit(db, allow(&youssef, EditVenture { at: &at }).expect("a member"), &form, town.now()).await.expect("changed");
    gates::bring_in(db, id, Gate(1), town.nadia, "", town.now()).await.expect("signed");
    gates::bring_in(db, id, Gate(2), town.nadia, "", town.now()).await.expect("signed");
    let now = ventures::venture(db, id).await.expect("reads").expect("is there");
    assert_eq!((now.name, now.theme, now.place, now.gate), (form.name, form.theme, form.place, Gate(2)));
    let card = &ventures::of_group(db, town.groups[0]).await.expect("reads")[0];
    assert!(card.changed > before && card.gate == Gate(2));
    let absent = gates::bring_in(db, VentureId(store::new_id()), Gate(1), town.nadia, "", town.now()).await;
    assert!(matches!(absent, Err(StoreError::Absent)), "{absent:?}");
}
