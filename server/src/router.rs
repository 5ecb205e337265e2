//! The one list of HTTP and WebSocket routes. Pages are listed in `app/src/lib.rs`, server functions name their own endpoint; both are added here
//! and printed with the rest by `fikra routes`. Who may enter is said here and judged in the handler, by `shared::access`.

use crate::{
    open_files::Seats,
    socket,
    web::{
        api, assets, cards, demo, exports, files, headers, origin, origin::Origins, pages, rest, start, switches, traffic, uploads, visit,
        worker,
    },
};
use app::context::Site;
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{MethodRouter, any, get, post},
};
use std::{path::Path, sync::Arc};
use tokio::sync::{Semaphore, watch};
use tower_http::{CompressionLevel, compression::CompressionLayer, limit::RequestBodyLimitLayer};

/// What the handlers share.
#[derive(Clone)]
pub struct House {
    /// What pages and server functions see.
    pub site: Site,
    /// Folder of the front end.
    pub folder: Arc<Path>,
    /// Our own addresses.
    pub origins: Arc<Origins>,
    /// Room for sockets.
    pub seats: Seats,
    /// Photos worked on at once.
    pub pictures: Arc<Semaphore>,
    /// Turns true when the server ends.
    pub stop: watch::Receiver<bool>,
}

/// Who may enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enters {
    /// Anyone.
    Everyone,
    /// Anyone, where everybody is invented; elsewhere there is nothing.
    Demo,
    /// Who is signed in.
    SignedIn,
    /// Trainees.
    Trainees,
    /// Mentors.
    Mentors,
    /// Staff.
    Staff,
    /// Mentors and staff.
    Accompanists,
    /// The team, its mentors, staff in scope.
    OfVenture,
    /// The team.
    Team,
}

impl Enters {
    /// In a word or two.
    pub fn said(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Demo => "everyone, in a demonstration only",
            Self::SignedIn => "signed in",
            Self::Trainees => "trainees",
            Self::Mentors => "mentors",
            Self::Staff => "staff",
            Self::Accompanists => "mentors, staff",
            Self::OfVenture => "team, its mentors, staff in scope",
            Self::Team => "team",
        }
    }
}

/// One route.
#[derive(Clone, Debug)]
pub struct Route {
    /// `GET`, `POST` or `WS`.
    pub method: &'static str,
    /// Its path, parameters in braces.
    pub path: String,
    /// Who may enter; `None` when nobody has said so yet, which is a fault.
    pub enters: Option<Enters>,
}

type Doorway = (&'static str, &'static str, Enters, fn() -> MethodRouter<House>);

/// Our own routes, the only place where they stand.
const OWN: &[Doorway] = &[
    ("GET", "/healthz", Enters::Everyone, || get(healthy)),
    ("GET", "/pkg/{hash}/{file}", Enters::Everyone, || get(assets::file)),
    ("GET", "/worker.js", Enters::Everyone, || get(worker::worker)),
    ("WS", "/ws/board/{venture}", Enters::OfVenture, || any(socket::open)),
    ("GET", "/files/{asset}", Enters::OfVenture, || get(files::file).layer(CompressionLayer::new())),
    ("GET", "/portfolio.csv", Enters::Staff, || get(exports::portfolio)),
    ("GET", "/v/{venture}/cards/{card}/card.svg", Enters::OfVenture, || get(cards::picture)),
    ("GET", "/p/{token}/files/{asset}", Enters::Everyone, || get(files::played).layer(CompressionLayer::new())),
    ("POST", "/upload/{venture}", Enters::Team, || post(uploads::upload).layer(DefaultBodyLimit::max(uploads::LIMIT))),
    ("POST", "/lang/{code}", Enters::Everyone, || post(switches::lang)),
    ("POST", "/theme/{name}", Enters::Everyone, || post(switches::theme)),
    ("POST", "/view/{name}", Enters::Everyone, || post(switches::view)),
    ("POST", "/saver/{name}", Enters::Everyone, || post(switches::saver)),
    ("POST", "/demo/enter/{door}", Enters::Demo, || post(demo::enter)),
    ("POST", "/ventures/new", Enters::Trainees, || post(start::start_venture).layer(DefaultBodyLimit::max(api::LIMIT))),
    ("POST", "/sign-out", Enters::Everyone, || post(switches::sign_out)),
    // All parts of the interface on one page.
    #[cfg(debug_assertions)]
    ("GET", "/ui", Enters::Everyone, || get(pages::page)),
];

/// Pages by path.
const PAGES: &[(&str, Enters)] = &[
    ("/", Enters::Everyone),
    ("/offline", Enters::Everyone),
    ("/demo", Enters::Demo),
    ("/demo/play", Enters::Demo),
    ("/example", Enters::Everyone),
    ("/example/{key}", Enters::Everyone),
    ("/example/{key}/board", Enters::Everyone),
    ("/example/{key}/prototypes/{prototype}/play", Enters::Everyone),
    ("/welcome", Enters::SignedIn),
    ("/me", Enters::SignedIn),
    ("/data", Enters::SignedIn),
    ("/today", Enters::Trainees),
    ("/ventures/new", Enters::Trainees),
    ("/join", Enters::Trainees),
    ("/self-check", Enters::Trainees),
    ("/v/{venture}", Enters::OfVenture),
    ("/v/{venture}/path", Enters::OfVenture),
    ("/v/{venture}/board", Enters::OfVenture),
    ("/v/{venture}/prototypes/{record}", Enters::OfVenture),
    ("/v/{venture}/prototypes/{record}/play", Enters::OfVenture),
    ("/v/{venture}/cards/{card}", Enters::OfVenture),
    ("/v/{venture}/share", Enters::OfVenture),
    ("/p/{token}", Enters::Everyone),
    ("/feedback", Enters::Mentors),
    ("/groups", Enters::Mentors),
    ("/groups/{group}", Enters::Mentors),
    ("/groups/{group}/cards", Enters::Mentors),
    ("/groups/{group}/class", Enters::Mentors),
    ("/people/{person}", Enters::Accompanists),
    ("/portfolio", Enters::Staff),
    ("/portfolio/{venture}", Enters::Staff),
    ("/portfolio/groups", Enters::Staff),
    ("/portfolio/assign/{group}", Enters::Staff),
    ("/notices", Enters::Accompanists),
    ("/report", Enters::SignedIn),
    ("/reports", Enters::Staff),
];

/// How well pages are squeezed, of 11: from 5 on brotli finds what stands twice in a page; more costs more than it saves.
const SQUEEZED: CompressionLevel = CompressionLevel::Precise(5);

/// Server functions by the start of their path; the longest that fits counts.
const CALLS: &[(&str, Enters)] = &[
    ("/api/accounts/enter_", Enters::Everyone),
    ("/api/accounts/choose_passphrase", Enters::SignedIn),
    ("/api/accounts/change_passphrase", Enters::SignedIn),
    ("/api/board/templates", Enters::SignedIn),
    ("/api/feedback/of_venture", Enters::OfVenture),
    ("/api/feedback/open", Enters::Accompanists),
    ("/api/feedback/answer", Enters::OfVenture),
    ("/api/feedback/resolve", Enters::OfVenture),
    ("/api/feedback/reopen", Enters::OfVenture),
    ("/api/classes/", Enters::Mentors),
    ("/api/exits/", Enters::Team),
    ("/api/gates/", Enters::Accompanists),
    ("/api/gates/ask", Enters::Team),
    ("/api/groups/", Enters::Mentors),
    ("/api/groups/rename", Enters::Accompanists),
    ("/api/notices/", Enters::Accompanists),
    ("/api/portfolio/", Enters::Staff),
    ("/api/reports/send", Enters::SignedIn),
    ("/api/reports/settle", Enters::Staff),
    ("/api/selfcheck/", Enters::Trainees),
    ("/api/sharing/open", Enters::Team),
    ("/api/sharing/end", Enters::OfVenture),
    ("/api/ventures/edit", Enters::Team),
    ("/api/ventures/add_teammate", Enters::OfVenture),
    ("/api/ventures/new_code", Enters::Team),
    ("/api/ventures/ask_to_join", Enters::Trainees),
    ("/api/ventures/take_back_wish", Enters::Trainees),
    ("/api/ventures/decline_join", Enters::OfVenture),
    ("/api/ventures/remove_teammate", Enters::Mentors),
    ("/api/ventures/move_teammate", Enters::Mentors),
    ("/api/ventures/withdraw", Enters::Team),
];

/// All routes: ours, the pages, the server functions.
pub fn routes() -> Vec<Route> {
    let own = OWN.iter().map(|(method, path, enters, _)| Route { method, path: (*path).to_owned(), enters: Some(*enters) });
    let pages = pages::listing().into_iter().map(|page| {
        let enters = PAGES.iter().find(|(path, _)| *path == page.path()).map(|(_, enters)| *enters);
        Route { method: "GET", path: page.path().to_owned(), enters }
    });
    let mut calls: Vec<Route> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, method)| {
            let known = CALLS.iter().filter(|(start, _)| path.starts_with(start)).max_by_key(|(start, _)| start.len());
            Route { method: if method == "GET" { "GET" } else { "POST" }, path: path.to_owned(), enters: known.map(|(_, enters)| *enters) }
        })
        .collect();
    calls.sort_by(|a, b| a.path.cmp(&b.path));
    own.chain(pages).chain(calls).collect()
}

/// The router.
pub fn router(house: House) -> Router {
    let is_open = |path: &str| path == "/healthz" || path.starts_with("/pkg/");
    let add = |router: Router<House>, (_, path, _, handler): &Doorway| router.route(path, handler());
    let open = OWN.iter().filter(|(_, path, ..)| is_open(path)).fold(Router::new(), add);
    let own = OWN.iter().filter(|(_, path, ..)| !is_open(path)).fold(Router::new(), add);
    let pages = pages::listing().iter().fold(Router::new(), |router, page| router.route(page.path(), get(pages::page)));
    let calls = Router::new().route("/api/{*function}", any(api::call)).layer(RequestBodyLimitLayer::new(api::LIMIT));
    let people = own
        .merge(pages.merge(calls).layer(CompressionLayer::new().quality(SQUEEZED)))
        .fallback(pages::missing)
        .layer(from_fn_with_state(house.clone(), origin::guard))
        .layer(from_fn_with_state(house.clone(), traffic::count))
        .layer(from_fn_with_state(house.clone(), visit::greet))
        .layer(from_fn(rest::read));
    let open = open.layer(from_fn_with_state(house.clone(), traffic::count_program));
    open.merge(people).layer(from_fn_with_state(house.clone(), headers::dress)).with_state(house)
}

async fn healthy(State(house): State<House>) -> Response {
    match house.site.db.healthy().await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "not healthy");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn of_every_route_it_is_said_who_may_enter() {
        let routes = routes();
        for path in ["/v/{venture}/board", "/api/board/templates", "/ws/board/{venture}"] {
            assert!(routes.iter().any(|route| route.path == path), "{path} is not served");
        }
        let open: Vec<&str> = routes.iter().filter(|route| route.enters.is_none()).map(|route| route.path.as_str()).collect();
        assert!(open.is_empty(), "nobody has said who may enter {open:?}");
    }
}
