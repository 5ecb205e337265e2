//! What the server does for the page that makes screens: loads the board as for its own page, and finds the prototype on it.
//! Only on the server.

use super::play::ScreenStyle;
use crate::{
    board::{api::BoardPage, load::load},
    error::{AppError, AppResult},
    errors::Refusal,
    live::{Known, Live},
};
use board::{id::RecordId, record::Kind};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The page `/v/:venture/prototypes/:record`.
#[component]
pub fn EditPage() -> impl IntoView {
    let (venture, prototype) = use_params_map().with_untracked(|params| (params.get("venture"), params.get("record")));
    crate::pages::loaded(async move {
        match found(venture.as_deref(), prototype.as_deref()).await {
            Ok((page, prototype, name)) => view! {
                <Title text=name />
                <ScreenStyle />
                <Live known=Known::Prototype(page, prototype.to_string()) />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The board, the prototype and its name.
async fn found(venture: Option<&str>, prototype: Option<&str>) -> AppResult<(BoardPage, RecordId, String)> {
    let page = load(venture).await?;
    let prototype: RecordId = prototype.and_then(|id| id.parse().ok()).ok_or(AppError::Hidden)?;
    let document = page.document().ok_or(AppError::Unavailable)?;
    let record = document.get(prototype).filter(|record| record.kind == Kind::Prototype && document.is_visible(prototype));
    let name = record.ok_or(AppError::Hidden)?.words().to_owned();
    Ok((page, prototype, name))
}
