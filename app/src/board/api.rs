//! What the board's page asks of the server: the board with all that stands round it, and the templates of the picker.
//! It never writes: a board is changed by operations on its socket only.

use crate::error::AppResult;
use leptos::server;
use serde::{Deserialize, Serialize};
use shared::{
    feedback::Conversation,
    ids::VentureId,
    programme::{Named, Template},
    ventures::Venture,
};

/// A board as its page opens it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BoardPage {
    /// The venture.
    pub venture: Venture,
    /// The board as `Document::snapshot` writes it, in base64.
    pub snapshot: String,
    /// The templates in use, in the reader's language.
    pub templates: Vec<Template>,
    /// The threads on it.
    pub threads: Vec<Conversation>,
    /// A member of the team.
    pub may_write: bool,
    /// Somebody who accompanies it.
    pub may_comment: bool,
    /// `list` or `canvas`, where the reader chose.
    pub view: Option<String>,
}

/// What the picker of sheets shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shelf {
    /// The three phases, in order.
    pub phases: Vec<Named>,
    /// The team's templates, in order.
    pub templates: Vec<Template>,
}

/// Opens a board.
#[server(prefix = "/api", endpoint = "board/load")]
pub async fn load_board(venture: VentureId) -> AppResult<BoardPage> {
    use crate::context::{actor, site, visit};
    use base64::{Engine, engine::general_purpose::STANDARD};
    use shared::access::{Denied, OpenThread, SeeVenture, WriteBoard, allow};
    let who = actor()?;
    let site = site();
    let venture = store::ventures::venture(&site.db, venture).await?.ok_or(Denied::Hidden)?;
    allow(&who, SeeVenture { at: &venture.at })?;
    let document = site.boards.open(venture.id).await?;
    let threads = store::feedback::of_venture(&site.db, venture.id).await?;
    let lang = visit().lang;
    let mut used: Vec<&str> = document.frames().filter_map(|frame| frame.template()).map(|(id, ..)| id).collect();
    used.sort_unstable();
    used.dedup();
    let templates = used.into_iter().filter_map(|id| shared::reference::template(id, lang)).collect();
    Ok(BoardPage {
        snapshot: STANDARD.encode(document.snapshot()),
        templates,
        threads,
        may_write: allow(&who, WriteBoard { at: &venture.at }).is_ok(),
        may_comment: allow(&who, OpenThread { at: &venture.at }).is_ok(),
        view: visit().view.map(str::to_owned),
        venture,
    })
}

/// All templates a team may put on its board.
#[server(prefix = "/api", endpoint = "board/templates")]
pub async fn templates() -> AppResult<Shelf> {
    crate::context::actor()?;
    let lang = crate::context::visit().lang;
    let templates = shared::reference::templates(lang).into_iter().filter(|template| !template.private).collect();
    Ok(Shelf { phases: shared::reference::phases(lang), templates })
}
