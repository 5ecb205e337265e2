//! Self-checks, which are private, and pictures, which are a venture's.

use crate::town::Town;
use board::id::AssetId;
use shared::{
    access::{OwnSelfCheck, allow},
    ids::{SelfCheckId, VentureId},
};
use store::{StoreError, files, selfcheck};

pub async fn a_self_check_is_its_owners(town: &Town) {
    let db = &town.db;
    let (amal, youssef) = (town.actor(town.trainees[0]).await, town.actor(town.trainees[1]).await);
    let own = |who: &shared::access::Actor| allow(who, OwnSelfCheck { owner: who.person }).expect("one's own");
    let (first, second) = (SelfCheckId(store::new_id()), SelfCheckId(store::new_id()));
    selfcheck::save(db, own(&amal), first, r#"{"a":"1"}"#, town.now()).await.expect("kept");
    selfcheck::save(db, own(&amal), second, r#"{"a":"3"}"#, town.now()).await.expect("kept");
    selfcheck::save(db, own(&amal), first, r#"{"a":"2"}"#, town.now()).await.expect("the same filling, sent again");
    let stolen = selfcheck::save(db, own(&youssef), first, r#"{"a":"4"}"#, town.now()).await;
    assert!(matches!(stolen, Err(StoreError::Taken)), "{stolen:?}");
    let kept = selfcheck::of(db, own(&amal)).await.expect("reads");
    assert_eq!(
        kept.iter().map(|(id, json, _)| (*id, json.as_str())).collect::<Vec<_>>(),
        [(first, r#"{"a":"2"}"#), (second, r#"{"a":"3"}"#)]
    );
    assert!(selfcheck::of(db, own(&youssef)).await.expect("reads").is_empty());
    assert_eq!(selfcheck::owner(db, first).await.expect("reads"), Some(amal.person));
    selfcheck::delete(db, own(&youssef), first).await.expect("nothing of theirs");
    assert_eq!(selfcheck::of(db, own(&amal)).await.expect("reads").len(), 2, "another's stays");
    selfcheck::delete(db, own(&amal), first).await.expect("deleted");
    assert_eq!(selfcheck::owner(db, first).await.expect("reads"), None);
    assert_eq!(selfcheck::of(db, own(&amal)).await.expect("reads").len(), 1);
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
