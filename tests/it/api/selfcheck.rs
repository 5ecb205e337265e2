//! The private self-check over HTTP: three side by side, deleted by its person, and not there for anybody else.

use acceptance::{Stage, web::Web};

async fn fill(web: &Web, id: &str, step: &str, words: &str) {
    let fields = [("id", id), ("answers[opportunity]", step), ("answers[goal]", words)];
    let answer = web.form("/api/selfcheck/save", &fields).await;
    assert_eq!(answer.leads(), "/self-check?kept=1", "{}", answer.body);
}

#[tokio::test]
async fn three_dated_ones_stand_side_by_side_and_each_can_be_deleted() {
    let stage = Stage::set().await;
    let salma = stage.enter(&stage.cast.salma).await;
    let ids: Vec<String> = (0..4).map(|_| store::new_id().to_string()).collect();
    for (id, step) in ids.iter().zip(["1", "2", "3", "4"]) {
        fill(&salma, id, step, &format!("progrès {step}")).await;
    }
    let page = salma.get("/self-check").await.body;
    let table = page.split("<table class=\"beside\">").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    assert_eq!(table.matches("<time>").count(), 3, "three dates");
    let places: Vec<_> = ["Parfois", "Souvent", "Presque toujours"].iter().map(|word| table.find(word)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "the oldest first, in words: {places:?}");
    assert!(!table.contains("Rarement") && page.contains("progrès 1"), "the fourth is folded, not lost");
    let gone = salma.form("/api/selfcheck/delete", &[("id", &ids[3])]).await;
    assert_eq!(gone.leads(), "/self-check?deleted=1");
    let page = salma.get("/self-check?deleted=1").await.body;
    assert!(!page.contains("progrès 4") && page.contains("progrès 1") && page.contains("Il n'en reste rien"));
    assert_eq!(salma.call("selfcheck/delete", &[("id", &ids[3])]).await.status, 404, "gone is gone");
}

#[tokio::test]
async fn somebody_elses_self_check_is_not_there_whoever_asks() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let salma = stage.enter(&cast.salma).await;
    let id = store::new_id().to_string();
    fill(&salma, &id, "3", "rien que pour moi").await;
    assert_eq!(stage.server.guest().call("selfcheck/delete", &[("id", &id)]).await.status, 401);
    for person in [&cast.amal, &cast.youssef, &cast.karim, &cast.nadia, &cast.hassan, &cast.samira, &cast.rachid, &cast.driss] {
        let web = stage.enter(person).await;
        assert_eq!(web.call("selfcheck/delete", &[("id", &id)]).await.status, 404, "{} deletes nothing", person.name);
        let save = web.call("selfcheck/save", &[("id", &id), ("answers[opportunity]", "1")]).await.status.as_u16();
        assert!(save == 404 || save == 403, "{} writes over nothing: {save}", person.name);
        assert!(!web.get("/self-check").await.body.contains("rien que pour moi"), "{}", person.name);
    }
    let page = salma.get("/self-check").await.body;
    assert!(page.contains("rien que pour moi") && page.contains("Souvent"), "all of it is still there");
}
