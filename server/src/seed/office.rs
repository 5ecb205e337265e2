//! What waits for the staff in the demo: reports, a message to a mentor. It goes through the same doors as people's own.

use super::{SeedError, pen::Person, people::People, photos};
use shared::{
    Lang, Millis,
    access::{Actor, Grant, HandleReport, Locus, Role, Scope, SendReport, WriteNotice, allow},
    feedback::{Conversation, Says, Side, ThreadKind, ThreadState},
    ids::{NoticeId, RemarkId, ReportId, ThreadId, VentureId},
    reports::{Outcome, Reason, Subject},
};
use store::{
    Db,
    feedback::{self, Imported, ImportedRemark, NewThread},
    new_id, notices, reports,
};

/// The venture with a remark that hurts.
const HURT: &str = "plombi-oujda";
/// The venture with a remark that was reported and is fine.
const FINE: &str = "tarz-oujda";
const ASKED: &str = "Qui a rappelé les trois clients de lundi ?";
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
    let unkind = unkind(db, people, hurt, (ago(54), ago(30))).await?;
    let words = "On a travaillé tout le mois. Ça nous a fait mal.";
    send(db, hurt, Subject::Remark(unkind), Reason::Hurts, words, ago(26)).await?;
    let words = "Rre9m w l'adresse dyal Mme Fatima baynin f tswira. Ma 3tatna l'idn.";
    send(db, hurt, Subject::Picture(photos::telling().0), Reason::Private, words, ago(8)).await?;
    let mate = hurt.team.get(1).ok_or(SeedError::Data("a team of one"))?.id;
    let words = "Son nom est mal écrit sur la liste et tout le monde se moque.";
    send(db, hurt, Subject::Person(mate), Reason::Other, words, ago(50)).await?;

    let advice = first_remark(feedback::of_venture(db, fine.id).await?)?;
    let settled = send(db, fine, Subject::Remark(advice), Reason::Hurts, "", ago(96)).await?;
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

/// A teammate is unkind in a thread, where the mentor had asked.
async fn unkind(db: &Db, people: &People, venture: &Made, (asked, at): (Millis, Millis)) -> Result<RemarkId, SeedError> {
    let told = feedback::of_venture(db, venture.id).await?;
    let anchor = told.into_iter().next().ok_or(SeedError::Data("a venture without a thread"))?.thread.anchor;
    let group = people.groups.iter().find(|group| group.at.group == venture.at.group).ok_or(SeedError::Data("a group"))?;
    let author = venture.team.get(2).ok_or(SeedError::Data("a team of two"))?.id;
    let thread = NewThread {
        id: ThreadId(new_id()),
        remark: RemarkId(new_id()),
        kind: ThreadKind::Question,
        anchor,
        words: ASKED.replace(" ?", "\u{a0}?"),
        role: Role::Mentor,
    };
    let remark = RemarkId(new_id());
    let answer = ImportedRemark { id: remark, author, side: Side::Team, words: UNKIND.to_owned(), says: Says::Words, at };
    let past = Imported {
        thread,
        venture: venture.id,
        author: group.mentor,
        at: asked,
        state: ThreadState::Waiting,
        since: asked,
        remarks: vec![answer],
    };
    feedback::import(db, past).await?;
    Ok(remark)
}

fn first_remark(told: Vec<Conversation>) -> Result<RemarkId, SeedError> {
    let first = told.first().and_then(|talk| talk.remarks.first());
    first.map(|remark| remark.id).ok_or(SeedError::Data("a venture without a remark"))
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
