//! Who may do what. Pure: no clock, no database, no browser. The same function draws the button and guards the write.

use crate::{
    Lang,
    feedback::{Thread, ThreadKind},
    ids::{EditionId, EstablishmentId, GroupId, PersonId, VentureId},
};
use serde::{Deserialize, Serialize};

mod classes;
mod names;
mod path;
mod sharing;
mod staff;
mod team;

pub use classes::{LayOutSheet, RenewCards, RunClass};
pub use names::CorrectName;
pub use path::{AskForGate, RefuseGate, SignGate, StepAside, TakeUp, WithdrawGate};
pub use sharing::{EndPlayLink, SharePrototype};
pub use staff::{AnswerNotice, AssignMentor, HandleReport, ReadNotice, RemoveMentor, SeeNotices, SeeReport, SendReport, WriteNotice};
pub use team::{AddTeammate, AskToJoin, DeclineJoin, InviteToTeam, LeaveTeam, MoveTeammate, RemoveTeammate, TEAM_LIMIT, Wish};

/// What a person is in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Owns ventures with a team.
    Trainee,
    /// Accompanies groups.
    Mentor,
    /// Runs the programme.
    Staff,
}

/// How far a role reaches.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// All of an edition.
    Edition(EditionId),
    /// One region, by its ISO 3166-2:MA code.
    Region(String),
    /// One establishment.
    Establishment(EstablishmentId),
    /// One group.
    Group(GroupId),
    /// One venture: membership of its team.
    Venture(VentureId),
    /// Nothing for now; an establishment knows them and may give them a group.
    Free(EstablishmentId),
}

/// A role within a scope; one row of the database.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// As what.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

/// A person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// Name as shown.
    pub name: String,
    /// The edition they belong to.
    pub edition: EditionId,
    /// What they do, and where.
    pub grants: Vec<Grant>,
    /// Language they chose.
    pub lang: Lang,
}

/// Where a venture, group or person stands in the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locus {
    /// Edition.
    pub edition: EditionId,
    /// ISO 3166-2:MA code.
    pub region: String,
    /// Establishment.
    pub establishment: EstablishmentId,
    /// Group.
    pub group: GroupId,
    /// Venture, where it is about one.
    pub venture: Option<VentureId>,
}

impl Actor {
    /// What the person mainly is: the page they land on.
    pub fn role(&self) -> Role {
        let has = |role| self.grants.iter().any(|g| g.role == role);
        if has(Role::Staff) {
            Role::Staff
        } else if has(Role::Mentor) {
            Role::Mentor
        } else {
            Role::Trainee
        }
    }

    /// The group a trainee belongs to.
    pub fn group(&self) -> Option<GroupId> {
        self.grants.iter().find_map(|g| match (g.role, &g.scope) {
            (Role::Trainee, Scope::Group(group)) => Some(*group),
            (Role::Trainee | Role::Mentor | Role::Staff, _) => None,
        })
    }

    /// The ventures whose team the person belongs to.
    pub fn ventures(&self) -> impl Iterator<Item = VentureId> {
        self.grants.iter().filter_map(|g| match (g.role, &g.scope) {
            (Role::Trainee, Scope::Venture(venture)) => Some(*venture),
            (Role::Trainee | Role::Mentor | Role::Staff, _) => None,
        })
    }

    /// Has this role over that locus.
    fn holds(&self, role: Role, at: &Locus) -> bool {
        self.edition == at.edition
            && self.grants.iter().any(|g| {
                g.role == role
                    && match &g.scope {
                        Scope::Edition(edition) => *edition == at.edition,
                        Scope::Region(region) => *region == at.region,
                        Scope::Establishment(establishment) => *establishment == at.establishment,
                        Scope::Group(group) => *group == at.group,
                        Scope::Venture(venture) => Some(*venture) == at.venture,
                        Scope::Free(_) => false,
                    }
            })
    }

    /// Belongs to the team of the venture at that locus.
    pub fn is_member(&self, at: &Locus) -> bool {
        at.venture.is_some_and(|venture| self.ventures().any(|v| v == venture))
    }

    /// Accompanies the group at that locus.
    pub fn is_mentor(&self, at: &Locus) -> bool {
        self.holds(Role::Mentor, at)
    }

    /// Runs the programme at that locus.
    pub fn is_staff(&self, at: &Locus) -> bool {
        self.holds(Role::Staff, at)
    }
}

/// Why a deed is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Denied {
    /// Not even visible: answered 404.
    #[error("hidden")]
    Hidden,
    /// Visible but not allowed: answered 403.
    #[error("forbidden")]
    Forbidden,
}

/// Something a person may or may not do.
pub trait Deed {
    /// The rule. Pure.
    fn judge(&self, who: &Actor) -> Result<(), Denied>;
}

/// Proof that a deed was judged. Only [`allow`] makes one; it cannot come over the wire.
#[derive(Clone, Debug)]
pub struct Allowed<D> {
    deed: D,
    by: PersonId,
}

impl<D> Allowed<D> {
    /// The deed.
    pub fn deed(&self) -> &D {
        &self.deed
    }

    /// Who does it.
    pub fn by(&self) -> PersonId {
        self.by
    }
}

/// Judges a deed; the proof opens the store's write.
pub fn allow<D: Deed>(who: &Actor, deed: D) -> Result<Allowed<D>, Denied> {
    deed.judge(who)?;
    Ok(Allowed { deed, by: who.person })
}

fn visible(who: &Actor, at: &Locus) -> Result<(), Denied> {
    if who.is_member(at) || who.is_mentor(at) || who.is_staff(at) { Ok(()) } else { Err(Denied::Hidden) }
}

fn forbidden_unless(holds: bool) -> Result<(), Denied> {
    if holds { Ok(()) } else { Err(Denied::Forbidden) }
}

/// See a venture, its board and its prototypes.
#[derive(Clone, Copy, Debug)]
pub struct SeeVenture<'a> {
    /// Where it stands.
    pub at: &'a Locus,
}

impl Deed for SeeVenture<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)
    }
}

/// Change a board. Mentors and staff comment; they never edit.
#[derive(Clone, Copy, Debug)]
pub struct WriteBoard<'a> {
    /// Where its venture stands.
    pub at: &'a Locus,
}

impl Deed for WriteBoard<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at))
    }
}

/// Start a venture in one's own group.
#[derive(Clone, Copy, Debug)]
pub struct CreateVenture {
    /// The group.
    pub group: GroupId,
}

impl Deed for CreateVenture {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        forbidden_unless(who.group() == Some(self.group))
    }
}

/// Change a venture's name, idea, theme or place.
#[derive(Clone, Copy, Debug)]
pub struct EditVenture<'a> {
    /// Where it stands.
    pub at: &'a Locus,
}

impl Deed for EditVenture<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at))
    }
}

/// Pin a thread on a board.
#[derive(Clone, Copy, Debug)]
pub struct OpenThread<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for OpenThread<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_mentor(self.at) || who.is_staff(self.at))
    }
}

/// Answer in a thread.
#[derive(Clone, Copy, Debug)]
pub struct AnswerThread<'a> {
    /// The thread.
    pub thread: &'a Thread,
}

impl Deed for AnswerThread<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, &self.thread.at)
    }
}

/// Resolve a thread. A must-do is resolved by the mentor's side only; the others by either side.
#[derive(Clone, Copy, Debug)]
pub struct ResolveThread<'a> {
    /// The thread.
    pub thread: &'a Thread,
}

impl Deed for ResolveThread<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        let at = &self.thread.at;
        visible(who, at)?;
        let mentor = who.is_mentor(at) || who.person == self.thread.author;
        forbidden_unless(match self.thread.kind {
            ThreadKind::MustFix => mentor,
            ThreadKind::Question | ThreadKind::Strength | ThreadKind::Suggestion => mentor || who.is_member(at),
        })
    }
}

/// Open a resolved thread again.
#[derive(Clone, Copy, Debug)]
pub struct ReopenThread<'a> {
    /// The thread.
    pub thread: &'a Thread,
}

impl Deed for ReopenThread<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        let at = &self.thread.at;
        visible(who, at)?;
        forbidden_unless(who.is_mentor(at) || who.is_member(at))
    }
}

/// See the feedback board across one's groups.
#[derive(Clone, Copy, Debug)]
pub struct SeeFeedbackBoard;

impl Deed for SeeFeedbackBoard {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        forbidden_unless(who.grants.iter().any(|g| g.role == Role::Mentor))
    }
}

/// See the portfolio of the ventures in one's scope.
#[derive(Clone, Copy, Debug)]
pub struct SeePortfolio;

impl Deed for SeePortfolio {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        forbidden_unless(who.grants.iter().any(|g| g.role == Role::Staff))
    }
}

/// See a group's people and ventures.
#[derive(Clone, Copy, Debug)]
pub struct SeeGroup<'a> {
    /// Where it stands.
    pub at: &'a Locus,
}

impl Deed for SeeGroup<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.is_mentor(self.at) || who.is_staff(self.at) { Ok(()) } else { Err(Denied::Hidden) }
    }
}

/// Print a new one-time code for a trainee.
#[derive(Clone, Copy, Debug)]
pub struct ResetCode<'a> {
    /// Where the trainee's group stands.
    pub at: &'a Locus,
    /// Whose code.
    pub person: PersonId,
}

impl Deed for ResetCode<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.is_mentor(self.at) || who.is_staff(self.at) { Ok(()) } else { Err(Denied::Hidden) }
    }
}

/// Read or fill a private self-check. It belongs to the person; nobody else ever sees it.
#[derive(Clone, Copy, Debug)]
pub struct OwnSelfCheck {
    /// Whose it is.
    pub owner: PersonId,
}

impl Deed for OwnSelfCheck {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.person != self.owner {
            return Err(Denied::Hidden);
        }
        forbidden_unless(who.group().is_some())
    }
}
