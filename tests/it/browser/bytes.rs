//! What a first visit to a page brings to a phone, headers included, against what it may cost. The budgets are those of the README; a page
//! fails above one by more than [`SLACK`] percent.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, Screen},
    cast::Person,
    picture,
};
use serde_json::Value;

/// Percent above a budget that a change may cost before somebody has to look.
const SLACK: u64 = 15;

/// A page's text and style.
const READABLE: u64 = 40 * 1024;

/// The files that came, with their bytes.
const CAME: &str = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
return all.map(e => [new URL(e.name).pathname, e.transferSize]);";

/// A page, who reads it, and what all of it may cost.
struct Budget<'a> {
    path: String,
    who: Option<&'a Person>,
    all: u64,
    program: bool,
}

#[tokio::test]
async fn no_page_costs_more_than_its_budget() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let (cast, venture) = (&stage.cast, format!("/v/{}", stage.cast.qatra.id));
    let play = format!("{venture}/prototypes/{}/play", cast.qatra.prototype);
    let still = |path: &str, who| Budget { path: path.to_owned(), who, all: 80 * 1024, program: false };
    let mut over = Vec::new();
    for budget in [
        still("/", None),
        still("/today", Some(&cast.amal)),
        still(&venture, Some(&cast.amal)),
        Budget { path: format!("{venture}/board"), who: Some(&cast.amal), all: 260 * 1024, program: true },
        still(&play, Some(&cast.amal)),
        still("/feedback", Some(&cast.nadia)),
        still("/groups", Some(&cast.nadia)),
        Budget { all: 190 * 1024, ..still("/portfolio", Some(&cast.driss)) },
    ] {
        let browser = Browser::open(stage.base(), "ar", Screen::Phone).await;
        if let Some(person) = budget.who {
            browser.enter(person).await;
        }
        browser.driver().cdp().send_raw("Network.clearBrowserCache", serde_json::json!({})).await.expect("an empty cache");
        browser.go(&budget.path).await;
        browser.awake().await;
        let came = browser.script(CAME, Vec::new()).await;
        let came: Vec<(&str, u64)> = came.as_array().expect("a list").iter().filter_map(named).collect();
        let sum = |test: &dyn Fn(&str) -> bool| came.iter().filter(|(name, _)| test(name)).map(|(_, bytes)| bytes).sum::<u64>();
        let all = sum(&|_| true);
        let readable = sum(&|name| name == budget.path || name.ends_with(".css"));
        let program = came.iter().any(|(name, _)| name.ends_with(".wasm"));
        eprintln!("{:<40} readable {readable:>6}  all {all:>7}", budget.path);
        assert!(readable > 2_000 && all > readable, "{came:?}");
        let limit = |budget: u64| budget * (100 + SLACK) / 100;
        if readable > limit(READABLE) || all > limit(budget.all) || program != budget.program {
            over.push(format!("{}: {all} of {}, readable {readable} of {READABLE}: {came:?}", budget.path, budget.all));
        }
        browser.close().await;
    }
    assert!(over.is_empty(), "{over:#?}");
}

fn named(entry: &Value) -> Option<(&str, u64)> {
    Some((entry[0].as_str()?, entry[1].as_u64()?))
}

/// A link or button that moves much: the page it stands on, the word on it, and the kilobytes it may say. The canvas' own ways are looked at
/// where the canvas is open, in `saver`.
const HEAVY: [(&str, &str, std::ops::Range<u32>); 6] = [
    ("/v/{venture}/board", "board.canvas", 50..150),
    ("/v/{venture}/board", "board.make_screens", 50..150),
    ("/v/{venture}/board", "board.play", 50..251),
    ("/v/{venture}", "ventures.play", 50..251),
    ("/v/{venture}/prototypes/{record}/play?saver", "board.photo_waits", 50..251),
    ("/report?in=venture-{venture}&saver", "board.photo_waits", 50..251),
];

#[tokio::test]
async fn a_button_that_moves_much_says_how_much() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let web = stage.enter(&stage.cast.amal).await;
    let photo = web.upload(&format!("/upload/{}", qatra.id), "p.png", "image/png", picture::noisy(700, 500)).await.json();
    let photo = board::record::Field::Asset(Some(board::id::AssetId(photo["asset"].as_str().expect("its name").to_owned())));
    let mut socket = stage.socket(&web, qatra.id).await.expect("a member's socket");
    let head = socket.hello(80, board::id::Seq(0)).await.head;
    socket.push(1, &[board::Operation::Set(qatra.screens[0], photo)]).await;
    socket.until(board::id::Seq(head.0 + 1)).await;
    let web = stage.enter(&stage.cast.youssef).await;
    let words = acceptance::words::Words::load("fr");
    let mut faults = Vec::new();
    for (path, word, range) in HEAVY {
        let (path, saver) = (stage.address(path.trim_end_matches(['?', '&']).trim_end_matches("saver")), path.ends_with("saver"));
        web.keep("fikra-lang", "fr");
        web.keep("fikra-saver", if saver { "on" } else { "off" });
        let page = web.get(path.trim_end_matches(['?', '&'])).await.body;
        let word = words.get(word).replace("{size}", "");
        let sizes = page.match_indices(word.trim()).filter_map(|(at, _)| {
            let said: String = page[at..].chars().take(word.chars().count() + 160).collect();
            let size = said.split_once("\u{a0}Ko")?.0;
            size.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok()
        });
        if !sizes.into_iter().any(|size| range.contains(&size)) {
            faults.push(format!("{path}: {word}"));
        }
    }
    assert!(faults.is_empty(), "these do not say what they move: {faults:#?}");
}
