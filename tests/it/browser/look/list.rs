//! The pages that are looked at, and who reads each. A page of the server that does not stand here fails: whoever adds one adds a line, and one
//! for each state in which it looks otherwise.

use acceptance::{Reader, stage::NO_PAGES};

/// One page in one state.
pub(super) struct Page {
    /// What its pictures are called.
    pub(super) name: &'static str,
    /// Its path, with the braces of the route.
    pub(super) path: &'static str,
    /// Who reads it.
    pub(super) reader: Reader,
    /// Whether it looks the same on every day. A page that says dates, or codes by chance, has no pictures that could be kept.
    pub(super) steady: bool,
}

const fn page(reader: Reader, name: &'static str, path: &'static str) -> Page {
    Page { name, path, reader, steady: true }
}

const fn dated(reader: Reader, name: &'static str, path: &'static str) -> Page {
    Page { steady: false, ..page(reader, name, path) }
}

/// All of them.
pub(super) const PAGES: &[Page] = &[
    page(Reader::Guest, "landing", "/"),
    page(Reader::Guest, "landing-passphrase", "/?way=passphrase"),
    page(Reader::Guest, "landing-name", "/?way=name"),
    page(Reader::Guest, "demo-doors", "/demo"),
    page(Reader::Guest, "demo-play", "/demo/play"),
    page(Reader::Guest, "examples", "/example"),
    page(Reader::Guest, "example", "/example/{key}"),
    page(Reader::Guest, "example-board", "/example/{key}/board"),
    page(Reader::Guest, "example-play", "/example/{key}/prototypes/{prototype}/play"),
    page(Reader::Guest, "sign-in-first", "/today"),
    page(Reader::Guest, "no-such-page", "/nowhere"),
    page(Reader::Guest, "interface", "/ui"),
    page(Reader::Newcomer, "welcome", "/welcome"),
    page(Reader::Beginner, "welcome-language", "/welcome?step=language"),
    page(Reader::Beginner, "welcome-seen", "/welcome?step=seen"),
    page(Reader::Beginner, "welcome-begin", "/welcome?step=begin"),
    page(Reader::Beginner, "today-first", "/today"),
    page(Reader::Beginner, "venture-new", "/ventures/new"),
    page(Reader::Beginner, "join", "/join"),
    page(Reader::Trainee, "today", "/today"),
    page(Reader::Trainee, "self-check", "/self-check"),
    page(Reader::Trainee, "me", "/me"),
    page(Reader::Trainee, "venture", "/v/{venture}"),
    page(Reader::Trainee, "board", "/v/{venture}/board"),
    page(Reader::Trainee, "screens", "/v/{venture}/prototypes/{record}"),
    page(Reader::Trainee, "play", "/v/{venture}/prototypes/{record}/play"),
    dated(Reader::Trainee, "path", "/v/{venture}/path"),
    dated(Reader::Trainee, "share", "/v/{venture}/share"),
    page(Reader::Trainee, "card", "/v/{venture}/cards/{card}"),
    dated(Reader::Trainee, "data", "/data"),
    page(Reader::Trainee, "report", "/report?about=venture-{venture}"),
    page(Reader::Trainee, "refused", "/portfolio"),
    page(Reader::Mentor, "feedback", "/feedback"),
    page(Reader::Mentor, "feedback-thread", "/feedback?column=waiting&thread={thread}"),
    page(Reader::Mentor, "feedback-to-check", "/feedback?column=to_check"),
    page(Reader::Mentor, "feedback-resolved", "/feedback?column=resolved"),
    page(Reader::Mentor, "groups", "/groups"),
    page(Reader::Mentor, "group", "/groups/{group}"),
    page(Reader::Mentor, "group-never", "/groups/{group}?show=never"),
    page(Reader::Mentor, "group-cards", "/groups/{group}/cards"),
    page(Reader::Mentor, "person", "/people/{person}"),
    dated(Reader::Mentor, "class", "/groups/{group}/class"),
    dated(Reader::Mentor, "path-read", "/v/{venture}/path"),
    dated(Reader::Mentor, "notices", "/notices"),
    page(Reader::Mentor, "board-read", "/v/{venture}/board"),
    page(Reader::Staff, "portfolio", "/portfolio"),
    page(Reader::Staff, "portfolio-none", "/portfolio?q=nothing-is-called-so"),
    page(Reader::Staff, "portfolio-wall", "/portfolio?view=wall"),
    page(Reader::Staff, "portfolio-groups", "/portfolio/groups?need=mentor"),
    page(Reader::Staff, "assign", "/portfolio/assign/{group}"),
    dated(Reader::Staff, "reports", "/reports"),
    dated(Reader::Staff, "portfolio-venture", "/portfolio/{venture}"),
    page(Reader::Staff, "venture-read", "/v/{venture}"),
];

#[test]
fn every_page_of_the_server_is_looked_at() {
    let listed = |path: &str| PAGES.iter().any(|page| page.path.split('?').next() == Some(path));
    let missing: Vec<String> = server::router::routes()
        .into_iter()
        .filter(|route| route.method == "GET" && !route.path.starts_with("/api/"))
        .map(|route| route.path)
        .filter(|path| !NO_PAGES.contains(&path.as_str()) && !listed(path))
        .collect();
    assert!(missing.is_empty(), "PAGES in tests/it/browser/look/list.rs lacks {missing:?}");
    for (at, page) in PAGES.iter().enumerate() {
        assert!(PAGES[..at].iter().all(|other| other.name != page.name), "two pages are called {}", page.name);
    }
}
