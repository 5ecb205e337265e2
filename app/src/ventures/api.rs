//! What the browser asks of ventures. The forms are plain: each answer is a redirect, onward or back with the reason and what was typed.

use crate::error::AppResult;
use leptos::prelude::*;
use leptos::server;
use serde::{Deserialize, Serialize};
use shared::{
    ids::{PersonId, VentureId},
    programme::{GateWords, Named},
    ventures::{Member, Venture},
};

/// What the form of a venture offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The themes.
    pub themes: Vec<Named>,
    /// The communes of the region, under their provinces.
    pub places: Vec<(String, Vec<Named>)>,
}

/// A prototype in the list of a venture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Playable {
    /// Its record on the board.
    pub record: String,
    /// Its name; may be empty.
    pub name: String,
    /// Its screens.
    pub screens: u32,
}

/// A venture with what stands on its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VentureView {
    /// The venture.
    pub venture: Venture,
    /// The name of its last gate.
    pub gate: String,
    /// The gate that comes next.
    pub next: Option<GateWords>,
    /// The name of its theme.
    pub theme: String,
    /// The name of its place; may be empty.
    pub place: String,
    /// Its prototypes.
    pub prototypes: Vec<Playable>,
    /// Threads by state, in the order of the columns.
    pub threads: [u32; 4],
    /// Trainees who may still join; only for those who may add them.
    pub free: Vec<Member>,
    /// What the form offers; only for those who may change the venture.
    pub choices: Option<Choices>,
}

/// What the form of a new venture offers to the trainee signed in.
#[server(prefix = "/api", endpoint = "ventures/choices", input = server_fn::codec::GetUrl)]
pub async fn form_choices() -> AppResult<Choices> {
    super::deeds::choices_for_new().await
}

/// A venture's page.
#[server(prefix = "/api", endpoint = "ventures/page", input = server_fn::codec::GetUrl)]
pub async fn page(venture: VentureId) -> AppResult<VentureView> {
    super::deeds::page(venture).await
}

/// Starts a venture and goes to its board. Repeating it with the same id changes nothing.
#[server(prefix = "/api", endpoint = "ventures/create")]
pub async fn create(id: VentureId, name: String, idea: String, theme: String, place: Option<String>) -> AppResult<()> {
    super::deeds::create(id, shared::ventures::VentureForm { name, idea, theme, place: place.unwrap_or_default() }).await
}

/// Changes what a venture says of itself.
#[server(prefix = "/api", endpoint = "ventures/edit")]
pub async fn edit(venture: VentureId, name: String, idea: String, theme: String, place: Option<String>) -> AppResult<()> {
    super::deeds::edit(venture, shared::ventures::VentureForm { name, idea, theme, place: place.unwrap_or_default() }).await
}

/// Adds a trainee of the same group to the team.
#[server(prefix = "/api", endpoint = "ventures/add_teammate")]
pub async fn add_teammate(venture: VentureId, person: PersonId, part: String) -> AppResult<()> {
    super::deeds::add_teammate(venture, person, &part).await
}
