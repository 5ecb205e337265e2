//! What the forms of the portfolio ask. The answer is a redirect to the page that says what is so now.

use crate::error::AppResult;
use leptos::server;
use shared::ids::{GroupId, PersonId};

/// Gives a group a mentor.
#[server(prefix = "/api", endpoint = "portfolio/assign")]
pub async fn assign(group: GroupId, mentor: PersonId) -> AppResult<()> {
    super::deeds::assign(group, mentor).await
}

/// Takes a mentor out of a group.
#[server(prefix = "/api", endpoint = "portfolio/remove_mentor")]
pub async fn remove_mentor(group: GroupId, mentor: PersonId) -> AppResult<()> {
    super::deeds::remove_mentor(group, mentor).await
}
