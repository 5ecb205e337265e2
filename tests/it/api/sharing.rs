//! Sharing over HTTP: what a link opens for whom, and that it ends.

use acceptance::{Stage, picture, web::Web};

async fn links(web: &Web, stage: &Stage) -> String {
    web.get(&format!("/v/{}/share?what={}", stage.cast.qatra.id, stage.cast.qatra.prototype)).await.body
}

#[tokio::test]
async fn anybody_plays_by_the_teams_link_until_it_is_ended() {
    let stage = Stage::set().await;
    let (qatra, amal, guest) = (&stage.cast.qatra, stage.enter(&stage.cast.amal).await, stage.server.guest());
    let token = stage.play_link(&amal).await;
    let first = guest.get(&format!("/p/{token}")).await;
    assert_eq!(first.status, 200);
    assert!(first.body.contains("Accueil") && first.body.contains(&format!("?screen={}", qatra.screens[1])), "{}", first.body);
    assert_eq!(first.header("x-robots-tag"), "noindex, nofollow");
    assert!(!first.body.contains(".wasm") && !first.body.contains(&qatra.id.to_string()), "no program, and nothing of the venture");
    for hidden in ["Amal", "Youssef", acceptance::cast::WORDS] {
        assert!(!first.body.contains(hidden), "{hidden}");
    }
    let second = guest.get(&format!("/p/{token}?screen={}", qatra.screens[1])).await;
    assert!(second.status == 200 && second.body.contains("Alerte"));
    let shown = amal.get(&format!("/v/{}/share?what={}&link={token}", qatra.id, qatra.prototype)).await.body;
    assert!(shown.contains(&format!("{}/p/{token}", stage.base())), "the whole address, this once");
    let listed = links(&amal, &stage).await;
    assert!(!listed.contains(&token), "and never again");
    let (_, id) = listed.split_once("name=\"link\" value=\"").expect("a link that may be ended");
    let id = id.split('"').next().expect("its id").to_owned();
    let record = qatra.prototype.to_string();
    let end = |venture: String| [("venture", venture), ("link", id.clone()), ("prototype", record.clone())];
    let fields = end(stage.cast.zellige.to_string());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    stage.enter(&stage.cast.karim).await.form("/api/sharing/end", &fields).await;
    assert_eq!(guest.get(&format!("/p/{token}")).await.status, 200, "another venture's team ends nothing");
    let fields = end(qatra.id.to_string());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let ended = stage.enter(&stage.cast.nadia).await.form("/api/sharing/end", &fields).await;
    assert!(ended.leads().ends_with("&ended=1"), "its mentor may: {}", ended.leads());
    let over = guest.get(&format!("/p/{token}")).await;
    assert_eq!(over.status, 410);
    assert!(over.body.contains("Ce lien n'est plus ouvert") && !over.body.contains("Accueil"));
    for wrong in ["0".repeat(32), "nonsense".to_owned(), "A".repeat(32)] {
        assert_eq!(guest.get(&format!("/p/{wrong}")).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn a_prototype_that_is_not_there_gets_no_link() {
    let stage = Stage::set().await;
    let (qatra, amal) = (&stage.cast.qatra, stage.enter(&stage.cast.amal).await);
    for record in [qatra.note.to_string(), "1-999".to_owned(), "nonsense".to_owned()] {
        let answer = amal.call("sharing/open", &[("venture", &qatra.id.to_string()), ("prototype", &record)]).await;
        assert_eq!(answer.status, 404, "{record}");
        assert_eq!(amal.get(&format!("/v/{}/share?what={record}", qatra.id)).await.status, 404, "{record}");
    }
}

#[tokio::test]
async fn a_link_opens_the_pictures_of_its_screens_and_no_others() {
    let stage = Stage::set().await;
    let (qatra, amal, guest) = (&stage.cast.qatra, stage.enter(&stage.cast.amal).await, stage.server.guest());
    let mut assets = Vec::new();
    for _ in 0..2 {
        let kept = amal.upload(&format!("/upload/{}", qatra.id), "p.png", "image/png", picture::tiny()).await;
        assets.push(kept.json()["asset"].as_str().expect("its name").to_owned());
    }
    let mut socket = stage.socket(&amal, qatra.id).await.expect("a member's socket");
    let head = socket.hello(77, board::id::Seq(0)).await.head;
    let photo = board::record::Field::Asset(Some(board::id::AssetId(assets[0].clone())));
    socket.push(1, &[board::Operation::Set(qatra.screens[0], photo)]).await;
    socket.until(board::id::Seq(head.0 + 1)).await;
    let token = stage.play_link(&amal).await;
    let page = guest.get(&format!("/p/{token}")).await.body;
    let address = format!("/p/{token}/files/{}", assets[0]);
    assert!(page.contains(&address), "{page}");
    let got = guest.get(&address).await;
    assert_eq!((got.status.as_u16(), got.header("content-type")), (200, "image/jpeg"));
    assert_eq!(guest.get(&format!("/p/{token}/files/{}", assets[1])).await.status, 404, "on no screen");
    assert_eq!(guest.get(&format!("/p/{}/files/{}", "0".repeat(32), assets[0])).await.status, 404, "no such link");
    assert_eq!(guest.get(&format!("/files/{}", assets[0])).await.status, 401, "and the venture's own door stays shut");
}

#[tokio::test]
async fn a_shared_page_tells_a_stranger_who_can_open_it() {
    let stage = Stage::set().await;
    let karim = stage.enter(&stage.cast.karim).await;
    let ghost = store::new_id().to_string();
    let told = async |id: &str| karim.get(&format!("/v/{id}")).await;
    let (real, none) = (told(&stage.cast.qatra.id.to_string()).await, told(&ghost).await);
    assert_eq!((real.status.as_u16(), none.status.as_u16()), (404, 404));
    assert!(real.body.contains("Un projet s'ouvre pour son équipe"));
    let text = |body: &str| body.split_once("<main").expect("a page").1.split_once("</main>").expect("its end").0.to_owned();
    assert_eq!(text(&real.body), text(&none.body), "whether it exists is not told");
}
