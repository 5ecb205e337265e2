//! The access table, who × deed, as a checked-in snapshot: a rule that changes shows here.
#![allow(missing_docs)]

use board::{id::RecordId, id::Seq, place::Place};
use shared::{
    Lang, Millis,
    access::*,
    classes::ClassSession,
    feedback::{Anchor, AnchorState, Quote, Thread, ThreadKind, ThreadState},
    gates::Signer,
    ids::*,
    reports::Subject,
};
use std::fmt::Write;
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn locus() -> Locus {
    Locus {
        edition: EditionId(id(1)),
        region: "MA-02".into(),
        establishment: EstablishmentId(id(2)),
        group: GroupId(id(3)),
        venture: Some(VentureId(id(4))),
    }
}

fn actor(n: u128, edition: u128, grants: Vec<(Role, Scope)>) -> Actor {
    Actor {
        person: PersonId(id(n)),
        name: String::new(),
        edition: EditionId(id(edition)),
        grants: grants.into_iter().map(|(role, scope)| Grant { role, scope }).collect(),
        lang: Lang::Fr,
    }
}

fn cast() -> Vec<(&'static str, Actor)> {
    use Role::*;
    let ours = Scope::Group(GroupId(id(3)));
    let team = Scope::Venture(VentureId(id(4)));
    vec![
        ("member of the team", actor(10, 1, vec![(Trainee, ours.clone()), (Trainee, team)])),
        ("trainee of the group", actor(11, 1, vec![(Trainee, ours.clone())])),
        ("trainee elsewhere", actor(12, 1, vec![(Trainee, Scope::Group(GroupId(id(33)))), (Trainee, Scope::Venture(VentureId(id(44))))])),
        ("mentor of the group", actor(13, 1, vec![(Mentor, ours)])),
        ("mentor elsewhere", actor(14, 1, vec![(Mentor, Scope::Group(GroupId(id(33))))])),
        ("staff of the establishment", actor(15, 1, vec![(Staff, Scope::Establishment(EstablishmentId(id(2))))])),
        ("staff of the region", actor(16, 1, vec![(Staff, Scope::Region("MA-02".into()))])),
        ("staff of another region", actor(17, 1, vec![(Staff, Scope::Region("MA-09".into()))])),
        ("national staff", actor(18, 1, vec![(Staff, Scope::Edition(EditionId(id(1))))])),
        ("staff of another edition", actor(19, 9, vec![(Staff, Scope::Edition(EditionId(id(9)))), (Staff, Scope::Region("MA-02".into()))])),
    ]
}

fn class(group: GroupId) -> ClassSession {
    ClassSession {
        id: ClassId(id(7)),
        group,
        activity: "1.2".into(),
        sheets: vec!["problem-map".into()],
        by: PersonId(id(13)),
        started: Millis(0),
        until: Millis(9),
        ended: None,
    }
}

fn thread(kind: ThreadKind) -> Thread {
    Thread {
        id: ThreadId(id(5)),
        venture: VentureId(id(4)),
        venture_name: String::new(),
        at: locus(),
        kind,
        state: ThreadState::Waiting,
        since: Millis(0),
        author: PersonId(id(13)),
        author_name: String::new(),
        author_role: Role::Mentor,
        anchor: Anchor {
            place: Place::whole(RecordId { client: board::id::ClientNo(1), counter: 1 }),
            frame: String::new(),
            part: String::new(),
            quote: Quote::default(),
            seen: Seq(1),
        },
        anchor_state: AnchorState::Same,
        changes_since: 0,
        words: String::new(),
        remarks: 1,
    }
}

#[test]
fn the_access_table() {
    let at = locus();
    let other = Locus { venture: Some(VentureId(id(6))), ..locus() };
    let nobodys = Locus { venture: None, ..locus() };
    let (said, name, title) = (Subject::Remark(RemarkId(id(8))), Subject::Person(PersonId(id(10))), Subject::Venture(VentureId(id(4))));
    let far = Locus { group: GroupId(id(33)), ..other.clone() };
    let (question, must) = (thread(ThreadKind::Question), thread(ThreadKind::MustFix));
    let places = [Locus { venture: None, ..locus() }];
    let class = class(at.group);
    let ended = ClassSession { ended: Some(Millis(1)), ..class.clone() };
    let foreign = ClassSession { group: GroupId(id(33)), ..class.clone() };
    let deeds: Vec<(&str, Box<dyn Deed + '_>)> = vec![
        ("see the venture", Box::new(SeeVenture { at: &at })),
        ("write its board", Box::new(WriteBoard { at: &at })),
        ("start a venture in the group", Box::new(CreateVenture { group: at.group })),
        ("change its name and idea", Box::new(EditVenture { at: &at })),
        ("add a third teammate who asked", Box::new(AddTeammate { at: &at, their_group: at.group, members: 2, wish: Wish::Asked })),
        ("add a third teammate who did not ask", Box::new(AddTeammate { at: &at, their_group: at.group, members: 2, wish: Wish::Silent })),
        ("add a sixth teammate", Box::new(AddTeammate { at: &at, their_group: at.group, members: 5, wish: Wish::Asked })),
        ("add somebody of another group", Box::new(AddTeammate { at: &at, their_group: GroupId(id(33)), members: 2, wish: Wish::Asked })),
        ("make the team's code", Box::new(InviteToTeam { at: &at })),
        ("ask to join, having the code", Box::new(AskToJoin { at: &at })),
        ("decline who asks to join", Box::new(DeclineJoin { at: &at })),
        ("leave the team", Box::new(LeaveTeam { at: &at })),
        ("take somebody out of the team", Box::new(RemoveTeammate { at: &at })),
        ("move somebody to another team", Box::new(MoveTeammate { from: &at, to: &other })),
        ("move somebody to another group", Box::new(MoveTeammate { from: &at, to: &far })),
        ("make a link to play a prototype", Box::new(SharePrototype { at: &at })),
        ("end such a link", Box::new(EndPlayLink { at: &at })),
        ("sign a gate", Box::new(SignGate { at: &at, signers: &[Signer::Mentor] })),
        ("sign a gate that is left to the staff", Box::new(SignGate { at: &at, signers: &[Signer::Jury, Signer::Staff] })),
        ("name a step before a gate", Box::new(RefuseGate { at: &at, signers: &[Signer::Mentor] })),
        ("name a step before a gate that is left to the staff", Box::new(RefuseGate { at: &at, signers: &[Signer::Staff] })),
        ("take a signature back", Box::new(WithdrawGate { at: &at, signers: &[Signer::Mentor] })),
        ("ask for a gate", Box::new(AskForGate { at: &at })),
        ("step aside", Box::new(StepAside { at: &at })),
        ("take a venture up again", Box::new(TakeUp { at: &at })),
        ("open a thread", Box::new(OpenThread { at: &at })),
        ("answer a thread", Box::new(AnswerThread { thread: &question })),
        ("resolve a question", Box::new(ResolveThread { thread: &question })),
        ("resolve a must-do", Box::new(ResolveThread { thread: &must })),
        ("reopen a thread", Box::new(ReopenThread { thread: &question })),
        ("see the feedback board", Box::new(SeeFeedbackBoard)),
        ("see the portfolio", Box::new(SeePortfolio)),
        ("see the group", Box::new(SeeGroup { at: &at })),
        ("print a new code for a trainee", Box::new(ResetCode { at: &at, person: PersonId(id(11)) })),
        ("run a class of the group", Box::new(RunClass { at: &at })),
        ("lay out an empty sheet of the class", Box::new(LayOutSheet { at: &at, class: &class, sheet: "problem-map" })),
        ("lay out a sheet that is not of the class", Box::new(LayOutSheet { at: &at, class: &class, sheet: "pitch" })),
        ("lay out a sheet when the class has ended", Box::new(LayOutSheet { at: &at, class: &ended, sheet: "problem-map" })),
        ("lay out a sheet of another group's class", Box::new(LayOutSheet { at: &at, class: &foreign, sheet: "problem-map" })),
        ("renew the cards of the group", Box::new(RenewCards { at: &at })),
        ("give the group a mentor", Box::new(AssignMentor { at: &at })),
        ("take a mentor out of a group", Box::new(RemoveMentor { at: &at })),
        ("correct a trainee's name", Box::new(CorrectName { person: PersonId(id(11)), role: Role::Trainee, places: &places })),
        ("correct the mentor's name", Box::new(CorrectName { person: PersonId(id(13)), role: Role::Mentor, places: &places })),
        ("correct a name of the staff", Box::new(CorrectName { person: PersonId(id(16)), role: Role::Staff, places: &places })),
        ("read the messages of staff and mentors", Box::new(SeeNotices { at: &at })),
        ("write to its mentor", Box::new(WriteNotice { at: &at, to: Role::Mentor })),
        ("report the mentor's remark", Box::new(SendReport { subject: &said, at: &at, author: PersonId(id(13)) })),
        ("report the venture's name", Box::new(SendReport { subject: &title, at: &at, author: PersonId(id(10)) })),
        ("report a classmate's name", Box::new(SendReport { subject: &name, at: &nobodys, author: PersonId(id(10)) })),
        ("read a report of the mentor's remark", Box::new(SeeReport { at: &at, author: PersonId(id(13)) })),
        ("read a report of the regional staff's remark", Box::new(SeeReport { at: &at, author: PersonId(id(16)) })),
        ("read the member's self-check", Box::new(OwnSelfCheck { owner: PersonId(id(10)) })),
    ];
    let mut table = String::new();
    for (deed_name, deed) in &deeds {
        writeln!(table, "{deed_name}").expect("a string takes all");
        for (name, who) in cast() {
            let verdict = match deed.judge(&who) {
                Ok(()) => "yes",
                Err(Denied::Hidden) => "404",
                Err(Denied::Forbidden) => "403",
            };
            writeln!(table, "    {verdict}  {name}").expect("a string takes all");
        }
    }
    insta::assert_snapshot!(table);
}
