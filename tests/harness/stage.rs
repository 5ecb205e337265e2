//! A server with the cast on it: what most tests begin with.

use crate::{
    cast::{Cast, Person},
    ground::{Engine, Ground},
    server::Server,
    socket::Socket,
    web::Web,
};
use board::id::Seq;
use shared::ids::VentureId;

/// The device that only looks.
const LOOKER: u8 = 250;

/// Addresses that answer with a file, and a page that is nothing without the token of a link.
pub const NO_PAGES: &[&str] = &[
    "/healthz",
    "/worker.js",
    "/pkg/{hash}/{file}",
    "/files/{asset}",
    "/portfolio.csv",
    "/p/{token}/files/{asset}",
    "/p/{token}",
    "/v/{venture}/cards/{card}/card.svg",
];

/// The stage.
pub struct Stage {
    /// The server.
    pub server: Server,
    /// Who is on it.
    pub cast: Cast,
    /// What it stands on.
    pub ground: Ground,
}

impl Stage {
    /// Sets the stage on a SQLite file.
    pub async fn set() -> Self {
        Self::on(Engine::Sqlite).await
    }

    /// Sets the stage on a database.
    pub async fn on(engine: Engine) -> Self {
        let ground = Ground::new(engine);
        let cast = Cast::move_in(ground.database()).await;
        Self { server: Server::start(&ground).await, cast, ground }
    }

    /// Sets the stage of a demonstration, on a SQLite file: the same cast, declared invented.
    pub async fn invented() -> Self {
        let ground = Ground::new(Engine::Sqlite);
        let cast = Cast::move_in(ground.database()).await;
        let db = store::Db::open(ground.database()).await.expect("the database");
        store::accounts::set_demo(&db).await.expect("declared");
        db.close().await;
        drop(db);
        Self { server: Server::start(&ground).await, cast, ground }
    }

    /// The address of a page of the list of routes, with the stage's own names in place of those in braces.
    pub fn address(&self, path: &str) -> String {
        let qatra = &self.cast.qatra;
        let names = [
            ("{venture}", qatra.id.to_string()),
            ("{record}", qatra.prototype.to_string()),
            ("{group}", self.cast.groups[0].to_string()),
            ("{person}", self.cast.salma.id.to_string()),
            ("{card}", "venture".to_owned()),
            // An example leads to its one prototype, whichever is asked for.
            ("{key}", "plombi-oujda".to_owned()),
            ("{prototype}", "1-1".to_owned()),
        ];
        names.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    }

    /// The server's address.
    pub fn base(&self) -> &str {
        &self.server.base
    }

    /// A person who has signed in.
    pub async fn enter(&self, person: &Person) -> Web {
        person.enter(&self.server.base).await
    }

    /// A socket on a board, as a person's browser opens it.
    ///
    /// # Errors
    /// The status when it is refused.
    pub async fn socket(&self, web: &Web, venture: VentureId) -> Result<Socket, u16> {
        Socket::open(self.base(), &format!("/ws/board/{venture}"), Some(&web.cookie_header()), Some(self.base())).await
    }

    /// The token of a new link to Qatra's prototype, made by one of its team as the page does.
    pub async fn play_link(&self, web: &Web) -> String {
        let qatra = &self.cast.qatra;
        let fields = [("venture", qatra.id.to_string()), ("prototype", qatra.prototype.to_string())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let made = web.form("/api/sharing/open", &fields).await.leads();
        made.split_once("&link=").unwrap_or_else(|| panic!("no link in {made}")).1.to_owned()
    }

    /// The head of a board's log, as one of its team sees it.
    pub async fn head(&self, who: &Person, venture: VentureId) -> Seq {
        let web = self.enter(who).await;
        let mut socket = self.socket(&web, venture).await.expect("a member's socket");
        socket.hello(LOOKER, Seq(0)).await.head
    }
}
