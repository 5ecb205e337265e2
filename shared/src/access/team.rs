//! Who says who belongs to a team.

use super::{Actor, Deed, Denied, Locus, forbidden_unless, visible};
use crate::ids::GroupId;

/// Whether a trainee said that they want to be in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// They came with the team's code.
    Asked,
    /// They did not say.
    Silent,
}

/// Add a trainee of the same group to a team of fewer than five. A member takes in who asked; a mentor adds anybody of the group.
#[derive(Clone, Copy, Debug)]
pub struct AddTeammate<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
    /// The trainee's group.
    pub their_group: GroupId,
    /// Members now.
    pub members: u32,
    /// Whether the trainee wishes it.
    pub wish: Wish,
}

/// A team has at most so many members.
pub const TEAM_LIMIT: u32 = 5;

impl Deed for AddTeammate<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        let says = who.is_mentor(self.at) || (who.is_member(self.at) && self.wish == Wish::Asked);
        forbidden_unless(says && self.their_group == self.at.group && self.members < TEAM_LIMIT)
    }
}

/// Make the code by which others of the group ask to join.
#[derive(Clone, Copy, Debug)]
pub struct InviteToTeam<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for InviteToTeam<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at))
    }
}

/// Ask to join a team of one's own group, having its code. Outside the group the venture does not exist, with or without a code.
#[derive(Clone, Copy, Debug)]
pub struct AskToJoin<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for AskToJoin<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.edition != self.at.edition || who.group() != Some(self.at.group) {
            return Err(Denied::Hidden);
        }
        forbidden_unless(!who.is_member(self.at))
    }
}

/// Decline somebody who asks to join. Taking them in is [`AddTeammate`].
#[derive(Clone, Copy, Debug)]
pub struct DeclineJoin<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for DeclineJoin<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at) || who.is_mentor(self.at))
    }
}

/// Leave one's own team.
#[derive(Clone, Copy, Debug)]
pub struct LeaveTeam<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for LeaveTeam<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at))
    }
}

/// Take somebody out of a team. Teammates do not take each other out.
#[derive(Clone, Copy, Debug)]
pub struct RemoveTeammate<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for RemoveTeammate<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_mentor(self.at))
    }
}

/// Move somebody from one team to another of the same group.
#[derive(Clone, Copy, Debug)]
pub struct MoveTeammate<'a> {
    /// Where the venture that is left stands.
    pub from: &'a Locus,
    /// Where the other stands.
    pub to: &'a Locus,
}

impl Deed for MoveTeammate<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.from)?;
        visible(who, self.to)?;
        let one_group = self.from.group == self.to.group && self.from.venture != self.to.venture;
        forbidden_unless(who.is_mentor(self.from) && who.is_mentor(self.to) && one_group)
    }
}
