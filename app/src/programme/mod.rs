//! The programme in the reader's language: names of themes, gates, sheets and regions. Loaded once a visit.
//! It never holds all languages: the browser knows the one it reads.

pub mod api;
mod gate;

pub use api::Programme;
pub use gate::{GateLine, gate_words};

use crate::error::AppResult;
use std::sync::OnceLock;

static KNOWN: OnceLock<Programme> = OnceLock::new();

/// The programme's names. The browser asks once; the server reads them afresh, since each request has its own language.
///
/// # Errors
/// As the server function's: without connection, or signed out.
pub async fn names() -> AppResult<Programme> {
    if cfg!(feature = "ssr") {
        return api::words().await;
    }
    if let Some(known) = KNOWN.get() {
        return Ok(known.clone());
    }
    let programme = api::words().await?;
    Ok(KNOWN.get_or_init(|| programme).clone())
}
