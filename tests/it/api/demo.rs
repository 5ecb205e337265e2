//! The doors of a demonstration: open where everybody is invented, and nowhere else.

use super::FOREIGN;
use acceptance::{
    Stage,
    cast::{CODE, GROUPS},
};

/// Each door, where it leads, and whose it is on the stage.
const DOORS: [(&str, &str, &str); 5] = [
    ("waiting", "/today#answers-title", "Amal"),
    ("first-day", "/welcome", "Badr Daoudi"),
    ("mentor", "/", "Nadia"),
    ("region", "/", "Samira"),
    ("nation", "/", "Driss"),
];

#[tokio::test]
async fn in_a_demonstration_one_tap_enters_as_somebody_invented() {
    let stage = Stage::invented().await;
    let first = stage.server.guest().get("/").await;
    for (door, leads, name) in DOORS {
        let web = stage.server.guest();
        assert!(first.body.contains(&format!("action=\"/demo/enter/{door}\"")), "{door} is on the first page");
        let answer = web.form(&format!("/demo/enter/{door}"), &[]).await;
        assert_eq!((answer.status.as_u16(), answer.location.as_deref()), (303, Some(leads)), "{door}: {}", answer.body);
        let me = web.get("/me").await;
        assert!(me.status == 200 && me.body.contains(name), "{door} leads to {name}");
    }
    let web = stage.server.guest();
    web.keep("fikra-lang", "ar");
    web.form("/demo/enter/mentor", &[]).await;
    assert!(web.get("/me").await.body.contains("<html lang=\"ar\""), "the page's language goes along");
}

#[tokio::test]
async fn a_door_opens_only_from_its_own_page_and_only_where_there_is_one() {
    let stage = Stage::invented().await;
    let web = stage.server.guest();
    assert_eq!(web.form_from("/demo/enter/mentor", &[], Some(FOREIGN)).await.status, 403);
    assert_eq!(web.form("/demo/enter/driss", &[]).await.status, 404);
    assert_eq!(web.get("/me").await.status, 401, "nobody came in");
}

#[tokio::test]
async fn in_a_demonstration_a_guest_plays_a_prototype_and_sees_nothing_else() {
    let stage = Stage::invented().await;
    let (web, qatra) = (stage.server.guest(), &stage.cast.qatra);
    let first = web.get("/demo/play").await;
    assert!(first.status == 200 && first.body.contains("Qatra mobile") && first.body.contains("Accueil"), "{}", first.body);
    let second = web.get(&format!("/demo/play?screen={}", qatra.screens[1])).await;
    assert!(second.status == 200 && second.body.contains("Alerte"));
    let none = web.get("/demo/play?screen=9-99").await;
    assert!(none.status == 200 && none.body.contains("Accueil"), "a screen that is not there is the first one");
    for path in ["", "/board", &format!("/prototypes/{}", qatra.prototype), &format!("/prototypes/{}/play", qatra.prototype)] {
        assert_eq!(web.get(&format!("/v/{}{path}", qatra.id)).await.status, 401, "{path}");
    }
}

#[tokio::test]
async fn a_server_without_invented_people_has_no_such_door() {
    let stage = Stage::set().await;
    let web = stage.server.guest();
    let first = web.get("/").await;
    assert!(first.status == 200 && !first.body.contains("/demo/"), "none on the page");
    for (door, ..) in DOORS {
        assert_eq!(web.form(&format!("/demo/enter/{door}"), &[]).await.status, 404, "none behind {door}");
    }
    assert_eq!(web.get("/demo/play").await.status, 404);
    assert_eq!(web.get("/me").await.status, 401);
}

#[tokio::test]
async fn whoever_came_in_by_a_door_is_told_so_on_each_page_and_may_change() {
    let stage = Stage::invented().await;
    let way = "href=\"/demo\"";
    let web = stage.server.guest();
    web.form("/demo/enter/waiting", &[]).await;
    let board = format!("/v/{}/board", stage.cast.qatra.id);
    for page in ["/today", "/me", board.as_str()] {
        assert!(web.get(page).await.body.contains(way), "{page}");
    }
    assert!(web.get("/demo").await.body.contains("action=\"/demo/enter/nation\""), "the doors, though somebody is in");
    assert_eq!(web.form("/demo/enter/mentor", &[]).await.status, 303);
    assert!(web.get("/me").await.body.contains("Nadia"), "another role with one tap");
    web.form("/sign-out", &[]).await;
    assert!(!stage.enter(&stage.cast.nadia).await.get("/me").await.body.contains(way), "who signed in by name came by no door");
    let real = Stage::set().await;
    let nadia = real.enter(&real.cast.nadia).await;
    nadia.keep("fikra-door", "1");
    assert!(!nadia.get("/me").await.body.contains(way), "where people are real there is no such line, whatever a browser says");
    assert_eq!(nadia.get("/demo").await.status, 404);
}

#[tokio::test]
async fn every_visit_has_a_first_day_and_two_at_once_have_two() {
    let stage = Stage::invented().await;
    let mut visits = Vec::new();
    for _ in 0..4 {
        let web = stage.server.guest();
        assert_eq!(web.form("/demo/enter/first-day", &[]).await.location.as_deref(), Some("/welcome"));
        assert_eq!(web.get("/welcome").await.status, 200, "the three first screens");
        visits.push(web);
    }
    let start = [("id", store::new_id().to_string()), ("lang", "fr".to_owned()), ("saw", "L'eau coule la nuit.".to_owned())];
    let start: Vec<(&str, &str)> = start.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(visits[0].form("/ventures/new", &start).await.status, 303, "the first of them begins a venture");
    let zineb = [("group", GROUPS[0]), ("number", "4"), ("code", CODE)];
    let entered = stage.server.guest().form("/api/accounts/enter_with_code", &zineb).await.leads();
    assert_eq!(entered, "/welcome", "nobody's card is used up");
    let groups = stage.enter(&stage.cast.nadia).await.get("/groups").await;
    assert!(groups.body.contains("DEMO"), "the mentor behind the door accompanies them");
}
