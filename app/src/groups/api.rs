//! What a mentor's forms ask of groups. The answer is a redirect to the page that shows what came of it.

use crate::error::AppResult;
use leptos::server;
use shared::ids::{GroupId, PersonId, VentureId};

/// Gives a trainee a new one-time code, and goes to the page where it can be read once. Pressed twice, the same `draw` draws the same code.
#[server(prefix = "/api", endpoint = "groups/reset_code")]
pub async fn reset_code(person: PersonId, draw: String) -> AppResult<()> {
    super::deeds::reset_code(person, &draw).await
}

/// Gives new one-time codes to those of a group who have not entered yet, to all of them or to these numbers, and goes to the page where they can be read once. The same `draw`
/// draws the same codes: a form that is sent twice makes no card twice.
#[server(prefix = "/api", endpoint = "groups/renew_cards")]
pub async fn renew_cards(group: GroupId, draw: String, #[server(default)] numbers: String) -> AppResult<()> {
    super::cards::renew(group, &draw, &numbers).await
}

/// Adds a trainee to a team of the group.
#[server(prefix = "/api", endpoint = "groups/add_to_team")]
pub async fn add_to_team(venture: VentureId, person: PersonId) -> AppResult<()> {
    super::deeds::add_to_team(venture, person).await
}

/// Corrects a person's name, and goes to the page that shows it.
#[server(prefix = "/api", endpoint = "groups/rename")]
pub async fn rename(person: PersonId, name: String) -> AppResult<()> {
    super::names::rename(person, &name).await
}
