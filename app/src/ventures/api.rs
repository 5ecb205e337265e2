//! What the browser asks of ventures. The forms are plain: each answer is a redirect, onward or back with the reason and what was typed.

use crate::error::AppResult;
use leptos::server;
use shared::{
    ids::{PersonId, VentureId},
    ventures::VentureForm,
};

/// Starts a venture and goes to its board. Repeating it with the same id changes nothing.
#[server(prefix = "/api", endpoint = "ventures/create")]
pub async fn create(id: VentureId, name: String, idea: String, theme: String, place: Option<String>) -> AppResult<()> {
    super::deeds::create(id, VentureForm { name, idea, theme, place: place.unwrap_or_default() }).await
}

/// Changes what a venture says of itself.
#[server(prefix = "/api", endpoint = "ventures/edit")]
pub async fn edit(venture: VentureId, name: String, idea: String, theme: String, place: Option<String>) -> AppResult<()> {
    super::deeds::edit(venture, VentureForm { name, idea, theme, place: place.unwrap_or_default() }).await
}

/// Adds a trainee of the same group to the team.
#[server(prefix = "/api", endpoint = "ventures/add_teammate")]
pub async fn add_teammate(venture: VentureId, person: PersonId, part: String) -> AppResult<()> {
    super::deeds::add_teammate(venture, person, &part).await
}
