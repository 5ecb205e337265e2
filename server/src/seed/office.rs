//! What waits for the staff in the demo: reports, a message to a mentor. It goes through the same doors as people's own.

use super::{SeedError, pen::Person, people::People, photos};
use shared::{
    Lang, Millis,
    access::{Actor, Grant, HandleReport, Locus, Role, Scope, SendReport, WriteNotice, allow},
    feedback::{Conversation, ThreadKind, ThreadState},
    ids::{NoticeId, RemarkId, ReportId, ThreadId, VentureId},
    reports::{Outcome, Reason, Subject},
};
use store::{
    Db,
    feedback::{self, Imported, NewThread},
    new_id, notices, reports,
};

/// The venture with a remark that hurts.
const HURT: &str = "plombi-oujda";
/// The venture with a remark that was reported and is fine.
const FINE: &str = "tarz-oujda";
const UNKIND: &str = "Franchement, c'est nul. Laissez tomber, personne ne vous appellera.";

/// A venture as it was made.
pub struct Made {
    /// Its name in the data.
    pub slug: String,
    /// Its id.
    pub id: VentureId,
    /// Where it stands.
    pub at: Locus,
    /// Its team.
    pub team: Vec<Person>,
}

/// Three open reports (a remark, a picture, a name), one that was settled, and a message to a mentor.
///
/// # Errors
/// See [`SeedError`].
pub async fn fill(db: &Db, people: &People, made: &[Made], now: Millis) -> Result<(), SeedError> {
    let of = |slug: &str| made.iter().find(|venture| venture.slug == slug).ok_or(SeedError::Data("a venture of the office"));
    let (hurt, fine) = (of(HURT)?, of(FINE)?);
    let ago = |hours: i64| Millis(now.0 - hours * 3_600_000);
    let staff = Actor {
        person: people.staff,
        name: String::new(),
        edition: hurt.at.edition,
        grants: vec![Grant { role: Role::Staff, scope: Scope::Edition(hurt.at.edition) }],
        lang: Lang::Fr,
    };
    let unkind = unkind(db, people, hurt, ago(30)).await?;
    let words = "On a travaillé tout le mois. Ça nous a fait mal.";
    send(db, hurt, Subject::Remark(unkind), Reason::Hurts, words, ago(26)).await?;
    let words = "Rre9m w l'adresse dyal Mme Fatima baynin f tswira. Ma 3tatna l'idn.";
    send(db, hurt, Subject::Picture(photos::telling().0), Reason::Private, words, ago(8)).await?;
    let mate = hurt.team.get(1).ok_or(SeedError::Data("a team of one"))?.id;
    let words = "Son nom est mal écrit sur la liste et tout le monde se moque.";
    send(db, hurt, Subject::Person(mate), Reason::Other, words, ago(50)).await?;

    let peer = remark_of_a_peer(feedback::of_venture(db, fine.id).await?, fine)?;
    let settled = send(db, fine, Subject::Remark(peer), Reason::Hurts, "", ago(96)).await?;
    let report = reports::report(db, settled).await?.ok_or(SeedError::Data("a report that was not kept"))?;
    let answer = "Relu avec le groupe : c'est un conseil, dit sans méchanceté.".replace(" :", "\u{a0}:");
    reports::settle(db, allow(&staff, HandleReport { report: &report })?, Outcome::Fine, &answer, None, ago(72)).await?;

    let mentor = people.groups.iter().find(|group| group.at.group == hurt.at.group).ok_or(SeedError::Data("a group"))?.mentor;
    let words =
        "Bonjour Nadia, cette équipe attend une réponse depuis plus d'une semaine. Pouvez-vous y passer avant vendredi\u{a0}? Merci.";
    let permit = allow(&staff, WriteNotice { at: &hurt.at, to: Role::Mentor })?;
    notices::write(db, permit, NoticeId(new_id()), mentor, words, ago(20)).await?;
    Ok(())
}

/// A classmate of another team is unkind, where somebody was kind before.
async fn unkind(db: &Db, people: &People, venture: &Made, at: Millis) -> Result<RemarkId, SeedError> {
    let told = feedback::of_venture(db, venture.id).await?;
    let anchor = told.into_iter().next().ok_or(SeedError::Data("a venture without a thread"))?.thread.anchor;
    let group = people.groups.iter().find(|group| group.at.group == venture.at.group).ok_or(SeedError::Data("a group"))?;
    let outside = |one: &&Person| venture.team.iter().all(|member| member.id != one.id);
    let author = group.trainees.iter().find(outside).ok_or(SeedError::Data("a group without peers"))?.id;
    let remark = RemarkId(new_id());
    let thread =
        NewThread { id: ThreadId(new_id()), remark, kind: ThreadKind::Suggestion, anchor, words: UNKIND.to_owned(), role: Role::Trainee };
    let past = Imported { thread, venture: venture.id, author, at, state: ThreadState::Waiting, since: at, remarks: Vec::new() };
    feedback::import(db, past).await?;
    Ok(remark)
}

fn remark_of_a_peer(told: Vec<Conversation>, venture: &Made) -> Result<RemarkId, SeedError> {
    let peer =
        |talk: &Conversation| talk.thread.author_role == Role::Trainee && venture.team.iter().all(|one| one.id != talk.thread.author);
    let talk = told.into_iter().find(peer).ok_or(SeedError::Data("a venture without a peer's remark"))?;
    talk.remarks.first().map(|remark| remark.id).ok_or(SeedError::Data("a thread without words"))
}

/// The first of the team reports something.
async fn send(db: &Db, venture: &Made, subject: Subject, reason: Reason, words: &str, at: Millis) -> Result<ReportId, SeedError> {
    let who = venture.team.first().ok_or(SeedError::Data("an empty team"))?.actor(&venture.at);
    let reported = reports::reported(db, &subject, &who).await?.ok_or(SeedError::Data("nothing to report"))?;
    let permit = allow(&who, SendReport { subject: &subject, at: &reported.at, author: reported.author })?;
    let id = ReportId(new_id());
    reports::send(db, permit, id, &reported, reason, words, at).await?;
    Ok(id)
}
