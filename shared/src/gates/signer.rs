//! Who signs a gate: by the programme's word, and by the role of who is there. Pure.

use crate::access::Role;
use serde::Deserialize;

/// Whom the programme names to sign a gate. A mentor may sign each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// Nobody has to: it is there with the venture.
    Auto,
    /// The mentor.
    Mentor,
    /// The jury of an event.
    Jury,
    /// The staff.
    Staff,
}

impl Signer {
    /// Whether they are named.
    pub fn is_among(self, signers: &[Self]) -> bool {
        signers.contains(&self)
    }
}

/// Whether people in this role sign a gate for which the programme names these, and so are asked for it: mentors sign each, the staff those
/// that are left to it.
pub fn signs(role: Role, signers: &[Signer]) -> bool {
    match role {
        Role::Mentor => true,
        Role::Staff => Signer::Staff.is_among(signers),
        Role::Trainee => false,
    }
}
