//! A person without a mouse: entering, opening the board, writing a note.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, Screen},
    cast::PASSPHRASE,
    deeds::block,
};
use serde_json::json;
use thirtyfour::prelude::*;

#[tokio::test]
async fn a_keyboard_alone_enters_opens_the_board_and_writes_a_note() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let browser = Browser::open(stage.base(), "fr", Screen::Phone).await;
    let words = &browser.words;
    browser.go("/").await;
    browser.awake().await;
    browser.tab_to("a[href='/?way=passphrase']").await;
    browser.keys(Key::Enter).await;
    browser.shown("[name=passphrase]").await;
    for (field, text) in [("group", "OUJ-A1"), ("number", "1"), ("passphrase", PASSPHRASE)] {
        browser.tab_to(&format!("[name={field}]")).await;
        browser.keys(text).await;
    }
    browser.keys(Key::Enter).await;
    browser.arrive("the day", |path| path == "/today").await;
    let board = format!("/v/{}/board", stage.cast.qatra.id);
    browser.tab_to(&format!(".nav a[href='{board}']")).await;
    browser.keys(Key::Enter).await;
    browser.arrive("the board", |path| path == board).await;
    browser.sent().await;
    let causes = block(&words.sheet("problem-map"), &words.block("problem-map", "causes"));
    browser.tab_to(&format!("{causes} button")).await;
    browser.keys(Key::Enter).await;
    browser.shown(&format!("{causes} textarea:focus")).await;
    browser.keys("Les tuyaux fuient").await;
    browser.keys(Key::Escape).await;
    let closed = "return !document.querySelector(arguments[0] + ' textarea') && document.querySelector(arguments[0]).innerText.includes('Les tuyaux fuient');";
    browser.until("the note stands in its block", closed, vec![json!(causes)]).await;
    let stays = "return document.activeElement !== document.body";
    browser.until("after Escape the focus is still somewhere on the board", stays, Vec::new()).await;
    browser.sent().await;
    browser.close().await;
}
