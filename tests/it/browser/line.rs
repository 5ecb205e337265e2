//! What a browser does when its line to the server breaks, and when two people work at once: nothing twice, nothing lost, nothing of another's taken.

use super::seats;
use acceptance::{
    Server, Stage,
    browser::{Browser, By, Screen},
    deeds::block,
};
use serde_json::json;

/// What a browser says of a server that is not there.
const GONE: &[&str] = &["ERR_CONNECTION_REFUSED", "WebSocket connection", "Failed to fetch"];

#[tokio::test]
async fn after_a_lost_connection_pending_notes_go_again_and_change_nothing_twice() {
    let _room = seats(2).await;
    let Stage { server, cast, ground } = Stage::set().await;
    let base = server.base.clone();
    let amal = Browser::open(&base, "fr", Screen::Phone).await;
    amal.enter(&cast.amal).await;
    let board = format!("/v/{}/board", cast.qatra.id);
    amal.go(&board).await;
    amal.sent().await;

    server.stop().await;
    amal.see(&amal.words.get("board.sent_offline")).await;
    // A part of the program that does not arrive takes nothing along.
    amal.press_within(By::Button, &amal.words.get("board.more"), Some("nav.tools")).await;
    amal.press_within(By::Button, &amal.words.get("board.canvas"), Some("dialog[open]")).await;
    amal.see(&amal.words.get("board.part_missing")).await;
    let causes = block(&amal.words.sheet("problem-map"), &amal.words.block("problem-map", "causes"));
    for text in ["La pompe est vieille", "Personne ne mesure"] {
        amal.write_in(&causes, "board.add_note", text).await;
    }
    amal.see(&amal.words.get("board.not_sent")).await;
    amal.press(By::Button, &amal.words.get("board.not_sent")).await;
    amal.until(
        "the notice counts what waits",
        "return /\\d+ changements attendent/.test(document.querySelector('.toast')?.textContent);",
        Vec::new(),
    )
    .await;
    assert!(asks_before_leaving(&amal).await, "leaving with unsent work asks");

    let server = Server::start_at(&ground, &base).await;
    amal.sent().await;
    assert!(!asks_before_leaving(&amal).await, "with everything sent it does not");
    let youssef = Browser::open(&base, "fr", Screen::Phone).await;
    youssef.enter(&cast.youssef).await;
    youssef.go(&board).await;
    for browser in [&amal, &youssef] {
        for text in ["La pompe est vieille", "Personne ne mesure"] {
            browser.see(text).await;
            let times = "return document.querySelector('.board-list').innerText.split(arguments[0]).length - 1";
            assert_eq!(browser.script(times, vec![json!(text)]).await, json!(1), "{text} stands there once");
        }
    }
    amal.close_but(GONE).await;
    youssef.close().await;
    server.stop().await;
}

#[tokio::test]
async fn who_is_taken_out_of_a_team_while_writing_is_told_and_keeps_the_words() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let youssef = Browser::open(stage.base(), "ar", Screen::Phone).await;
    youssef.enter(&stage.cast.youssef).await;
    youssef.go(&format!("/v/{}/board", stage.cast.qatra.id)).await;
    youssef.sent().await;
    let fields = [("venture", stage.cast.qatra.id.to_string()), ("person", stage.cast.youssef.id.to_string())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    stage.enter(&stage.cast.nadia).await.form("/api/ventures/remove_teammate", &fields).await;
    let causes = block(&youssef.words.sheet("problem-map"), &youssef.words.block("problem-map", "causes"));
    youssef.write_in(&causes, "board.add_note", "المضخة قديمة").await;
    youssef.see(&youssef.words.get("board.ended")).await;
    let kept = "return !!document.querySelector('.board-ended textarea')?.value.includes(arguments[0])";
    youssef.until("the words stand there to be copied", kept, vec![json!("المضخة قديمة")]).await;
    youssef.close_but(&["404", "WebSocket connection"]).await;
}

#[tokio::test]
async fn a_page_asked_for_without_a_server_says_so_in_the_readers_language() {
    let _room = seats(1).await;
    let Stage { server, cast, .. } = Stage::set().await;
    let base = server.base.clone();
    let amal = Browser::open(&base, "ar", Screen::Phone).await;
    amal.enter(&cast.amal).await;
    amal.go("/today").await;
    let kept = "return navigator.serviceWorker.ready.then(() => caches.match('/offline')).then(page => !!page)";
    amal.until("the page for the time without network is kept", kept, Vec::new()).await;
    server.stop().await;
    amal.go("/me").await;
    amal.see(&amal.words.get("errors.offline_title")).await;
    assert_eq!(amal.path().await, "/me", "trying again asks for the same page");
    amal.close_but(&[GONE, &["503 (Service Unavailable)"]].concat()).await;
}

/// Whether closing the page now would ask.
async fn asks_before_leaving(browser: &Browser) -> bool {
    let asked = "const e = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(e); return e.defaultPrevented;";
    browser.script(asked, Vec::new()).await == json!(true)
}

#[tokio::test]
async fn undo_takes_back_ones_own_and_never_a_teammates() {
    let _room = seats(2).await;
    let stage = Stage::set().await;
    let amal = Browser::open(stage.base(), "fr", Screen::Phone).await;
    let youssef = Browser::open(stage.base(), "fr", Screen::Phone).await;
    let board = format!("/v/{}/board", stage.cast.qatra.id);
    for (browser, person) in [(&amal, &stage.cast.amal), (&youssef, &stage.cast.youssef)] {
        browser.enter(person).await;
        browser.go(&board).await;
        browser.sent().await;
    }
    let at = |id| block(&amal.words.sheet("problem-map"), &amal.words.block("problem-map", id));
    let (causes, today) = (at("causes"), at("today"));
    amal.write_in(&causes, "board.add_note", "Le mien").await;
    amal.sent().await;
    youssef.see("Le mien").await;
    youssef.write_in(&today, "board.add_note", "Le sien").await;
    youssef.sent().await;
    amal.see("Le sien").await;
    // Both choose, he last: his choice is not hers to take back.
    let decision = at("decision");
    for (browser, option) in [(&amal, 0), (&youssef, 1)] {
        browser.press_within(By::Label, &amal.words.option("problem-map", "decision", option), Some(&decision)).await;
        browser.sent().await;
        for browser in [&amal, &youssef] {
            browser.shown(&format!("{decision} label:nth-of-type({}) input:checked", option + 1)).await;
        }
    }
    undo(&amal).await;
    amal.gone("Le mien").await;
    youssef.gone("Le mien").await;
    amal.sent().await;
    for browser in [&amal, &youssef] {
        browser.see("Le sien").await;
        browser.shown(&format!("{decision} label:nth-of-type(2) input:checked")).await;
    }
    amal.close().await;
    youssef.close().await;
}

/// Takes back everything that can be taken back, until the button says that there is no more.
async fn undo(browser: &Browser) {
    let words = &browser.words;
    browser.press_within(By::Button, &words.get("board.more"), Some("nav.tools")).await;
    let script = "const b = document.querySelector(`dialog[open] button[aria-label='${arguments[0]}']`); if (!b) return false; if (b.disabled) return true; b.click(); return false;";
    browser.until("there is nothing to take back any more", script, vec![json!(words.get("board.undo"))]).await;
    browser.press_within(By::Button, &words.get("ui.close"), Some("dialog[open]")).await;
}
