//! How to enter a demo as each of its people. It knows the fixed secrets, which are none, and opens nothing.

use crate::seed::cast;
use shared::{access::Role, ids::PersonId};
use store::{Db, Result, accounts};

/// The passphrase of everybody in a demo.
pub const PASSPHRASE: &str = cast::PASSPHRASE;

/// A way into a demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Who enters.
    pub person: PersonId,
    /// Their name, which mentors and staff enter with.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Group code and number, which trainees enter with.
    pub card: Option<(String, u32)>,
    /// What they type besides.
    pub key: Key,
    /// A venture of theirs.
    pub venture: Option<String>,
}

/// A secret that everybody may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// [`PASSPHRASE`].
    Passphrase,
    /// The one-time code of a card not used yet.
    Code,
}

impl Key {
    /// As it is typed.
    pub fn typed(self) -> &'static str {
        match self {
            Self::Passphrase => PASSPHRASE,
            Self::Code => cast::CODE,
        }
    }
}

/// All doors: staff, mentors, then trainees by card; none when this is no demo.
///
/// # Errors
/// What the database says.
pub async fn doors(db: &Db) -> Result<Vec<Door>> {
    let mut doors = Vec::new();
    for one in accounts::demo_people(db).await? {
        let key = if one.card.is_some() && accounts::needs_passphrase(db, one.person).await? { Key::Code } else { Key::Passphrase };
        doors.push(Door { person: one.person, name: one.name, role: one.role, card: one.card, key, venture: one.venture });
    }
    Ok(doors)
}
