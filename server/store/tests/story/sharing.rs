//! Links by which anybody plays a prototype.

use crate::town::Town;
use board::id::{ClientNo, RecordId};
use shared::{
    Millis,
    access::{EndPlayLink, SharePrototype, allow},
    ids::{PlayLinkId, VentureId},
    sharing::{LINK_LASTS, LINK_LIMIT, PlayToken},
};
use store::sharing;

pub async fn a_link_opens_for_thirty_days_or_until_it_is_ended(town: &Town, id: VentureId) {
    let (db, now) = (&town.db, town.now());
    let (amal, at) = (town.actor(town.trainees[0]).await, town.locus(id).await);
    let prototype = RecordId { client: ClientNo(3), counter: 4 };
    let open = async |token: &PlayToken| {
        let link = PlayLinkId(store::new_id());
        let permit = allow(&amal, SharePrototype { at: &at }).expect("a member");
        sharing::open(db, permit, link, prototype, token, now).await.expect("judged").then_some(link)
    };
    let (one, two) = (sharing::new_token().expect("chance"), sharing::new_token().expect("chance"));
    assert_ne!(one, two);
    let (first, _second) = (open(&one).await.expect("made"), open(&two).await.expect("made"));
    let link = sharing::link(db, &one).await.expect("reads").expect("is there");
    assert_eq!((link.id, link.venture, link.prototype), (first, id, prototype));
    assert!(link.is_open(Millis(now.0 + LINK_LASTS - 1)) && !link.is_open(Millis(now.0 + LINK_LASTS)));
    assert_eq!(link.days(now), 30);
    assert_eq!(sharing::link(db, &PlayToken::from_random([9; 16])).await.expect("reads"), None);
    let end = async |at: &shared::access::Locus, link| {
        let nadia = town.actor(town.nadia).await;
        sharing::end(db, allow(&nadia, EndPlayLink { at }).expect("its mentor"), link, Millis(now.0 + 1)).await.expect("ended");
    };
    let elsewhere = shared::access::Locus { venture: Some(VentureId(store::new_id())), ..at.clone() };
    end(&elsewhere, first).await;
    assert!(sharing::link(db, &one).await.expect("reads").expect("is there").is_open(Millis(now.0 + 2)), "another venture ends nothing");
    end(&at, first).await;
    assert!(!sharing::link(db, &one).await.expect("reads").expect("still known").is_open(Millis(now.0 + 2)));
    assert_eq!(sharing::links(db, id, Millis(now.0 + 2)).await.expect("reads").len(), 1);
    let mut made = 2;
    while open(&sharing::new_token().expect("chance")).await.is_some() {
        made += 1;
        assert!(made <= LINK_LIMIT + 1, "there is an end");
    }
    assert_eq!(sharing::links(db, id, Millis(now.0 + 2)).await.expect("reads").len(), LINK_LIMIT - 1, "one of them had been ended");
}
