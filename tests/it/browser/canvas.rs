//! The canvas at a desk: a note made, dragged into a block, undone and redone, a line drawn, the view enlarged; and all of it there after a reload.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
};
use serde_json::json;
use thirtyfour::prelude::*;

#[tokio::test]
async fn a_trainee_works_on_the_canvas_and_finds_it_again() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let browser = Browser::open(stage.base(), "fr", Screen::Desk).await;
    let words = &browser.words;
    browser.enter(&stage.cast.amal).await;
    browser.go(&format!("/v/{}/board", stage.cast.qatra.id)).await;
    browser.sent().await;
    browser.shown(".c-rail").await;
    let sheet = format!("[id='r-{}']", stage.cast.qatra.frame);
    browser.shown(&sheet).await;

    // The note tool, a tap on the ground, words.
    browser.press_within(By::Button, &words.get("board.note"), Some(".c-rail")).await;
    let (x, y) = ground(&browser).await;
    drag(&browser, (x, y), (x, y)).await;
    browser.shown(".c-note textarea:focus").await;
    browser.keys("Compter les litres").await;
    browser.keys(Key::Escape).await;
    let note = "[...document.querySelectorAll('[data-id]')].find(e => e.matches('.note') && e.innerText.includes('Compter les litres'))";
    let in_block = format!("const n = {note}; return !!n && !!n.closest('.block') === arguments[0];");
    browser.until("the note lies free", &in_block, vec![json!(false)]).await;

    // Into a block, back, and into it again.
    let block = format!("{sheet} [aria-label=\"{}\"]", words.block("problem-map", "causes"));
    let (from, to) = (middle(&browser, note).await, middle(&browser, &format!("document.querySelector({})", json!(block))).await);
    drag(&browser, from, to).await;
    browser.until("the note is in the block", &in_block, vec![json!(true)]).await;
    browser.press_within(By::Button, &words.get("board.undo"), Some(".board-bar")).await;
    browser.until("it is back on the ground", &in_block, vec![json!(false)]).await;
    browser.press_within(By::Button, &words.get("board.redo"), Some(".board-bar")).await;
    browser.until("and in the block again", &in_block, vec![json!(true)]).await;

    // A line by hand.
    browser.press_within(By::Button, &words.get("board.draw"), Some(".c-rail")).await;
    let (x, y) = ground(&browser).await;
    drag(&browser, (x, y), (x + 60, y + 40)).await;
    browser.shown(".c-stroke").await;

    let percent = "document.querySelector('.c-percent').textContent";
    let before = browser.script(&format!("return {percent};"), Vec::new()).await;
    browser.press(By::Button, &words.get("board.zoom_in")).await;
    browser.until("the view is enlarged", &format!("return {percent} !== arguments[0];"), vec![before]).await;
    browser.sent().await;

    browser.driver().refresh().await.expect("a reload");
    browser.sent().await;
    browser.until("the note is still in the block", &in_block, vec![json!(true)]).await;
    browser.press(By::Button, &words.get("board.zoom_fit")).await;
    browser.shown(".c-stroke, .c-far path").await;
    browser.close().await;
}

/// A point of the window where nothing lies on the ground.
async fn ground(browser: &Browser) -> (i64, i64) {
    let script = r"
        for (let y = 260; y < innerHeight - 120; y += 20) for (let x = 160; x < innerWidth - 420; x += 20) {
            const free = (x, y) => { const e = document.elementFromPoint(x, y); return e && e.closest('.canvas-space') && !e.closest('[data-id], button, .c-bar, .c-options'); };
            if (free(x, y) && free(x + 60, y + 40) && free(x + 60, y) && free(x - 60, y - 30) && free(x - 60, y + 30)) return [x, y];
        }
        return null;";
    point(&browser.script(script, Vec::new()).await)
}

async fn middle(browser: &Browser, element: &str) -> (i64, i64) {
    let script = format!(
        "const e = {element}; const r = e.getBoundingClientRect(); return [Math.round(r.left + r.width / 2), Math.round(r.top + Math.min(r.height / 2, 60))];"
    );
    point(&browser.script(&script, Vec::new()).await)
}

fn point(answer: &serde_json::Value) -> (i64, i64) {
    match (answer[0].as_i64(), answer[1].as_i64()) {
        (Some(x), Some(y)) => (x, y),
        _ => panic!("no point but {answer}"),
    }
}

/// Presses at a point, goes to another in steps, and lets go.
async fn drag(browser: &Browser, from: (i64, i64), to: (i64, i64)) {
    let mut chain = browser.driver().action_chain().move_to(from.0, from.1).click_and_hold();
    if from != to {
        for step in 1..=8 {
            chain = chain.move_to(from.0 + (to.0 - from.0) * step / 8, from.1 + (to.1 - from.1) * step / 8);
        }
    }
    chain.release().perform().await.expect("the mouse moves");
}
