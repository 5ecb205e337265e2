//! Starting a venture by one question, over HTTP: one venture however often it is sent, and no answer that is lost.

use acceptance::{
    Stage,
    web::{Answer, Web},
};
use board::{Document, id::Seq, record::TextKey, wire::Missing};

async fn start(web: &Web, id: &str, lang: &str, saw: &str) -> Answer {
    web.form("/ventures/new", &[("id", id), ("lang", lang), ("saw", saw)]).await
}

/// The board as a member's socket is told it.
async fn on_board(stage: &Stage, web: &Web, id: &str) -> Document {
    let mut socket = stage.socket(web, id.parse().expect("an id")).await.expect("a member's socket");
    match socket.hello(9, Seq(0)).await.missing {
        Missing::Snapshot(bytes) => Document::from_snapshot(&bytes).expect("a board"),
        Missing::Since(log) => log.iter().fold(Document::default(), |mut document, envelope| {
            document.apply(envelope).expect("an accepted operation");
            document
        }),
    }
}

fn scene(document: &Document) -> Vec<String> {
    document.frames().map(|frame| frame.text(&TextKey::Block("scene".into())).to_owned()).collect()
}

#[tokio::test]
async fn an_answer_is_on_the_board_and_the_next_block_waits() {
    let stage = Stage::set().await;
    let (salma, id) = (stage.enter(&stage.cast.salma).await, store::new_id().to_string());
    let saw = "الماء يضيع ليلا قرب السوق، والمضخة تدور ولا أحد يراها";
    let started = start(&salma, &id, "ar", saw).await;
    let place = started.location.expect("a board");
    let frame = on_board(&stage, &salma, &id).await.frames().map(|frame| frame.id.to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!((started.status.as_u16(), place.clone()), (303, format!("/v/{id}/board?write={frame}-who#r-{frame}-who")));
    let board = salma.get(place.split('#').next().expect("a path")).await.body;
    assert!(board.contains(saw) && board.contains(&format!("id=\"r-{frame}-who\"")), "readable without a script");
    let document = on_board(&stage, &salma, &id).await;
    assert_eq!(scene(&document), [saw]);
    let direction = document.frames().next().and_then(|frame| frame.template()).map(|(_, _, direction)| direction);
    assert_eq!(direction, Some(board::record::Direction::Rtl), "the sheet runs as the question did, whatever the page's language is now");
    let page = salma.get(&format!("/v/{id}")).await.body;
    assert!(page.contains("?name=1#edit"), "the venture asks for a name");
    assert!(board.contains("board-unnamed"), "and so does its board");
    let named = [("venture", id.as_str()), ("name", "Qatra 2"), ("idea", saw), ("theme", ""), ("place", "")];
    assert_eq!(salma.form("/api/ventures/edit", &named).await.leads(), format!("/v/{id}"), "the theme waits");
    assert!(!salma.get(&format!("/v/{id}")).await.body.contains("?name=1#edit"), "it has one");
}

#[tokio::test]
async fn the_place_of_a_venture_is_its_schools_until_the_team_says_otherwise() {
    let stage = Stage::set().await;
    let (salma, id) = (stage.enter(&stage.cast.salma).await, store::new_id().to_string());
    start(&salma, &id, "fr", "Le bus ne passe plus.").await;
    let page = salma.get(&format!("/v/{id}")).await.body;
    assert!(page.contains("<bdi>Oujda"));
}

#[tokio::test]
async fn an_answer_sent_twice_starts_one_venture() {
    let stage = Stage::set().await;
    let (salma, id) = (stage.enter(&stage.cast.salma).await, store::new_id().to_string());
    let saw = "Le puits est loin.";
    let (one, two) = tokio::join!(start(&salma, &id, "fr", saw), start(&salma, &id, "fr", saw));
    let again = start(&salma, &id, "fr", saw).await;
    assert_eq!((one.leads(), two.leads()), (again.leads(), again.leads()));
    let document = on_board(&stage, &salma, &id).await;
    assert_eq!(scene(&document), [saw]);
    assert_eq!(document.visible().count(), 1, "nothing beside the sheet");
    assert!(salma.get("/today").await.body.contains(&format!("href=\"/v/{id}\"")));
    let amal = stage.enter(&stage.cast.amal).await;
    assert_eq!(start(&amal, &id, "fr", "Volé").await.status, 409, "an id that is somebody else's");
    assert_eq!(amal.get(&format!("/v/{id}")).await.status, 404, "stays somebody else's");
}

#[tokio::test]
async fn who_goes_back_and_writes_something_else_finds_both_on_the_board() {
    let stage = Stage::set().await;
    let (salma, id) = (stage.enter(&stage.cast.salma).await, store::new_id().to_string());
    start(&salma, &id, "fr", "Le puits est loin.").await;
    let other = "Le puits est loin et la corde est usée.";
    let (one, two) = tokio::join!(start(&salma, &id, "fr", other), start(&salma, &id, "fr", other));
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303));
    let document = on_board(&stage, &salma, &id).await;
    assert_eq!(scene(&document), ["Le puits est loin."]);
    let free: Vec<&str> = document.free().map(|note| note.words()).collect();
    assert_eq!(free, [other], "once");
}

#[tokio::test]
async fn an_answer_that_starts_nothing_is_still_in_its_field() {
    let stage = Stage::set().await;
    let (salma, id) = (stage.enter(&stage.cast.salma).await, store::new_id().to_string());
    for (saw, said) in [("", "Une phrase suffit"), (" \n ", "Une phrase suffit"), ("\u{202E}", "Une phrase suffit")] {
        let back = start(&salma, &id, "fr", saw).await;
        assert_eq!(back.status, 422);
        assert!(back.body.contains(said) && back.body.contains(&format!("value=\"{id}\"")), "{saw:?}");
    }
    let long = format!("{}fin", "م".repeat(4998));
    let back = start(&salma, &id, "ar", &long).await;
    assert_eq!(back.status, 422);
    assert!(back.body.contains(&long) && back.body.contains("Rien n'est perdu") && back.body.contains("value=\"ar\""));
    assert_eq!(salma.get(&format!("/v/{id}")).await.status, 404, "nothing was written");
    let turned = "Le puits \u{202E}est loin";
    let place = start(&salma, &id, "fr", turned).await;
    assert_eq!(place.status, 303);
    let page = salma.get(&format!("/v/{id}")).await.body;
    assert!(page.contains("<bdi>Le puits est loin"), "its name turns nothing");
    assert_eq!(scene(&on_board(&stage, &salma, &id).await), [turned], "its words are as they were typed");
    assert_eq!(start(&salma, "not-an-id", "fr", "Le puits").await.status, 422);
}

#[tokio::test]
async fn who_goes_back_and_answers_the_same_again_has_one_venture() {
    let stage = Stage::set().await;
    let salma = stage.enter(&stage.cast.salma).await;
    let (first, second, other) = (store::new_id().to_string(), store::new_id().to_string(), store::new_id().to_string());
    let saw = "Le bus ne passe plus.";
    let there = start(&salma, &first, "fr", saw).await.location.expect("a board");
    assert_eq!(start(&salma, &second, "fr", saw).await.location, Some(there), "the same board again");
    assert_eq!(salma.get(&format!("/v/{second}")).await.status, 404);
    assert!(
        start(&salma, &other, "fr", "La pompe fuit.").await.location.is_some_and(|there| there.contains(&other)),
        "another idea is another"
    );
}

#[tokio::test]
async fn the_first_day_has_one_step_with_its_minutes_its_reason_and_an_example() {
    let stage = Stage::set().await;
    let day = stage.enter(&stage.cast.salma).await.get("/today").await.body;
    assert_eq!(day.matches("next-step-word").count(), 1, "one");
    assert!(day.contains("Prochaine étape · 45\u{a0}min") || day.contains("Prochaine étape · 45 min"), "{day}");
    assert!(day.contains("Pourquoi\u{a0}?") && day.contains("/example?sheet=problem-map") && day.contains("href=\"/ventures/new\""));
}
