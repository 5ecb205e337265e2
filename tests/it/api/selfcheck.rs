//! The private self-check over HTTP: one a day, three days side by side, deleted by its person, and not there for anybody else.

use acceptance::{
    Stage,
    cast::{Cast, now},
    ground::{Engine, Ground},
    server::Server,
    web::Web,
};
use shared::{
    Millis,
    access::{OwnSelfCheck, allow},
    ids::SelfCheckId,
};
use store::{Db, accounts, selfcheck};

async fn fill(web: &Web, id: &str, step: &str, words: &str) {
    let fields = [("id", id), ("answers[opportunity]", step), ("answers[goal]", words)];
    let answer = web.form("/api/selfcheck/save", &fields).await;
    assert_eq!(answer.leads(), "/self-check?kept=1", "{}", answer.body);
}

/// Salma's answers of some days before this one, and a server on them.
async fn after(days: &[(i64, &str)]) -> Stage {
    let ground = Ground::new(Engine::Sqlite);
    let cast = Cast::move_in(ground.database()).await;
    let db = Db::open(ground.database()).await.expect("the database");
    let token = accounts::open_session(&db, cast.salma.id, now()).await.expect("a session");
    let who = accounts::actor_of(&db, &token, now()).await.expect("reads").expect("somebody");
    for (days, step) in days {
        let permit = allow(&who, OwnSelfCheck { owner: who.person }).expect("one's own");
        let answers = [("opportunity", (*step).to_owned()), ("goal", format!("progrès {step}"))];
        let answers = answers.into_iter().map(|(block, said)| (block.to_owned(), said)).collect();
        let at = Millis(now().0 - days * Millis::DAY);
        selfcheck::save(&db, permit, SelfCheckId(store::new_id()), answers, None, at).await.expect("kept");
    }
    db.close().await;
    drop(db);
    Stage { server: Server::start(&ground).await, cast, ground }
}

fn table(page: &str) -> &str {
    page.split("<table class=\"beside\">").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table")
}

#[tokio::test]
async fn three_different_days_stand_side_by_side_and_each_can_be_deleted() {
    let stage = after(&[(90, "1"), (60, "2"), (30, "3")]).await;
    let salma = stage.enter(&stage.cast.salma).await;
    let id = store::new_id().to_string();
    for step in ["1", "4"] {
        fill(&salma, &id, step, &format!("aujourd'hui {step}")).await;
    }
    let page = salma.get("/self-check").await.body;
    assert!(page.contains("Un bilan par jour"), "the page says so");
    let columns = table(&page);
    assert_eq!(columns.matches("<time>").count(), 3, "three dates");
    let places: Vec<_> = ["Parfois", "Souvent", "Presque toujours"].iter().map(|word| columns.find(word)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "the oldest first, in words: {places:?}");
    assert!(!columns.contains("Rarement") && page.contains("progrès 1"), "the fourth day is folded, not lost");
    assert!(!page.contains("aujourd'hui 1"), "today's was replaced");
    let gone = salma.form("/api/selfcheck/delete", &[("id", &id)]).await;
    assert_eq!(gone.leads(), "/self-check?deleted=1");
    let page = salma.get("/self-check?deleted=1").await.body;
    assert!(!page.contains("aujourd'hui 4") && table(&page).contains("progrès 1") && page.contains("Il n'en reste rien"));
    assert_eq!(salma.call("selfcheck/delete", &[("id", &id)]).await.status, 404, "gone is gone");
}

#[tokio::test]
async fn the_form_opens_with_todays_answers_and_loses_none() {
    let stage = after(&[(30, "2")]).await;
    let salma = stage.enter(&stage.cast.salma).await;
    let form = |page: &str| {
        page.split("action=\"/api/selfcheck/save\"").nth(1).and_then(|rest| rest.split("</form>").next()).expect("a form").to_owned()
    };
    let hidden = |form: &str, name: &str| {
        let value = form.split(&format!("name=\"{name}\" value=\"")).nth(1)?.split('"').next()?;
        Some(value.to_owned())
    };
    let fresh = form(&salma.get("/self-check").await.body);
    assert!(!fresh.contains("checked") && hidden(&fresh, "seen").is_none(), "another day's answers are not filled in");
    fill(&salma, &hidden(&fresh, "id").expect("an id"), "3", "le matin").await;
    let again = form(&salma.get("/self-check").await.body);
    let (id, seen) = (hidden(&again, "id").expect("an id"), hidden(&again, "seen").expect("a moment"));
    assert!(again.contains("le matin") && again.matches("checked").count() == 1, "{again}");
    // A second tab, opened before: it answers something else.
    let (other, fields) = (store::new_id().to_string(), ("answers[ideas]", "4"));
    assert_eq!(salma.form("/api/selfcheck/save", &[("id", &other), fields]).await.leads(), "/self-check?kept=1");
    let both = form(&salma.get("/self-check").await.body);
    assert!(both.contains("le matin") && both.matches("checked").count() == 2, "what the second did not answer stays");
    // The form that opened with the first answers comes last: it has not seen the second ones.
    let fields = [("id", id.as_str()), ("seen", &seen), ("answers[opportunity]", "1"), ("answers[goal]", "le soir")];
    for _ in 0..2 {
        assert_eq!(salma.form("/api/selfcheck/save", &fields).await.leads(), "/self-check?kept=1");
    }
    let page = salma.get("/self-check").await.body;
    let last = form(&page);
    assert!(last.contains("le soir") && !last.contains("le matin") && last.matches("checked").count() == 2, "{last}");
    assert_eq!(table(&page).matches("<time>").count(), 2, "one day, one column");
    // Emptied by who saw it, a text is gone.
    let fields =
        [("id", id.as_str()), ("seen", &hidden(&last, "seen").expect("a moment")), ("answers[opportunity]", "1"), ("answers[goal]", "")];
    assert_eq!(salma.form("/api/selfcheck/save", &fields).await.leads(), "/self-check?kept=1");
    assert!(!salma.get("/self-check").await.body.contains("le soir"));
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
