//! Every page in a browser: quiet, no wider than a phone, mirrored in Arabic, readable without its program.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
    cast::{Person, WORDS},
};
use serde_json::json;
use server::router::Enters;

/// What a browser says of a program that it was kept from loading.
const BLOCKED: &[&str] = &["ERR_BLOCKED_BY_CLIENT", "Failed to fetch", ".wasm", "WebAssembly"];

/// All pages, by who reads them: a guest, a trainee, a mentor, the staff.
fn pages(stage: &Stage) -> [(Option<&Person>, Vec<String>); 4] {
    let (cast, qatra) = (&stage.cast, &stage.cast.qatra);
    let mut by = [None, Some(&cast.amal), Some(&cast.nadia), Some(&cast.samira)].map(|who| (who, Vec::new()));
    let listed = server::router::routes().into_iter().filter(|route| route.method == "GET" && !route.path.starts_with("/api/"));
    for route in listed.filter(|route| {
        ![
            "/healthz",
            "/pkg/{hash}/{file}",
            "/files/{asset}",
            "/p/{token}/files/{asset}",
            "/v/{venture}/cards/{card}/card.svg",
            "/p/{token}",
        ]
        .contains(&route.path.as_str())
    }) {
        let path = route
            .path
            .replace("{venture}", &qatra.id.to_string())
            .replace("{record}", &qatra.prototype.to_string())
            .replace("{card}", "venture");
        let readers: &[usize] = match route.enters.expect("said") {
            Enters::Everyone => &[0],
            Enters::Demo => &[],
            Enters::SignedIn | Enters::Trainees | Enters::Team => &[1],
            Enters::Mentors | Enters::Accompanists => &[2],
            Enters::Staff => &[3],
            Enters::OfVenture => &[1, 2, 3],
        };
        for reader in readers {
            by[*reader].1.push(path.clone());
        }
    }
    by[0].1.extend(["/?way=passphrase".to_owned(), "/?way=name".to_owned()]);
    by[2].1.extend([format!("/groups?group={}", cast.groups[0]), format!("/feedback?column=waiting&thread={}", qatra.thread)]);
    by
}

#[tokio::test]
async fn every_page_is_quiet_and_fits_a_phone_in_french() {
    every_page("fr").await;
}

#[tokio::test]
async fn every_page_is_quiet_and_fits_a_phone_in_arabic() {
    every_page("ar").await;
}

async fn every_page(lang: &str) {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let mut wide = Vec::new();
    for (who, paths) in pages(&stage) {
        let browser = Browser::open(stage.base(), lang, Screen::Phone).await;
        if let Some(person) = who {
            browser.enter(person).await;
        }
        for path in paths {
            browser.go(&path).await;
            browser.awake().await;
            let beyond = browser.sideways().await;
            if !beyond.is_null() {
                wide.push(format!("{path}: {beyond}"));
            }
        }
        browser.close().await;
    }
    assert!(wide.is_empty(), "wider than 360 px in {lang}: {wide:#?}");
}

#[tokio::test]
async fn an_arabic_page_is_mirrored_and_a_note_takes_its_own_direction() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let browser = Browser::open(stage.base(), "ar", Screen::Phone).await;
    browser.enter(&stage.cast.amal).await;
    browser.go(&format!("/v/{}/board", stage.cast.qatra.id)).await;
    browser.sent().await;
    assert_eq!(browser.script("return document.documentElement.dir", Vec::new()).await, json!("rtl"));
    let back = browser.wait(By::Link, &browser.words.get("board.back")).await;
    let beside = browser.script(
        "const r = arguments[0].getBoundingClientRect(); return r.left > innerWidth / 2",
        vec![back.to_json().expect("an element")],
    );
    assert_eq!(beside.await, json!(true), "the way back stands on the right");
    let direction = "return getComputedStyle(document.querySelector(`[id='r-${arguments[0]}'] .note-words`)).direction";
    let of = |id: board::id::RecordId| browser.script(direction, vec![json!(id.to_string())]);
    assert_eq!(of(stage.cast.qatra.free).await, json!("ltr"), "a French note on an Arabic page");
    assert_eq!(of(stage.cast.qatra.note).await, json!("rtl"));
    browser.close().await;
}

#[tokio::test]
async fn another_language_keeps_the_page_and_its_query() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let browser = Browser::open(stage.base(), "fr", Screen::Desk).await;
    browser.enter(&stage.cast.samira).await;
    let path = "/portfolio?theme=water&sort=name";
    browser.go(path).await;
    let title = browser.words.get("portfolio.title");
    browser.wait(By::Heading, &title).await;
    browser.press(By::Button, "العربية").await;
    browser.until("the page is Arabic", "return document.documentElement.lang === 'ar';", Vec::new()).await;
    assert_eq!(browser.path().await, path);
    browser.see("Qatra").await;
    browser.close().await;
}

#[tokio::test]
async fn every_page_is_readable_when_its_program_does_not_come() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    for (who, paths) in pages(&stage) {
        let browser = Browser::open(stage.base(), "fr", Screen::Phone).await;
        if let Some(person) = who {
            browser.enter(person).await;
        }
        browser.cdp("Network.enable", json!({})).await;
        browser.cdp("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await;
        for path in paths {
            browser.go(&path).await;
            let read = browser.script("return document.querySelector('main, .board, .desk, .play')?.innerText ?? ''", Vec::new()).await;
            let read = read.as_str().unwrap_or_default();
            assert!(read.chars().count() > 40, "{path} says only «{read}»");
            if path.ends_with("/board") {
                assert!(read.contains(WORDS) && read.contains("Une idée libre"), "the notes are not on {path}: {read}");
            }
        }
        browser.close_but(BLOCKED).await;
    }
}
