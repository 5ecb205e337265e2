//! Ids of the nouns that live in SQL tables: UUID version 7, made by the caller.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(s).map(Self)
            }
        }
    )*};
}

ids! {
    /// A run of the programme.
    EditionId
    /// A training establishment.
    EstablishmentId
    /// A class of trainees.
    GroupId
    /// A class of a group.
    ClassId
    /// A person with an account.
    PersonId
    /// A venture. Its board has the same id.
    VentureId
    /// A thread of feedback.
    ThreadId
    /// One remark in a thread.
    RemarkId
    /// A filled private self-check.
    SelfCheckId
    /// A message between staff and a mentor.
    NoticeId
    /// Something reported to the staff.
    ReportId
    /// A link by which anybody plays a prototype. It opens nothing: the token does.
    PlayLinkId
}
