//! Self-checks, which are private, and pictures, which are a venture's.

use crate::town::Town;
use board::id::AssetId;
use shared::{
    Millis,
    access::{Actor, Allowed, OwnSelfCheck, allow},
    ids::{SelfCheckId, VentureId},
    selfcheck::Answers,
};
use store::{StoreError, files, selfcheck};

pub async fn a_self_check_is_its_owners(town: &Town) {
    let db = &town.db;
    let (amal, youssef) = (town.actor(town.trainees[0]).await, town.actor(town.trainees[1]).await);
    let (first, second, now) = (SelfCheckId(store::new_id()), SelfCheckId(store::new_id()), town.now());
    let earlier = Millis(now.0 - 30 * Millis::DAY);
    selfcheck::save(db, own(&amal), first, answers(&[("a", "1")]), None, earlier).await.expect("kept");
    selfcheck::save(db, own(&amal), second, answers(&[("a", "3")]), None, now).await.expect("kept");
    selfcheck::save(db, own(&amal), second, answers(&[("a", "2")]), None, now).await.expect("the same filling, sent again");
    let stolen = selfcheck::save(db, own(&youssef), first, answers(&[("a", "4")]), None, now).await;
    assert!(matches!(stolen, Err(StoreError::Taken)), "{stolen:?}");
    let kept = selfcheck::of(db, own(&amal)).await.expect("reads");
    let told = kept.into_iter().map(|(id, answers, _)| (id, answers)).collect::<Vec<_>>();
    assert_eq!(told, [(second, answers(&[("a", "2")])), (first, answers(&[("a", "1")]))]);
    assert!(selfcheck::of(db, own(&youssef)).await.expect("reads").is_empty());
    assert_eq!(selfcheck::owner(db, first).await.expect("reads"), Some(amal.person));
    selfcheck::delete(db, own(&youssef), first).await.expect("nothing of theirs");
    assert_eq!(selfcheck::of(db, own(&amal)).await.expect("reads").len(), 2, "another's stays");
    selfcheck::delete(db, own(&amal), first).await.expect("deleted");
    assert_eq!(selfcheck::owner(db, first).await.expect("reads"), None);
    assert_eq!(selfcheck::of(db, own(&amal)).await.expect("reads").len(), 1);
}

/// A day as Morocco counts it has one filling, however many forms it comes from; midnight begins another.
pub async fn a_day_has_one_self_check(town: &Town) {
    let (db, salma) = (&town.db, town.actor(town.trainees[2]).await);
    let midnight = Millis::first_of_day(town.now().day());
    let at = |hours: i64| Millis(midnight.0 + hours * 3_600_000);
    let ids = [(); 4].map(|()| SelfCheckId(store::new_id()));
    let save = async |id: usize, said: &[(&str, &str)], seen: Option<Millis>, at: Millis| {
        selfcheck::save(db, own(&salma), ids[id], answers(said), seen, at).await.expect("kept");
    };
    let kept = async || {
        let kept = selfcheck::of(db, own(&salma)).await.expect("reads");
        kept.into_iter().map(|(_, answers, at)| (answers, at)).collect::<Vec<_>>()
    };
    let (twice, other) = ([("a", "1")], [("b", "2")]);
    tokio::join!(save(0, &twice, None, at(8)), save(1, &other, None, at(8)), save(0, &twice, None, at(8)));
    let both = answers(&[("a", "1"), ("b", "2")]);
    assert_eq!(kept().await, [(both, at(8))], "three at once are one, and nothing of them is lost");
    save(0, &[("a", "4")], Some(at(8)), at(9)).await;
    save(0, &[("a", "4")], Some(at(8)), at(10)).await;
    assert_eq!(kept().await, [(answers(&[("a", "4")]), at(10))], "who saw them replaces them whole, pressed twice or not");
    save(2, &[("c", "3")], None, at(23)).await;
    let whole = (answers(&[("a", "4"), ("c", "3")]), at(23));
    assert_eq!(kept().await, std::slice::from_ref(&whole), "a form from before leaves what it does not answer");
    for id in [0, 1] {
        save(id, &[("a", "1")], Some(at(23)), at(24)).await;
    }
    assert_eq!(kept().await, [(answers(&[("a", "1")]), at(24)), whole], "a form left open over midnight writes over no day before");
    save(3, &[("d", "1")], None, at(-1)).await;
    assert_eq!(kept().await.len(), 3, "an hour before midnight it is the day before");
}

fn own(who: &Actor) -> Allowed<OwnSelfCheck> {
    allow(who, OwnSelfCheck { owner: who.person }).expect("one's own")
}

fn answers(all: &[(&str, &str)]) -> Answers {
    all.iter().map(|(block, words)| ((*block).to_owned(), (*words).to_owned())).collect()
}

pub async fn a_picture_belongs_to_a_venture(town: &Town, venture: VentureId) {
    let (db, asset) = (&town.db, AssetId("0f".repeat(16)));
    let add = async || files::add(db, asset.clone(), venture, town.trainees[0], 1_000, 40, 30, town.now()).await;
    add().await.expect("noted");
    assert!(matches!(add().await, Err(StoreError::Taken)));
    assert_eq!(files::venture_of(db, &asset).await.expect("reads"), Some(venture));
    assert_eq!(files::bytes(db, &[asset.clone(), AssetId("00".repeat(16))]).await.expect("reads"), 1_000);
    assert_eq!(files::venture_of(db, &AssetId("00".repeat(16))).await.expect("reads"), None);
}
