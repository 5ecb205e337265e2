//! The first ten minutes of a trainee, from the printed card to a saved note: few taps, on a cheap phone and a slow line, and with a clock that is wrong.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
    cast::{CODE, GROUPS},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::prelude::Key;

/// What a finger may press until the first note is saved.
const TAPS: u64 = 6;
/// How long that may take.
const TIME: Duration = Duration::from_secs(90);
/// Counts what a finger presses, from page to page.
const COUNT: &str =
    "addEventListener('click', e => { if (e.isTrusted) sessionStorage.taps = 1 + Number(sessionStorage.taps ?? 0); }, true);";
/// A phone whose clock is two years behind.
const LATE: &str = "const now = Date.now; Date.now = () => now() - 63072000000; const Real = Date;
globalThis.Date = new Proxy(Real, { construct: (of, with_) => with_.length ? new of(...with_) : new of(Real.now()) });";

/// What the trainee writes, in the language of the page.
struct Said {
    lang: &'static str,
    saw: &'static str,
    who: &'static str,
}

const ARABIC: Said = Said {
    lang: "ar", saw: "كانت المضخة تعمل ظهر الثلاثاء والماء يضيع.", who: "صغار الفلاحين في الحي"
};
const FRENCH: Said = Said { lang: "fr", saw: "Mardi, la pompe tournait encore à midi.", who: "Les petits maraîchers" };

#[tokio::test]
async fn the_first_note_is_saved_in_six_taps_on_a_slow_phone_in_arabic() {
    let _room = seats(2).await;
    let stage = Stage::set().await;
    let zineb = Browser::open(stage.base(), ARABIC.lang, Screen::Phone).await;
    let line = 1_600_000 / 8;
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": line, "uploadThroughput": line });
    zineb.cdp("Network.enable", json!({})).await;
    zineb.cdp("Network.emulateNetworkConditions", slow).await;
    zineb.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    let took = first_note(&zineb, &ARABIC).await;
    assert!(took <= TIME, "the first saved note took {took:?}");
    second_block(&zineb, &ARABIC).await;
    zineb.close().await;
}

#[tokio::test]
async fn the_first_note_is_saved_in_six_taps_at_a_desk_in_french() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let zineb = Browser::open(stage.base(), FRENCH.lang, Screen::Desk).await;
    first_note(&zineb, &FRENCH).await;
    second_block(&zineb, &FRENCH).await;
    zineb.close().await;
}

#[tokio::test]
async fn a_phone_whose_clock_is_two_years_late_saves_and_tells_the_servers_time() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let zineb = Browser::open(stage.base(), FRENCH.lang, Screen::Phone).await;
    zineb.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LATE })).await;
    first_note(&zineb, &FRENCH).await;
    let late = zineb.script("return new Date().getFullYear() < 2026 && Date.now() < new Date('2025-06-01').getTime();", Vec::new()).await;
    assert_eq!(late, json!(true), "the page believes its phone");
    second_block(&zineb, &FRENCH).await;
    zineb.go("/today").await;
    zineb.see(&zineb.words.get("time.just_now")).await;
    zineb.close().await;
}

/// From the card to the first note; answers how long it took.
async fn first_note(zineb: &Browser, said: &Said) -> Duration {
    let words = &zineb.words;
    zineb.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COUNT })).await;
    let begun = Instant::now();
    zineb.go("/").await;
    zineb.fill(&words.get("accounts.group"), GROUPS[0]).await;
    zineb.fill(&words.get("accounts.number"), "4").await;
    zineb.fill(&words.get("accounts.code"), CODE).await;
    zineb.press(By::Button, &words.get("accounts.enter")).await;
    zineb.arrive("a passphrase to choose", |path| path == "/welcome").await;
    zineb.fill(&words.get("accounts.passphrase_new"), "une tasse de thé").await;
    zineb.press(By::Button, &words.get("accounts.passphrase_keep")).await;
    for step in ["language", "seen"] {
        zineb.arrive(step, |path| path == format!("/welcome?step={step}")).await;
        zineb.press(By::Link, &words.get("accounts.first_on")).await;
    }
    zineb.arrive("a team or an idea", |path| path == "/welcome?step=begin").await;
    zineb.press(By::Link, &words.get("today.start_way")).await;
    zineb.arrive("the question", |path| path == "/ventures/new").await;
    zineb.fill(&words.get("starting.question"), said.saw).await;
    zineb.press(By::Button, &words.get("starting.go")).await;
    zineb.arrive("the new board", |path| path.contains("/board")).await;
    zineb.see(said.saw).await;
    zineb.sent().await;
    let took = begun.elapsed();
    assert!(taps(zineb).await <= TAPS, "{} taps to the first saved note", taps(zineb).await);
    took
}

/// The focus is there already: no tap more, and the second block is saved too.
async fn second_block(zineb: &Browser, said: &Said) {
    let words = &zineb.words;
    zineb.until("the next block has the caret", "return !!document.activeElement.closest(`section.block[aria-label=\"${arguments[0]}\"]`) && document.activeElement.matches('textarea');", vec![json!(words.block("problem-map", "who"))]).await;
    let before = taps(zineb).await;
    zineb.keys(said.who).await;
    zineb.sent().await;
    zineb.keys(Key::Escape).await;
    zineb.sent().await;
    assert_eq!(taps(zineb).await, before, "typing needs no tap");
    assert!(zineb.path().await.ends_with("/board"), "the wish has left the address: loading again asks for nothing");
    zineb.go(&format!("{}?view=again", zineb.path().await)).await;
    zineb.awake().await;
    for written in [said.saw, said.who] {
        zineb.see(written).await;
    }
    let notes = zineb
        .script(
            "return document.querySelectorAll('.block[aria-label=\"' + arguments[0] + '\"] .note').length;",
            vec![json!(words.block("problem-map", "who"))],
        )
        .await;
    assert_eq!(notes, json!(1), "one note, not two");
}

async fn taps(browser: &Browser) -> u64 {
    let counted: Value = browser.script("return Number(sessionStorage.taps ?? 0)", Vec::new()).await;
    counted.as_u64().expect("a number")
}
