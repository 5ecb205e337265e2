//! What a mentor's form asks of groups. The answer is a redirect to the page that shows the card.

use crate::error::AppResult;
use leptos::server;
use shared::ids::PersonId;

/// Gives a trainee a new one-time code, and goes to the page where it can be read once.
#[server(prefix = "/api", endpoint = "groups/reset_code")]
pub async fn reset_code(person: PersonId) -> AppResult<()> {
    super::deeds::reset_code(person).await
}
