//! Joining over HTTP, where something comes between: signing in, a change of mind, a team that is left empty, a card that is printed anew.

use acceptance::{
    Stage,
    cast::{CODE, PASSPHRASE},
    web::Web,
};

/// The code that the page of a member's day shows, made anew from there.
async fn code_of_today(web: &Web, venture: &str) -> String {
    let made = web.form("/api/ventures/new_code", &[("venture", venture), ("from", "today")]).await;
    assert_eq!(made.leads(), "/today#invite");
    let page = web.get("/today").await.body;
    let (_, rest) = page.split_once("class=\"invite-code\">").expect("a code on the page of the day");
    rest.chars().take(6).collect()
}

#[tokio::test]
async fn a_code_scanned_before_signing_in_is_not_scanned_again() {
    let stage = Stage::set().await;
    let (amal, qatra) = (stage.enter(&stage.cast.amal).await, stage.cast.qatra.id.to_string());
    let code = code_of_today(&amal, &qatra).await;
    let way = format!("/join?code={code}");

    let salma = stage.server.guest();
    let asked = salma.get(&way).await;
    assert!(asked.status == 401 && asked.body.contains("Le code de l'équipe est gardé") && !asked.body.contains("Qatra"));
    let cookie = asked.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("Max-Age=1800") && cookie.contains("SameSite=Lax"), "{cookie}");
    salma.form("/api/accounts/enter_with_passphrase", &[("group", "OUJ-A1"), ("number", "3"), ("passphrase", PASSPHRASE)]).await;
    assert_eq!(salma.get("/").await.leads(), way, "straight to the team");
    assert!(salma.get(&way).await.body.contains("Qatra"));
    assert_eq!(salma.get("/").await.leads(), "/today", "once");

    let zineb = stage.server.guest();
    zineb.get(&way).await;
    zineb.form("/api/accounts/enter_with_code", &[("group", "OUJ-A1"), ("number", "4"), ("code", CODE)]).await;
    zineb.form("/api/accounts/choose_passphrase", &[("passphrase", "une phrase à moi")]).await;
    assert_eq!(zineb.get("/welcome?step=language").await.status, 200);
    assert_eq!(zineb.get("/welcome?step=seen").await.status, 200);
    assert_eq!(zineb.get("/welcome?step=begin").await.leads(), way, "the team comes where a team or an idea is asked for");
}

#[tokio::test]
async fn a_link_to_a_venture_waits_until_its_reader_has_signed_in() {
    let stage = Stage::set().await;
    let path = format!("/v/{}/path", stage.cast.qatra.id);
    for (person, group, number) in [(&stage.cast.amal, "OUJ-A1", "1"), (&stage.cast.salma, "OUJ-A1", "3")] {
        let web = stage.server.guest();
        assert_eq!(web.get(&path).await.status, 401);
        web.form("/api/accounts/enter_with_passphrase", &[("group", group), ("number", number), ("passphrase", PASSPHRASE)]).await;
        assert_eq!(web.get("/").await.leads(), path, "{}", person.name);
        assert_eq!(web.get("/").await.leads(), "/today", "once");
    }
}

#[tokio::test]
async fn what_is_kept_while_signing_in_leads_nowhere_else() {
    let stage = Stage::set().await;
    for hostile in ["//evil.test", "https://evil.test", "BCD234/..//evil.test", "%2F%2Fevil.test", "BCD234\\evil.test"] {
        let web = stage.enter(&stage.cast.salma).await;
        web.keep("fikra-wanted", hostile);
        assert_eq!(web.get("/").await.leads(), "/today", "{hostile}");
        let guest = stage.server.guest();
        let asked = guest.get(&format!("/join?code={}", hostile.replace('\\', "%5C"))).await;
        assert_eq!((asked.status.as_u16(), asked.header("set-cookie").contains("fikra-wanted")), (401, false), "{hostile}");
    }
    let nadia = stage.enter(&stage.cast.nadia).await;
    nadia.keep("fikra-wanted", "BCD234");
    assert_eq!(nadia.get("/").await.leads(), "/feedback", "a mentor joins no team");
}

#[tokio::test]
async fn a_request_is_taken_back_by_who_made_it() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, salma, qatra) = (stage.enter(&cast.amal).await, stage.enter(&cast.salma).await, cast.qatra.id.to_string());
    let code = code_of_today(&amal, &qatra).await;
    salma.form("/api/ventures/ask_to_join", &[("code", &code)]).await;
    let day = salma.get("/today").await.body;
    assert!(day.contains("attend la réponse") && day.contains("Retirer ma demande"));
    let hiba = stage.enter(&cast.others[0]).await;
    assert_eq!(hiba.call("ventures/take_back_wish", &[("venture", &qatra)]).await.status, 200, "their own, of which there is none");
    assert!(amal.get("/today").await.body.contains("demande à rejoindre"), "Salma's still waits");
    for _ in 0..2 {
        assert_eq!(salma.form("/api/ventures/take_back_wish", &[("venture", &qatra)]).await.leads(), "/today");
    }
    assert!(!salma.get("/today").await.body.contains("attend la réponse"));
    assert!(!amal.get("/today").await.body.contains("demande à rejoindre"));
}

#[tokio::test]
async fn a_member_confirms_from_the_page_of_the_day() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, salma, qatra) = (stage.enter(&cast.amal).await, stage.enter(&cast.salma).await, cast.qatra.id.to_string());
    let code = code_of_today(&amal, &qatra).await;
    salma.form("/api/ventures/ask_to_join", &[("code", &code)]).await;
    let person = cast.salma.id.to_string();
    let yes = [("venture", qatra.as_str()), ("person", person.as_str()), ("part", ""), ("from", "today")];
    assert_eq!(amal.form("/api/ventures/add_teammate", &yes).await.leads(), "/today");
    let day = amal.get("/today").await.body;
    assert!(day.contains("3/5") && day.contains("Salma") && day.contains("invite-square"));
    assert!(day.contains("/example?sheet=problem-map") && day.contains("Pourquoi"), "the step has an example and a reason");
    assert!(salma.get("/today").await.body.contains("3/5"));
}

#[tokio::test]
async fn a_team_that_is_left_empty_is_joined_through_its_mentor() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, youssef, salma) = (stage.enter(&cast.amal).await, stage.enter(&cast.youssef).await, stage.enter(&cast.salma).await);
    let (nadia, qatra) = (stage.enter(&cast.nadia).await, cast.qatra.id.to_string());
    let code = code_of_today(&amal, &qatra).await;
    amal.form("/api/ventures/withdraw", &[("venture", &qatra)]).await;
    youssef.form("/api/ventures/withdraw", &[("venture", &qatra), ("told", "yes")]).await;
    assert!(amal.get("/today").await.body.contains("action=\"/join\""), "who left may start or join again");
    salma.form("/api/ventures/ask_to_join", &[("code", &code)]).await;
    assert!(nadia.get(&format!("/v/{qatra}")).await.body.contains("demande à rejoindre"), "the mentor sees who asks");
    let person = cast.salma.id.to_string();
    let yes = [("venture", qatra.as_str()), ("person", person.as_str()), ("part", "")];
    assert_eq!(nadia.form("/api/ventures/add_teammate", &yes).await.leads(), format!("/v/{qatra}"));
    assert!(salma.get(&format!("/v/{qatra}/board")).await.body.contains(acceptance::cast::WORDS), "nothing was lost meanwhile");
}

#[tokio::test]
async fn a_card_printed_anew_while_its_old_code_is_typed_lets_in_with_the_new_one() {
    let stage = Stage::set().await;
    let (nadia, zineb) = (stage.enter(&stage.cast.nadia).await, stage.server.guest());
    let given = nadia
        .form("/api/groups/reset_code", &[("person", &stage.cast.zineb.id.to_string()), ("draw", "00112233445566778899aabbccddeeff")])
        .await;
    let card = nadia.get(&given.leads()).await.body;
    let enter =
        async |code: &str| zineb.form("/api/accounts/enter_with_code", &[("group", "OUJ-A1"), ("number", "4"), ("code", code)]).await;
    let old = enter(CODE).await.leads();
    assert!(
        old.contains("refused=no_match") && old.contains("group=OUJ-A1") && old.contains("number=4"),
        "told, and the rest stays: {old}"
    );
    assert!(zineb.get(&old).await.body.contains("role=\"alert\""));
    let marks = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let new = card.split(|c: char| !marks(c)).find(|word| word.len() == 9 && word.as_bytes()[4] == b'-').expect("a code").to_owned();
    assert_eq!(enter(&new).await.leads(), "/welcome");
}

#[tokio::test]
async fn who_is_declined_is_told() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, salma, qatra) = (stage.enter(&cast.amal).await, stage.enter(&cast.salma).await, cast.qatra.id.to_string());
    let code = code_of_today(&amal, &qatra).await;
    salma.form("/api/ventures/ask_to_join", &[("code", &code)]).await;
    amal.form("/api/ventures/decline_join", &[("venture", &qatra), ("person", &cast.salma.id.to_string())]).await;
    let day = salma.get("/today").await.body;
    assert!(day.contains("ne peut pas te prendre cette fois") && !day.contains("attend la réponse"));
    salma.form("/api/ventures/take_back_wish", &[("venture", &qatra)]).await;
    assert!(!salma.get("/today").await.body.contains("ne peut pas te prendre"), "read is read");
}
