//! A prototype played by link, at `/p/:token`: anybody who has it, without an account, for as long as the team lets it be. It tells nothing
//! of the venture beside what is on the screens. Only on the server.

use super::picture;
use super::play::{Shown, page, shown};
use crate::{
    context::{now, site},
    error::{AppError, AppResult},
    errors::{Refusal, answer_with},
    locale::{key, use_words},
    ui::{EmptyState, Heads, LinkButton, Scene},
};
use board::{
    Document, Record,
    id::{AssetId, RecordId},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::{ids::VentureId, sharing::PlayToken};

/// Why a link opens nothing.
enum Closed {
    /// It was good once: ended by the team, or past its days.
    Over,
    /// There is no such link, or not its prototype.
    Nothing,
    /// Something else.
    Fault(AppError),
}

impl<E: Into<AppError>> From<E> for Closed {
    fn from(error: E) -> Self {
        match error.into() {
            AppError::Hidden => Self::Nothing,
            other => Self::Fault(other),
        }
    }
}

/// The page `/p/:token`.
#[component]
pub fn PlayByLink() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token"));
    let (screen, asked) = use_query_map().with_untracked(|query| (query.get("screen"), query.get("pictures").is_some()));
    crate::pages::loaded(async move {
        unlisted();
        match load(token.as_deref(), screen.and_then(|id| id.parse().ok()), asked).await {
            Ok(shown) => page(shown, "/".to_owned()).into_any(),
            Err(Closed::Over) => closed(410).into_any(),
            Err(Closed::Nothing) => closed(404).into_any(),
            Err(Closed::Fault(error)) => view! { <Refusal error /> }.into_any(),
        }
    })
}

async fn load(token: Option<&str>, screen: Option<RecordId>, asked: bool) -> Result<Shown, Closed> {
    let token = token.and_then(PlayToken::parse).ok_or(Closed::Nothing)?;
    let link = store::sharing::link(&site().db, &token).await?.ok_or(Closed::Nothing)?;
    if !link.is_open(now()) {
        return Err(Closed::Over);
    }
    let document = site().boards.open(link.venture).await?;
    let shown = shown(&document, link.prototype, screen)?.saving(asked).await?;
    Ok(shown.with_files_at(&format!("/p/{}/files/", token.as_str())))
}

/// The venture whose picture this is, when it stands on a screen of the prototype that the token opens.
///
/// # Errors
/// [`AppError::Hidden`] when the token does not open it.
pub async fn opens_picture(site: &crate::context::Site, token: &str, asset: &AssetId) -> AppResult<VentureId> {
    let token = PlayToken::parse(token).ok_or(AppError::Hidden)?;
    let link = store::sharing::link(&site.db, &token).await?.filter(|link| link.is_open(now())).ok_or(AppError::Hidden)?;
    let document = site.boards.open(link.venture).await?;
    if document.is_visible(link.prototype) && stands_on(&document, link.prototype, asset) {
        Ok(link.venture)
    } else {
        Err(AppError::Hidden)
    }
}

fn stands_on(document: &Document, prototype: RecordId, asset: &AssetId) -> bool {
    let is = |record: &Record| record.asset() == Some(asset);
    document.screens(prototype).any(|screen| is(screen) || picture::parts(document, screen.id).any(is))
}

/// Search engines leave it alone: the link is for those who were given it.
fn unlisted() {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.insert_header(http::HeaderName::from_static("x-robots-tag"), http::HeaderValue::from_static("noindex, nofollow"));
    }
}

fn closed(status: u16) -> impl IntoView {
    answer_with(status);
    let words = use_words();
    view! {
        <Title text=words.get(key::SHARING_CLOSED_TITLE) />
        <div class="page page-narrow">
            <EmptyState
                scene=Scene::Fault
                title=words.get(key::SHARING_CLOSED_TITLE)
                text=words.get(if status == 410 { key::SHARING_CLOSED_OVER } else { key::SHARING_CLOSED_NOTHING })
                heads=Heads::Page
            >
                <LinkButton href="/">{words.get(key::ERRORS_HOME_WAY)}</LinkButton>
            </EmptyState>
        </div>
    }
}
