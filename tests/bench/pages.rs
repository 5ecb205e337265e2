//! The pages that are measured, each as the person of the demonstration who reads it. It changes nothing but sessions.

use acceptance::web::{Answer, Web};
use server::DEMO_PASSPHRASE;

/// A group of the demonstration with ventures.
const GROUP: &str = "OUJ1";
/// So many of its trainees are asked whether their venture has a prototype.
const ASKED: u32 = 20;
/// A mentor of the demonstration.
const MENTOR: &str = "Nadia Belhaj";
/// A member of the national staff of the demonstration.
const STAFF: &str = "Samira Benjelloul";

/// A page to measure.
pub struct Page {
    /// Its name in the table.
    pub name: &'static str,
    /// Its path.
    pub path: String,
    /// The cookies of who reads it.
    pub cookies: Vec<(String, String)>,
    /// What it ought to cost.
    pub goal: &'static str,
}

/// All of them, cheapest readers first.
pub async fn all(base: &str) -> Vec<Page> {
    let Reader { trainee, venture, play } = reader(base).await;
    let mentor = enter(base, "enter_by_name", &[("name", MENTOR), ("passphrase", DEMO_PASSPHRASE)]).await;
    let staff = enter(base, "enter_by_name", &[("name", STAFF), ("passphrase", DEMO_PASSPHRASE)]).await;
    vec![
        page("landing", "/".to_owned(), &Web::guest(base), "readable ≤ 40 KB, paint ≤ 0.9 s"),
        page("today", "/today".to_owned(), &trainee, "readable ≤ 40 KB, paint ≤ 0.9 s"),
        page("venture", venture.clone(), &trainee, "readable ≤ 40 KB, paint ≤ 0.9 s"),
        page("board", format!("{venture}/board"), &trainee, "≤ 260 KB in ≤ 8 requests, awake ≤ 2.0 s"),
        page("play", play, &trainee, "no program, ≤ 80 KB, paint ≤ 1.5 s"),
        page("feedback", "/feedback".to_owned(), &mentor, "readable ≤ 40 KB, paint ≤ 0.9 s"),
        page("groups", "/groups".to_owned(), &mentor, "readable ≤ 40 KB, paint ≤ 0.9 s"),
        page("portfolio", "/portfolio".to_owned(), &staff, "readable ≤ 40 KB, all ≤ 190 KB"),
    ]
}

/// Somebody whose venture has a board and a prototype.
struct Reader {
    trainee: Web,
    venture: String,
    play: String,
}

async fn reader(base: &str) -> Reader {
    for number in 1..=ASKED {
        let trainee = Web::guest(base);
        let fields = [("group", GROUP), ("number", &number.to_string()), ("passphrase", DEMO_PASSPHRASE)];
        trainee.form("/api/accounts/enter_with_passphrase", &fields).await;
        // Who has not entered yet, or has no venture, is passed over.
        let today = trainee.get("/today").await;
        let Some(venture) = link(&today.body, "/v/").map(|path| path.split('/').take(3).collect::<Vec<_>>().join("/")) else { continue };
        let body = read(&trainee, &venture).await.body;
        let play = links(&body).find(|path| path.ends_with("/play")).map(str::to_owned);
        if let Some(play) = play {
            return Reader { trainee, venture, play };
        }
    }
    panic!("none of the first {ASKED} trainees of {GROUP} has a venture with a prototype");
}

fn page(name: &'static str, path: String, web: &Web, goal: &'static str) -> Page {
    let header = web.cookie_header();
    let cookies = header.split(';').filter_map(|pair| pair.trim().split_once('=')).map(|(name, value)| (name.to_owned(), value.to_owned()));
    Page { name, path, cookies: cookies.collect(), goal }
}

async fn enter(base: &str, way: &str, fields: &[(&str, &str)]) -> Web {
    let web = Web::guest(base);
    let answer = web.form(&format!("/api/accounts/{way}"), fields).await;
    assert_eq!(answer.location.as_deref(), Some("/"), "{fields:?} enters the demonstration");
    web
}

async fn read(web: &Web, path: &str) -> Answer {
    let answer = web.get(path).await;
    assert!(answer.status.is_success(), "{path} answers {}", answer.status);
    answer
}

/// The addresses that a page leads to.
fn links(body: &str) -> impl Iterator<Item = &str> {
    body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

fn link(body: &str, start: &str) -> Option<String> {
    links(body).find(|path| path.starts_with(start)).map(str::to_owned)
}
