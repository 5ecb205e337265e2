//! The main job, from a printed card to a board that the staff reads: a trainee on a phone, her teammate, their mentor and the staff.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
    cast::{CODE, GROUPS},
    deeds::block,
    picture,
};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// What the people of the story write, in the language they write in.
struct Said {
    lang: &'static str,
    venture: &'static str,
    idea: &'static str,
    note: &'static str,
    second: &'static str,
    scene: &'static str,
    line: &'static str,
    prototype: &'static str,
    must_fix: &'static str,
    on_screen: &'static str,
    answer: &'static str,
}

const FRENCH: Said = Said {
    lang: "fr",
    venture: "Goutte à goutte",
    idea: "Arroser moins sans perdre la récolte",
    note: "Les petits maraîchers de Berkane",
    second: "Leurs voisins en aval",
    scene: "Mardi, la pompe tournait encore à midi.",
    line: "Déclarer l'activité",
    prototype: "Alerte d'arrosage",
    must_fix: "Qui exactement ? Donnez un âge et un lieu.",
    on_screen: "Le bouton est clair.",
    answer: "C'est précisé sur la note.",
};

const ARABIC: Said = Said {
    lang: "ar",
    venture: "قطرة بعد قطرة",
    idea: "سقي أقل دون خسارة المحصول",
    note: "صغار الفلاحين في بركان",
    second: "جيرانهم في السافلة",
    scene: "كانت المضخة تعمل ظهر الثلاثاء.",
    line: "التصريح بالنشاط",
    prototype: "تنبيه السقي",
    must_fix: "من بالضبط؟ نحتاج سنا ومكانا.",
    on_screen: "الزر واضح.",
    answer: "أضفنا ذلك في القصاصة.",
};

#[tokio::test]
async fn four_people_play_the_main_job_in_french() {
    main_job(&FRENCH).await;
}

#[tokio::test]
async fn four_people_play_the_main_job_in_arabic() {
    main_job(&ARABIC).await;
}

async fn main_job(said: &Said) {
    let _room = seats(4).await;
    let stage = Stage::set().await;
    let zineb = Browser::open(stage.base(), said.lang, Screen::Phone).await;
    let salma = Browser::open(stage.base(), said.lang, Screen::Phone).await;
    let nadia = Browser::open(stage.base(), said.lang, Screen::Desk).await;
    let samira = Browser::open(stage.base(), said.lang, Screen::Desk).await;

    enters_with_the_card(&zineb).await;
    let venture = starts_a_venture(&zineb, said).await;
    salma.enter(&stage.cast.salma).await;
    takes_in_a_classmate(&zineb, &salma, said).await;
    fills_sheets(&zineb, said).await;
    reads_along(&zineb, &salma, &venture, said).await;
    takes_a_photo(&zineb).await;
    makes_a_prototype(&zineb, said).await;
    plays_it(&zineb).await;
    nadia.enter(&stage.cast.nadia).await;
    remarks(&nadia, said).await;
    answers(&zineb, said).await;
    checks_again(&nadia, said).await;
    samira.enter(&stage.cast.samira).await;
    finds_the_venture(&samira, &venture, said).await;

    for browser in [zineb, salma, nadia, samira] {
        browser.close().await;
    }
}

async fn enters_with_the_card(zineb: &Browser) {
    let words = &zineb.words;
    zineb.go("/").await;
    zineb.fill(&words.get("accounts.group"), GROUPS[0]).await;
    zineb.fill(&words.get("accounts.number"), "4").await;
    zineb.fill(&words.get("accounts.code"), CODE).await;
    zineb.press(By::Button, &words.get("accounts.enter")).await;
    zineb.arrive("a passphrase to choose", |path| path == "/welcome").await;
    zineb.fill(&words.get("accounts.passphrase_new"), "une tasse de thé").await;
    zineb.press(By::Button, &words.get("accounts.passphrase_keep")).await;
    for (step, way) in [("language", "accounts.first_on"), ("seen", "accounts.first_on"), ("begin", "accounts.first_skip")] {
        zineb.arrive(step, |path| path == format!("/welcome?step={step}")).await;
        zineb.press(By::Link, &words.get(way)).await;
    }
    zineb.arrive("the day", |path| path == "/today").await;
}

/// Answers the venture's address.
async fn starts_a_venture(zineb: &Browser, said: &Said) -> String {
    let words = &zineb.words;
    zineb.press(By::Link, &words.get("today.start_way")).await;
    zineb.arrive("the question", |path| path == "/ventures/new").await;
    zineb.fill(&words.get("starting.question"), said.scene).await;
    zineb.press(By::Button, &words.get("starting.go")).await;
    let board = zineb.arrive("the new board", |path| path.starts_with("/v/") && path.contains("/board")).await;
    let (venture, _) = board.split_once("/board").expect("a venture's board");
    zineb.see(said.scene).await;
    zineb.sent().await;
    zineb.shown(&format!("{} textarea:focus", block(&words.sheet("problem-map"), &words.block("problem-map", "who")))).await;
    zineb.keys(Key::Escape).await;
    zineb.sent().await;
    names_it(zineb, said).await;
    venture.to_owned()
}

/// What could wait: a name, a sentence, a theme, a place.
async fn names_it(zineb: &Browser, said: &Said) {
    let words = &zineb.words;
    zineb.press(By::Link, &words.get("board.name_it")).await;
    zineb.arrive("the venture", |path| path.ends_with("?name=1")).await;
    zineb.fill(&words.get("ventures.name"), said.venture).await;
    zineb.fill(&words.get("ventures.idea"), said.idea).await;
    let theme = option(zineb, "theme", "water").await;
    zineb.choose(&words.get("ventures.theme"), &theme).await;
    let place = zineb.script("return document.querySelector('[name=place] optgroup option').textContent", Vec::new()).await;
    zineb.choose(&words.get("ventures.place"), place.as_str().expect("a commune")).await;
    zineb.press(By::Button, &words.get("ventures.save")).await;
    zineb.arrive("the venture with its name", |path| !path.contains('?')).await;
    zineb.see(said.venture).await;
}

/// What a choice of a select is called.
async fn option(browser: &Browser, select: &str, value: &str) -> String {
    let script = "return document.querySelector(`[name=${arguments[0]}] [value=${arguments[1]}]`).textContent.trim()";
    browser.script(script, vec![json!(select), json!(value)]).await.as_str().expect("a choice").to_owned()
}

/// The team shows its code, a classmate types it, a member confirms.
async fn takes_in_a_classmate(zineb: &Browser, salma: &Browser, said: &Said) {
    let (words, venture) = (&zineb.words, zineb.path().await);
    zineb.see(said.idea).await;
    zineb.press(By::Button, &words.get("ventures.invite_first")).await;
    zineb.shown(".invite-code").await;
    let code = zineb.script("return document.querySelector('.invite-code').textContent", Vec::new()).await;
    salma.go("/today").await;
    salma.fill(&words.get("ventures.join_code"), code.as_str().expect("a code")).await;
    salma.press(By::Button, &words.get("ventures.join_find")).await;
    salma.press(By::Button, &words.get("ventures.join_ask")).await;
    salma.see(&words.get("ventures.join_asked")).await;
    zineb.go(&venture).await;
    zineb.press(By::Button, &words.get("ventures.wish_yes")).await;
    zineb.see("2/5").await;
    salma.go("/today").await;
    zineb.press(By::Link, &words.get("ventures.open_board")).await;
    zineb.arrive("the board", |path| path.ends_with("/board")).await;
}

async fn fills_sheets(zineb: &Browser, said: &Said) {
    let words = &zineb.words;
    let at = |template, id| block(&words.sheet(template), &words.block(template, id));
    zineb.sent().await;
    zineb.write_in(&at("problem-map", "who"), "board.add_note", said.note).await;
    let choice = at("problem-map", "decision");
    zineb.press_within(By::Label, &words.option("problem-map", "decision", 0), Some(&choice)).await;
    zineb.shown(&format!("{choice} input:checked")).await;

    zineb.add_sheet("test-card").await;
    let scale = at("test-card", "risk");
    zineb.press_within(By::Label, &format!("3{}", words.get("board.step_3")), Some(&scale)).await;
    zineb.shown(&format!("{scale} label:nth-of-type(3) input:checked")).await;

    zineb.add_sheet("unit-economics").await;
    for (number, figure) in [("price", "50"), ("variable", "12,5")] {
        zineb.fill_within(&words.block("unit-economics", number), figure, Some(&at("unit-economics", number))).await;
        zineb.keys(Key::Tab).await;
    }
    let margin = at("unit-economics", "margin");
    let follows = "return document.querySelector(arguments[0] + ' output')?.textContent.replace(',', '.').includes('37.5') ?? false;";
    zineb.until("the margin follows from price and costs", follows, vec![json!(margin)]).await;

    zineb.add_sheet("launch-plan").await;
    let steps = at("launch-plan", "steps");
    zineb.write_in(&steps, "board.add_line", said.line).await;
    zineb.press_within(By::Checkbox, &words.get("board.done"), Some(&steps)).await;
    zineb.sent().await;
}

async fn reads_along(zineb: &Browser, salma: &Browser, venture: &str, said: &Said) {
    let words = &zineb.words;
    salma.press(By::Link, &words.get("chrome.board")).await;
    salma.arrive("the team's board", |path| path == format!("{venture}/board")).await;
    salma.sent().await;
    for words in [said.note, said.scene, said.line] {
        salma.see(words).await;
    }
    let who = block(&words.sheet("problem-map"), &words.block("problem-map", "who"));
    zineb.press_within(By::Button, &words.get("board.add_note"), Some(&who)).await;
    zineb.shown(&format!("{who} textarea:focus")).await;
    zineb.keys(said.second).await;
    let written = Instant::now();
    salma.see(said.second).await;
    assert!(written.elapsed() < Duration::from_secs(4), "a teammate's note came after {:?}", written.elapsed());
    zineb.keys(Key::Escape).await;
    zineb.sent().await;
}

async fn takes_a_photo(zineb: &Browser) {
    let words = &zineb.words;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.png");
    std::fs::write(&file, picture::striped(120, 200)).expect("a file");
    zineb.add_sheet("paper-prototype").await;
    let image = block(&words.sheet("paper-prototype"), &words.block("paper-prototype", "s1"));
    zineb.photo(&image, &file).await;
    let loaded = "const i = document.querySelector(arguments[0] + ' img'); if (!i) return false; i.scrollIntoView(); return i.complete && i.naturalWidth > 0;";
    zineb.until("the photo is shown", loaded, vec![json!(image)]).await;
    zineb.sent().await;
}

async fn makes_a_prototype(zineb: &Browser, said: &Said) {
    let words = &zineb.words;
    zineb.press_within(By::Button, &words.get("board.add_prototype"), Some(".prototypes")).await;
    zineb.fill_within(&words.get("board.prototype_name"), said.prototype, Some(".prototype")).await;
    zineb.sent().await;
    zineb.press(By::Link, &words.get("board.make_screens")).await;
    zineb.arrive("the page that makes screens", |path| path.contains("/prototypes/")).await;
    zineb.sent().await;
    let first = words.get("board.screen_new");
    zineb.press_within(By::Button, &words.get("prototypes.add_screen"), Some(".strip")).await;
    zineb.shown(".strip-screens li:nth-child(2) [aria-current=true]").await;
    zineb.press_within(By::Link, &first, Some(".strip")).await;
    zineb.press_within(By::Button, &words.get("prototypes.button"), Some(".desk-tools")).await;
    zineb.see(&words.get("prototypes.button_words")).await;
    zineb.press_within(By::Button, &words.get("prototypes.hotspot"), Some(".desk-tools")).await;
    // It lies on the button that was held, and leads on to the second screen.
    let leads = "return document.querySelector('.target select')?.selectedOptions[0]?.textContent.trim().endsWith('2') ?? false;";
    zineb.until("the place leads to the second screen", leads, Vec::new()).await;
    zineb.sent().await;
}

async fn plays_it(zineb: &Browser) {
    let words = &zineb.words;
    let screen = |number: u32| format!("{} {number}", words.get("prototypes.place"));
    zineb.press(By::Link, &words.get("board.play")).await;
    zineb.arrive("the prototype being played", |path| path.contains("/play")).await;
    zineb.see(&screen(1)).await;
    zineb.shown("a.hotspot").await;
    zineb.script("document.querySelector('a.hotspot').scrollIntoView({block: 'center'})", Vec::new()).await;
    zineb.driver().find(thirtyfour::By::Css("a.hotspot")).await.expect("a place").click().await.expect("a tap");
    zineb.see(&screen(2)).await;
    zineb.press(By::Link, &words.get("prototypes.again")).await;
    zineb.see(&screen(1)).await;
    zineb.tab_to("a.hotspot").await;
    zineb.keys(Key::Enter).await;
    zineb.see(&screen(2)).await;
    zineb.press(By::Link, &words.get("prototypes.quit")).await;
    zineb.arrive("the board", |path| path.ends_with("/board")).await;
    zineb.sent().await;
}

async fn remarks(nadia: &Browser, said: &Said) {
    let words = &nadia.words;
    nadia.press(By::Link, &words.get("chrome.groups")).await;
    nadia.press(By::Link, "Développement digital").await;
    nadia.press(By::Link, said.venture).await;
    nadia.press(By::Link, &words.get("ventures.read_board")).await;
    nadia.arrive("the team's board", |path| path.ends_with("/board")).await;
    nadia.press(By::Button, &words.get("board.list")).await;
    nadia.see(said.note).await;
    for written in ["board.add_note", "board.add_sheet", "board.add_prototype"] {
        assert!(!nadia.has(By::Button, &words.get(written)).await, "a mentor is not offered {written}");
    }
    let editable = nadia.script("return [...document.querySelectorAll('.board-list textarea, .board-list input')].filter(e => !e.readOnly && !e.matches(':disabled')).map(e => e.outerHTML)", Vec::new()).await;
    assert_eq!(editable, json!([]), "a mentor writes nowhere");

    let who = block(&words.sheet("problem-map"), &words.block("problem-map", "who"));
    remark(nadia, &format!("{who} .note"), "feedback.must_fix", said.must_fix).await;
    remark(nadia, ".screens li", "feedback.strength", said.on_screen).await;
}

async fn remark(nadia: &Browser, on: &str, kind: &str, text: &str) {
    let words = &nadia.words;
    nadia.press_within(By::Button, &words.get("board.remark"), Some(on)).await;
    nadia.press_within(By::Label, &words.get(kind), Some(".composer")).await;
    nadia.fill_within(&words.get("feedback.words"), text, Some(".composer")).await;
    nadia.press_within(By::Button, &words.get("feedback.send"), Some(".composer")).await;
    nadia.until("the remark is sent", "return !document.querySelector('.composer');", Vec::new()).await;
    nadia.see(text).await;
    nadia.shown(&format!("{on} .pin")).await;
}

async fn answers(zineb: &Browser, said: &Said) {
    let words = &zineb.words;
    // The board has been open all the time: the remarks come by themselves.
    zineb
        .until("two remarks are counted", "return document.querySelector('.board-threads .tab-count')?.textContent === '2';", Vec::new())
        .await;
    zineb.press(By::Button, &words.get("board.threads")).await;
    zineb.press_within(By::Link, &words.get("feedback.must_fix"), Some(".threads-beside")).await;
    zineb.fill_within(&words.get("feedback.answer"), said.answer, Some(".threads-beside")).await;
    zineb.press_within(By::Label, &words.get("feedback.it_is_done"), Some(".threads-beside")).await;
    zineb.press_within(By::Button, &words.get("feedback.send"), Some(".threads-beside")).await;
    zineb
        .until(
            "the answer stands in the thread",
            "return [...document.querySelectorAll('.remark-team .remark-words')].some(e => e.textContent === arguments[0]);",
            vec![json!(said.answer)],
        )
        .await;
    zineb.press_within(By::Link, &words.get("ui.close"), Some(".threads-beside")).await;
}

async fn checks_again(nadia: &Browser, said: &Said) {
    let words = &nadia.words;
    nadia.press(By::Link, &words.get("board.back")).await;
    nadia.arrive("the feedback board", |path| path.starts_with("/feedback")).await;
    nadia.press(By::Link, &words.get("feedback.to_check")).await;
    nadia.arrive("what is to be checked again", |path| path.contains("column=to_check")).await;
    nadia.press(By::Link, said.venture).await;
    nadia.see(said.answer).await;
    nadia.press(By::Button, &words.get("feedback.resolve")).await;
    nadia.see(&words.get("feedback.empty_to_check_title")).await;
    nadia.press(By::Link, &words.get("feedback.resolved")).await;
    nadia.see(said.must_fix).await;
}

async fn finds_the_venture(samira: &Browser, venture: &str, said: &Said) {
    let words = &samira.words;
    let theme = option(samira, "theme", "water").await;
    samira.choose(&words.get("portfolio.theme"), &theme).await;
    samira.fill(&words.get("portfolio.search"), said.venture).await;
    samira.press(By::Button, &words.get("portfolio.filter")).await;
    samira.arrive("the filter in the address", |path| path.contains("theme=water") && path.contains("q=")).await;
    samira.press(By::Link, said.venture).await;
    samira.arrive("the venture", |path| venture.ends_with(path.trim_start_matches("/portfolio"))).await;
    samira.see(said.idea).await;
    samira.press(By::Link, &words.get("portfolio.read_board")).await;
    samira.arrive("its board", |path| path == format!("{venture}/board")).await;
    samira.awake().await;
    samira.see(said.note).await;
    samira.press(By::Button, &words.get("board.list")).await;
    samira.see(said.scene).await;
    assert!(!samira.has(By::Button, &words.get("board.add_note")).await, "the staff do not write");
}
