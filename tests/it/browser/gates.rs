//! A gate from both sides: the team asks, the mentor names a step, the team sees it and asks again, the mentor signs, the star fills.

use super::seats;
use acceptance::{
    Stage,
    browser::{Browser, By, Screen},
};

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

async fn unfold(browser: &Browser, id: &str) {
    let summary = browser.driver().find(thirtyfour::By::Css(format!("#{id} > summary"))).await.expect("a fold");
    summary.click().await.expect("unfolded");
}
