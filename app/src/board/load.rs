//! What the server does for the board's page: loads the board with all that stands round it, and gives the picker its templates.
//! Only on the server.

use super::{
    api::{BoardPage, Parts, Shelf},
    photos::Weighed,
};
use crate::{
    context::{Site, actor, site, visit},
    error::AppResult,
    errors::Refusal,
    live::{Known, Live},
    plain::Bytes,
    prototypes::weight_of_first,
};
use board::Document;
use leptos::{prelude::*, server};
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use shared::{
    access::{Denied, OpenThread, SeeVenture, WriteBoard, allow},
    ids::VentureId,
};

/// The page.
#[component]
pub fn Board() -> impl IntoView {
    let venture = use_params_map().with_untracked(|params| params.get("venture"));
    crate::pages::loaded(async move {
        match load(venture.as_deref()).await {
            Ok(page) => view! {
                <Title text=page.venture.name.clone() />
                <Live known=Known::Board(page) />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// A board with all that stands round it, for the person who asks.
///
/// # Errors
/// As the rule says; `Hidden` for what is no id.
pub(crate) async fn load(venture: Option<&str>) -> AppResult<BoardPage> {
    let who = actor()?;
    let site = site();
    let venture: VentureId = venture.and_then(|id| id.parse().ok()).ok_or(Denied::Hidden)?;
    let venture = store::ventures::venture(&site.db, venture).await?.ok_or(Denied::Hidden)?;
    allow(&who, SeeVenture { at: &venture.at })?;
    let document = site.boards.open(venture.id).await?;
    let threads = store::feedback::of_venture(&site.db, venture.id).await?;
    let lang = visit().lang;
    let mut used: Vec<&str> = document.frames().filter_map(|frame| frame.template()).map(|(id, ..)| id).collect();
    used.sort_unstable();
    used.dedup();
    let templates = used.into_iter().filter_map(|id| shared::reference::template(id, lang)).collect();
    let mut heavy = Vec::new();
    for prototype in document.prototypes() {
        let bytes = weight_of_first(&document, prototype.id).await?;
        if bytes >= Parts::SAID_FROM {
            heavy.push((prototype.id.to_string(), bytes));
        }
    }
    Ok(BoardPage {
        heavy,
        snapshot: Bytes(document.snapshot()),
        templates,
        threads,
        may_write: allow(&who, WriteBoard { at: &venture.at }).is_ok(),
        may_comment: allow(&who, OpenThread { at: &venture.at }).is_ok(),
        way: shared::reference::sheets_toward(venture.gate).into_iter().map(str::to_owned).collect(),
        view: visit().view.map(str::to_owned),
        parts: Parts { canvas: site.weights.canvas, screens: site.weights.screens },
        saver: if visit().saver { Some(weights(&site, &document, venture.id).await?) } else { None },
        venture,
    })
}

/// What each picture of a board weighs: photos as they are stored, drawings as they are shipped.
async fn weights(site: &Site, document: &Document, venture: VentureId) -> AppResult<Vec<Weighed>> {
    let mut all: Vec<Weighed> =
        store::files::of_venture(&site.db, venture).await?.into_iter().map(|(asset, bytes)| (asset.0, bytes)).collect();
    let screens = document.prototypes().flat_map(|prototype| document.screens(prototype.id));
    all.extend(screens.filter_map(|screen| {
        let asset = screen.asset()?;
        Some((asset.0.clone(), shared::reference::drawing_of(asset)?.len() as u64))
    }));
    Ok(all)
}

/// All templates a team may put on its board.
#[server(prefix = "/api", endpoint = "board/templates", input = server_fn::codec::GetUrl, output = server_fn::codec::Post<crate::plain::Asked>)]
pub async fn templates() -> AppResult<Shelf> {
    crate::context::actor()?;
    let lang = crate::context::visit().lang;
    let templates = shared::reference::templates(lang).into_iter().filter(|template| !template.private).collect();
    Ok(Shelf { phases: shared::reference::phases(lang), templates })
}
