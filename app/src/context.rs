//! What a request brings to pages and server functions. Only on the server; the router provides both values.

use crate::error::{AppError, AppResult};
use crate::examples::Example;
use leptos::prelude::{expect_context, use_context};
use shared::{Lang, Millis, access::Actor};
use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};
use store::{Boards, Db, secrets::Secrets};

/// What the server is made of; the same for every request.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
    /// The boards.
    pub boards: Boards,
    /// Stored pictures.
    pub files: store::files::Files,
    /// Hashing of secrets, off the async threads.
    pub secrets: Secrets,
    /// Folder of the front end's files, such as `/pkg/3fa9c2d41b07`.
    pub assets: Arc<str>,
    /// The address people use, where it is set: `https://fikra.example`.
    pub origin: Option<Arc<str>>,
    /// What travels for each person.
    pub traffic: store::traffic::Meter,
    /// What the program's parts weigh on their way.
    pub weights: Weights,
    /// Invented people, fixed passphrases: everybody may enter.
    pub demo: bool,
    /// What every installation shows as an example.
    pub examples: Arc<[Example]>,
}

/// Bytes of the front end's parts as they travel, read from what was built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weights {
    /// What a board begins with: program, styles, icons, words.
    pub board: u64,
    /// The canvas, on top.
    pub canvas: u64,
    /// The page that makes screens, on top.
    pub screens: u64,
}

/// Who asks, and how they want it shown.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The person signed in.
    pub actor: Option<Actor>,
    /// The token of their session, as the cookie holds it.
    pub session: Option<String>,
    /// Language of the page.
    pub lang: Lang,
    /// `light` or `dark` when chosen, else as the system says.
    pub theme: Option<&'static str>,
    /// `list` or `canvas` when chosen.
    pub view: Option<&'static str>,
    /// Whether they came in by a door of a demonstration.
    pub by_door: bool,
    /// Whether data is saved: no picture and no cursor before somebody asks for it.
    pub saver: bool,
}

/// The server's parts.
pub fn site() -> Site {
    expect_context()
}

/// This request.
pub fn visit() -> Visit {
    use_context().unwrap_or(Visit { actor: None, session: None, lang: Lang::Fr, theme: None, view: None, by_door: false, saver: false })
}

/// The person signed in.
///
/// # Errors
/// [`AppError::SignIn`] when nobody is.
pub fn actor() -> AppResult<Actor> {
    visit().actor.ok_or(AppError::SignIn)
}

/// The time.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
