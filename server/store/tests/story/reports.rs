//! Reports: sent once, read within the scope, settled with what they take out.

use crate::town::Town;
use board::id::AssetId;
use shared::{
    access::{Denied, HandleReport, SendReport, allow},
    ids::{NoticeId, PersonId, ReportId, ThreadId, VentureId},
    reports::{DAILY, Outcome, Reason, Report, Subject, redacted},
    ventures::Reach,
};
use store::{
    feedback, files, notices,
    reports::{self, Sent},
    ventures,
};

async fn sends(town: &Town, by: PersonId, subject: &Subject) -> Sent {
    let who = town.actor(by).await;
    let reported = reports::reported(&town.db, subject, &who).await.expect("reads").expect("is there");
    let permit = allow(&who, SendReport { subject, at: &reported.at, author: reported.author }).expect("may");
    reports::send(&town.db, permit, ReportId(store::new_id()), &reported, Reason::Hurts, " Voilà. ", town.now()).await.expect("writes")
}

async fn open(town: &Town, staff: PersonId) -> Vec<Report> {
    reports::lists(&town.db, &town.actor(staff).await, 100).await.expect("reads").0
}

async fn settles(town: &Town, report: &Report, outcome: Outcome, mentor: Option<PersonId>) -> bool {
    let samira = town.actor(town.regional).await;
    let permit = allow(&samira, HandleReport { report }).expect("may");
    let mentor = mentor.map(|mentor| (NoticeId(store::new_id()), mentor));
    reports::settle(&town.db, permit, outcome, "Vu avec l'équipe.", mentor, town.now()).await.expect("writes")
}

pub async fn a_report_is_sent_once_and_read_by_the_nearest(town: &Town, thread: ThreadId) {
    let remark = feedback::conversation(&town.db, thread).await.expect("reads").expect("a thread").remarks.remove(0);
    let subject = Subject::Remark(remark.id);
    let amal = town.trainees[0];
    assert_eq!(sends(town, amal, &subject).await, Sent::Kept);
    assert_eq!(sends(town, amal, &subject).await, Sent::Known, "once is enough");
    assert_eq!(sends(town, town.trainees[1], &subject).await, Sent::Kept, "somebody else may report it, too");
    let reported = reports::reported(&town.db, &subject, &town.actor(amal).await).await.expect("reads").expect("is there");
    assert_eq!(reports::reaches(&town.db, &reported.at, reported.author).await.expect("reads").len(), 2);
    assert_eq!(reports::reaches(&town.db, &reported.at, town.national).await.expect("reads"), [Reach::Region], "not whose words they are");
    let nadia = town.actor(town.nadia).await;
    assert_eq!(
        allow(&nadia, SendReport { subject: &subject, at: &reported.at, author: reported.author }).err(),
        Some(Denied::Forbidden),
        "they are hers"
    );

    let seen = open(town, town.regional).await;
    assert_eq!(seen.iter().map(|report| report.reporter).collect::<Vec<_>>(), [amal, town.trainees[1]]);
    assert_eq!((seen[0].quote.as_str(), seen[0].words.as_str()), (remark.words.as_str(), "Voilà."));
    assert_eq!(open(town, town.national).await.len(), 2);
    for nobody in [town.nadia, town.other_mentor, amal] {
        assert!(open(town, nobody).await.is_empty());
    }
}

pub async fn a_redaction_covers_the_words_for_everybody(town: &Town, thread: ThreadId) {
    let before = feedback::conversation(&town.db, thread).await.expect("reads").expect("a thread").remarks.remove(0);
    let first = open(town, town.regional).await.remove(0);
    assert!(settles(town, &first, Outcome::Redacted, None).await);
    assert!(!settles(town, &first, Outcome::Fine, None).await, "settled once");
    let after = feedback::conversation(&town.db, thread).await.expect("reads").expect("a thread");
    assert_eq!(after.remarks[0].words, redacted(&before.words));
    assert_eq!(after.thread.words, redacted(&before.words), "in lists, too");
    let (open, handled) = reports::lists(&town.db, &town.actor(town.regional).await, 100).await.expect("reads");
    assert!(open.is_empty(), "the second report of it is settled with the first");
    assert!(handled.iter().all(|report| report.handled.as_ref().is_some_and(|handled| handled.outcome == Outcome::Redacted)));
    let told = reports::sent_by(&town.db, town.trainees[1], &first.subject).await.expect("reads").expect("sent");
    assert_eq!(told.1, Some(Outcome::Redacted), "who reported reads what became of it");
}

pub async fn a_name_and_a_picture_are_taken_out(town: &Town, venture: VentureId) {
    let picture = AssetId("00ff00ff00ff00ff00ff00ff00ff00ff".to_owned());
    files::add(&town.db, picture.clone(), venture, town.trainees[0], 9, 640, 480, town.now()).await.expect("added");
    let subject = Subject::Picture(picture.0.clone());
    assert_eq!(sends(town, town.nadia, &subject).await, Sent::Kept);
    let report = open(town, town.regional).await.remove(0);
    assert_eq!(files::removed(&town.db, &picture).await.expect("reads"), None);
    settles(town, &report, Outcome::Redacted, None).await;
    assert_eq!(files::removed(&town.db, &picture).await.expect("reads"), Some((640, 480)));
    assert!(!files::all(&town.db).await.expect("reads").contains(&picture), "a backup does not look for its bytes");
    assert_eq!(files::taken_out(&town.db).await.expect("reads"), [picture]);
    assert_eq!(reports::reported(&town.db, &subject, &town.actor(town.nadia).await).await.expect("reads"), None);

    let rude = town.venture(town.trainees[5], "Un gros mot", "crafts").await;
    sends(town, town.nadia, &Subject::Venture(rude)).await;
    let report = open(town, town.regional).await.remove(0);
    settles(town, &report, Outcome::Redacted, None).await;
    assert_eq!(ventures::venture(&town.db, rude).await.expect("reads").expect("is there").name, "██ ████ ███");
}

pub async fn a_persons_name_is_corrected_by_who_keeps_the_list(town: &Town) {
    let subject = Subject::Person(town.trainees[3]);
    sends(town, town.trainees[2], &subject).await;
    let report = open(town, town.regional).await.remove(0);
    assert_eq!((report.at.venture, report.quote.as_str()), (None, "Omar B."));
    let samira = town.actor(town.regional).await;
    let permit = allow(&samira, HandleReport { report: &report }).expect("may");
    assert!(reports::settle(&town.db, permit, Outcome::Redacted, "Non", None, town.now()).await.is_err(), "a name is not covered");
    assert!(settles(town, &report, Outcome::Asked, Some(town.nadia)).await);
    let unread = notices::unread(&town.db, town.nadia).await.expect("reads");
    assert_eq!(unread.iter().map(|notice| notice.words.as_str()).collect::<Vec<_>>(), ["Vu avec l'équipe."]);
}

pub async fn a_name_that_was_corrected_since_is_told_and_never_settles_itself(town: &Town) {
    let rude = town.venture(town.trainees[5], "Un autre gros mot", "crafts").await;
    sends(town, town.nadia, &Subject::Venture(rude)).await;
    let mut report = open(town, town.regional).await.remove(0);
    assert_eq!(report.corrected(), None, "it is called so still");
    let samira = town.actor(town.regional).await;
    let permit = allow(&samira, HandleReport { report: &report }).expect("may");
    assert!(reports::settle(&town.db, permit, Outcome::Corrected, "", None, town.now()).await.is_err(), "nothing was corrected");
    report.venture_name = Some("Un joli mot".to_owned());
    assert_eq!(report.corrected(), Some("Un joli mot"));
    assert_eq!(open(town, town.regional).await.len(), 1, "it waits for the staff");
    assert!(settles(town, &report, Outcome::Corrected, None).await);
    let told = reports::sent_by(&town.db, town.nadia, &Subject::Venture(rude)).await.expect("reads").expect("sent");
    assert_eq!(told.1, Some(Outcome::Corrected));
}

pub async fn what_is_met_at_a_place_is_listed_without_what_is_ones_own(town: &Town, venture: VentureId, thread: ThreadId) {
    let at = ventures::locus(&town.db, venture).await.expect("reads").expect("is there");
    let amal = town.trainees[0];
    let near = reports::near_venture(&town.db, &at, venture, amal).await.expect("reads");
    let met = |person: PersonId| near.people.iter().any(|(id, _)| *id == person);
    assert!(met(town.nadia) && !met(amal) && !met(town.other_mentor), "{:?}", near.people);
    let said = feedback::conversation(&town.db, thread).await.expect("reads").expect("a thread").remarks;
    let told = |by: PersonId| said.iter().filter(move |remark| remark.author == by).map(|remark| remark.id);
    assert!(told(town.nadia).all(|id| near.remarks.iter().any(|(known, ..)| *known == id)));
    assert!(told(amal).all(|id| near.remarks.iter().all(|(known, ..)| *known != id)), "her own words are not listed");
    let group = reports::near_group(&town.db, &at, town.nadia).await.expect("reads");
    assert!(group.iter().any(|(id, _)| *id == amal) && group.iter().all(|(id, _)| *id != town.nadia));
    let mentors = reports::mentors_of_group(&town.db, &at).await.expect("reads");
    assert_eq!(mentors.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [town.nadia]);
}

pub async fn a_mentor_is_met_where_they_accompany_and_nowhere_else(town: &Town) {
    let subject = Subject::Person(town.nadia);
    let met = reports::reported(&town.db, &subject, &town.actor(town.trainees[0]).await).await.expect("reads").expect("met");
    assert_eq!((met.at.venture, met.quote.as_str()), (None, "Nadia Él Amrani"));
    assert_eq!(
        reports::reported(&town.db, &Subject::Person(town.other_mentor), &town.actor(town.trainees[0]).await).await.expect("reads"),
        None
    );
    let samira = reports::reported(&town.db, &Subject::Person(town.regional), &town.actor(town.nadia).await).await.expect("reads");
    assert!(samira.is_some(), "who reaches her group is met, too");
}

pub async fn a_person_sends_twenty_a_day(town: &Town, venture: VentureId) {
    let pictures: Vec<_> = (0..=DAILY).map(|n| AssetId(format!("{n:032x}"))).collect();
    for picture in &pictures {
        files::add(&town.db, picture.clone(), venture, town.trainees[0], 9, 1, 1, town.now()).await.expect("added");
    }
    town.wait(shared::Millis::DAY);
    let mut kept = 0;
    for picture in &pictures {
        match sends(town, town.trainees[1], &Subject::Picture(picture.0.clone())).await {
            Sent::Kept => kept += 1,
            Sent::TooMany => {}
            Sent::Known => panic!("sent before"),
        }
    }
    assert_eq!(kept, DAILY);
    town.wait(shared::Millis::DAY);
    assert_eq!(sends(town, town.trainees[1], &Subject::Picture(pictures[DAILY as usize].0.clone())).await, Sent::Kept, "the next day");
}
