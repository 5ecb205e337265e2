//! Somebody who only wants to see what this is: in through each door of a demonstration with one tap, and out again.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
};

/// Each door by its words, where one tap leads, and who one is then; on the first day somebody new.
const DOORS: [(&str, &str, &str); 5] = [
    ("accounts.door_waiting", "/today", "Amal"),
    ("accounts.door_first_day", "/welcome", ""),
    ("accounts.mentor", "/feedback", "Nadia"),
    ("accounts.door_region", "/portfolio", "Samira"),
    ("accounts.door_nation", "/portfolio", "Driss"),
];

#[tokio::test]
async fn an_evaluator_goes_through_each_door_in_french() {
    through_each_door("fr").await;
}

#[tokio::test]
async fn an_evaluator_goes_through_each_door_in_arabic() {
    through_each_door("ar").await;
}

async fn through_each_door(lang: &str) {
    let _room = seats(1).await;
    let stage = Stage::invented().await;
    let browser = Browser::open(stage.base(), lang, Screen::Phone).await;
    let words = browser.words.clone();
    for (door, leads, name) in DOORS {
        browser.go("/").await;
        browser.press_within(By::Button, &words.get(door), Some(".doors")).await;
        browser.arrive(door, |path| path.starts_with(leads)).await;
        browser.go("/me").await;
        browser.see(&words.get("accounts.demo_doors")).await;
        if !name.is_empty() {
            browser.see(name).await;
        }
        browser.press(By::Button, &words.get("accounts.leave")).await;
        browser.arrive("the first page", |path| path == "/").await;
    }
    browser.press(By::Link, &words.get("accounts.door_play")).await;
    browser.arrive("the prototype", |path| path == "/demo/play").await;
    browser.see("Accueil").await;
    browser.close().await;
}
