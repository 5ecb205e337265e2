//! Notices: short messages between the staff and a mentor about one group or one venture, kept with it. They are no chat.

use crate::{
    Millis,
    access::Locus,
    ids::{NoticeId, PersonId},
};

/// Longest notice, in characters.
pub const NOTICE_MAX: usize = 1_000;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id, made by the form.
    pub id: NoticeId,
    /// What it is about: a group, or a venture where the place names one.
    pub at: Locus,
    /// The group's code.
    pub group_code: String,
    /// The venture's name.
    pub venture_name: Option<String>,
    /// Who wrote it.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// To whom.
    pub to: PersonId,
    /// Their name.
    pub to_name: String,
    /// The words.
    pub words: String,
    /// When.
    pub made: Millis,
    /// When the other put it away as read.
    pub read: Option<Millis>,
}

/// Whether words may be a notice.
pub fn notice_fits(words: &str) -> bool {
    let words = words.trim();
    !words.is_empty() && words.chars().count() <= NOTICE_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_neither_empty_nor_a_letter() {
        assert!(notice_fits(" Bonjour "));
        assert!(!notice_fits(" \n "));
        assert!(notice_fits(&"ق".repeat(NOTICE_MAX)) && !notice_fits(&"ق".repeat(NOTICE_MAX + 1)));
    }
}
