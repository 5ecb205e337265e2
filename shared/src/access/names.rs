//! Who may correct what somebody is called.

use super::{Actor, Deed, Denied, Locus, Role};

/// Correct a person's name: a trainee's by the mentors of the group and by the staff, a mentor's by the staff where they accompany a group. The
/// staff's own names are kept by who runs the site.
#[derive(Clone, Copy, Debug)]
pub struct CorrectName<'a> {
    /// Who.
    pub person: crate::ids::PersonId,
    /// As what they are known.
    pub role: Role,
    /// Where they stand: a trainee's group, a mentor's groups.
    pub places: &'a [Locus],
}

impl Deed for CorrectName<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        let near = |at: &Locus| match self.role {
            Role::Trainee => who.is_mentor(at) || who.is_staff(at),
            Role::Mentor => who.is_staff(at),
            Role::Staff => false,
        };
        if self.places.iter().any(near) { Ok(()) } else { Err(Denied::Hidden) }
    }
}
