//! What the staff may do about groups, messages and reports.

use super::{Actor, Deed, Denied, Locus, Role, forbidden_unless, visible};
use crate::{ids::PersonId, notices::Notice};

/// Give a group a mentor.
#[derive(Clone, Copy, Debug)]
pub struct AssignMentor<'a> {
    /// Where the group stands.
    pub at: &'a Locus,
}

impl Deed for AssignMentor<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        staff_of(who, self.at)
    }
}

/// End that a mentor accompanies a group.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseMentor<'a> {
    /// Where the group stands.
    pub at: &'a Locus,
}

impl Deed for ReleaseMentor<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        staff_of(who, self.at)
    }
}

/// Read what staff and mentors wrote to each other about a group or a venture. Its trainees do not know of it.
#[derive(Clone, Copy, Debug)]
pub struct SeeNotices<'a> {
    /// Where it stands.
    pub at: &'a Locus,
}

impl Deed for SeeNotices<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.is_staff(self.at) || who.is_mentor(self.at) { Ok(()) } else { Err(Denied::Hidden) }
    }
}

/// Write to a mentor about their group or one of its ventures. Mentors answer, they do not begin.
#[derive(Clone, Copy, Debug)]
pub struct WriteNotice<'a> {
    /// Where it stands.
    pub at: &'a Locus,
    /// As what the other person reaches it.
    pub to: Role,
}

impl Deed for WriteNotice<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        SeeNotices { at: self.at }.judge(who)?;
        forbidden_unless(who.is_staff(self.at) && self.to == Role::Mentor)
    }
}

/// Answer a notice that one received.
#[derive(Clone, Copy, Debug)]
pub struct AnswerNotice<'a> {
    /// The notice.
    pub notice: &'a Notice,
}

impl Deed for AnswerNotice<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        SeeNotices { at: &self.notice.at }.judge(who)?;
        forbidden_unless(who.person == self.notice.to)
    }
}

/// Put a notice away as read.
#[derive(Clone, Copy, Debug)]
pub struct ReadNotice<'a> {
    /// The notice.
    pub notice: &'a Notice,
}

impl Deed for ReadNotice<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.person == self.notice.to { Ok(()) } else { Err(Denied::Hidden) }
    }
}

/// Report a remark, a picture or a name to the staff. Nobody reports what is their own.
#[derive(Clone, Copy, Debug)]
pub struct SendReport<'a> {
    /// Where the venture or the person stands.
    pub at: &'a Locus,
    /// Whose it is.
    pub author: PersonId,
}

impl Deed for SendReport<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        let classmate = self.at.venture.is_none() && who.edition == self.at.edition && who.group() == Some(self.at.group);
        if !classmate {
            visible(who, self.at)?;
        }
        forbidden_unless(who.person != self.author)
    }
}

/// Read a report. Its subject's author never does, whatever their role; nor does anybody but staff in scope.
#[derive(Clone, Copy, Debug)]
pub struct SeeReport<'a> {
    /// Where it stands.
    pub at: &'a Locus,
    /// Whose work or name was reported.
    pub author: PersonId,
}

impl Deed for SeeReport<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        if who.person == self.author {
            return Err(Denied::Hidden);
        }
        staff_of(who, self.at)
    }
}

/// Settle a report: say that nothing is wrong, take out what is, or ask a mentor to correct it.
#[derive(Clone, Copy, Debug)]
pub struct HandleReport<'a> {
    /// The report.
    pub report: &'a crate::reports::Report,
}

impl Deed for HandleReport<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        SeeReport { at: &self.report.at, author: self.report.author }.judge(who)
    }
}

fn staff_of(who: &Actor, at: &Locus) -> Result<(), Denied> {
    if who.is_staff(at) { Ok(()) } else { Err(Denied::Hidden) }
}
