//! From an alert to an act, and from a report to what is taken out: staff at a desk, a mentor, a trainee on a phone.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
    cast::GROUPS,
};

#[tokio::test]
async fn staff_go_from_an_alert_to_an_act_in_french() {
    alert_to_act("fr").await;
}

#[tokio::test]
async fn staff_go_from_an_alert_to_an_act_in_arabic() {
    alert_to_act("ar").await;
}

async fn alert_to_act(lang: &str) {
    let _room = seats(2).await;
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let driss = Browser::open(stage.base(), lang, Screen::Desk).await;
    let nadia = Browser::open(stage.base(), lang, Screen::Phone).await;
    let words = driss.words.clone();
    driss.enter(&cast.driss).await;
    driss.arrive("what needs him", |path| path == "/portfolio").await;
    driss.wait(By::Heading, &words.get("portfolio.alert_mentor")).await;
    driss.press_within(By::Link, &words.get("portfolio.assign"), Some(".alerts")).await;
    let page = driss.arrive("the mentors", |path| path.starts_with("/portfolio/assign/")).await;
    assert!(page.ends_with(&cast.groups[2].to_string()), "the group that nobody accompanies");
    driss.press(By::Label, &cast.nadia.name).await;
    driss.press(By::Button, &words.get("portfolio.assign_next")).await;
    driss.arrive("the question", |path| path.contains("?mentor=")).await;
    driss.press(By::Button, &words.get("portfolio.assign_yes")).await;
    driss.see(&words.get("portfolio.assign_done_text")).await;

    nadia.enter(&cast.nadia).await;
    nadia.press(By::Link, &words.get("chrome.groups")).await;
    nadia.see(GROUPS[2]).await;
    nadia.go(&format!("/v/{}", cast.argan)).await;
    nadia.wait(By::Heading, "Argan").await;

    driss.press(By::Link, &words.get("portfolio.write")).await;
    driss.arrive("the message", |path| path.starts_with("/notices")).await;
    driss.fill(&words.get("notices.words"), "مرحبا · Bienvenue").await;
    driss.press(By::Button, &words.get("notices.send")).await;
    driss.see(&words.get("notices.not_read")).await;
    nadia.go("/feedback").await;
    nadia.see("Bienvenue").await;
    nadia.press(By::Link, &words.get("notices.answer")).await;
    nadia.arrive("the exchange", |path| path.starts_with("/notices")).await;
    nadia.fill(&words.get("notices.answer_to"), "شكرا · Merci").await;
    nadia.press(By::Button, &words.get("notices.send")).await;
    let kept = "return [...document.querySelectorAll('.notice-words')].some(e => e.textContent.includes('Merci'));";
    nadia.until("the answer is kept", kept, Vec::new()).await;
    driss.go("/portfolio").await;
    driss.see("Merci").await;
    driss.press(By::Button, &words.get("notices.put_away")).await;
    driss.gone("Merci").await;

    let table = "const a = [...document.querySelectorAll('a')].find(a => a.textContent.includes('CSV')); \
                 const q = new XMLHttpRequest(); q.open('GET', a.href, false); q.send(); return q.responseText.includes('Argan');";
    driss.until("the list as a file", table, Vec::new()).await;
    driss.close().await;
    nadia.close().await;
}

#[tokio::test]
async fn what_a_trainee_reports_is_read_and_taken_out_in_french() {
    report_to_redaction("fr").await;
}

#[tokio::test]
async fn what_a_trainee_reports_is_read_and_taken_out_in_arabic() {
    report_to_redaction("ar").await;
}

async fn report_to_redaction(lang: &str) {
    let _room = seats(2).await;
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let amal = Browser::open(stage.base(), lang, Screen::Phone).await;
    let samira = Browser::open(stage.base(), lang, Screen::Desk).await;
    let words = amal.words.clone();
    let thread = format!("/v/{}/board?thread={}", cast.qatra.id, cast.qatra.thread);
    amal.enter(&cast.amal).await;
    amal.go(&thread).await;
    amal.sent().await;
    amal.see("Qui d'autre").await;
    amal.press_within(By::Link, &words.get("feedback.report"), Some(".remark")).await;
    amal.arrive("the report", |path| path.starts_with("/report?about=remark-")).await;
    amal.press(By::Label, &words.get("reports.hurts")).await;
    amal.press(By::Button, &words.get("reports.send")).await;
    amal.wait(By::Heading, &words.get("reports.received")).await;
    amal.see(&words.get("reports.reader_region")).await;

    samira.enter(&cast.samira).await;
    samira.press_within(By::Link, &words.get("portfolio.look"), Some(".alerts")).await;
    samira.arrive("the reports", |path| path == "/reports").await;
    samira.see("Qui d'autre").await;
    samira.see(&cast.amal.name).await;
    samira.press(By::Button, &words.get("reports.cover")).await;
    samira.fill_within(&words.get("reports.answer"), "Vu", Some("details[open]")).await;
    samira.press_within(By::Button, &words.get("reports.cover"), Some("details[open] form")).await;
    samira.wait(By::Heading, &words.get("reports.calm_title")).await;

    amal.go(&thread).await;
    amal.sent().await;
    amal.see("███ ███████ █").await;
    amal.gone("Qui d'autre").await;
    amal.close().await;
    samira.close().await;
}
