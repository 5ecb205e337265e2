//! What travels: each person reads their own month, and who saves data gets no picture before asking.

use acceptance::{Stage, picture, web::Web};

/// The figures of a page, as they stand there.
async fn month(web: &Web) -> String {
    let page = web.get("/data").await.body;
    let (_, month) = page.split_once("data-month").expect("the month");
    let (_, figure) = month.split_once("number-figure").expect("a figure");
    figure.split_once("<bdi>").expect("isolated").1.split('<').next().expect("words").to_owned()
}

#[tokio::test]
async fn a_month_counts_ones_own_bytes_only() {
    let stage = Stage::set().await;
    let (amal, youssef) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.youssef).await);
    let before = month(&youssef).await;
    assert!(before.ends_with("Ko") || before.ends_with("كيلوبايت") || before.contains('1'), "{before}");
    for _ in 0..20 {
        amal.get(&format!("/v/{}/board", stage.cast.qatra.id)).await;
    }
    amal.upload(&format!("/upload/{}", stage.cast.qatra.id), "p.png", "image/png", picture::tiny()).await;
    let much = month(&amal).await;
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<u64>().expect("a number");
    assert!(number(&much) >= 100, "twenty boards in kilobytes: {much}");
    assert!(number(&month(&youssef).await) < 100, "which are not Youssef's");
}

#[tokio::test]
async fn who_saves_data_sees_a_picture_when_they_ask() {
    let stage = Stage::set().await;
    let (qatra, amal) = (&stage.cast.qatra, stage.enter(&stage.cast.amal).await);
    let kept = amal.upload(&format!("/upload/{}", qatra.id), "p.png", "image/png", picture::tiny()).await;
    let asset = kept.json()["asset"].as_str().expect("its name").to_owned();
    let mut socket = stage.socket(&amal, qatra.id).await.expect("a member's socket");
    let head = socket.hello(78, board::id::Seq(0)).await.head;
    let photo = board::record::Field::Asset(Some(board::id::AssetId(asset.clone())));
    socket.push(1, &[board::Operation::Set(qatra.screens[0], photo)]).await;
    socket.until(board::id::Seq(head.0 + 1)).await;
    let page = format!("/v/{}/prototypes/{}/play", qatra.id, qatra.prototype);
    let file = format!("/files/{asset}");
    assert!(amal.get(&page).await.body.contains(&file), "shown as ever");
    let switched = amal.form("/saver/on", &[("back", "/data")]).await;
    assert_eq!((switched.status.as_u16(), switched.leads().as_str()), (303, "/data"));
    let saved = amal.get(&page).await.body;
    assert!(!saved.contains(&file) && saved.contains("Voir l'image") && saved.contains("Image ·"), "{saved}");
    let asked = format!("{page}?screen={}&pictures=1", qatra.screens[0]);
    assert!(amal.get(&asked).await.body.contains(&file), "there when it is asked for");
    amal.form("/saver/off", &[("back", "/data")]).await;
    assert!(amal.get(&page).await.body.contains(&file));
    assert_eq!(amal.form("/saver/maybe", &[("back", "/data")]).await.status, 404);
}
