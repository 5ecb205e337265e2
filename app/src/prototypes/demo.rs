//! A prototype of a demonstration, to be played without an account at `/demo/play`. Real people's prototypes are never found here. Only on the
//! server.

use super::play::{Shown, page, shown};
use crate::{
    context::{site, visit},
    error::{AppError, AppResult},
    errors::Refusal,
};
use board::{Document, id::RecordId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::Lang;

/// Ventures looked into until one has a prototype worth a try.
const LOOKED_INTO: u32 = 40;
/// So many screens are worth it.
const SCREENS: usize = 2;

/// The page `/demo/play`.
#[component]
pub fn DemoPlay() -> impl IntoView {
    let (screen, asked) = use_query_map().with_untracked(|query| (query.get("screen"), query.get("pictures").is_some()));
    crate::pages::loaded(async move {
        match saving(load(screen.and_then(|id| id.parse().ok())).await, asked).await {
            Ok(shown) => page(shown, "/".to_owned()).into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// A screen, its photos left out until they are asked for where data is saved.
async fn saving(shown: AppResult<Shown>, asked: bool) -> AppResult<Shown> {
    shown?.saving(asked).await
}

/// The first prototype that is worth a try: in the reader's language where there is one, and rather one whose screens are pictures.
async fn load(screen: Option<RecordId>) -> AppResult<Shown> {
    let (site, lang) = (site(), visit().lang);
    if !site.demo {
        return Err(AppError::Hidden);
    }
    let mut ventures = store::ventures::first_ventures(&site.db, LOOKED_INTO).await?;
    ventures.retain(|(.., play)| play.judge().is_ok());
    ventures.sort_by_key(|(_, of, _)| *of != lang);
    let mut best: Option<(Lang, _, _)> = None;
    for (venture, of, _) in ventures {
        // Rather words that the reader knows than a picture.
        if best.as_ref().is_some_and(|(found, ..)| *found == lang) && of != lang {
            break;
        }
        let document = site.boards.open(venture).await?;
        let Some(prototype) = playable(&document) else { continue };
        if document.screens(prototype).all(|screen| screen.asset().is_some()) {
            return shown(&document, prototype, screen);
        }
        best.get_or_insert((of, document, prototype));
    }
    let (_, document, prototype) = best.ok_or(AppError::Hidden)?;
    shown(&document, prototype, screen)
}

fn playable(document: &Document) -> Option<RecordId> {
    document.prototypes().map(|prototype| prototype.id).find(|prototype| document.screens(*prototype).count() >= SCREENS)
}
