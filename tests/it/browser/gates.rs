//! A gate from both sides: the team asks, the mentor names a step, the team sees it and asks again, the mentor signs, the star fills.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
};
use serde_json::json;

struct Said {
    lang: &'static str,
    step: &'static str,
    sentence: &'static str,
}

#[tokio::test]
async fn a_gate_is_asked_for_refused_and_signed_in_french() {
    gate(&Said { lang: "fr", step: "Voir deux maraîchers de plus", sentence: "Vous êtes allés voir les gens." }).await;
}

#[tokio::test]
async fn a_gate_is_asked_for_refused_and_signed_in_arabic() {
    gate(&Said {
        lang: "ar", step: "لقاء فلاحين آخرين", sentence: "ذهبتم إلى الناس واستمعتم إليهم."
    })
    .await;
}

async fn gate(said: &Said) {
    let _room = seats(2).await;
    let stage = Stage::set().await;
    let amal = Browser::open(stage.base(), said.lang, Screen::Phone).await;
    let nadia = Browser::open(stage.base(), said.lang, Screen::Desk).await;
    let words = amal.words.clone();
    let path = format!("/v/{}/path", stage.cast.qatra.id);
    amal.enter(&stage.cast.amal).await;
    nadia.enter(&stage.cast.nadia).await;

    amal.go("/today").await;
    amal.press(By::Link, &words.get("gates.see")).await;
    amal.arrive("the path", |at| at == path).await;
    amal.press(By::Button, &words.get("gates.ask")).await;
    amal.see(&words.get("gates.said_asked")).await;

    nadia.go("/feedback").await;
    nadia.see(&words.get("gates.asks")).await;
    nadia.press(By::Link, "Qatra").await;
    nadia.arrive("the path", |at| at.starts_with(&path)).await;
    unfold(&nadia, "refuse").await;
    nadia.fill(&words.get("gates.step_own"), said.step).await;
    nadia.press(By::Button, &words.get("gates.refuse_now")).await;
    nadia.see(&words.get("gates.said_refused")).await;

    amal.go("/today").await;
    amal.see(said.step).await;
    amal.go(&path).await;
    amal.see(said.step).await;
    amal.press(By::Button, &words.get("gates.ask")).await;
    amal.gone(said.step).await;

    nadia.go(&path).await;
    unfold(&nadia, "sign").await;
    for tick in nadia.driver().find_all(thirtyfour::By::Css("#sign input[type=checkbox]")).await.expect("the conditions") {
        tick.click().await.expect("ticked");
    }
    nadia.fill(&words.get("gates.sentence"), said.sentence).await;
    nadia.press(By::Button, &words.get("gates.sign_now")).await;
    nadia.see(&words.get("gates.said_signed")).await;

    amal.go(&path).await;
    amal.see(&words.get("gates.won")).await;
    amal.see(said.sentence).await;
    amal.see("1/8").await;
    amal.wait(By::Link, &words.get("gates.card")).await;

    for browser in [amal, nadia] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_signature_that_lacks_a_tick_comes_back_as_it_was_in_french() {
    comes_back("fr", "Vous êtes allés voir les gens.").await;
}

#[tokio::test]
async fn a_signature_that_lacks_a_tick_comes_back_as_it_was_in_arabic() {
    comes_back("ar", "ذهبتم إلى الناس واستمعتم إليهم.").await;
}

async fn comes_back(lang: &str, sentence: &str) {
    let _room = seats(1).await;
    let stage = Stage::set().await;
    let nadia = Browser::open(stage.base(), lang, Screen::Phone).await;
    let words = nadia.words.clone();
    let path = format!("/v/{}/path", stage.cast.qatra.id);
    nadia.enter(&stage.cast.nadia).await;
    nadia.go(&path).await;
    unfold(&nadia, "sign").await;
    // An old browser that asks for nothing by itself.
    nadia.script("document.querySelectorAll('#sign [required]').forEach(field => field.required = false)", Vec::new()).await;
    nadia.script("document.querySelector('#sign input[type=checkbox]').click()", Vec::new()).await;
    nadia.fill(&words.get("gates.sentence"), sentence).await;
    nadia.press(By::Button, &words.get("gates.sign_now")).await;
    nadia.see(&words.get("gates.fault_not_ticked")).await;
    nadia.see(sentence).await;
    assert_eq!(nadia.path().await, path, "the page has its own address");
    let looked = "const at = document.activeElement; return [document.querySelectorAll('#sign :checked').length, at.type, at.checked]";
    assert_eq!(nadia.script(looked, Vec::new()).await, json!([1, "checkbox", false]), "one tick is kept, and the other is where one looks");
    nadia.script("document.activeElement.click()", Vec::new()).await;
    nadia.press(By::Button, &words.get("gates.sign_now")).await;
    nadia.see(&words.get("gates.said_signed")).await;
    nadia.see("1/8").await;
    nadia.close_but(&["422"]).await;
}

async fn unfold(browser: &Browser, id: &str) {
    let open = browser.script("return document.getElementById(arguments[0]).open = true", vec![json!(id)]).await;
    assert_eq!(open, json!(true), "a fold");
}
