//! What the browser asks of ventures. The forms are plain: each answer is a redirect, onward or back with the reason and what was typed.

use crate::error::AppResult;
use leptos::server;
use shared::{
    ids::{PersonId, VentureId},
    ventures::VentureForm,
};

/// The page that a form about a team stands on, and comes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The venture's own.
    Venture,
    /// The trainee's day.
    Today,
}

impl Page {
    fn of(from: Option<&str>) -> Self {
        if from == Some("today") { Self::Today } else { Self::Venture }
    }

    /// Its address, for a venture.
    pub(super) fn address(self, venture: VentureId) -> String {
        match self {
            Self::Venture => format!("/v/{venture}"),
            Self::Today => "/today".to_owned(),
        }
    }
}

/// Changes what a venture says of itself.
#[server(prefix = "/api", endpoint = "ventures/edit")]
pub async fn edit(venture: VentureId, name: String, idea: String, theme: String, place: Option<String>) -> AppResult<()> {
    super::deeds::edit(venture, VentureForm { name, idea, theme, place: place.unwrap_or_default() }).await
}

/// Adds a trainee of the same group to the team.
#[server(prefix = "/api", endpoint = "ventures/add_teammate")]
pub async fn add_teammate(venture: VentureId, person: PersonId, part: String, from: Option<String>) -> AppResult<()> {
    super::deeds::add_teammate(venture, person, &part, Page::of(from.as_deref())).await
}

/// Gives the team a new code; the one before is good no longer.
#[server(prefix = "/api", endpoint = "ventures/new_code")]
pub async fn new_code(venture: VentureId, from: Option<String>) -> AppResult<()> {
    super::joining::new_code(venture, Page::of(from.as_deref())).await
}

/// Asks the team whose code this is to be taken in.
#[server(prefix = "/api", endpoint = "ventures/ask_to_join")]
pub async fn ask_to_join(code: String) -> AppResult<()> {
    super::joining::ask(&code).await
}

/// Takes back one's own request to join.
#[server(prefix = "/api", endpoint = "ventures/take_back_wish")]
pub async fn take_back_wish(venture: VentureId) -> AppResult<()> {
    super::joining::take_back(venture).await
}

/// Says no to somebody who asks. Saying yes is adding them.
#[server(prefix = "/api", endpoint = "ventures/decline_join")]
pub async fn decline_join(venture: VentureId, person: PersonId, from: Option<String>) -> AppResult<()> {
    super::joining::decline(venture, person, Page::of(from.as_deref())).await
}

/// Leaves one's own team. The last one leaves only once they were `told` what becomes of the venture.
#[server(prefix = "/api", endpoint = "ventures/withdraw")]
pub async fn withdraw(venture: VentureId, told: Option<String>) -> AppResult<()> {
    super::joining::leave(venture, read(told.as_deref())).await
}

/// Takes somebody out of a team.
#[server(prefix = "/api", endpoint = "ventures/remove_teammate")]
pub async fn remove_teammate(venture: VentureId, person: PersonId, told: Option<String>) -> AppResult<()> {
    super::joining::remove(venture, person, read(told.as_deref())).await
}

/// Moves somebody to another team of the group.
#[server(prefix = "/api", endpoint = "ventures/move_teammate")]
pub async fn move_teammate(venture: VentureId, person: PersonId, to: VentureId, told: Option<String>) -> AppResult<()> {
    super::joining::move_to(venture, person, to, read(told.as_deref())).await
}

fn read(told: Option<&str>) -> store::ventures::Told {
    if told == Some("yes") { store::ventures::Told::Yes } else { store::ventures::Told::No }
}
