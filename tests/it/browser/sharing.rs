//! Sharing in a browser: a link from the team's page to a stranger's phone, and a card that is saved as a picture.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
};
use serde_json::json;

#[tokio::test]
async fn a_shared_prototype_is_played_by_a_stranger_in_french() {
    played_by_a_stranger("fr").await;
}

#[tokio::test]
async fn a_shared_prototype_is_played_by_a_stranger_in_arabic() {
    played_by_a_stranger("ar").await;
}

async fn played_by_a_stranger(lang: &str) {
    let _room = seats(2).await;
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let team = Browser::open(stage.base(), lang, Screen::Phone).await;
    team.enter(&stage.cast.amal).await;
    team.go(&format!("/v/{}/share?what={}", qatra.id, qatra.prototype)).await;
    team.press(By::Button, &team.words.get("sharing.make")).await;
    team.wait(By::Heading, &team.words.get("sharing.made")).await;
    let address = team.script("return document.getElementById('share-field').value", Vec::new()).await;
    let address = address.as_str().expect("an address").trim_start_matches(stage.base()).to_owned();
    let stranger = Browser::open(stage.base(), lang, Screen::Phone).await;
    stranger.go(&address).await;
    stranger.wait(By::Heading, "Qatra mobile").await;
    stranger.press(By::Link, "Voir l'alerte").await;
    stranger.see("Alerte").await;
    stranger.press(By::Link, &stranger.words.get("prototypes.again")).await;
    stranger.see("Accueil").await;
    let programs = "return performance.getEntriesByType('resource').filter(e => e.name.includes('wasm')).length";
    assert_eq!(stranger.script(programs, Vec::new()).await, json!(0), "no program");
    team.press(By::Button, &team.words.get("sharing.end")).await;
    team.see(&team.words.get("sharing.ended")).await;
    stranger.go(&address).await;
    stranger.wait(By::Heading, &stranger.words.get("sharing.closed_title")).await;
    team.close().await;
    stranger.close_but(&["410"]).await;
}

/// Takes the PNG that the page would save, as text.
const SAVED: &str = "window.saved = null;
const kept = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (!this.download) return kept.call(this);
};
const made = URL.createObjectURL;
URL.createObjectURL = (file) => {
  file.arrayBuffer().then((bytes) => { window.saved = [file.name, file.type, ...new Uint8Array(bytes).slice(0, 24)]; });
  return made.call(URL, file);
};";

#[tokio::test]
async fn a_card_is_saved_as_a_picture_in_both_languages() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    for lang in ["fr", "ar"] {
        let browser = Browser::open(stage.base(), lang, Screen::Phone).await;
        browser.enter(&stage.cast.amal).await;
        browser.go(&format!("/v/{}/cards/venture", stage.cast.qatra.id)).await;
        browser.script(SAVED, Vec::new()).await;
        browser.press(By::Button, &browser.words.get("cards.keep")).await;
        browser.until("the picture is made", "return window.saved !== null", Vec::new()).await;
        let saved = browser.script("return window.saved", Vec::new()).await;
        let saved = saved.as_array().expect("a file");
        assert_eq!((&saved[0], &saved[1]), (&json!("fikra-venture.png"), &json!("image/png")));
        let bytes: Vec<u8> = saved[2..].iter().map(|byte| byte.as_u64().expect("a byte") as u8).collect();
        assert_eq!(&bytes[1..4], b"PNG");
        let size = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((size(16), size(20)), (1080, 1350), "{lang}");
        browser.close().await;
    }
}
