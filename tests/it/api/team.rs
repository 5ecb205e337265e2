//! Teams over HTTP: joined by code, answered by the team, left without losing anything.

use acceptance::{
    Stage,
    web::{Answer, Web},
};
use board::id::Seq;
use std::time::Duration;

/// The code that a member's page shows, made anew.
async fn new_code(web: &Web, venture: &str) -> String {
    let made = web.form("/api/ventures/new_code", &[("venture", venture)]).await;
    assert_eq!((made.status.as_u16(), made.leads()), (302, format!("/v/{venture}#invite")), "{}", made.body);
    let page = web.get(&format!("/v/{venture}")).await.body;
    assert!(page.contains("class=\"invite-square\""), "the square stands beside it");
    let (_, rest) = page.split_once("class=\"invite-code\">").expect("a code");
    rest.chars().take(6).collect()
}

async fn ask(web: &Web, code: &str) -> Answer {
    web.form("/api/ventures/ask_to_join", &[("code", code)]).await
}

async fn join(web: &Web, code: &str) -> String {
    let page = web.get(&format!("/join?code={code}")).await;
    assert_eq!(page.status, 200);
    page.body
}

#[tokio::test]
async fn a_trainee_joins_by_code_once_a_member_has_confirmed() {
    let stage = Stage::set().await;
    let (amal, salma, qatra) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.salma).await, stage.cast.qatra.id.to_string());
    let code = new_code(&amal, &qatra).await;
    assert!(salma.get("/today").await.body.contains("action=\"/join\""), "without a team, a code is typed where the day begins");
    let typed = format!("%20{}-{}", code[..3].to_lowercase(), &code[3..]);
    assert!(join(&salma, &typed).await.contains("Qatra"), "as people type it");
    assert_eq!(ask(&salma, &code).await.leads(), format!("/join?code={code}"));
    assert_eq!(ask(&salma, &code).await.leads(), format!("/join?code={code}"), "twice is once");
    assert!(join(&salma, &code).await.contains("Dis-le à l'équipe"));
    assert!(salma.get("/today").await.body.contains("Qatra"), "it waits");
    assert_eq!(salma.get(&format!("/v/{qatra}")).await.status, 404, "and sees nothing yet");
    let page = amal.get(&format!("/v/{qatra}")).await.body;
    assert!(page.contains("Salma") && page.contains("demande à rejoindre"));
    let fields = [("venture", qatra.as_str()), ("person", &stage.cast.salma.id.to_string()), ("part", "")];
    assert_eq!(amal.form("/api/ventures/add_teammate", &fields).await.leads(), format!("/v/{qatra}"));
    assert_eq!(salma.get(&format!("/v/{qatra}/board")).await.status, 200);
    assert!(!amal.get(&format!("/v/{qatra}")).await.body.contains("demande à rejoindre"), "answered");
    assert!(join(&salma, &code).await.contains("déjà dans cette équipe"));
}

#[tokio::test]
async fn who_is_declined_may_ask_again_and_sees_nothing() {
    let stage = Stage::set().await;
    let (amal, salma, qatra) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.salma).await, stage.cast.qatra.id.to_string());
    let code = new_code(&amal, &qatra).await;
    ask(&salma, &code).await;
    let fields = [("venture", qatra.as_str()), ("person", &stage.cast.salma.id.to_string())];
    assert_eq!(salma.call("ventures/decline_join", &fields).await.status, 404, "it is not theirs to answer");
    assert_eq!(amal.form("/api/ventures/decline_join", &fields).await.leads(), format!("/v/{qatra}"));
    assert!(!amal.get(&format!("/v/{qatra}")).await.body.contains("demande à rejoindre"));
    assert!(join(&salma, &code).await.contains("ask_to_join"));
    assert_eq!(salma.get(&format!("/v/{qatra}")).await.status, 404);
}

#[tokio::test]
async fn each_code_that_lets_nobody_in_says_why() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, salma, karim) = (stage.enter(&cast.amal).await, stage.enter(&cast.salma).await, stage.enter(&cast.karim).await);
    let (nadia, qatra) = (stage.enter(&cast.nadia).await, cast.qatra.id.to_string());
    let old = new_code(&amal, &qatra).await;
    let code = new_code(&amal, &qatra).await;
    assert_ne!(old, code);
    assert!(join(&salma, &old).await.contains("n'est plus valable"));
    let foreign = join(&karim, &code).await;
    assert!(foreign.contains("d'un autre groupe") && !foreign.contains("Qatra"), "another group's team has no name");
    ask(&karim, &code).await;
    assert!(!amal.get(&format!("/v/{qatra}")).await.body.contains("Karim"), "and takes no request");
    for wrong in ["ZZZZZZ", "ABC", "%D9%82%D8%B7%D8%B1%D8%A9"] {
        assert!(join(&salma, wrong).await.contains("Ce code n'existe pas"), "{wrong}");
    }
    for person in cast.others.each_ref() {
        let fields = [("venture", qatra.as_str()), ("person", &person.id.to_string()), ("part", "")];
        assert_eq!(nadia.call("ventures/add_teammate", &fields).await.status, 200, "a mentor adds who did not ask");
    }
    assert!(join(&salma, &code).await.contains("cinq personnes"), "a full team");
    assert!(!amal.get(&format!("/v/{qatra}")).await.body.contains("invite-square"), "a full team invites nobody");
}

#[tokio::test]
async fn wrong_codes_are_counted_for_the_person_who_tries_them() {
    let stage = Stage::set().await;
    let (amal, salma, hiba) =
        (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.salma).await, stage.enter(&stage.cast.others[0]).await);
    let code = new_code(&amal, &stage.cast.qatra.id.to_string()).await;
    for _ in 0..5 {
        let back = join(&salma, "ZZZZZZ").await;
        assert!(back.contains("Ce code n'existe pas") && back.contains("value=\"ZZZZZZ\""), "with what was typed");
    }
    let waits = join(&salma, &code).await;
    assert!(!waits.contains("Qatra") && !waits.contains("Ce code n'existe pas"), "even the right one waits now");
    assert!(join(&hiba, &code).await.contains("Qatra"), "from the same address, somebody else does not");
}

#[tokio::test]
async fn of_two_who_are_confirmed_as_the_fifth_one_is_told_kindly() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, youssef, qatra) = (stage.enter(&cast.amal).await, stage.enter(&cast.youssef).await, cast.qatra.id.to_string());
    let code = new_code(&amal, &qatra).await;
    let [hiba, omar, reda] = cast.others.each_ref();
    for person in [&cast.salma, hiba, omar, reda] {
        ask(&stage.enter(person).await, &code).await;
    }
    let confirm = async |by: &Web, person: &acceptance::cast::Person| {
        let fields = [("venture", qatra.as_str()), ("person", &person.id.to_string()), ("part", "")];
        by.form_on(&format!("/v/{qatra}"), "/api/ventures/add_teammate", &fields).await
    };
    confirm(&amal, &cast.salma).await;
    confirm(&amal, hiba).await;
    let (one, two) = tokio::join!(confirm(&amal, omar), confirm(&youssef, reda));
    let refused: Vec<_> = [one, two].into_iter().filter(|answer| answer.status == 409).collect();
    let [page] = &refused[..] else { panic!("{} refused", refused.len()) };
    assert!(page.says("errors.team_full") && page.body.contains("5/5"), "told on the page");
}

#[tokio::test]
async fn who_leaves_is_off_the_board_at_once_and_their_notes_stay() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, youssef, qatra) = (stage.enter(&cast.amal).await, stage.enter(&cast.youssef).await, cast.qatra.id.to_string());
    let mut socket = stage.socket(&amal, cast.qatra.id).await.expect("a socket");
    let before = socket.hello(1, Seq(0)).await.head;
    let left = amal.form("/api/ventures/withdraw", &[("venture", &qatra)]).await;
    assert_eq!(left.leads(), "/today?left=1");
    assert!(socket.closed().await < Duration::from_secs(5));
    assert_eq!(stage.socket(&amal, cast.qatra.id).await.err(), Some(404));
    assert_eq!(amal.get(&format!("/v/{qatra}/board")).await.status, 404);
    assert!(amal.get("/today?left=1").await.body.contains("sous ton nom"));
    let board = youssef.get(&format!("/v/{qatra}/board")).await.body;
    assert!(board.contains(acceptance::cast::WORDS), "her note is still there");
    assert_eq!(stage.head(&cast.youssef, cast.qatra.id).await, before, "nothing was written or taken away");
    assert_eq!(amal.call("ventures/withdraw", &[("venture", &qatra)]).await.status, 404, "once is enough");
}

#[tokio::test]
async fn the_last_one_is_told_that_the_venture_stays_with_the_mentor() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, youssef, nadia) = (stage.enter(&cast.amal).await, stage.enter(&cast.youssef).await, stage.enter(&cast.nadia).await);
    let qatra = cast.qatra.id.to_string();
    youssef.keep("fikra-lang", "fr");
    // Both read the page while the other was still there.
    amal.form("/api/ventures/withdraw", &[("venture", &qatra)]).await;
    let untold = youssef.form("/api/ventures/withdraw", &[("venture", &qatra)]).await;
    assert_eq!(untold.leads(), format!("/v/{qatra}?last={}", cast.youssef.id));
    let page = youssef.get(&untold.leads()).await;
    assert!(page.status == 200 && page.body.contains("la dernière personne"), "nothing was done, and the page says what it means");
    let told = youssef.form("/api/ventures/withdraw", &[("venture", &qatra), ("told", "yes")]).await;
    assert_eq!(told.leads(), "/today?left=1");
    let page = nadia.get(&format!("/v/{qatra}")).await;
    assert!(page.status == 200 && page.body.contains("0/5") && page.body.contains("Personne dans l'équipe"), "{}", page.body);
    let fields = [("venture", qatra.as_str()), ("person", &cast.salma.id.to_string()), ("part", "")];
    assert_eq!(nadia.call("ventures/add_teammate", &fields).await.status, 200, "and the mentor entrusts it to somebody else");
}

#[tokio::test]
async fn a_mentor_moves_and_removes_members_and_nobody_else_does() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, salma, nadia) = (stage.enter(&cast.amal).await, stage.enter(&cast.salma).await, stage.enter(&cast.nadia).await);
    let (qatra, other) = (cast.qatra.id.to_string(), store::new_id().to_string());
    let made = [("id", other.as_str()), ("lang", "fr"), ("saw", "Séchoir")];
    assert_eq!(salma.form("/ventures/new", &made).await.status, 303);
    let youssef = cast.youssef.id.to_string();
    let way = |to: &str| [("venture", qatra.clone()), ("person", youssef.clone()), ("to", to.to_owned())];
    let call = async |web: &Web, name: &str, to: &str| {
        let fields = way(to);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        web.call(&format!("ventures/{name}"), &fields).await.status.as_u16()
    };
    assert_eq!(call(&amal, "move_teammate", &other).await, 404, "a teammate does not know the other team");
    assert_eq!(call(&amal, "remove_teammate", &other).await, 403);
    assert_eq!(call(&nadia, "move_teammate", &cast.zellige.to_string()).await, 404, "another group's team is not there");
    let member = stage.enter(&cast.youssef).await;
    let mut socket = stage.socket(&member, cast.qatra.id).await.expect("a socket");
    socket.hello(1, Seq(0)).await;
    assert!(nadia.get(&format!("/v/{qatra}")).await.body.contains("Séchoir"), "the other team is offered");
    assert_eq!(call(&nadia, "move_teammate", &other).await, 200);
    assert!(socket.closed().await < Duration::from_secs(5));
    assert_eq!(
        (member.get(&format!("/v/{qatra}")).await.status, member.get(&format!("/v/{other}")).await.status.as_u16()),
        (404.try_into().expect("a status"), 200)
    );
    assert_eq!(call(&nadia, "move_teammate", &other).await, 409, "they are not there any more");
    let remove = [("venture", other.as_str()), ("person", &youssef)];
    assert_eq!(nadia.form("/api/ventures/remove_teammate", &remove).await.leads(), format!("/v/{other}"));
    assert_eq!(member.get(&format!("/v/{other}")).await.status, 404);
    let last = [("venture", other.as_str()), ("person", &cast.salma.id.to_string())];
    assert_eq!(nadia.form("/api/ventures/remove_teammate", &last).await.leads(), format!("/v/{other}?last={}", cast.salma.id));
    assert_eq!(salma.get(&format!("/v/{other}")).await.status, 200, "nobody empties a team without being told");
}
