//! The staff's acts: a mentor for a group, a message to a mentor, a list for a spreadsheet; each within the scope and no further.

use acceptance::{Stage, cast::Person, web::Web};

async fn assigned(web: &Web, stage: &Stage, group: usize, mentor: &Person) -> u16 {
    let (group, mentor) = (stage.cast.groups[group].to_string(), mentor.id.to_string());
    web.call("portfolio/assign", &[("group", &group), ("mentor", &mentor)]).await.status.as_u16()
}

#[tokio::test]
async fn a_mentor_is_assigned_within_the_scope() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (driss, samira, rachid) = (stage.enter(&cast.driss).await, stage.enter(&cast.samira).await, stage.enter(&cast.rachid).await);
    assert_eq!(stage.enter(&cast.nadia).await.get(&format!("/v/{}", cast.argan)).await.status, 404);
    assert!(driss.get("/portfolio?need=mentor").await.body.contains("Argan"));
    assert!(!samira.get("/portfolio?need=mentor").await.body.contains("Argan"), "another region");
    assert_eq!(assigned(&samira, &stage, 2, &cast.nadia).await, 404);
    assert_eq!(assigned(&rachid, &stage, 2, &cast.nadia).await, 422, "she accompanies nobody in his region");
    assert_eq!(assigned(&driss, &stage, 2, &cast.amal).await, 422, "a trainee is no mentor");
    for _ in 0..2 {
        assert_eq!(assigned(&driss, &stage, 2, &cast.nadia).await, 200);
    }
    assert_eq!(stage.enter(&cast.nadia).await.get(&format!("/v/{}", cast.argan)).await.status, 200, "she sees it now");
    assert!(!driss.get("/portfolio?need=mentor").await.body.contains("Argan"));
}

#[tokio::test]
async fn a_list_for_a_spreadsheet_holds_what_the_page_holds() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let amal = stage.enter(&cast.amal).await;
    let (venture, evil) = (cast.qatra.id.to_string(), "=HYPERLINK(\"http://evil.test\";\"Qatra\")");
    amal.call("ventures/edit", &[("venture", &venture), ("name", evil), ("idea", ""), ("theme", "water"), ("place", "")]).await;
    let samira = stage.enter(&cast.samira).await;
    let table = samira.get("/portfolio.csv").await;
    assert_eq!((table.status.as_u16(), table.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert!(table.body.starts_with('\u{feff}') && table.body.lines().count() == 3, "a head and two ventures: {}", table.body);
    assert!(table.body.contains("\"'=HYPERLINK(\"\"http://evil.test\"\";\"\"Qatra\"\")\""), "{}", table.body);
    assert!(table.body.contains(&format!("{}/portfolio/{venture}", samira.base)), "each row says where it is read");
    assert!(table.body.contains("Nadia El Amrani") && !table.body.contains("Argan") && !table.body.contains("Amal"));
    assert_eq!(samira.get("/portfolio.csv?theme=crafts&region=MA-06").await.body.lines().count(), 1, "a filter opens no scope");
    for (person, status) in [(&cast.nadia, 403), (&cast.amal, 403)] {
        assert_eq!(stage.enter(person).await.get("/portfolio.csv").await.status, status, "{}", person.name);
    }
}

#[tokio::test]
async fn a_message_stays_between_staff_and_mentor() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (samira, nadia) = (stage.enter(&cast.samira).await, stage.enter(&cast.nadia).await);
    let (id, venture, to) = (store::new_id().to_string(), cast.qatra.id.to_string(), cast.nadia.id.to_string());
    let write = |words: &str| [("id", id.clone()), ("venture", venture.clone()), ("to", to.clone()), ("words", words.to_owned())];
    let send = async |words: &str| {
        let fields = write(words);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        samira.call("notices/write", &fields).await.status.as_u16()
    };
    assert_eq!(send("  ").await, 422);
    assert_eq!(send(&"a".repeat(1_001)).await, 422);
    assert_eq!(send("Une équipe attend depuis neuf jours.").await, 200);
    assert!(nadia.get("/feedback").await.body.contains("Une équipe attend"));
    let page = format!("/notices?venture={venture}");
    for seen in [page.clone(), format!("/v/{venture}")] {
        assert!(nadia.get(&seen).await.body.contains("Une équipe attend"), "{seen}");
    }
    assert!(samira.get(&format!("/portfolio/{venture}")).await.body.contains("Une équipe attend"));
    for (person, status) in [(&cast.amal, 403), (&cast.hassan, 404), (&cast.rachid, 404)] {
        assert_eq!(stage.enter(person).await.get(&page).await.status, status, "{}", person.name);
    }
    assert!(!stage.enter(&cast.amal).await.get(&format!("/v/{venture}")).await.body.contains("Une équipe attend"));
    let fresh = store::new_id().to_string();
    assert_eq!(samira.call("notices/answer", &[("notice", &id), ("id", &fresh), ("words", "Moi")]).await.status, 403);
    assert_eq!(nadia.call("notices/answer", &[("notice", &id), ("id", &fresh), ("words", "Je réponds ce soir.")]).await.status, 200);
    assert!(!nadia.get("/feedback").await.body.contains("Une équipe attend"), "an answer puts it away");
    assert!(samira.get("/portfolio").await.body.contains("Je réponds ce soir."));
}

#[tokio::test]
async fn a_name_is_corrected_by_those_near_it() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (salma, nadia_id) = (cast.salma.id.to_string(), cast.nadia.id.to_string());
    let (samira, nadia) = (stage.enter(&cast.samira).await, stage.enter(&cast.nadia).await);
    assert!(nadia.get(&format!("/groups/{}", cast.groups[0])).await.body.contains(&format!("/people/{salma}")), "the list leads to it");
    let page = format!("/people/{salma}?corrected");
    let renamed = nadia.form("/api/groups/rename", &[("person", &salma), ("name", " Salma\u{202E}  Bennani ")]).await;
    assert_eq!(renamed.leads(), page);
    assert!(nadia.get(&page).await.body.contains("Salma Bennani"));
    for (name, status) in [(" \u{202E} ", 422), ("a".repeat(121).as_str(), 422), ("Salma B.", 200)] {
        assert_eq!(nadia.call("groups/rename", &[("person", &salma), ("name", name)]).await.status, status, "{name}");
    }
    let own = nadia.call("groups/rename", &[("person", &nadia_id), ("name", "Nadia Reine")]).await;
    assert_eq!(own.status, 404, "her own is the staff's to correct");
    let taken = samira.call("groups/rename", &[("person", &nadia_id), ("name", "hassan alami")]).await;
    assert_eq!(taken.status, 409, "somebody enters by it");
    assert_eq!(samira.call("groups/rename", &[("person", &nadia_id), ("name", "Nadia Amrani")]).await.status, 200);
    assert!(samira.get(&format!("/portfolio/{}", cast.qatra.id)).await.body.contains("Nadia Amrani"));
    for who in [&cast.amal, &cast.hassan, &cast.rachid] {
        let web = stage.enter(who).await;
        assert_eq!(web.get(&format!("/people/{salma}")).await.status, 404, "{}", who.name);
        assert_eq!(web.call("groups/rename", &[("person", &salma), ("name", "X")]).await.status, 404, "{}", who.name);
    }
    let (id, about) = (store::new_id().to_string(), format!("person-{salma}"));
    let fields = [("id", id.as_str()), ("about", about.as_str()), ("reason", "hurts"), ("words", "")];
    assert_eq!(stage.enter(&cast.amal).await.call("reports/send", &fields).await.status, 200);
    assert!(samira.get("/reports").await.body.contains(&format!("/people/{salma}")), "and the report leads to it");
}

#[tokio::test]
async fn staff_filter_by_mentor_and_read_whole_lists_of_groups() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let driss = stage.enter(&cast.driss).await;
    let nadias = driss.get(&format!("/portfolio?mentor={}", cast.nadia.id)).await.body;
    assert!(nadias.contains(&format!("/portfolio/{}", cast.qatra.id)) && !nadias.contains(&format!("/portfolio/{}", cast.zellige)));
    assert!(nadias.contains("selected") && nadias.contains("Nadia El Amrani (1)"), "the choice stands in the form, counted");
    let table = driss.get(&format!("/portfolio.csv?mentor={}", cast.hassan.id)).await.body;
    assert!(table.contains("Zellige") && !table.contains("Qatra"), "the file holds what the page holds");
    let orphans = driss.get("/portfolio/groups?need=mentor").await.body;
    assert!(orphans.contains("CAS-A1") && !orphans.contains("OUJ-A1"), "{orphans}");
    assert!(!stage.enter(&cast.samira).await.get("/portfolio/groups?need=mentor").await.body.contains("CAS-A1"), "another region");
    assert!(driss.get("/portfolio").await.body.contains("href=\"/portfolio#list\""), "the count leads to what it counts");
    let page = format!("/v/{}", cast.qatra.id);
    let shares = |body: &str| body.contains("/share?what=");
    assert!(!shares(&driss.get(&page).await.body) && !shares(&driss.get(&format!("/portfolio/{}", cast.qatra.id)).await.body));
    assert!(shares(&stage.enter(&cast.amal).await.get(&page).await.body));
}
