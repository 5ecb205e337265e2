//! Joining by code, and leaving.

use crate::town::Town;
use shared::{
    Lang, Millis,
    access::{
        AddTeammate, AskToJoin, CreateVenture, DeclineJoin, InviteToTeam, LeaveTeam, MoveTeammate, RemoveTeammate, SeeVenture, Wish, allow,
    },
    ids::VentureId,
    joining::{CODE_LASTS, CodeRefusal, JoinCode},
    ventures::VentureForm,
};
use store::{
    StoreError,
    ventures::{self, Left, Told},
};

pub async fn a_code_is_good_for_seven_days_or_until_the_next(town: &Town) -> VentureId {
    let (db, id, now) = (&town.db, VentureId(store::new_id()), town.now());
    let (maker, asks) = (town.actor(town.trainees[6]).await, town.actor(town.trainees[5]).await);
    let group = maker.group().expect("a trainee");
    let form = VentureForm { name: "Tarz".into(), theme: "craft".into(), ..VentureForm::default() };
    ventures::create(db, allow(&maker, CreateVenture { group }).expect("may"), id, &form, Lang::Fr, now).await.expect("made");
    let (maker, at) = (town.actor(town.trainees[6]).await, town.locus(id).await);
    assert_eq!(ventures::join_code(db, id, now).await.expect("reads"), None);
    let codes = [1, 2].map(|n| JoinCode::from_random([n, 7, 7, 7, 7, 7]));
    for (late, code) in (0..).zip(&codes) {
        let permit = allow(&maker, InviteToTeam { at: &at }).expect("a member");
        ventures::renew_join_code(db, permit, code, Millis(now.0 + late)).await.expect("made");
    }
    let taken = ventures::renew_join_code(db, allow(&maker, InviteToTeam { at: &at }).expect("a member"), &codes[0], now).await;
    assert!(matches!(taken, Err(StoreError::Taken)), "{taken:?}");
    let until = Millis(now.0 + 1 + CODE_LASTS);
    let later = Millis(now.0 + 2);
    assert_eq!(ventures::join_code(db, id, later).await.expect("reads"), Some((codes[1].clone(), until)));
    let tried = async |code: &JoinCode, at: Millis| ventures::try_code(db, asks.person, group, Some(code), at).await.expect("judged");
    assert_eq!(tried(&codes[1], later).await, Ok(id));
    assert_eq!(tried(&codes[0], later).await, Err(CodeRefusal::Old));
    assert_eq!(tried(&codes[1], until).await, Err(CodeRefusal::Old));
    let foreign = ventures::try_code(db, town.stranger, town.groups[1], Some(&codes[1]), later).await.expect("judged");
    assert_eq!(foreign, Err(CodeRefusal::OtherGroup));
    for _ in 0..2 {
        let permit = allow(&asks, AskToJoin { at: &at }).expect("of the group");
        ventures::ask_to_join(db, permit, later).await.expect("noted");
    }
    let wishes = ventures::join_wishes(db, id).await.expect("reads");
    assert_eq!(wishes.iter().map(|wish| wish.person).collect::<Vec<_>>(), [asks.person], "once");
    let waits = || ventures::OwnWish { venture: id, name: "Tarz".to_owned(), declined: None };
    assert_eq!(ventures::wishes_of(db, asks.person).await.expect("reads"), [waits()]);
    ventures::decline_join(db, allow(&maker, DeclineJoin { at: &at }).expect("a member"), asks.person, later).await.expect("said");
    assert!(ventures::join_wishes(db, id).await.expect("reads").is_empty(), "the team has answered");
    let declined = ventures::OwnWish { declined: Some(later), ..waits() };
    assert_eq!(ventures::wishes_of(db, asks.person).await.expect("reads"), [declined], "and who asked is told");
    ventures::ask_to_join(db, allow(&asks, AskToJoin { at: &at }).expect("of the group"), later).await.expect("asked again");
    assert_eq!(ventures::wishes_of(db, asks.person).await.expect("reads"), [waits()]);
    ventures::take_back_wish(db, allow(&asks, AskToJoin { at: &at }).expect("of the group")).await.expect("taken back");
    assert!(ventures::join_wishes(db, id).await.expect("reads").is_empty());
    ventures::ask_to_join(db, allow(&asks, AskToJoin { at: &at }).expect("of the group"), later).await.expect("noted again");
    let permit = allow(&maker, AddTeammate { at: &at, their_group: group, members: 1, wish: Wish::Asked }).expect("a member");
    assert!(ventures::add_teammate(db, permit, asks.person, "", later).await.expect("judged"));
    assert!(ventures::join_wishes(db, id).await.expect("reads").is_empty(), "answered");
    assert_eq!(tried(&codes[1], later).await, Err(CodeRefusal::Member(id)));
    id
}

pub async fn a_team_is_never_emptied_unawares(town: &Town, id: VentureId, full: VentureId) {
    let (db, now) = (&town.db, town.now());
    let (at, full) = (town.locus(id).await, town.locus(full).await);
    let (nadia, stays, goes) = (town.actor(town.nadia).await, town.trainees[6], town.trainees[5]);
    let to_full = ventures::move_teammate(db, allow(&nadia, MoveTeammate { from: &at, to: &full }).expect("mentor"), stays, Told::Yes, now);
    assert_eq!(to_full.await.expect("judged"), Left::Full, "five are five");
    assert!(town.actor(stays).await.is_member(&at), "and whoever finds no place keeps their own");
    let one = town.actor(stays).await;
    let two = town.actor(goes).await;
    let (first, second) = tokio::join!(
        ventures::leave_team(db, allow(&one, LeaveTeam { at: &at }).expect("a member"), Told::No, now),
        ventures::leave_team(db, allow(&two, LeaveTeam { at: &at }).expect("a member"), Told::No, now)
    );
    let mut both = [first.expect("judged"), second.expect("judged")];
    both.sort_by_key(|left| *left == Left::Last);
    assert_eq!(both, [Left::Gone, Left::Last], "two leave at once: the second is the last");
    let team = ventures::venture(db, id).await.expect("reads").expect("is there").team;
    let [last] = &team[..] else { panic!("{team:?}") };
    let removed = async |told| {
        let permit = allow(&nadia, RemoveTeammate { at: &at }).expect("mentor");
        ventures::remove_teammate(db, permit, last.person, told, now).await.expect("judged")
    };
    assert_eq!(removed(Told::No).await, Left::Last);
    assert_eq!(removed(Told::Yes).await, Left::Gone);
    assert_eq!(removed(Told::No).await, Left::Gone, "gone is gone");
    assert!(!town.actor(last.person).await.is_member(&at), "the right goes with it");
    assert!(ventures::venture(db, id).await.expect("reads").expect("the venture stays").team.is_empty());
}

pub async fn who_may_see_a_venture_is_who_is_named(town: &Town, id: VentureId) {
    let (db, at) = (&town.db, town.locus(id).await);
    let mut named: Vec<String> = ventures::seers(db, &at).await.expect("reads").into_iter().map(|seer| seer.name).collect();
    let mut may = Vec::new();
    for person in [town.nadia, town.other_mentor, town.regional, town.national, town.stranger, town.far, town.trainees[0]] {
        let who = town.actor(person).await;
        if allow(&who, SeeVenture { at: &at }).is_ok() && !who.is_member(&at) {
            may.push(who.name);
        }
    }
    named.sort();
    may.sort();
    assert_eq!(named, may);
    assert_eq!(may.len(), 3, "a mentor, staff of the region, national staff");
}
