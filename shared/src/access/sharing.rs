//! Who opens a prototype to people without an account, and who closes it again.

use super::{Actor, Deed, Denied, Locus, forbidden_unless, visible};

/// Make a link by which anybody plays one prototype. Only the team shows its work.
#[derive(Clone, Copy, Debug)]
pub struct SharePrototype<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for SharePrototype<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at))
    }
}

/// End such a link. Its mentors may too: a link that harms somebody is closed by whoever sees it first.
#[derive(Clone, Copy, Debug)]
pub struct EndPlayLink<'a> {
    /// Where the venture stands.
    pub at: &'a Locus,
}

impl Deed for EndPlayLink<'_> {
    fn judge(&self, who: &Actor) -> Result<(), Denied> {
        visible(who, self.at)?;
        forbidden_unless(who.is_member(self.at) || who.is_mentor(self.at))
    }
}
