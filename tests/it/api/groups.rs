//! A mentor's groups: a new card is shown once, to the mentor of the group, and ends what was before it.

use acceptance::Stage;
use board::id::Seq;
use std::time::Duration;

/// A one-time code as it is printed, found in a page.
fn printed_code(body: &str) -> Option<&str> {
    let is_code =
        |text: &str| text.bytes().enumerate().all(|(at, b)| if at == 4 { b == b'-' } else { b.is_ascii_uppercase() || b.is_ascii_digit() });
    body.split(['<', '>']).map(str::trim).find(|text| text.len() == 9 && is_code(text))
}

#[tokio::test]
async fn a_new_card_is_shown_once_and_ends_what_was_before() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (nadia, amal) = (stage.enter(&cast.nadia).await, stage.enter(&cast.amal).await);
    let mut socket = stage.socket(&amal, cast.qatra.id).await.expect("a socket");
    socket.hello(1, Seq(0)).await;
    let given = nadia.form("/api/groups/reset_code", &[("person", &cast.amal.id.to_string())]).await;
    assert_eq!(given.status, 302, "{}", given.body);
    let page = given.location.clone().expect("the page with the card");
    let shown = nadia.get(&page).await;
    let code = printed_code(&shown.body).expect("the card").to_owned();
    assert!(!page.contains(&code) && !page.contains(&code.replace('-', "")), "a code is never in an address");
    assert_eq!(shown.header("cache-control"), "no-store");
    assert_eq!(printed_code(&nadia.get(&page).await.body), None, "it is shown once");
    assert_eq!(amal.get("/me").await.status, 401);
    let took = socket.closed().await;
    assert!(took < Duration::from_secs(5), "the open board is closed: {took:?}");
    let again = stage.server.guest();
    let entered = again.form("/api/accounts/enter_with_code", &[("group", "OUJ-A1"), ("number", "1"), ("code", &code)]).await;
    assert_eq!(entered.leads(), "/welcome");
}

#[tokio::test]
async fn cards_are_given_by_the_mentor_of_the_group() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let amal = stage.enter(&cast.amal).await;
    for (who, whom, status) in [
        (&cast.hassan, cast.amal.id, 404),
        (&cast.nadia, cast.karim.id, 404),
        (&cast.nadia, cast.hassan.id, 404),
        (&cast.nadia, shared::ids::PersonId(store::new_id()), 404),
        (&cast.samira, cast.amal.id, 403),
        (&cast.youssef, cast.amal.id, 403),
    ] {
        let answer = stage.enter(who).await.call("groups/reset_code", &[("person", &whom.to_string())]).await;
        assert_eq!(answer.status, status, "{} for {whom}", who.name);
        assert_eq!(answer.header("set-cookie"), "");
    }
    assert_eq!(amal.get("/me").await.status, 200, "nothing happened to her");
    let (nadia, hassan) = (stage.enter(&cast.nadia).await.get("/groups").await, stage.enter(&cast.hassan).await.get("/groups").await);
    assert!(nadia.body.contains("OUJ-A1") && !nadia.body.contains("BER-A1"));
    assert!(hassan.body.contains("BER-A1") && !hassan.body.contains("OUJ-A1") && !hassan.body.contains("Qatra"));
}
