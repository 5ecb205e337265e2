//! The table of doors: a route, how to knock, and the status that each of [`super::Who`] is answered with.

/// How to knock.
pub(super) enum Ask {
    /// Reads it.
    Page,
    /// Asks a server function that only reads, with a query.
    Reading(&'static str),
    /// Calls a server function as the program in the browser does.
    Call(&'static [(&'static str, &'static str)]),
    /// Sends a form as a page without a script does.
    Form(&'static [(&'static str, &'static str)]),
    /// Sends a photo.
    Photo,
    /// Opens a socket.
    Socket,
}

/// One door.
pub(super) struct Row {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) ask: Ask,
    pub(super) answers: Answers,
}

/// Guest, member, teammate, classmate, stranger, mentor, other mentor, staff, other staff.
type Answers = [u16; 9];

const EVERYONE: Answers = [200; 9];
/// Nothing here, whoever knocks.
const NOTHING: Answers = [404; 9];
/// Signed in, and still nothing: there is no such thing.
const HIDDEN: Answers = [401, 404, 404, 404, 404, 404, 404, 404, 404];
const SENT_ON: Answers = [303; 9];
const SIGNED_IN: Answers = [401, 200, 200, 200, 200, 200, 200, 200, 200];
const TRAINEES: Answers = [401, 200, 200, 200, 200, 403, 403, 403, 403];
const MENTORS: Answers = [401, 403, 403, 403, 403, 200, 200, 403, 403];
const ACCOMPANISTS: Answers = [401, 403, 403, 403, 403, 200, 200, 200, 200];
const STAFF: Answers = [401, 403, 403, 403, 403, 403, 403, 200, 200];
/// Who may see the venture. To all others it does not exist.
const SEES: Answers = [401, 200, 200, 404, 404, 200, 404, 200, 404];
/// Who may write on its board.
const TEAM: Answers = [401, 200, 200, 404, 404, 403, 404, 403, 404];
/// Who may pin a thread on it.
const COMMENTS: Answers = [401, 403, 403, 404, 404, 200, 404, 200, 404];
/// Who signs its gates.
const SIGNS: Answers = [401, 403, 403, 404, 404, 200, 404, 403, 404];
/// Team and mentor, not the staff.
const CLOSEST: Answers = [401, 200, 200, 404, 404, 200, 404, 403, 404];

/// The mentor of the group. To other mentors it does not exist.
const OWN_GROUP: Answers = [401, 403, 403, 403, 403, 200, 404, 403, 403];

const fn get(path: &'static str, answers: Answers) -> Row {
    Row { method: "GET", path, ask: Ask::Page, answers }
}

const fn ask(path: &'static str, query: &'static str, answers: Answers) -> Row {
    Row { method: "GET", path, ask: Ask::Reading(query), answers }
}

const fn call(path: &'static str, fields: &'static [(&'static str, &'static str)], answers: Answers) -> Row {
    Row { method: "POST", path, ask: Ask::Call(fields), answers }
}

const fn form(path: &'static str) -> Row {
    Row { method: "POST", path, ask: Ask::Form(&[("back", "/me")]), answers: SENT_ON }
}

const VENTURE: &[(&str, &str)] = &[("venture", "{venture}")];
const GATE: &[(&str, &str)] = &[("venture", "{venture}"), ("gate", "1")];
const THREAD: &[(&str, &str)] = &[("thread", "{thread}")];

/// All doors.
pub(super) const TABLE: &[Row] = &[
    // The server's own.
    get("/healthz", EVERYONE),
    get("/worker.js", EVERYONE),
    get("/offline", EVERYONE),
    get("/pkg/{hash}/{file}", EVERYONE),
    Row { method: "WS", path: "/ws/board/{venture}", ask: Ask::Socket, answers: [401, 101, 101, 404, 404, 101, 404, 101, 404] },
    get("/files/{asset}", SEES),
    get("/portfolio.csv", STAFF),
    get("/v/{venture}/cards/{card}/card.svg", SEES),
    // A picture that stands on no screen of the prototype, whatever the link opens.
    get("/p/{token}/files/{asset}", NOTHING),
    Row { method: "POST", path: "/upload/{venture}", ask: Ask::Photo, answers: TEAM },
    form("/lang/{code}"),
    form("/theme/{name}"),
    form("/view/{name}"),
    form("/saver/{name}"),
    Row { method: "POST", path: "/demo/enter/{door}", ask: Ask::Form(&[]), answers: NOTHING },
    form("/sign-out"),
    // An answer that says nothing comes back in its form, and starts nothing.
    Row {
        method: "POST",
        path: "/ventures/new",
        ask: Ask::Form(&[("id", "{fresh}"), ("lang", "fr"), ("saw", " ")]),
        answers: [401, 422, 422, 422, 422, 403, 403, 403, 403],
    },
    get("/ui", EVERYONE),
    // Pages. Who is signed in is sent on from the landing page and, with a passphrase of their own, from the welcome.
    get("/", [200, 302, 302, 302, 302, 302, 302, 302, 302]),
    get("/welcome", [401, 302, 302, 302, 302, 302, 302, 302, 302]),
    // Doors of a demonstration, which this is not.
    get("/demo", NOTHING),
    get("/demo/play", NOTHING),
    get("/example", EVERYONE),
    get("/example/{key}", EVERYONE),
    get("/example/{key}/board", EVERYONE),
    get("/example/{key}/prototypes/{prototype}/play", EVERYONE),
    get("/me", SIGNED_IN),
    get("/data", SIGNED_IN),
    get("/today", TRAINEES),
    get("/ventures/new", TRAINEES),
    get("/join", TRAINEES),
    get("/self-check", TRAINEES),
    get("/v/{venture}", SEES),
    get("/v/{venture}/path", SEES),
    get("/v/{venture}/board", SEES),
    get("/v/{venture}/prototypes/{record}", SEES),
    get("/v/{venture}/prototypes/{record}/play", SEES),
    get("/v/{venture}/cards/{card}", SEES),
    get("/v/{venture}/share", SEES),
    get("/p/{token}", EVERYONE),
    get("/feedback", MENTORS),
    get("/groups", MENTORS),
    get("/groups/{group}", OWN_GROUP),
    get("/groups/{group}/cards", OWN_GROUP),
    get("/groups/{group}/class", OWN_GROUP),
    // A trainee's name: the mentors of the group and the staff in scope.
    get("/people/{person}", [401, 404, 404, 404, 404, 200, 404, 200, 404]),
    get("/portfolio", STAFF),
    get("/portfolio/{venture}", [401, 403, 403, 403, 403, 403, 403, 200, 404]),
    get("/portfolio/groups", STAFF),
    // Casablanca's staff does not know the group.
    get("/portfolio/assign/{group}", [401, 403, 403, 403, 403, 403, 403, 200, 404]),
    get("/notices", ACCOMPANISTS),
    get("/report", SIGNED_IN),
    get("/reports", STAFF),
    // Signing in. The form comes back with the reason, whoever sends it.
    call("/api/accounts/enter_with_code", &[("group", "NOPE"), ("number", "1"), ("code", "00000000")], EVERYONE),
    call("/api/accounts/enter_with_passphrase", &[("group", "NOPE"), ("number", "1"), ("passphrase", "nothing")], EVERYONE),
    call("/api/accounts/enter_by_name", &[("name", "Nobody"), ("passphrase", "nothing")], EVERYONE),
    call("/api/accounts/choose_passphrase", &[("passphrase", "too late for that")], SIGNED_IN),
    call("/api/accounts/change_passphrase", &[("present", "not it"), ("passphrase", "another one")], SIGNED_IN),
    // Boards.
    ask("/api/board/templates", "", SIGNED_IN),
    // Feedback.
    ask("/api/feedback/of_venture", "?venture={venture}", SEES),
    call(
        "/api/feedback/open",
        &[
            ("thread", "{fresh}"),
            ("remark", "{fresh}"),
            ("venture", "{venture}"),
            ("kind", "question"),
            ("anchor[place]", "{note}"),
            ("anchor[frame]", "problem-map"),
            ("anchor[part]", "who"),
            ("anchor[quote][before]", ""),
            ("anchor[quote][exact]", "eau"),
            ("anchor[quote][after]", ""),
            ("anchor[seen]", "9"),
            ("words", "Et après ?"),
        ],
        COMMENTS,
    ),
    call("/api/feedback/answer", &[("thread", "{thread}"), ("remark", "{fresh}"), ("words", "Oui.")], SEES),
    call("/api/feedback/resolve", THREAD, CLOSEST),
    call("/api/feedback/reopen", THREAD, CLOSEST),
    // Cards. Another mentor's trainees are nobody.
    call("/api/groups/reset_code", &[("person", "{zineb}"), ("draw", "0123456789abcdef0123456789abcdef")], OWN_GROUP),
    call("/api/groups/renew_cards", &[("group", "{group}"), ("draw", "0123456789abcdef0123456789abcdef")], OWN_GROUP),
    call("/api/groups/add_to_team", &[("venture", "{venture}"), ("person", "{zineb}")], OWN_GROUP),
    call("/api/groups/rename", &[("person", "{person}"), ("name", "Salma Berrada")], [401, 404, 404, 404, 404, 200, 404, 200, 404]),
    // A class.
    call("/api/classes/start", &[("group", "{group}"), ("activity", "1.2"), ("minutes", "25")], OWN_GROUP),
    call("/api/classes/prolong", &[("group", "{group}"), ("class", "{fresh}"), ("seen", "0")], OWN_GROUP),
    call("/api/classes/lay_out", &[("group", "{group}"), ("class", "{fresh}")], OWN_GROUP),
    call("/api/classes/end", &[("group", "{group}"), ("class", "{fresh}")], OWN_GROUP),
    // Messages between staff and mentors. Mentors answer what they received, and this one received nothing.
    call(
        "/api/notices/write",
        &[("id", "{fresh}"), ("venture", "{venture}"), ("to", "{nadia}"), ("words", "Où en est ce groupe ?")],
        [401, 404, 404, 404, 404, 403, 404, 200, 404],
    ),
    call("/api/notices/answer", &[("notice", "{fresh}"), ("id", "{fresh}"), ("words", "Ce soir.")], HIDDEN),
    call("/api/notices/read", &[("notice", "{fresh}")], HIDDEN),
    // A mentor for a group: of one's own scope.
    call("/api/portfolio/assign", &[("group", "{group}"), ("mentor", "{nadia}")], [401, 403, 403, 403, 403, 403, 403, 200, 404]),
    // A mentor out of it: one who did not accompany it in the first place.
    call("/api/portfolio/remove_mentor", &[("group", "{group}"), ("mentor", "{zineb}")], [401, 403, 403, 403, 403, 403, 403, 200, 404]),
    // Reports. Who made the venture does not report its name; all of the group hear it, outside there is no such thing.
    call(
        "/api/reports/send",
        &[("id", "{fresh}"), ("about", "venture-{venture}"), ("reason", "other"), ("words", "")],
        [401, 403, 200, 200, 404, 200, 404, 200, 404],
    ),
    call("/api/reports/settle", &[("report", "{fresh}"), ("outcome", "fine"), ("answer", "Lu.")], HIDDEN),
    // One's own self-check.
    call("/api/selfcheck/save", &[("id", "{fresh}"), ("answers[opportunity]", "3")], TRAINEES),
    // Sharing.
    call("/api/sharing/open", &[("venture", "{venture}"), ("prototype", "{record}")], TEAM),
    call("/api/sharing/end", &[("venture", "{venture}"), ("link", "{fresh}"), ("prototype", "{record}")], CLOSEST),
    call("/api/selfcheck/delete", &[("id", "{fresh}")], [401, 404, 404, 404, 404, 404, 404, 404, 404]),
    // Gates, and the exits beside them.
    call("/api/gates/ask", GATE, TEAM),
    call(
        "/api/gates/sign",
        &[("venture", "{venture}"), ("gate", "1"), ("sentence", "Bien vu."), ("confirmed[G1-a]", "yes"), ("confirmed[G1-b]", "yes")],
        SIGNS,
    ),
    call("/api/gates/refuse", &[("venture", "{venture}"), ("gate", "1"), ("step", "Deux entretiens de plus")], SIGNS),
    call("/api/gates/withdraw", GATE, SIGNS),
    call(
        "/api/exits/step_aside",
        &[("venture", "{venture}"), ("exit", "hired"), ("lesson", "Demander avant de construire."), ("sure", "yes")],
        TEAM,
    ),
    call("/api/exits/take_up", VENTURE, TEAM),
    // Ventures.
    call(
        "/api/ventures/edit",
        &[("venture", "{venture}"), ("name", "Qatra"), ("idea", "Moins d'eau"), ("theme", "water"), ("place", "")],
        TEAM,
    ),
    call(
        "/api/ventures/add_teammate",
        &[("venture", "{venture}"), ("person", "{zineb}"), ("part", "")],
        [401, 403, 403, 404, 404, 200, 404, 403, 404],
    ),
    call("/api/ventures/new_code", VENTURE, TEAM),
    call("/api/ventures/ask_to_join", &[("code", "BCDFGH")], TRAINEES),
    call("/api/ventures/take_back_wish", VENTURE, [401, 403, 403, 200, 404, 404, 404, 404, 404]),
    call("/api/ventures/decline_join", &[("venture", "{venture}"), ("person", "{zineb}")], CLOSEST),
    // A team is not another team.
    call(
        "/api/ventures/move_teammate",
        &[("venture", "{venture}"), ("person", "{zineb}"), ("to", "{venture}")],
        [401, 403, 403, 404, 404, 403, 404, 403, 404],
    ),
    call(
        "/api/ventures/remove_teammate",
        &[("venture", "{venture}"), ("person", "{zineb}")],
        [401, 403, 403, 404, 404, 200, 404, 403, 404],
    ),
    // The last of all calls: they leave, the second of them being told first what becomes of the venture.
    call("/api/ventures/withdraw", VENTURE, TEAM),
];
