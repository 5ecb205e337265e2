//! Coming in and going out over HTTP, without a script.

use super::FOREIGN;
use acceptance::{
    Stage,
    cast::{CODE, PASSPHRASE},
    web::{Answer, Web},
};

/// Where an answer leads; each of these answers is a redirect.
fn leads(answer: &Answer) -> String {
    assert_eq!(answer.status, 302, "{}", answer.body);
    answer.leads()
}

async fn by_passphrase(web: &Web, number: &str, passphrase: &str) -> Answer {
    web.form("/api/accounts/enter_with_passphrase", &[("group", "OUJ-A1"), ("number", number), ("passphrase", passphrase)]).await
}

#[tokio::test]
async fn a_card_is_used_once_and_a_passphrase_is_chosen() {
    let stage = Stage::set().await;
    let (zineb, other) = (stage.server.guest(), stage.server.guest());
    let card = [("group", " ouj-a1"), ("number", "4"), ("code", "ab12 cd34")];
    assert_eq!(leads(&zineb.form("/api/accounts/enter_with_code", &card).await), "/welcome");
    assert_eq!(zineb.get("/welcome").await.status, 200);
    let short = zineb.form("/api/accounts/choose_passphrase", &[("passphrase", "court")]).await;
    assert_eq!(leads(&short), "/welcome?refused=length");
    let long = "é".repeat(200);
    assert_eq!(leads(&zineb.form("/api/accounts/choose_passphrase", &[("passphrase", &long)]).await), "/welcome?refused=length");
    let chosen = zineb.form("/api/accounts/choose_passphrase", &[("passphrase", "une phrase à moi")]).await;
    assert_eq!(leads(&chosen), "/welcome?step=language");
    assert_eq!(zineb.get("/me").await.status, 200, "the session goes on");
    let again = other.form("/api/accounts/enter_with_code", &[("group", "OUJ-A1"), ("number", "4"), ("code", CODE)]).await;
    assert!(leads(&again).contains("refused=code_used"), "{:?}", again.location);
    assert!(!leads(&again).contains("AB12"), "a secret never comes back in an address");
    assert_eq!(other.get("/me").await.status, 401);
    assert_eq!(leads(&by_passphrase(&other, "4", "une phrase à moi").await), "/");
    let late = other.form("/api/accounts/choose_passphrase", &[("passphrase", "et encore une")]).await;
    assert_eq!(leads(&late), "/today", "the welcome is over: nothing is changed");
    assert_eq!(leads(&by_passphrase(&stage.server.guest(), "4", "une phrase à moi").await), "/");
}

#[tokio::test]
async fn after_the_card_three_short_screens_may_be_left_out() {
    let stage = Stage::set().await;
    let zineb = stage.server.guest();
    zineb.form("/api/accounts/enter_with_code", &[("group", "OUJ-A1"), ("number", "4"), ("code", CODE)]).await;
    assert!(zineb.get("/welcome?step=seen").await.body.contains("choose_passphrase"), "the passphrase comes first");
    let chosen = zineb.form("/api/accounts/choose_passphrase", &[("passphrase", "une phrase à moi")]).await;
    let first = zineb.get(&leads(&chosen)).await;
    assert!(first.status == 200 && first.body.contains("1 sur 3") && first.body.contains("العربية"));
    let arabic = zineb.form("/lang/ar", &[("back", "/welcome?step=seen")]).await;
    assert_eq!((arabic.status.as_u16(), arabic.location.as_deref()), (303, Some("/welcome?step=seen")), "a language goes on by itself");
    let second = zineb.get("/welcome?step=seen").await.body;
    assert!(second.contains("2 من 3") && second.contains("الفكرة ملك لأصحابها"), "and it is spoken from there on");
    zineb.keep("fikra-lang", "fr");
    let third = zineb.get("/welcome?step=begin").await.body;
    assert!(third.contains("action=\"/join\"") && third.contains("href=\"/ventures/new\""), "a team or an idea");
    for step in ["language", "seen", "begin"] {
        assert!(zineb.get(&format!("/welcome?step={step}")).await.body.contains("href=\"/today\""), "{step} may be left out");
    }
    assert_eq!(leads(&zineb.get("/welcome?step=other").await), "/today");
    let nadia = stage.enter(&stage.cast.nadia).await;
    assert_eq!(leads(&nadia.get("/welcome?step=seen").await), "/feedback", "they are for trainees");
}

#[tokio::test]
async fn a_wrong_try_says_the_same_whoever_is_named() {
    let stage = Stage::set().await;
    let web = stage.server.guest();
    for (number, passphrase) in [("1", "pas la bonne"), ("29", "pas la bonne"), ("zz", "pas la bonne"), ("-1", PASSPHRASE)] {
        let answer = by_passphrase(&web, number, passphrase).await;
        assert!(leads(&answer).starts_with("/?way=passphrase&refused=no_match&group=OUJ-A1"), "{number}: {:?}", answer.location);
        assert!(!leads(&answer).contains("bonne"), "the passphrase is not told again");
        assert_eq!(answer.header("set-cookie"), "");
    }
    let shown = web.get("/?way=passphrase&refused=no_match&group=OUJ-A1&number=1").await;
    assert_eq!(shown.status, 200);
    assert!(shown.body.contains("OUJ-A1"), "what was typed stays in the form, the secret excepted");
    for _ in 0..4 {
        by_passphrase(&web, "1", "pas la bonne").await;
    }
    assert!(
        leads(&by_passphrase(&web, "1", PASSPHRASE).await).contains("refused=wait-"),
        "after five wrong tries even the right one waits"
    );
    assert_eq!(leads(&by_passphrase(&web, "2", PASSPHRASE).await), "/", "who sits beside does not");
}

#[tokio::test]
async fn the_sessions_cookie_is_out_of_reach() {
    let stage = Stage::set().await;
    let answer = by_passphrase(&stage.server.guest(), "1", PASSPHRASE).await;
    let cookie = answer.header("set-cookie");
    for part in ["fikra-session=", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(part), "{part} is not in {cookie}");
    }
    assert!(!cookie.contains("Secure"), "this is plain http");
    let forged = stage.server.guest();
    for value in ["", "x", &"A".repeat(43), &"A".repeat(5_000)] {
        forged.keep("fikra-session", value);
        assert_eq!(forged.get("/me").await.status, 401, "a session of {} letters is nobody's", value.len());
    }
}

#[tokio::test]
async fn leaving_ends_the_session_everywhere_it_was_copied_to() {
    let stage = Stage::set().await;
    let (amal, other) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.amal).await);
    let copied = stage.server.guest();
    let (name, value) = amal.cookie_header().split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).expect("a cookie");
    copied.keep(&name, &value);
    assert_eq!(copied.get("/me").await.status, 200);
    let left = amal.form("/sign-out", &[]).await;
    assert_eq!((left.status.as_u16(), left.location.as_deref()), (303, Some("/")));
    for (web, status) in [(&amal, 401), (&copied, 401), (&other, 200)] {
        assert_eq!(web.get("/me").await.status, status);
    }
}

#[tokio::test]
async fn another_passphrase_ends_the_other_sessions() {
    let stage = Stage::set().await;
    let (here, there) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.amal).await);
    let change = async |present: &str, passphrase: &str| {
        here.form("/api/accounts/change_passphrase", &[("present", present), ("passphrase", passphrase)]).await
    };
    assert_eq!(leads(&change("pas la bonne", "la suivante").await), "/me?refused=present");
    assert_eq!(leads(&change(PASSPHRASE, "court").await), "/me?refused=length");
    assert_eq!(there.get("/me").await.status, 200, "nothing happened yet");
    assert_eq!(leads(&change(PASSPHRASE, "la suivante").await), "/me?changed=1");
    assert_eq!((here.get("/me").await.status.as_u16(), there.get("/me").await.status.as_u16()), (200, 401));
    assert!(leads(&by_passphrase(&stage.server.guest(), "1", PASSPHRASE).await).contains("refused=no_match"));
    assert_eq!(leads(&by_passphrase(&stage.server.guest(), "1", "la suivante").await), "/");
}

#[tokio::test]
async fn a_form_from_elsewhere_does_nothing() {
    let stage = Stage::set().await;
    let amal = stage.enter(&stage.cast.amal).await;
    let fields = [("present", PASSPHRASE), ("passphrase", "celle du voleur")];
    for origin in [FOREIGN, "null", "http://127.0.0.1"] {
        for path in ["/sign-out", "/lang/en", "/api/accounts/change_passphrase"] {
            let answer = amal.form_from(path, &fields, Some(origin)).await;
            assert_eq!(answer.status, 403, "{path} from {origin}");
            assert!(answer.body.contains("lang=\"fr\"") && answer.body.contains("<h1>"), "a person reads why");
            assert_eq!(answer.header("set-cookie"), "");
        }
    }
    assert_eq!(amal.get("/me").await.status, 200, "still signed in");
    assert_eq!(leads(&by_passphrase(&stage.server.guest(), "1", PASSPHRASE).await), "/", "and the passphrase is the old one");
    let back = amal.form("/lang/ar", &[("back", "//evil.test/")]).await;
    assert_eq!(back.location.as_deref(), Some("/"), "the way back stays on this site");
    assert!(amal.get("/me").await.body.contains("dir=\"rtl\""), "the language is kept");
}
