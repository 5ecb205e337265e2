//! Behind the page that shares and its server functions: who, load, judge, write, answer.

use super::whole;
use crate::cards::CardName;
use crate::context::{actor, now, site};
use crate::error::{AppError, AppResult};
use board::{id::RecordId, record::Kind};
use shared::{
    access::{EndPlayLink, Locus, SeeVenture, SharePrototype, allow},
    ids::{PlayLinkId, VentureId},
    sharing::{PlayLink, PlayToken},
};

/// What is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The venture's page.
    Venture,
    /// One of its cards.
    Card(CardName),
    /// A prototype.
    Prototype(RecordId),
}

impl What {
    /// As it stands in an address: nothing, the name of a card, or a record.
    pub(super) fn read(text: Option<&str>) -> AppResult<Self> {
        let Some(text) = text else { return Ok(Self::Venture) };
        let card = CardName::parse(text).map(Self::Card);
        card.or_else(|| text.parse().ok().map(Self::Prototype)).ok_or(AppError::Hidden)
    }
}

/// What the page shows.
pub(super) struct Sharing {
    /// The venture.
    pub(super) venture: VentureId,
    /// Its name, or the prototype's.
    pub(super) name: String,
    /// The whole address; none for a prototype whose link was not made just now.
    pub(super) address: Option<String>,
    /// What is known of a prototype's links.
    pub(super) links: Option<Links>,
}

/// The links to a prototype.
pub(super) struct Links {
    pub(super) prototype: RecordId,
    pub(super) open: Vec<PlayLink>,
    pub(super) may_open: bool,
    pub(super) may_end: bool,
}

pub(super) async fn load(venture: Option<&str>, what: Option<&str>, token: Option<&str>) -> AppResult<Sharing> {
    let (who, site) = (actor()?, site());
    let id: VentureId = venture.and_then(|id| id.parse().ok()).ok_or(AppError::Hidden)?;
    let venture = store::ventures::venture(&site.db, id).await?.ok_or(AppError::Hidden)?;
    let at = &venture.at;
    allow(&who, SeeVenture { at })?;
    let prototype = match What::read(what)? {
        What::Prototype(prototype) => prototype,
        What::Venture => return Ok(Sharing { venture: id, name: venture.name, address: Some(whole(&format!("/v/{id}"))), links: None }),
        What::Card(card) => {
            let address = whole(&format!("/v/{id}/cards/{card}"));
            return Ok(Sharing { venture: id, name: venture.name, address: Some(address), links: None });
        }
    };
    let open = store::sharing::links(&site.db, id, now()).await?;
    let made = match token.and_then(PlayToken::parse) {
        Some(token) => store::sharing::link(&site.db, &token).await?.filter(|link| open.contains(link)).map(|_| token),
        None => None,
    };
    Ok(Sharing {
        venture: id,
        name: name(id, prototype).await?,
        address: made.map(|token| whole(&format!("/p/{}", token.as_str()))),
        links: Some(Links {
            prototype,
            open: open.into_iter().filter(|link| link.prototype == prototype).collect(),
            may_open: allow(&who, SharePrototype { at }).is_ok(),
            may_end: allow(&who, EndPlayLink { at }).is_ok(),
        }),
    })
}

pub(super) async fn open(id: VentureId, prototype: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let at = found(id).await?;
    let permit = allow(&who, SharePrototype { at: &at })?;
    let prototype: RecordId = prototype.parse().map_err(|_| AppError::Hidden)?;
    name(id, prototype).await?;
    let token = store::sharing::new_token()?;
    let made = store::sharing::open(&site.db, permit, PlayLinkId(store::new_id()), prototype, &token, now()).await?;
    let said = if made { format!("link={}", token.as_str()) } else { "full=1".to_owned() };
    leptos_axum::redirect(&format!("/v/{id}/share?what={prototype}&{said}"));
    Ok(())
}

pub(super) async fn end(id: VentureId, link: PlayLinkId, prototype: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let at = found(id).await?;
    let permit = allow(&who, EndPlayLink { at: &at })?;
    let prototype: RecordId = prototype.parse().map_err(|_| AppError::Hidden)?;
    store::sharing::end(&site.db, permit, link, now()).await?;
    leptos_axum::redirect(&format!("/v/{id}/share?what={prototype}&ended=1"));
    Ok(())
}

async fn found(id: VentureId) -> AppResult<Locus> {
    store::ventures::locus(&site().db, id).await?.ok_or(AppError::Hidden)
}

/// The name of a prototype that is there.
async fn name(venture: VentureId, prototype: RecordId) -> AppResult<String> {
    let document = site().boards.open(venture).await?;
    let record = document.get(prototype).filter(|record| record.kind == Kind::Prototype && document.is_visible(prototype));
    Ok(record.ok_or(AppError::Hidden)?.words().to_owned())
}
