//! The examples: in every installation, for everybody, and nothing on them can be written.

use acceptance::Stage;
use shared::{Lang, reference};

const KEYS: [&str; 3] = ["confiture-ecart-berkane", "khayt-jerada", "plombi-oujda"];

#[tokio::test]
async fn every_installation_has_three_ventures_to_read() {
    let stage = Stage::set().await;
    for lang in ["fr", "ar", "en"] {
        let web = stage.server.guest();
        web.keep("fikra-lang", lang);
        let list = web.get("/example").await;
        for key in KEYS {
            assert!(list.body.contains(&format!("/example/{key}")), "{key} is in the list");
            for page in ["", "/board"] {
                let answer = web.get(&format!("/example/{key}{page}")).await;
                assert_eq!(answer.status, 200, "{key}{page} in {lang}");
                let forms = answer.body.matches("<form").count();
                // The switches of language and theme stand on every page.
                assert_eq!(forms, list.body.matches("<form").count(), "{key}{page} has nothing to write");
                assert!(!answer.body.contains("<textarea") && !answer.body.contains("type=\"module\""), "{key}{page}");
            }
        }
    }
    assert_eq!(stage.server.guest().get("/example/nobody").await.status, 404);
}

#[tokio::test]
async fn every_sheet_and_every_block_has_an_example_in_french_and_in_arabic() {
    let stage = Stage::set().await;
    for lang in [Lang::Fr, Lang::Ar] {
        let web = stage.server.guest();
        web.keep("fikra-lang", lang.code());
        let at_home = if lang == Lang::Fr { KEYS[0] } else { KEYS[1] };
        let board = web.get(&format!("/example/{at_home}/board")).await.body;
        for template in reference::templates(lang).into_iter().filter(|template| !template.private) {
            for block in &template.blocks {
                let answer = web.get(&format!("/example?sheet={}&block={}", template.id, block.id)).await;
                let leads = answer.location.unwrap_or_default();
                assert!(leads.starts_with(&format!("/example/{at_home}/board#r-")), "{} {} leads to {leads}", template.id, block.id);
                let place = leads.split('#').nth(1).unwrap_or_default();
                assert!(board.contains(&format!("id=\"{place}\"")), "{place} is on the board");
            }
        }
        let unknown = web.get("/example?sheet=no-such-sheet").await;
        assert!(unknown.status == 200 && unknown.body.contains(KEYS[0]), "what is not known is the list");
    }
}

#[tokio::test]
async fn an_examples_prototype_is_played_to_its_last_screen() {
    let stage = Stage::set().await;
    let web = stage.server.guest();
    for key in KEYS {
        let path = format!("/example/{key}/prototypes/1-1/play");
        let mut open = vec![String::new()];
        let mut seen = Vec::new();
        while let Some(query) = open.pop() {
            let answer = web.get(&format!("{path}{query}")).await;
            assert_eq!(answer.status, 200, "{key} {query}");
            let ways = answer.body.split("href=\"?screen=").skip(1).filter_map(|rest| rest.split('"').next());
            for way in ways.map(|screen| format!("?screen={screen}")) {
                if !seen.contains(&way) {
                    seen.push(way.clone());
                    open.push(way);
                }
            }
        }
        assert!(seen.len() >= 2, "{key}: {seen:?}");
    }
}
