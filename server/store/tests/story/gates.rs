//! Gates asked for, refused with a step, signed once, taken back; and a venture that stands aside.

use crate::town::Town;
use shared::{
    Millis,
    access::{AskForGate, RefuseGate, SeeVenture, SignGate, StepAside, TakeUp, WithdrawGate, allow},
    exits::Exit,
    gates::WITHDRAWN_WITHIN,
    ids::{PersonId, VentureId},
    portfolio::{Filter, Need, Page},
    reference,
    ventures::Gate,
};
use store::{StoreError, exits, gates, gates::Outcome, portfolio, ventures};

async fn signed(town: &Town, id: VentureId) -> Gate {
    ventures::venture(&town.db, id).await.expect("reads").expect("is there").gate
}

pub async fn a_gate_is_asked_for_refused_and_signed_once(town: &Town, id: VentureId) {
    let (db, at, now) = (&town.db, town.locus(id).await, town.now());
    let (amal, nadia) = (town.actor(town.trainees[0]).await, town.actor(town.nadia).await);
    let may_ask = || allow(&amal, AskForGate { at: &at }).expect("a member");
    let may_sign = || allow(&nadia, SignGate { at: &at, signers: &[] }).expect("their mentor");
    let may_refuse = || allow(&nadia, RefuseGate { at: &at, signers: &[] }).expect("their mentor");
    assert_eq!(signed(town, id).await, Gate(2));

    assert_eq!(gates::ask(db, may_ask(), Gate(2), now).await.expect("judged"), Outcome::Already);
    assert_eq!(gates::ask(db, may_ask(), Gate(4), now).await.expect("judged"), Outcome::NotNext);
    for _ in 0..2 {
        assert_eq!(gates::ask(db, may_ask(), Gate(3), now).await.expect("judged"), Outcome::Done, "twice is once");
    }
    let asks = gates::asks_of_mentor(db, town.nadia).await.expect("reads");
    assert_eq!(asks.iter().map(|asks| (asks.venture, asks.signed)).collect::<Vec<_>>(), [(id, Gate(2))]);
    assert!(gates::asks_of_mentor(db, town.stranger).await.expect("reads").is_empty());

    assert_eq!(gates::refuse(db, may_refuse(), Gate(3), "Un essai de plus", now).await.expect("judged"), Outcome::Done);
    let way = gates::way(db, id).await.expect("reads");
    assert_eq!((way.asked, way.step.map(|step| step.words)), (None, Some("Un essai de plus".to_owned())));
    gates::ask(db, may_ask(), Gate(3), now).await.expect("asked again");
    assert!(gates::way(db, id).await.expect("reads").step.is_none(), "the step is done");

    assert_eq!(gates::sign(db, may_sign(), Gate(5), "Trop tôt", &[], now).await.expect("judged"), Outcome::NotNext);
    let ticks = ["G3-c".to_owned()];
    let (one, two) = tokio::join!(
        gates::sign(db, may_sign(), Gate(3), "Bien vu", &ticks, now),
        gates::sign(db, may_sign(), Gate(3), "Bravo", &ticks, now)
    );
    let outcomes = [one.expect("judged"), two.expect("judged")];
    assert!(outcomes.contains(&Outcome::Done) && outcomes.contains(&Outcome::Already), "two at once are one: {outcomes:?}");
    let way = gates::way(db, id).await.expect("reads");
    assert_eq!((signed(town, id).await, way.signed.len(), way.asked, way.step), (Gate(3), 3, None, None));
    assert!(way.signed.last().is_some_and(|last| last.by == town.nadia && !last.sentence.is_empty()));

    assert_eq!(gates::fresh(db, id, town.trainees[0], now).await.expect("reads"), Some(Gate(3)));
    gates::see(db, allow(&amal, SeeVenture { at: &at }).expect("a member"), Gate(3)).await.expect("seen");
    assert_eq!(gates::fresh(db, id, town.trainees[0], now).await.expect("reads"), None);
    assert_eq!(gates::fresh(db, id, town.trainees[1], now).await.expect("reads"), Some(Gate(3)), "each sees it once");
}

pub async fn a_signature_is_taken_back_within_a_day(town: &Town, id: VentureId) {
    let (db, at, now) = (&town.db, town.locus(id).await, town.now());
    let nadia = town.actor(town.nadia).await;
    let withdraw = async |gate: u8, at_time: Millis| {
        gates::withdraw(db, allow(&nadia, WithdrawGate { at: &at, signers: &[] }).expect("their mentor"), Gate(gate), at_time)
            .await
            .expect("judged")
    };
    assert_eq!(withdraw(2, now).await, Outcome::TooLate, "only the last one");
    assert_eq!(withdraw(3, Millis(now.0 + WITHDRAWN_WITHIN + 60_000)).await, Outcome::TooLate);
    assert_eq!(withdraw(3, now).await, Outcome::Done);
    assert_eq!((signed(town, id).await, gates::way(db, id).await.expect("reads").signed.len()), (Gate(2), 2));

    // A proof that was made before the mentor was taken away opens nothing.
    let elsewhere = shared::access::Actor { person: town.trainees[2], ..nadia.clone() };
    let late = allow(&elsewhere, SignGate { at: &at, signers: &[] }).expect("as they were");
    assert_eq!(gates::sign(db, late, Gate(3), "Bien", &[], now).await.expect("judged"), Outcome::NotTheirs);
    assert_eq!(signed(town, id).await, Gate(2));
    let nowhere = shared::access::Locus { venture: Some(VentureId(store::new_id())), ..at.clone() };
    let absent =
        gates::sign(db, allow(&nadia, SignGate { at: &nowhere, signers: &[] }).expect("of the group"), Gate(1), "Bien", &[], now).await;
    assert!(matches!(absent, Err(StoreError::Absent)), "{absent:?}");
}

pub async fn a_venture_stands_aside_and_is_taken_up(town: &Town, id: VentureId) {
    let (db, at, now) = (&town.db, town.locus(id).await, town.now());
    let amal = town.actor(town.trainees[0]).await;
    let aside = async |exit, lesson, since| {
        let permit = allow(&amal, StepAside { at: &at }).expect("a member");
        exits::step_aside(db, permit, exit, lesson, Some(Millis(now.0 + Millis::DAY)), since).await.expect("judged")
    };
    assert!(aside(Exit::Paused, "Demander d'abord", now).await);
    assert!(!aside(Exit::Stopped, "Trop tard", Millis(now.0 + 1)).await, "it stands aside already");
    let told = exits::of_venture(db, id).await.expect("reads");
    assert_eq!((told.len(), told[0].exit, told[0].lesson.as_str(), told[0].until), (1, Exit::Paused, "Demander d'abord", None));
    assert!(!stuck(town, id).await, "who stands aside is not stuck");
    for _ in 0..2 {
        exits::take_up(db, allow(&amal, TakeUp { at: &at }).expect("a member"), Millis(now.0 + 2)).await.expect("taken up");
    }
    assert!(stuck(town, id).await, "taken up, it is looked after again");
    assert!(aside(Exit::Pivoted, "Autre besoin", Millis(now.0 + 3)).await);
    exits::take_up(db, allow(&amal, TakeUp { at: &at }).expect("a member"), Millis(now.0 + 4)).await.expect("taken up");
    let told = exits::of_venture(db, id).await.expect("reads");
    assert_eq!(told.iter().map(|aside| aside.exit).collect::<Vec<_>>(), [Exit::Pivoted, Exit::Paused], "both lessons stay");
    assert!(told.iter().all(|aside| aside.until.is_some()));
}

/// Whether the staff's list of those who are stuck names it, long after its last change.
async fn stuck(town: &Town, id: VentureId) -> bool {
    let filter = Filter { need: Some(Need::Stuck), page: 1, ..Filter::default() };
    let then = Millis(town.now().0 + 40 * Millis::DAY);
    let page = portfolio::page(&town.db, &town.actor(town.national).await, &filter, then).await.expect("reads");
    page.rows.iter().any(|row| row.id == id)
}

/// The mentor is told of each gate that is asked for, the staff of those that are left to it; of a venture that rests, nobody.
pub async fn who_asks_is_told_to_who_signs(town: &Town, id: VentureId) {
    let (db, at, now) = (&town.db, town.locus(id).await, town.now());
    let (amal, nadia, samira) = (town.actor(town.trainees[0]).await, town.actor(town.nadia).await, town.actor(town.regional).await);
    let ask = async |gate| gates::ask(db, allow(&amal, AskForGate { at: &at }).expect("a member"), Gate(gate), now).await.expect("judged");
    let told = async || {
        let mentor = gates::asks_of_mentor(db, town.nadia).await.expect("reads").iter().any(|asks| asks.venture == id);
        let (samira, driss) = (asking(town, town.regional).await, asking(town, town.national).await);
        assert_eq!((samira.total, &samira.rows), (driss.total, &driss.rows), "it is in both scopes");
        let all =
            portfolio::page(db, &town.actor(town.regional).await, &Filter { page: 1, ..Filter::default() }, now).await.expect("reads");
        assert_eq!((all.by_need[0], samira.total as usize), (samira.total, samira.rows.len()), "counted as listed");
        let row = all.rows.iter().find(|row| row.id == id).expect("a row").asks_since;
        assert_eq!(
            samira.rows.iter().find(|row| row.id == id).map(|row| row.asks_since),
            row.map(Some),
            "a row says it wherever it stands"
        );
        (mentor, row)
    };
    assert_eq!(ask(3).await, Outcome::Done);
    assert_eq!(told().await, (true, None), "the third gate is the mentor's alone");
    for gate in [3, 4] {
        let permit = allow(&nadia, SignGate { at: &at, signers: reference::signers(Gate(gate)) }).expect("their mentor");
        assert_eq!(gates::sign(db, permit, Gate(gate), "Bien vu", &[], now).await.expect("judged"), Outcome::Done);
    }
    assert_eq!(told().await, (false, None), "signed, nobody asks");
    assert_eq!(ask(5).await, Outcome::Done);
    assert_eq!(told().await, (true, Some(now)), "the fifth is signed by either");
    assert!(asking(town, town.nadia).await.rows.is_empty(), "without a staff grant there is nothing");
    let elsewhere = Filter { need: Some(Need::Signature), region: Some("MA-06".into()), page: 1, ..Filter::default() };
    assert_eq!(portfolio::page(db, &samira, &elsewhere, now).await.expect("reads").total, 0);

    let permit = allow(&amal, StepAside { at: &at }).expect("a member");
    assert!(exits::step_aside(db, permit, Exit::Paused, "Les examens d'abord", None, Millis(now.0 + 5)).await.expect("judged"));
    assert_eq!(ask(5).await, Outcome::Done, "asked on a page that was open before");
    assert_eq!(told().await, (false, None), "what rests waits for nobody");
    exits::take_up(db, allow(&amal, TakeUp { at: &at }).expect("a member"), Millis(now.0 + 6)).await.expect("taken up");
    assert_eq!(told().await, (true, Some(now)));

    let permit = allow(&samira, RefuseGate { at: &at, signers: reference::signers(Gate(5)) }).expect("left to the staff");
    assert_eq!(gates::refuse(db, permit, Gate(5), "Dire le prix", now).await.expect("judged"), Outcome::Done);
    assert_eq!(told().await, (false, None), "answered");
    for gate in [4, 3] {
        let permit = allow(&nadia, WithdrawGate { at: &at, signers: reference::signers(Gate(gate)) }).expect("their mentor");
        assert_eq!(gates::withdraw(db, permit, Gate(gate), now).await.expect("judged"), Outcome::Done);
    }
}

async fn asking(town: &Town, person: PersonId) -> Page {
    let filter = Filter { need: Some(Need::Signature), page: 1, ..Filter::default() };
    portfolio::page(&town.db, &town.actor(person).await, &filter, town.now()).await.expect("reads")
}
