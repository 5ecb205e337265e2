//! Messages between staff and mentors: written, answered, put away, kept.

use crate::town::Town;
use shared::{
    access::{AnswerNotice, Denied, ReadNotice, Role, WriteNotice, allow},
    ids::{NoticeId, VentureId},
};
use store::{StoreError, notices};

pub async fn staff_write_and_a_mentor_answers(town: &Town, venture: VentureId) {
    let (samira, nadia) = (town.actor(town.regional).await, town.actor(town.nadia).await);
    let at = town.locus(venture).await;
    let mentors = notices::correspondents(&town.db, &at, Role::Mentor).await.expect("reads");
    assert_eq!(mentors.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [town.nadia]);
    let staff = notices::correspondents(&town.db, &at, Role::Staff).await.expect("reads");
    assert_eq!(staff.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [town.national, town.regional], "by name");

    let asked = NoticeId(store::new_id());
    for _ in 0..2 {
        let permit = allow(&samira, WriteNotice { at: &at, to: Role::Mentor }).expect("may");
        notices::write(&town.db, permit, asked, town.nadia, " Où en est Qatra ? ", town.now()).await.expect("again changes nothing");
    }
    let permit = allow(&samira, WriteNotice { at: &at, to: Role::Mentor }).expect("may");
    let other = notices::write(&town.db, permit, asked, town.other_mentor, "Ceci", town.now()).await;
    assert!(matches!(other, Err(StoreError::Taken)), "{other:?}");

    let unread = notices::unread(&town.db, town.nadia).await.expect("reads");
    assert_eq!(unread.len(), 1);
    let notice = &unread[0];
    assert_eq!((notice.words.as_str(), notice.by, notice.venture_name.as_deref()), ("Où en est Qatra ?", town.regional, Some("Qatra")));
    assert_eq!(allow(&samira, AnswerNotice { notice }).err(), Some(Denied::Forbidden), "who wrote does not answer");
    assert_eq!(allow(&samira, ReadNotice { notice }).err(), Some(Denied::Hidden));

    let permit = allow(&nadia, AnswerNotice { notice }).expect("it is hers");
    notices::answer(&town.db, permit, NoticeId(store::new_id()), "Essai jeudi.", town.now()).await.expect("answered");
    assert!(notices::unread(&town.db, town.nadia).await.expect("reads").is_empty(), "an answer puts it away");
    let answered = notices::unread(&town.db, town.regional).await.expect("reads");
    let permit = allow(&samira, ReadNotice { notice: &answered[0] }).expect("it is hers");
    notices::mark_read(&town.db, permit, town.now()).await.expect("put away");
    assert!(notices::unread(&town.db, town.regional).await.expect("reads").is_empty());

    let said = |all: Vec<shared::notices::Notice>| all.into_iter().map(|notice| notice.words).collect::<Vec<_>>();
    let of_venture = notices::about(&town.db, &at).await.expect("reads");
    assert!(of_venture.iter().all(|notice| notice.read.is_some()));
    assert_eq!(said(of_venture), ["Essai jeudi.", "Où en est Qatra ?"], "kept, the newest first");
    let group = shared::access::Locus { venture: None, ..at };
    assert_eq!(notices::about(&town.db, &group).await.expect("reads").len(), 2, "the group's page has those of its ventures");
}
