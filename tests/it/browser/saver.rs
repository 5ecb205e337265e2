//! Who saves data fetches no picture before a tap: on the board in both views, where screens are made and played, on a card, in a report.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
    picture,
};
use board::{
    Operation,
    id::AssetId,
    operation::Create,
    record::{Field, Kind, OrderKey, Parent, Point, Size},
};
use serde_json::json;

/// The pictures that came over the line; what the phone keeps costs nothing.
const FETCHED: &str = "return performance.getEntriesByType('resource').filter(e => e.transferSize > 0).map(e => new URL(e.name).pathname)
  .filter(path => path.startsWith('/files/') || path.includes('/files/') || path.endsWith('card.svg'));";

/// The boxes in view, each as wide and as high as it is drawn.
const BOXES: &str = "return [...document.querySelectorAll('.photo-waits')].filter(e => e.checkVisibility()).map(e => {
  const box = e.getBoundingClientRect(); return [box.width, box.height, e.textContent.trim()]; });";

/// Qatra with a photo free on its board and one on a screen; the name of it.
async fn photographed(stage: &Stage) -> String {
    let qatra = &stage.cast.qatra;
    let amal = stage.enter(&stage.cast.amal).await;
    let kept = amal.upload(&format!("/upload/{}", qatra.id), "p.png", "image/png", picture::striped(600, 300)).await.json();
    let asset = kept["asset"].as_str().expect("its name").to_owned();
    let mut socket = stage.socket(&amal, qatra.id).await.expect("a member's socket");
    let head = socket.hello(79, board::id::Seq(0)).await.head;
    let photo = || Field::Asset(Some(AssetId(asset.clone())));
    let place = vec![Field::Position(Point { x: 2_400, y: 320 }), Field::Size(Size { w: 2_560, h: 1_280 }), photo()];
    let words = "Le robinet de la cour".to_owned();
    let create = Create { kind: Kind::Image, parent: Parent::Board, order: OrderKey("z".to_owned()), fields: place, words };
    socket.push(1, &[Operation::Create(create), Operation::Set(qatra.screens[0], photo())]).await;
    socket.until(board::id::Seq(head.0 + 2)).await;
    asset
}

async fn fetched(browser: &Browser) -> usize {
    browser.script(FETCHED, Vec::new()).await.as_array().map_or(0, Vec::len)
}

/// Goes to a page, finds boxes and no picture, taps the first one and finds its picture.
async fn one_tap(browser: &Browser, path: &str, asset: &str) {
    browser.go(path).await;
    browser.awake().await;
    browser
        .until(&format!("a box on {path}"), "return [...document.querySelectorAll('.photo-waits')].some(e => e.checkVisibility());", vec![])
        .await;
    let boxes = browser.script(BOXES, Vec::new()).await;
    for found in boxes.as_array().expect("a list") {
        let (width, height, said) = (found[0].as_f64(), found[1].as_f64(), found[2].as_str().unwrap_or_default());
        assert!(width.zip(height).is_some_and(|(w, h)| w >= 40.0 && h >= 40.0), "{path}: {found}");
        assert!(said.contains('·') && said.chars().any(|c| c.is_ascii_digit()), "{path} says what it weighs: {said}");
    }
    assert_eq!(fetched(browser).await, 0, "{path} fetches nothing before a tap");
    browser.press_within(By::Button, &browser.words.get("board.photo_waits").replace("{size}", ""), None).await;
    let shown = "return performance.getEntriesByType('resource').some(e => e.name.includes(arguments[0]));";
    browser.until(&format!("the picture of {path}"), shown, vec![json!(asset)]).await;
}

#[tokio::test]
async fn no_picture_comes_before_a_tap_in_french() {
    no_picture_comes_before_a_tap("fr").await;
}

#[tokio::test]
async fn no_picture_comes_before_a_tap_in_arabic() {
    no_picture_comes_before_a_tap("ar").await;
}

async fn no_picture_comes_before_a_tap(lang: &str) {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let asset = photographed(&stage).await;
    let qatra = &stage.cast.qatra;
    let browser = Browser::open(stage.base(), lang, Screen::Phone).await;
    browser.enter(&stage.cast.youssef).await;
    browser.speak(lang).await;
    browser.go("/data").await;
    browser.press(By::Button, &browser.words.get("traffic.saver_begin")).await;
    browser.see(&browser.words.get("traffic.saver_on")).await;
    let venture = format!("/v/{}", qatra.id);
    one_tap(&browser, &format!("{venture}/board"), &asset).await;
    one_tap(&browser, &format!("{venture}/prototypes/{}", qatra.prototype), &asset).await;
    one_tap(&browser, &format!("{venture}/cards/venture"), "card.svg").await;
    one_tap(&browser, &format!("/report?about=picture-{asset}"), &asset).await;
    one_tap(&browser, &format!("/report?in=venture-{}", qatra.id), &asset).await;

    // Played screens are links: the box leads to the screen with its pictures.
    browser.go(&format!("{venture}/prototypes/{}/play", qatra.prototype)).await;
    browser.wait(By::Link, "·").await;
    assert_eq!(fetched(&browser).await, 0, "a played screen fetches nothing before a tap");
    browser.script("document.querySelector('a.photo-waits').focus()", Vec::new()).await;
    browser.key("Enter", 13).await;
    browser.arrive("the screen with its pictures", |path| path.contains("pictures=1")).await;
    browser.until("its picture", "return !!document.querySelector('svg.screen image')", Vec::new()).await;

    // The canvas, at a desk.
    browser.resize(acceptance::lens::Window::DESK).await;
    browser.go(&format!("{venture}/board")).await;
    browser.press_within(By::Button, &browser.words.get("board.canvas"), Some(".board-views")).await;
    browser.until("the canvas", "return !!document.querySelector('.c-image .photo-waits')", Vec::new()).await;
    assert_eq!(fetched(&browser).await, 0, "nor does the canvas");
    let maker = "return document.querySelector('.c-prototype a[href*=\"/prototypes/\"]:not([rel])').textContent";
    let said = browser.script(maker, Vec::new()).await;
    assert!(
        said.as_str().is_some_and(|said| said.chars().any(|c| c.is_ascii_digit())),
        "the way to make screens says what it moves: {said}"
    );
    browser.press_within(By::Button, "·", Some(".c-image")).await;
    browser.until("the picture on the canvas", "return !!document.querySelector('.c-image img')", Vec::new()).await;
    browser.close().await;
}

#[tokio::test]
async fn what_is_shipped_waits_too() {
    let stage = Stage::set().await;
    let web = stage.server.guest();
    let play = "/example/plombi-oujda/prototypes/1-1/play";
    assert!(web.get(play).await.body.contains("<image href=\"/files/"));
    web.keep("fikra-saver", "on");
    let saved = web.get(play).await.body;
    assert!(!saved.contains("/files/") && saved.contains("class=\"photo-waits\""), "a box stands for the drawing");
    assert!(web.get(&format!("{play}?pictures=1")).await.body.contains("<image href=\"/files/"));
}
