//! Who runs a class of a group, and what that lets them put on a board: an empty sheet, and nothing else.

use super::{Actor, Deed, Denied, Locus, forbidden_unless};
use crate::classes::ClassSession;

/// Start, prolong or end a class of a group.
#[derive(Clone, Copy, Debug)]
pub struct RunClass<'a> {
    /// Where the group stands.
    pub at: &'a Locus,
}

impl Deed for RunClass<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if !who.is_mentor(self.at) && !who.is_staff(self.at) {
            return Err(Denied::Hidden);
        }
        forbidden_unless(who.is_mentor(self.at))
    }
}

/// Lay an empty sheet of the class that runs on a team's board. It is the one thing that a mentor puts on a board: what a team wrote is
/// never touched.
#[derive(Clone, Copy, Debug)]
pub struct LayOutSheet<'a> {
    /// Where the team's venture stands.
    pub at: &'a Locus,
    /// The class.
    pub class: &'a ClassSession,
    /// The sheet's template.
    pub sheet: &'a str,
}

impl Deed for LayOutSheet<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        RunClass { at: self.at }.judge(who)?;
        let of_class = self.class.group == self.at.group && self.class.sheets.iter().any(|sheet| sheet == self.sheet);
        forbidden_unless(of_class && self.class.ended.is_none())
    }
}

/// Print new cards for those of a group who have not entered yet.
#[derive(Clone, Copy, Debug)]
pub struct RenewCards<'a> {
    /// Where the group stands.
    pub at: &'a Locus,
}

impl Deed for RenewCards<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.is_mentor(self.at) || who.is_staff(self.at) { Ok(()) } else { Err(Denied::Hidden) }
    }
}
