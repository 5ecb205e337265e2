//! What a team and its mentor do on the way. The forms are plain: each answer is a redirect to the path, with what came of it.

use crate::error::AppResult;
use leptos::server;
use shared::ids::VentureId;
use std::collections::BTreeMap;

/// Tells the mentors that the team asks for its next gate.
#[server(prefix = "/api", endpoint = "gates/ask")]
pub async fn ask_for_gate(venture: VentureId, gate: u8) -> AppResult<()> {
    super::deeds::ask(venture, gate).await
}

/// Signs the next gate with a sentence; `confirmed` holds the codes of the conditions that who signs vouches for, `asked` those that the
/// form asked about.
#[server(prefix = "/api", endpoint = "gates/sign")]
pub async fn sign_gate(
    venture: VentureId,
    gate: u8,
    #[server(default)] sentence: String,
    #[server(default)] confirmed: BTreeMap<String, String>,
    asked: Option<String>,
) -> AppResult<()> {
    super::deeds::sign(venture, gate, &sentence, confirmed.into_keys().collect(), asked.as_deref()).await
}

/// Names one step that comes before the gate: typed, or a condition by its code.
#[server(prefix = "/api", endpoint = "gates/refuse")]
pub async fn refuse_gate(
    venture: VentureId,
    gate: u8,
    #[server(default)] step: String,
    #[server(default)] suggested: String,
) -> AppResult<()> {
    super::deeds::refuse(venture, gate, &step, &suggested).await
}

/// Takes one's own signature of today back.
#[server(prefix = "/api", endpoint = "gates/withdraw")]
pub async fn withdraw_gate(venture: VentureId, gate: u8) -> AppResult<()> {
    super::deeds::withdraw(venture, gate).await
}

/// Steps aside: how, what was learned, and for a pause the day of coming back.
#[server(prefix = "/api", endpoint = "exits/step_aside")]
pub async fn step_aside(
    venture: VentureId,
    #[server(default)] exit: String,
    #[server(default)] lesson: String,
    #[server(default)] back: String,
    #[server(default)] sure: String,
) -> AppResult<()> {
    super::asides::step_aside(venture, &exit, &lesson, &back, &sure).await
}

/// Takes a venture up again.
#[server(prefix = "/api", endpoint = "exits/take_up")]
pub async fn take_up(venture: VentureId) -> AppResult<()> {
    super::asides::take_up(venture).await
}
