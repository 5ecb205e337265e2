//! A mentor's class with three teams, each person in a browser of their own, in French and in Arabic; and the cards of a group on paper.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
    cast::Person,
    deeds::block,
};
use serde_json::json;
use shared::ids::VentureId;

#[tokio::test]
async fn a_mentors_class_with_three_teams_in_french() {
    class(&Said { lang: "fr", note: "La pompe tourne à midi." }).await;
}

#[tokio::test]
async fn a_mentors_class_with_three_teams_in_arabic() {
    class(&Said { lang: "ar", note: "المضخة تعمل وقت الظهر." }).await;
}

/// The language of all, and what one of them writes.
struct Said {
    lang: &'static str,
    note: &'static str,
}

/// A venture of a trainee who is on no team.
async fn venture(stage: &Stage, who: &Person, name: &str) {
    let id = VentureId(store::new_id()).to_string();
    let made = stage.enter(who).await.form("/ventures/new", &[("id", id.as_str()), ("lang", "fr"), ("saw", name)]).await;
    assert_eq!(made.status, 303, "{}", made.body);
}

async fn class(said: &Said) {
    let _room = seats(4).await;
    let stage = Stage::set().await;
    let cast = &stage.cast;
    venture(&stage, &cast.salma, "Tarz").await;
    venture(&stage, &cast.others[0], "Nahla").await;
    let nadia = Browser::open(stage.base(), said.lang, Screen::Desk).await;
    nadia.enter(&cast.nadia).await;
    starts(&nadia, &stage).await;

    let sheet = nadia.words.sheet("empathy-map");
    let mut trainees = Vec::new();
    for who in [&cast.amal, &cast.salma, &cast.others[0]] {
        let browser = Browser::open(stage.base(), said.lang, Screen::Phone).await;
        browser.enter(who).await;
        browser.see(&browser.words.get("classes.now")).await;
        browser.press(By::Link, &browser.words.get("classes.now_way")).await;
        browser.arrive("the team's board", |path| path.contains("/board")).await;
        browser.shown(&format!("article.sheet[aria-label=\"{sheet}\"]")).await;
        trainees.push(browser);
    }
    says_begun(&nadia, 0).await;
    let salma = &trainees[1];
    salma.sent().await;
    writes(salma, &sheet, said).await;
    // Nobody touches the mentor's page: it reads the wall anew by itself.
    says_begun(&nadia, 1).await;

    prolongs_and_ends(&nadia).await;
    salma.go("/today").await;
    salma.gone(&salma.words.get("classes.now")).await;
    for browser in trainees {
        browser.close().await;
    }
    nadia.close().await;
}

/// From the groups to a class on the empathy map, which nobody has yet; the other sheet of that activity comes with it.
async fn starts(nadia: &Browser, stage: &Stage) {
    let words = &nadia.words;
    nadia.go("/groups").await;
    nadia.press(By::Link, "Développement digital").await;
    nadia.arrive("the group", |path| path == format!("/groups/{}", stage.cast.groups[0])).await;
    nadia.press(By::Link, &words.get("groups.to_class")).await;
    let name = activity(words.get("classes.title").as_str(), nadia).await;
    nadia.press(By::Link, &name).await;
    nadia.wait(By::Heading, &name).await;
    nadia.fill(&words.get("classes.minutes"), "25").await;
    nadia.press(By::Button, &words.get("classes.start")).await;
    let clock = "return /^(25:00|24:[0-5][0-9])$/.test(document.querySelector('[role=timer]')?.textContent)";
    nadia.until("the time goes down", clock, Vec::new()).await;
    for team in ["Qatra", "Tarz", "Nahla"] {
        nadia.wait(By::Link, team).await;
    }
}

/// What the activity of five interviews is called.
async fn activity(title: &str, nadia: &Browser) -> String {
    nadia.until("the page of the class", "return document.title.startsWith(arguments[0])", vec![json!(title)]).await;
    let script = "return document.querySelector('a[href$=\"?activity=1.3\"]').textContent.trim()";
    nadia.script(script, Vec::new()).await.as_str().expect("a name").to_owned()
}

/// Waits until the wall says that so many of three teams have begun.
async fn says_begun(nadia: &Browser, teams: u32) {
    let script = "return document.querySelectorAll('.class-team').length === 3
        && document.querySelectorAll('.class-team-begun').length === arguments[0]
        && new RegExp(`(^|\\\\D)${arguments[0]}\\\\D.*3(\\\\D|$)`).test(document.querySelector('#class-wall h2').textContent)";
    nadia.until(&format!("{teams} of 3 have begun"), script, vec![json!(teams)]).await;
}

async fn writes(salma: &Browser, sheet: &str, said: &Said) {
    let says = block(sheet, &salma.words.block("empathy-map", "says"));
    salma.write_in(&says, "board.add_note", said.note).await;
    salma.sent().await;
}

async fn prolongs_and_ends(nadia: &Browser) {
    let words = &nadia.words;
    nadia.press(By::Button, &words.get("classes.prolong")).await;
    let clock = "return /^(30:00|2[89]:[0-5][0-9])$/.test(document.querySelector('[role=timer]')?.textContent)";
    nadia.until("five minutes more", clock, Vec::new()).await;
    nadia.press(By::Button, &words.get("classes.end")).await;
    nadia.press(By::Button, &words.get("classes.end_sure")).await;
    nadia.wait(By::Button, &words.get("classes.start")).await;
    nadia.wait(By::Heading, &words.get("classes.past")).await;
}

#[tokio::test]
async fn a_groups_cards_fit_ten_on_a_sheet_of_paper() {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let nadia = Browser::open(stage.base(), "ar", Screen::Desk).await;
    let words = nadia.words.clone();
    nadia.enter(&stage.cast.nadia).await;
    nadia.go(&format!("/groups/{}", stage.cast.groups[0])).await;
    nadia.press(By::Link, &words.get("groups.to_cards")).await;
    nadia.press(By::Button, &words.get("groups.cards_names")).await;
    nadia.see(&stage.cast.zineb.name).await;
    let renew = "return document.querySelector('form[action*=renew_cards] button').textContent.trim()";
    let renew = nadia.script(renew, Vec::new()).await;
    nadia.press(By::Button, renew.as_str().expect("a word")).await;
    nadia.wait(By::Button, &words.get("groups.print")).await;
    let code = nadia.script("return document.querySelector('.entry-code dd').textContent", Vec::new()).await;
    assert_eq!(code.as_str().map(|code| code.len()), Some(9), "{code}");
    nadia.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let size = "const card = document.querySelector('.entry-card').getBoundingClientRect(); const mm = 96 / 25.4;
        return [card.width / mm, card.height / mm, document.querySelector('.page-head').getBoundingClientRect().height,
          document.querySelector('.entry-square path').getBoundingClientRect().width / mm]";
    let size: Vec<f64> = serde_json::from_value(nadia.script(size, Vec::new()).await).expect("four numbers");
    assert!((size[0] - 97.0).abs() < 0.5 && (size[1] - 56.0).abs() < 0.5, "two by five fill A4 within its margins: {size:?}");
    assert!(size[3] >= 20.0, "a phone reads the square: {size:?}");
    assert_eq!(size[2], 0.0, "nothing but cards is printed");
    nadia.close().await;
}
