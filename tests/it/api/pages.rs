//! Every page as the server writes it, before any script: its status, its language and direction, and what its headers allow.

use acceptance::{
    Stage,
    stage::NO_PAGES,
    web::{Answer, Web},
    words::Words,
};

const LANGS: [(&str, &str); 3] = [("fr", "ltr"), ("ar", "rtl"), ("en", "ltr")];

/// The paths of all pages, with the stage's names in them.
fn paths(stage: &Stage) -> Vec<String> {
    let pages = server::router::routes().into_iter().filter(|route| route.method == "GET" && !route.path.starts_with("/api/"));
    pages
        .filter(|route| !NO_PAGES.contains(&route.path.as_str()))
        .map(|route| stage.address(&route.path))
        .chain(["/no/such/page".to_owned(), format!("/v/{}", stage.cast.argan), "/?way=name".to_owned(), "/v/x/board".to_owned()])
        .collect()
}
async fn readers(stage: &Stage) -> Vec<(&'static str, Web)> {
    let cast = &stage.cast;
    let mut readers = vec![("guest", stage.server.guest())];
    for (name, person) in [("trainee", &cast.amal), ("mentor", &cast.nadia), ("staff", &cast.driss)] {
        readers.push((name, stage.enter(person).await));
    }
    readers
}

#[tokio::test]
async fn every_page_is_whole_without_a_script_in_every_language() {
    let stage = Stage::set().await;
    let mut read = 0;
    for (lang, dir) in LANGS {
        for (name, web) in readers(&stage).await {
            web.keep("fikra-lang", lang);
            for path in paths(&stage) {
                let answer = web.get(&path).await;
                let told = format!("{path} for the {name} in {lang}");
                assert!(matches!(answer.status.as_u16(), 200 | 302 | 401 | 403 | 404), "{told}: {}", answer.status);
                assert_headers(&answer, &told);
                if answer.status == 302 {
                    continue;
                }
                read += 1;
                assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{told}");
                assert!(answer.body.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\"")), "{told}: language and direction");
                assert!(answer.body.contains("<main"), "{told} has a main part");
                assert!(answer.body.contains("<h1") || answer.body.contains("<h2"), "{told} has a title to read");
                assert!(answer.body.contains("<title>"), "{told} has a name");
                assert_no_style(&answer.body, &told);
                assert_own_scripts_only(&answer, &told);
            }
        }
    }
    assert!(read > 100, "only {read} pages");
}

fn assert_headers(answer: &Answer, told: &str) {
    let policy = answer.header("content-security-policy");
    for part in
        ["default-src 'none'", "style-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]
    {
        assert!(policy.split(';').any(|rule| rule.trim() == part), "{told}: {part} is not in {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{told}: {policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{told}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{told}");
    assert!(answer.header("cache-control").contains("private"), "{told}: what is somebody's is kept by nobody between");
}

/// The policy would drop it, and the page would look otherwise than it was made.
fn assert_no_style(body: &str, told: &str) {
    for tag in body.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        assert!(!tag.contains(" style="), "{told}: a style attribute in <{tag}>");
        assert!(!tag.starts_with("style"), "{told}: a style element");
        assert!(!tag.split_whitespace().skip(1).any(|attribute| attribute.starts_with("on") && attribute.contains('=')), "{told}: <{tag}>");
    }
}

/// Every script that stands in the page carries the nonce of this very answer.
fn assert_own_scripts_only(answer: &Answer, told: &str) {
    let policy = answer.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default();
    assert!(nonce.len() >= 16, "{told}: the nonce «{nonce}»");
    for tag in answer.body.split("<script").skip(1).filter_map(|rest| rest.split('>').next()) {
        let data = tag.contains("type=\"text/x-fikra\"");
        assert!(data || tag.contains(&format!("nonce=\"{nonce}\"")) || tag.contains("src=\"/"), "{told}: <script{tag}>");
    }
}

#[tokio::test]
async fn a_nonce_is_used_once() {
    let stage = Stage::set().await;
    let guest = stage.server.guest();
    let (one, two) = (guest.get("/").await, guest.get("/").await);
    assert_ne!(one.header("content-security-policy"), two.header("content-security-policy"));
}

#[tokio::test]
async fn a_page_holds_the_chosen_languages_words_only() {
    let stage = Stage::set().await;
    let words = LANGS.map(|(lang, _)| (lang, Words::load(lang)));
    for (lang, _) in LANGS {
        let own: Vec<&str> = words.iter().filter(|(code, _)| *code == lang).flat_map(|(_, words)| words.texts()).collect();
        for (name, web) in readers(&stage).await {
            web.keep("fikra-lang", lang);
            for path in paths(&stage) {
                let body = plain(&web.get(&path).await.body);
                for (other, theirs) in words.iter().filter(|(code, _)| *code != lang) {
                    let strange = theirs.texts().find(|text| {
                        let telling = text.chars().count() >= 12 && !text.contains('{') && !own.iter().any(|mine| mine.contains(*text));
                        telling && body.contains(*text)
                    });
                    assert_eq!(strange, None, "{path} for the {name} in {lang} says something in {other}");
                }
            }
        }
    }
}

/// The page with its escaped signs as they are read.
fn plain(body: &str) -> String {
    body.replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

#[tokio::test]
async fn who_chose_no_language_reads_their_own() {
    let stage = Stage::set().await;
    assert!(stage.server.guest().get("/").await.body.contains("<html lang=\"fr\" dir=\"ltr\""), "a guest reads French");
    let youssef = stage.enter(&stage.cast.youssef).await;
    assert!(youssef.get("/me").await.body.contains("<html lang=\"ar\" dir=\"rtl\""), "Youssef's card was printed in Arabic");
    youssef.form("/lang/en", &[("back", "/me")]).await;
    assert!(youssef.get("/me").await.body.contains("<html lang=\"en\""));
    let elsewhere = stage.enter(&stage.cast.youssef).await;
    assert!(elsewhere.get("/me").await.body.contains("<html lang=\"en\""), "and on the next device too");
    for wrong in ["/lang/xx", "/theme/neon", "/view/cube"] {
        assert_eq!(youssef.form(wrong, &[("back", "/me")]).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn what_people_typed_is_shown_and_never_run() {
    let stage = Stage::set().await;
    let amal = stage.enter(&stage.cast.amal).await;
    let hostile = "</title></textarea><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
    let id = store::new_id().to_string();
    let fields = [("id", id.as_str()), ("lang", "fr"), ("saw", hostile)];
    assert_eq!(amal.form("/ventures/new", &fields).await.status, 303);
    let typed = "%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E";
    let edit = [("venture", id.as_str()), ("name", hostile), ("idea", hostile), ("theme", hostile), ("place", hostile)];
    let returned = amal.form_on(&format!("/v/{id}"), "/api/ventures/edit", &edit).await;
    let shut = amal.form("/api/ventures/edit", &edit).await;
    let mut pages = vec![("a form that came back".to_owned(), returned), ("a form that cannot come back".to_owned(), shut)];
    for path in [format!("/v/{id}"), format!("/v/{id}/board"), format!("/?way=name&refused=no_match&name={typed}")] {
        let web = if path.starts_with("/?") { stage.server.guest() } else { amal.clone() };
        let answer = web.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        pages.push((path, answer));
    }
    for (path, answer) in pages {
        for run in ["<script>alert", "<img src=x"] {
            let found = answer.body.find(run).map(|at| answer.body[..at].chars().rev().take(120).collect::<String>());
            assert_eq!(found, None, "{path} holds {run}, after this (backwards)");
        }
    }
}
