//! Screens drawn by hand: they come with the product, a guest of a demonstration plays them, and no upload becomes one.

use acceptance::{Engine, Ground, Server, Stage, web::Answer};
use shared::{Millis, reference};
use std::collections::BTreeSet;

/// The demonstration as it ships.
async fn demonstration() -> (Ground, Server) {
    let ground = Ground::new(Engine::Sqlite);
    let db = store::Db::open(ground.database()).await.expect("the database");
    db.migrate().await.expect("up to date");
    server::seed::demo(&db, Millis(1_800_000_000_000)).await.expect("an empty database");
    db.close().await;
    drop(db);
    let server = Server::start(&ground).await;
    (ground, server)
}

/// What stands between two marks, everywhere.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

/// The addresses of the hotspots of a played screen.
fn ways(page: &Answer) -> Vec<String> {
    between(&page.body, "class=\"hotspot\" href=\"", "\"").into_iter().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_of_the_demonstration_taps_through_every_screen_of_a_drawn_prototype_to_its_end() {
    let (_ground, server) = demonstration().await;
    for (lang, venture) in [("fr", "plombi-oujda"), ("ar", "qatra-berkane"), ("en", "qatra-berkane")] {
        let web = server.guest();
        web.keep("fikra-lang", lang);
        let (mut open, mut seen, mut drawings, mut ends) = (vec!["?".to_owned()], BTreeSet::from(["?".to_owned()]), BTreeSet::new(), 0);
        while let Some(address) = open.pop() {
            let page = web.get(&format!("/demo/play{address}")).await;
            assert_eq!(page.status, 200, "{address}");
            let pictures = between(&page.body, "<image href=\"", "\"");
            assert_eq!(pictures.len(), 1, "{address} is one drawing");
            let picture = web.get(pictures[0]).await;
            assert_eq!((picture.status.as_u16(), picture.header("content-type")), (200, "image/svg+xml"));
            drawings.insert(picture.body);
            let ways = ways(&page);
            ends += usize::from(ways.is_empty());
            open.extend(ways.into_iter().filter(|way| seen.insert(way.clone())));
        }
        let drawn: BTreeSet<String> = (1..=9).filter_map(|n| reference::drawing(venture, &format!("s{n}"))).map(str::to_owned).collect();
        assert_eq!((drawings, ends), (drawn, 1), "each screen of {venture}, and one end");
    }
}

#[tokio::test]
async fn a_drawing_loads_nothing_and_runs_nothing() {
    let stage = Stage::set().await;
    let asset = reference::drawing_asset("plombi-oujda", "s1").expect("drawn");
    let answer = stage.server.guest().get(&format!("/files/{}", asset.0)).await;
    assert_eq!((answer.status.as_u16(), answer.header("x-content-type-options")), (200, "nosniff"));
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    assert_eq!(answer.body, reference::drawing("plombi-oujda", "s1").expect("drawn"));
}

#[tokio::test]
async fn an_uploaded_drawing_is_refused_even_when_it_is_one_of_ours() {
    let stage = Stage::set().await;
    let amal = stage.enter(&stage.cast.amal).await;
    let svg = reference::drawing("plombi-oujda", "s1").expect("drawn").as_bytes().to_vec();
    for (name, mime) in [("s1.svg", "image/svg+xml"), ("s1.jpg", "image/jpeg")] {
        let answer = amal.upload(&format!("/upload/{}", stage.cast.qatra.id), name, mime, svg.clone()).await;
        assert_eq!(answer.status, 422, "{name}: {}", answer.body);
    }
    assert_eq!(stage.ground.pictures_kept(), 0);
}
