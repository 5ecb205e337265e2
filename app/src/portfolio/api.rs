//! What a form of the portfolio asks. The answer is a redirect to the page that says what is so now.

use crate::error::AppResult;
use leptos::server;
use shared::ids::{GroupId, PersonId};

/// Gives a group a mentor.
#[server(prefix = "/api", endpoint = "portfolio/assign")]
pub async fn assign(group: GroupId, mentor: PersonId) -> AppResult<()> {
    super::deeds::assign(group, mentor).await
}

/// Ends that a mentor accompanies a group.
#[server(prefix = "/api", endpoint = "portfolio/release")]
pub async fn release(group: GroupId, mentor: PersonId) -> AppResult<()> {
    super::deeds::release(group, mentor).await
}
