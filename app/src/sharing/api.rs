//! What the browser asks of sharing. The forms are plain: each answer is a redirect to the page they stood on.

use crate::error::AppResult;
use leptos::server;
use shared::ids::{PlayLinkId, VentureId};

/// Makes a link by which anybody plays a prototype, and shows it this once.
#[server(prefix = "/api", endpoint = "sharing/open")]
pub async fn open(venture: VentureId, prototype: String) -> AppResult<()> {
    super::deeds::open(venture, &prototype).await
}

/// Ends a link.
#[server(prefix = "/api", endpoint = "sharing/end")]
pub async fn end(venture: VentureId, link: PlayLinkId, prototype: String) -> AppResult<()> {
    super::deeds::end(venture, link, &prototype).await
}
