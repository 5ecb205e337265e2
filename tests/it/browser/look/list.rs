//! The pages that are looked at, and who reads each. A page of the server that does not stand here fails: whoever adds one adds a line, and one
//! for each state in which it looks otherwise.

use acceptance::{Reader, lens::Network, stage::NO_PAGES};

/// One page in one state.
pub(super) struct Page {
    /// What its pictures are called.
    pub(super) name: &'static str,
    /// Its path, with the braces of the route.
    pub(super) path: &'static str,
    /// Who reads it.
    pub(super) reader: Reader,
    /// What happens on it before it is looked at.
    pub(super) then: Then,
}

impl Page {
    /// Whether anything is reached while it is looked at.
    pub(super) fn network(&self) -> Network {
        match self.then {
            Then::Nothing | Then::Opens(..) | Then::Sends(..) => Network::There,
            Then::Unplugs | Then::SendsUnplugged(..) => Network::Gone,
        }
    }
}

/// What happens on a page before it is looked at.
#[derive(Clone, Copy)]
pub(super) enum Then {
    /// Nothing.
    Nothing,
    /// The one that this selector names is pressed, and the other comes.
    Opens(&'static str, &'static str),
    /// The network goes.
    Unplugs,
    /// The network goes, and the form is sent with this in its field.
    SendsUnplugged(&'static str, (&'static str, &'static str)),
    /// The form is sent with this in its fields, and comes back.
    Sends(&'static str, &'static [(&'static str, &'static str)]),
}

const fn page(reader: Reader, name: &'static str, path: &'static str) -> Page {
    Page { name, path, reader, then: Then::Nothing }
}

const fn after(then: Then, page: Page) -> Page {
    Page { then, ..page }
}

/// All of them.
pub(super) const PAGES: &[Page] = &[
    page(Reader::Guest, "landing", "/"),
    page(Reader::Guest, "landing-refused", "/?group=BER1&number=7&refused=no_match"),
    page(Reader::Guest, "landing-passphrase", "/?way=passphrase"),
    page(Reader::Guest, "landing-passphrase-wait", "/?way=passphrase&group=BER1&number=7&refused=wait-240"),
    page(Reader::Guest, "landing-name", "/?way=name"),
    page(Reader::Guest, "demo-doors", "/demo"),
    page(Reader::Guest, "demo-play", "/demo/play"),
    page(Reader::Guest, "played", "/p/{played}"),
    page(Reader::Guest, "played-ended", "/p/{ended}"),
    page(Reader::Guest, "played-wrong", "/p/nobodys"),
    page(Reader::Guest, "examples", "/example"),
    page(Reader::Guest, "example", "/example/{key}"),
    page(Reader::Guest, "example-board", "/example/{key}/board"),
    page(Reader::Guest, "example-play", "/example/{key}/prototypes/{prototype}/play"),
    page(Reader::Guest, "sign-in-first", "/today"),
    page(Reader::Guest, "join-guest", "/join?code={code}"),
    page(Reader::Guest, "no-such-page", "/nowhere"),
    page(Reader::Guest, "offline", "/offline"),
    page(Reader::Guest, "interface", "/ui"),
    page(Reader::Newcomer, "welcome", "/welcome"),
    after(Then::Sends("main form", &[("passphrase", "court")]), page(Reader::Newcomer, "welcome-refused", "/welcome")),
    page(Reader::Beginner, "welcome-language", "/welcome?step=language"),
    page(Reader::Beginner, "welcome-seen", "/welcome?step=seen"),
    page(Reader::Beginner, "welcome-begin", "/welcome?step=begin"),
    page(Reader::Beginner, "today-first", "/today"),
    page(Reader::Beginner, "venture-new", "/ventures/new"),
    after(Then::Sends("main form", &[("saw", " ")]), page(Reader::Beginner, "venture-new-refused", "/ventures/new")),
    after(Then::SendsUnplugged("main form", ("saw", "La pompe fuit.")), page(Reader::Beginner, "venture-new-offline", "/ventures/new")),
    page(Reader::Beginner, "join", "/join"),
    page(Reader::Beginner, "join-wrong", "/join?code=BCD999"),
    page(Reader::Beginner, "join-old", "/join?code={old}"),
    page(Reader::Beginner, "join-found", "/join?code={code}"),
    page(Reader::Trainee, "today", "/today"),
    page(Reader::Trainee, "self-check", "/self-check"),
    page(Reader::Trainee, "me", "/me"),
    page(Reader::Trainee, "me-refused", "/me?refused=present"),
    page(Reader::Trainee, "venture", "/v/{venture}"),
    page(Reader::Trainee, "venture-invite", "/v/{venture}#invite"),
    page(Reader::Trainee, "venture-seen", "/v/{venture}#seen"),
    page(Reader::Trainee, "venture-leave-last", "/v/{venture}?last=1#team"),
    page(Reader::Trainee, "venture-hidden", "/v/{taught}"),
    page(Reader::Trainee, "board", "/v/{venture}/board"),
    after(Then::Unplugs, page(Reader::Trainee, "board-offline", "/v/{venture}/board")),
    after(Then::Opens("nav.tools .tool:nth-child(3)", "dialog[open]"), page(Reader::Trainee, "board-sheets", "/v/{venture}/board")),
    after(Then::Opens("nav.tools .tool:last-child", "dialog[open]"), page(Reader::Trainee, "board-more", "/v/{venture}/board")),
    after(Then::Opens(".board-threads", ".threads-beside.is-open"), page(Reader::Trainee, "board-threads", "/v/{venture}/board")),
    page(Reader::Trainee, "screens", "/v/{venture}/prototypes/{record}"),
    page(Reader::Trainee, "play", "/v/{venture}/prototypes/{record}/play"),
    page(Reader::Trainee, "path", "/v/{venture}/path"),
    page(Reader::Trainee, "share", "/v/{venture}/share"),
    page(Reader::Trainee, "share-prototype", "/v/{venture}/share?what={record}"),
    page(Reader::Trainee, "share-made", "/v/{venture}/share?what={record}&link={played}"),
    page(Reader::Trainee, "card", "/v/{venture}/cards/{card}"),
    page(Reader::Trainee, "data", "/data"),
    page(Reader::Trainee, "report", "/report?about=venture-{venture}"),
    page(Reader::Trainee, "report-how", "/report"),
    page(Reader::Trainee, "join-own", "/join?code={code}"),
    page(Reader::Trainee, "report-what", "/report?in=venture-{venture}"),
    page(Reader::Mentor, "report-group", "/report?in=group-{group}"),
    page(Reader::Trainee, "refused", "/portfolio"),
    // What is chosen here is remembered.
    after(
        Then::Opens(".board-views .switch-way:last-child", ".canvas-layer > *"),
        page(Reader::Trainee, "board-canvas", "/v/{venture}/board"),
    ),
    page(Reader::Alone, "today-empty", "/today"),
    page(Reader::Alone, "venture-empty", "/v/{new}"),
    page(Reader::Alone, "board-empty", "/v/{new}/board"),
    page(Reader::Alone, "path-first", "/v/{new}/path"),
    page(Reader::Alone, "join-asked", "/join?code={code}"),
    page(Reader::Alone, "data-saver", "/data"),
    page(Reader::InClass, "today-in-class", "/today"),
    page(Reader::InClass, "self-check-beside", "/self-check#beside-title"),
    page(Reader::InClass, "path-asked", "/v/{taught}/path"),
    page(Reader::InClass, "report-received", "/report?about={reported}"),
    page(Reader::InClass, "join-other-group", "/join?code={code}"),
    page(Reader::Mentor, "feedback", "/feedback"),
    page(Reader::Mentor, "feedback-thread", "/feedback?column=waiting&thread={thread}"),
    page(Reader::Mentor, "feedback-to-check", "/feedback?column=to_check"),
    page(Reader::Mentor, "feedback-resolved", "/feedback?column=resolved"),
    page(Reader::Mentor, "groups", "/groups"),
    page(Reader::Mentor, "group", "/groups/{group}"),
    page(Reader::Mentor, "group-never", "/groups/{group}?show=never"),
    page(Reader::Mentor, "group-no-team", "/groups/{group}?show=no-team"),
    page(Reader::Mentor, "group-waiting", "/groups/{group}?show=waiting"),
    page(Reader::Mentor, "group-cards", "/groups/{group}/cards"),
    page(Reader::Mentor, "person", "/people/{person}"),
    page(Reader::Mentor, "class", "/groups/{group}/class"),
    page(Reader::Mentor, "class-running", "/groups/{class}/class"),
    page(Reader::Mentor, "path-read", "/v/{venture}/path"),
    page(Reader::Mentor, "venture-accompanied", "/v/{venture}"),
    page(Reader::Mentor, "notices", "/notices"),
    page(Reader::Mentor, "notices-venture", "/notices?venture={taught}"),
    page(Reader::Mentor, "board-read", "/v/{venture}/board"),
    page(Reader::Unassigned, "groups-none", "/groups"),
    page(Reader::Unassigned, "feedback-none", "/feedback"),
    page(Reader::Unassigned, "notices-none", "/notices"),
    page(Reader::Unassigned, "group-hidden", "/groups/{group}"),
    page(Reader::Opening, "groups-empty", "/groups"),
    page(Reader::Opening, "group-empty", "/groups/{empty}"),
    page(Reader::Opening, "group-cards-none", "/groups/{empty}/cards"),
    page(Reader::Opening, "class-empty", "/groups/{empty}/class"),
    page(Reader::Opening, "feedback-waiting-none", "/feedback?column=waiting"),
    page(Reader::Staff, "portfolio", "/portfolio"),
    page(Reader::Staff, "portfolio-none", "/portfolio?q=nothing-is-called-so"),
    page(Reader::Staff, "portfolio-stuck", "/portfolio?need=stuck"),
    page(Reader::Staff, "portfolio-wall", "/portfolio?view=wall"),
    page(Reader::Staff, "portfolio-groups", "/portfolio/groups?need=mentor"),
    page(Reader::Staff, "assign", "/portfolio/assign/{group}"),
    page(Reader::Staff, "assign-left", "/portfolio/assign/{left}"),
    page(Reader::Staff, "notices-write", "/notices?group={group}"),
    page(Reader::Staff, "reports", "/reports"),
    page(Reader::Staff, "portfolio-venture", "/portfolio/{venture}"),
    page(Reader::Staff, "venture-read", "/v/{venture}"),
    page(Reader::Office, "portfolio-empty", "/portfolio"),
    page(Reader::Office, "portfolio-wall-empty", "/portfolio?view=wall"),
    page(Reader::Office, "reports-none", "/reports"),
    page(Reader::Office, "portfolio-venture-hidden", "/portfolio/{venture}"),
];

#[test]
fn every_page_of_the_server_is_looked_at() {
    let listed = |path: &str| PAGES.iter().any(|page| page.path.split(['?', '#']).next() == Some(path));
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
