//! What is reported is read by the staff in scope and by nobody else, never by whose it is; what is taken out is gone for everybody.

use acceptance::{Stage, picture, web::Web};

async fn report(web: &Web, about: &str) -> u16 {
    let id = store::new_id().to_string();
    let fields = [("id", id.as_str()), ("about", about), ("reason", "hurts"), ("words", "Cela me vise.")];
    web.form("/api/reports/send", &fields).await.status.as_u16()
}

/// The id of the first open report on the staff's page.
fn first(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"report\" value=\"").expect("an open report");
    rest.chars().take(36).collect()
}

#[tokio::test]
async fn a_report_is_seen_by_the_staff_in_scope_only() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, nadia) = (stage.enter(&cast.amal).await, stage.enter(&cast.nadia).await);
    let board = nadia.ask("feedback/of_venture", &format!("?venture={}", cast.qatra.id)).await.json();
    let remark = format!("remark-{}", board[0]["remarks"][0]["id"].as_str().expect("a remark"));
    assert_eq!(nadia.get(&format!("/report?about={remark}")).await.status, 403, "it is her own");
    for stranger in [&cast.karim, &cast.hassan, &cast.rachid] {
        let web = stage.enter(stranger).await;
        assert_eq!(web.get(&format!("/report?about={remark}")).await.status, 404, "{}", stranger.name);
        assert_eq!(
            web.call("reports/send", &[("id", &store::new_id().to_string()), ("about", &remark), ("reason", "hurts"), ("words", "")])
                .await
                .status,
            404
        );
    }
    let page = amal.get(&format!("/report?about={remark}")).await;
    assert!(page.body.contains("Qui d'autre ?") || page.body.contains("Qui d&#x27;autre ?"), "it is quoted");
    for _ in 0..2 {
        assert_eq!(report(&amal, &remark).await, 302, "once or twice, it arrives");
    }
    let received = amal.get(&format!("/report?about={remark}")).await.body;
    assert!(!received.contains("name=\"reason\""), "it is not asked for again");

    let samira = stage.enter(&cast.samira).await;
    let listed = samira.get("/reports").await.body;
    assert_eq!(listed.matches("class=\"card report\"").count(), 1);
    assert!(listed.contains("Amal Berrada") && listed.contains("Cela me vise."));
    let rachid = stage.enter(&cast.rachid).await;
    assert!(!rachid.get("/reports").await.body.contains("Amal Berrada"), "another region knows nothing");
    for (person, status) in [(&cast.nadia, 403), (&cast.amal, 403)] {
        assert_eq!(stage.enter(person).await.get("/reports").await.status, status);
    }
    let id = first(&listed);
    let settle = [("report", id.as_str()), ("outcome", "redacted"), ("answer", "Retiré.")];
    for (person, status) in [(&cast.rachid, 404), (&cast.nadia, 404), (&cast.amal, 404)] {
        assert_eq!(stage.enter(person).await.call("reports/settle", &settle).await.status, status, "{}", person.name);
    }
    assert_eq!(samira.form("/api/reports/settle", &settle).await.leads(), "/reports");
    let board = amal.ask("feedback/of_venture", &format!("?venture={}", cast.qatra.id)).await.json();
    assert_eq!(board[0]["remarks"][0]["words"], "███ ███████ █");
}

#[tokio::test]
async fn a_name_that_was_corrected_since_is_settled_by_the_staff_with_one_tap() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, nadia, samira) = (stage.enter(&cast.amal).await, stage.enter(&cast.nadia).await, stage.enter(&cast.samira).await);
    let salma = cast.salma.id.to_string();
    assert_eq!(report(&amal, &format!("person-{salma}")).await, 302);
    let id = first(&samira.get("/reports").await.body);
    let settle = [("report", id.as_str()), ("outcome", "corrected"), ("answer", "")];
    assert!(!samira.form("/api/reports/settle", &settle).await.status.is_redirection(), "nothing was corrected yet");
    assert!(nadia.form("/api/groups/rename", &[("person", &salma), ("name", "Salma Corrigée")]).await.status.is_redirection());
    let open = samira.get("/reports").await.body;
    let (_, block) = open.split_once("report-corrected").expect("it says that the name was corrected");
    let (_, names) = block.split_once(cast.salma.name.as_str()).expect("what was reported");
    assert!(names.contains("Salma Corrigée"), "and what it is now");
    assert_eq!(nadia.call("reports/settle", &settle).await.status, 404, "who corrected it does not settle it");
    assert_eq!(samira.form("/api/reports/settle", &settle).await.leads(), "/reports");
    assert!(!samira.get("/reports").await.body.contains("report-corrected"), "it is settled");
}

#[tokio::test]
async fn a_picture_that_is_taken_out_is_gone() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, nadia, samira) = (stage.enter(&cast.amal).await, stage.enter(&cast.nadia).await, stage.enter(&cast.samira).await);
    let told = amal.upload(&format!("/upload/{}", cast.qatra.id), "p.png", "image/png", picture::striped(300, 200)).await.json();
    let asset = told["asset"].as_str().expect("its name").to_owned();
    assert_eq!(report(&amal, &format!("picture-{asset}")).await, 403);
    assert!(!samira.get("/reports").await.body.contains(&asset), "nobody reports what is their own");
    assert_eq!(report(&nadia, &format!("picture-{asset}")).await, 302);
    let id = first(&samira.get("/reports").await.body);
    let settle = |outcome: &'static str| [("report", id.clone()), ("outcome", outcome.to_owned()), ("answer", "Retirée.".to_owned())];
    for outcome in ["redacted", "fine"] {
        let fields = settle(outcome);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        samira.form("/api/reports/settle", &fields).await;
    }
    assert_eq!(stage.ground.pictures_kept(), 0, "its bytes are gone before anybody asks for it");
    for web in [&amal, &nadia, &samira] {
        let gone = web.get(&format!("/files/{asset}")).await;
        assert_eq!((gone.status.as_u16(), gone.header("content-type")), (410, "image/svg+xml"));
    }
    assert_eq!(nadia.get(&format!("/report?about=picture-{asset}")).await.status, 200, "who reported reads what became of it");
}

#[tokio::test]
async fn a_phone_asks_again_within_minutes_and_pays_a_picture_once() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, nadia, samira) = (stage.enter(&cast.amal).await, stage.enter(&cast.nadia).await, stage.enter(&cast.samira).await);
    let told = amal.upload(&format!("/upload/{}", cast.qatra.id), "p.png", "image/png", picture::striped(300, 200)).await.json();
    let asset = told["asset"].as_str().expect("its name").to_owned();
    let path = format!("/files/{asset}");
    let first = nadia.get(&path).await;
    let (tag, fresh) = (first.header("etag").to_owned(), first.header("cache-control").to_owned());
    assert!(tag.contains(&asset) && fresh.starts_with("private, max-age=") && fresh.ends_with("must-revalidate"), "{tag} {fresh}");
    let seconds: u32 = fresh.split(['=', ',']).nth(2).and_then(|n| n.parse().ok()).expect("seconds");
    assert!(seconds <= 300, "a removal reaches every phone within minutes: {fresh}");
    for tags in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
        let again = nadia.ask_again(&path, &tags).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{tags}");
        assert_eq!(again.header("etag"), tag);
    }
    assert_eq!(nadia.ask_again(&path, "\"other\"").await.status, 200);
    let karim = stage.enter(&cast.karim).await;
    assert_eq!(karim.ask_again(&path, &tag).await.status, 404, "a tag opens nothing");

    report(&nadia, &format!("picture-{asset}")).await;
    let id = first_report(&samira).await;
    samira.form("/api/reports/settle", &[("report", &id), ("outcome", "redacted"), ("answer", "Retirée.")]).await;
    let gone = nadia.ask_again(&path, &tag).await;
    assert_eq!((gone.status.as_u16(), gone.header("cache-control")), (410, "no-store"), "whoever has it is told that it is gone");
}

#[tokio::test]
async fn bytes_that_the_disk_did_not_give_up_go_at_the_next_start() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, nadia, samira) = (stage.enter(&cast.amal).await, stage.enter(&cast.nadia).await, stage.enter(&cast.samira).await);
    let told = amal.upload(&format!("/upload/{}", cast.qatra.id), "p.png", "image/png", picture::striped(300, 200)).await.json();
    let asset = told["asset"].as_str().expect("its name").to_owned();
    let file = stage.ground.pictures().join(&asset[..2]).join(format!("{asset}.jpg"));
    let bytes = std::fs::read(&file).expect("its bytes");
    report(&nadia, &format!("picture-{asset}")).await;
    let id = first_report(&samira).await;
    samira.form("/api/reports/settle", &[("report", &id), ("outcome", "redacted"), ("answer", "Retirée.")]).await;
    // As after a backup that was put back, or a disk that refused.
    std::fs::write(&file, bytes).expect("written");
    let Stage { server, ground, .. } = stage;
    server.stop().await;
    acceptance::Server::start(&ground).await.stop().await;
    assert_eq!(ground.pictures_kept(), 0);
}

async fn first_report(staff: &Web) -> String {
    first(&staff.get("/reports").await.body)
}
