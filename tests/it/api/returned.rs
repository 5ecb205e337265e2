//! A form that was not taken comes back in its own page with all that was typed, chosen and ticked, however long; where its page is not to be
//! seen any more, what was written is there to be copied.

use acceptance::{
    Stage,
    web::{Answer, Web},
};

/// So many letters of three bytes each: no address would hold them.
fn long() -> String {
    "ماء ".repeat(3_000).trim_end().to_owned()
}

fn holds(answer: &Answer, words: &str) -> bool {
    answer.body.contains(&format!("{words}</textarea>"))
}

async fn sent(web: &Web, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = web.form_on(page, path, fields).await;
    assert!(answer.body.contains(&format!("name=\"page\" value=\"{}\"", page.replace('&', "&amp;"))), "{path} comes back to {page}");
    answer
}

#[tokio::test]
async fn what_is_too_long_comes_back_whole_on_every_page() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, nadia, samira) = (stage.enter(&cast.amal).await, stage.enter(&cast.nadia).await, stage.enter(&cast.samira).await);
    let (qatra, fresh, long) = (cast.qatra.id.to_string(), store::new_id().to_string(), long());

    let checked = [("id", fresh.as_str()), ("answers[opportunity]", "3"), ("answers[goal]", &long)];
    let kept = sent(&amal, "/self-check", "/api/selfcheck/save", &checked).await;
    assert_eq!(kept.status, 422);
    assert!(kept.body.contains("value=\"3\" checked") && kept.body.contains(&fresh), "the step that was chosen, and one filling, not two");

    let reading = format!("/feedback?column=waiting&thread={}", cast.qatra.thread);
    let answer = [("thread", cast.qatra.thread.to_string()), ("remark", fresh.clone()), ("words", long.clone())];
    let answer = answer.each_ref().map(|(name, value)| (*name, value.as_str()));
    let kept = sent(&nadia, &reading, "/api/feedback/answer", &answer).await;
    assert!(kept.status == 422 && holds(&kept, &long) && kept.says("errors.field_too_long"));

    let about = format!("/report?about=venture-{qatra}");
    let report = [("id", fresh.as_str()), ("about", &about[14..]), ("reason", "danger"), ("words", &long)];
    let kept = sent(&nadia, &about, "/api/reports/send", &report).await;
    assert!(kept.status == 422 && holds(&kept, &long) && kept.body.contains("value=\"danger\" required checked"));

    let letter = format!("/notices?venture={qatra}");
    let fields = [("id", fresh.as_str()), ("venture", &qatra), ("to", &cast.nadia.id.to_string()), ("words", &long)];
    let kept = sent(&samira, &letter, "/api/notices/write", &fields).await;
    assert!(kept.status == 422 && holds(&kept, &long) && kept.body.contains(&fresh), "sent again it is the same message");
}

#[tokio::test]
async fn what_was_chosen_comes_back_with_the_fault_at_its_field() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (nadia, amal) = (stage.enter(&cast.nadia).await, stage.enter(&cast.amal).await);
    let (group, room) = (cast.groups[0].to_string(), format!("/groups/{}/class?activity=1.3", cast.groups[0]));
    let kept = sent(&nadia, &room, "/api/classes/start", &[("group", &group), ("activity", "1.3"), ("minutes", "900")]).await;
    assert!(kept.status == 422 && kept.body.contains("value=\"900\"") && kept.body.contains("value=\"1.3\""));
    // What fits is taken from the page that came back.
    let page = [("page", room.as_str()), ("group", &group), ("activity", "1.3"), ("minutes", "30")];
    let began = nadia.form_on("/api/classes/start", "/api/classes/start", &page).await;
    assert_eq!(began.leads(), format!("/groups/{group}/class"));

    let saw = "ا".repeat(40_000);
    let answer = [("id", store::new_id().to_string()), ("lang", "ar".to_owned()), ("saw", saw.clone())];
    let answer = answer.each_ref().map(|(name, value)| (*name, value.as_str()));
    let kept = amal.form_on("/ventures/new", "/ventures/new", &answer).await;
    assert!(kept.status == 422 && holds(&kept, &saw) && kept.body.contains("name=\"lang\" value=\"ar\""));
}

#[tokio::test]
async fn a_signature_on_a_board_that_changed_asks_for_the_new_word_only() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let nadia = stage.enter(&cast.nadia).await;
    let (qatra, page) = (cast.qatra.id.to_string(), format!("/v/{}/path", cast.qatra.id));
    // The page was read while the first condition was met: it did not ask for it.
    let read_before = [("venture", qatra.as_str()), ("gate", "1"), ("asked", "G1-b"), ("confirmed[G1-b]", "yes"), ("sentence", "Bien vu.")];
    let back = sent(&nadia, &page, "/api/gates/sign", &read_before).await;
    assert!(back.status == 422 && back.says("gates.fault_changed") && holds(&back, "Bien vu."));
    let tick =
        |code: &str| back.body.split_once(&format!("confirmed[{code}]")).expect("a tick").1.split('>').next().expect("its end").to_owned();
    assert!(tick("G1-b").contains("checked") && !tick("G1-a").contains("checked") && tick("G1-a").contains("autofocus"));
}

#[tokio::test]
async fn who_is_shut_out_meanwhile_has_their_words_to_copy() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (qatra, page, long) = (cast.qatra.id.to_string(), format!("/v/{}/path", cast.qatra.id), long());
    let fields = [("venture", qatra.as_str()), ("gate", "1"), ("sentence", &long)];
    for (web, status, words) in [
        (stage.server.guest(), 401, "forms.enter_title"),
        (stage.enter(&cast.hassan).await, 404, "forms.shut_title"),
        (stage.enter(&cast.samira).await, 403, "forms.shut_title"),
    ] {
        let shut = web.form_on(&page, "/api/gates/sign", &fields).await;
        assert!(shut.status == status && shut.says(words) && holds(&shut, &long), "{status}: {}", shut.body.len());
    }
    let secret = [("present", "ma phrase"), ("passphrase", "une autre phrase")];
    let shut = stage.server.guest().form_on("/me", "/api/accounts/change_passphrase", &secret).await;
    assert!(shut.status == 401 && !shut.body.contains("phrase"), "a secret never comes back");
}
