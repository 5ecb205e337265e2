//! A mentor's groups: a new card is shown once, to the mentor of the group, and ends what was before it.

use acceptance::{
    Engine, Ground, Server, Stage,
    cast::{CODE, Cast, GROUPS, now},
    web::{Answer, Web},
    words::Words,
};
use board::id::Seq;
use shared::{Lang, ids::PersonId};
use std::time::Duration;
use store::{
    accounts::{self, NewTrainee},
    secrets::Secrets,
};

/// A one-time code as it is printed, found in a page.
fn printed_code(body: &str) -> Option<&str> {
    let is_code =
        |text: &str| text.bytes().enumerate().all(|(at, b)| if at == 4 { b == b'-' } else { b.is_ascii_uppercase() || b.is_ascii_digit() });
    body.split(['<', '>']).map(str::trim).find(|text| text.len() == 9 && is_code(text))
}

/// What a page of the group draws its codes from.
const DRAW: &str = "00112233445566778899aabbccddeeff";

async fn reset(mentor: &Web, person: PersonId, draw: &str) -> Answer {
    mentor.form_on("/groups", "/api/groups/reset_code", &[("person", &person.to_string()), ("draw", draw)]).await
}

async fn shown(mentor: &Web, given: &Answer) -> String {
    assert_eq!(given.status, 302, "{}", given.body);
    let page = mentor.get(given.location.as_deref().expect("the page with the card")).await;
    printed_code(&page.body).expect("a card").to_owned()
}

async fn enters(stage: &Stage, code: &str) -> (Web, Answer) {
    let guest = stage.server.guest();
    let typed = [("group", GROUPS[0]), ("number", "4"), ("code", code)];
    let answer = guest.form("/api/accounts/enter_with_code", &typed).await;
    (guest, answer)
}

#[tokio::test]
async fn a_new_code_pressed_twice_is_one_code() {
    let stage = Stage::set().await;
    let (nadia, zineb) = (stage.enter(&stage.cast.nadia).await, stage.cast.zineb.id);
    let second = stage.enter(&stage.cast.nadia).await;
    let (one, two) = tokio::join!(reset(&nadia, zineb, DRAW), reset(&second, zineb, DRAW));
    let code = shown(&nadia, &one).await;
    assert_eq!(code, shown(&second, &two).await, "whichever is on the paper opens the account");
    let (web, entered) = enters(&stage, &code).await;
    assert_eq!(entered.leads(), "/welcome");
    assert_eq!(shown(&nadia, &reset(&nadia, zineb, DRAW).await).await, code, "a third press shows it again");
    assert_eq!(web.get("/welcome").await.status, 200, "and interrupts nobody");
    assert_eq!(web.form("/api/accounts/choose_passphrase", &[("passphrase", "une tasse de thé")]).await.status, 302);
    let late = reset(&nadia, zineb, DRAW).await;
    assert_eq!(late.status, 409, "the form is an old one");
    assert_eq!(web.get("/today").await.status, 200, "Zineb is in, and stays in");
    let page = format!("/groups/{}", stage.cast.groups[0]);
    let told = nadia.form_on(&page, "/api/groups/reset_code", &[("person", &zineb.to_string()), ("draw", DRAW)]).await;
    assert!(told.status == 409 && told.says("groups.card_used"), "the mentor reads why");
    assert!(!told.body.contains(DRAW), "and the page draws anew");
    assert_ne!(shown(&nadia, &reset(&nadia, zineb, "ffeeddccbbaa99887766554433221100").await).await, code);
}

#[tokio::test]
async fn who_types_the_old_code_while_a_new_one_is_printed_is_told() {
    let stage = Stage::set().await;
    let (nadia, zineb) = (stage.enter(&stage.cast.nadia).await, stage.cast.zineb.id);
    let (choosing, entered) = enters(&stage, CODE).await;
    assert_eq!(entered.leads(), "/welcome", "the old code was typed");
    let code = shown(&nadia, &reset(&nadia, zineb, DRAW).await).await;
    let late = choosing.form_on("/welcome", "/api/accounts/choose_passphrase", &[("passphrase", "une tasse de thé")]).await;
    assert!(late.status == 401 && late.says("forms.enter_title") && !late.body.contains("une tasse"), "choosing it is over, and said so");
    let (guest, back) = enters(&stage, CODE).await;
    let page = guest.get(&back.location.expect("back to the form")).await;
    assert!(page.says("errors.no_match") && page.says("groups.card_newer"), "the code is not right, perhaps there is a newer card");
    assert!(page.body.contains("value=\"OUJ-A1\"") && page.body.contains("value=\"4\""), "group and number stay");
    assert_eq!(enters(&stage, &code).await.1.leads(), "/welcome");
}

#[tokio::test]
async fn a_new_card_is_shown_once_and_ends_what_was_before() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (nadia, amal) = (stage.enter(&cast.nadia).await, stage.enter(&cast.amal).await);
    let mut socket = stage.socket(&amal, cast.qatra.id).await.expect("a socket");
    socket.hello(1, Seq(0)).await;
    let given = reset(&nadia, cast.amal.id, DRAW).await;
    assert_eq!(given.status, 302, "{}", given.body);
    let page = given.location.clone().expect("the page with the card");
    let shown = nadia.get(&page).await;
    let code = printed_code(&shown.body).expect("the card").to_owned();
    assert!(!page.contains(&code) && !page.contains(&code.replace('-', "")), "a code is never in an address");
    assert_eq!(shown.header("cache-control"), "no-store");
    assert_eq!(printed_code(&nadia.get(&page).await.body), None, "it is shown once");
    assert_eq!(amal.get("/me").await.status, 401);
    let took = socket.closed().await;
    assert!(took < Duration::from_secs(5), "the open board is closed: {took:?}");
    let again = stage.server.guest();
    let entered = again.form("/api/accounts/enter_with_code", &[("group", "OUJ-A1"), ("number", "1"), ("code", &code)]).await;
    assert_eq!(entered.leads(), "/welcome");
}

#[tokio::test]
async fn cards_are_given_by_the_mentor_of_the_group() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let amal = stage.enter(&cast.amal).await;
    for (who, whom, status) in [
        (&cast.hassan, cast.amal.id, 404),
        (&cast.nadia, cast.karim.id, 404),
        (&cast.nadia, cast.hassan.id, 404),
        (&cast.nadia, shared::ids::PersonId(store::new_id()), 404),
        (&cast.samira, cast.amal.id, 403),
        (&cast.youssef, cast.amal.id, 403),
    ] {
        let answer = stage.enter(who).await.call("groups/reset_code", &[("person", &whom.to_string()), ("draw", DRAW)]).await;
        assert_eq!(answer.status, status, "{} for {whom}", who.name);
        assert_eq!(answer.header("set-cookie"), "");
    }
    assert_eq!(amal.get("/me").await.status, 200, "nothing happened to her");
    let (nadia, hassan) = (stage.enter(&cast.nadia).await.get("/groups").await, stage.enter(&cast.hassan).await.get("/groups").await);
    assert!(nadia.body.contains("OUJ-A1") && !nadia.body.contains("BER-A1"));
    assert!(hassan.body.contains("BER-A1") && !hassan.body.contains("OUJ-A1") && !hassan.body.contains("Qatra"));
}

#[tokio::test]
async fn renewing_the_cards_of_a_group_ends_the_old_ones_and_nothing_else() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let nadia = stage.enter(&cast.nadia).await;
    let (group, cards) = (cast.groups[0].to_string(), format!("/groups/{}/cards", cast.groups[0]));
    // Zineb has typed her card and is choosing a passphrase; Amal is at work.
    let (choosing, amal) = (stage.server.guest(), stage.enter(&cast.amal).await);
    let typed = [("group", GROUPS[0]), ("number", "4"), ("code", CODE)];
    assert_eq!(choosing.form("/api/accounts/enter_with_code", &typed).await.leads(), "/welcome");
    let before = nadia.get(&cards).await.body;
    assert!(before.contains("Zineb Berrada") && !before.contains("Amal Berrada"), "it names those who have not entered yet");
    let (_, rest) = before.split_once("name=\"draw\" value=\"").expect("a draw");
    let draw = rest.split('"').next().expect("its value");
    let mut codes = Vec::new();
    for _ in 0..2 {
        let given = nadia.form("/api/groups/renew_cards", &[("group", &group), ("draw", draw)]).await;
        assert_eq!((given.status.as_u16(), given.leads()), (302, cards.clone()), "{}", given.body);
        let shown = nadia.get(&cards).await;
        assert_eq!(shown.header("cache-control"), "no-store");
        codes.push(printed_code(&shown.body).expect("a card").to_owned());
        assert_eq!(shown.body.matches("class=\"entry-card\"").count(), 1);
        assert!(shown.body.contains("lang=\"ar\"") && shown.body.contains("lang=\"fr\""), "both languages on one card");
    }
    assert_eq!(codes[0], codes[1], "sent twice, one card");
    assert_eq!(printed_code(&nadia.get(&cards).await.body), None, "and shown once");
    let late = choosing.form("/api/accounts/choose_passphrase", &[("passphrase", "une tasse de thé")]).await;
    assert!(late.status == 401 || late.leads().starts_with('/'), "{}", late.body);
    assert_eq!(choosing.get("/me").await.status, 401, "who was choosing begins again");
    let old = stage.server.guest().form("/api/accounts/enter_with_code", &typed).await.leads();
    assert!(old.contains("refused=") && old.contains("number=4"), "the form comes back with why: {old}");
    assert!(stage.server.guest().get(&old).await.body.contains(&Words::load("fr").get("groups.card_newer")), "and with the likely reason");
    let again = stage.server.guest();
    let new = [("group", GROUPS[0]), ("number", "4"), ("code", &codes[0])];
    assert_eq!(again.form("/api/accounts/enter_with_code", &new).await.leads(), "/welcome");
    assert_eq!(amal.get("/me").await.status, 200, "who has entered keeps their session");
    stage.enter(&cast.amal).await;
}

#[tokio::test]
async fn the_figures_of_a_group_lead_to_those_they_count() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let nadia = stage.enter(&cast.nadia).await;
    let list = async |show: &str| nadia.get(&format!("/groups/{}?show={show}", cast.groups[0])).await.body;
    for (show, there, not) in [
        ("never", vec!["Zineb"], vec!["Amal", "Salma"]),
        ("no-team", vec!["Salma", "Zineb", "Hiba"], vec!["Amal", "Youssef"]),
        ("no-venture", vec!["Salma", "Zineb", "Hiba"], vec!["Amal", "Youssef"]),
        ("nonsense", vec!["Amal", "Zineb"], vec!["Karim"]),
    ] {
        let page = list(show).await;
        assert!(there.iter().all(|name| page.contains(&format!("{name} Berrada"))), "{show} lists {there:?}");
        assert!(not.iter().all(|name| !page.contains(&format!("{name} Berrada"))), "{show} does not list {not:?}");
    }
    let (venture, person) = (cast.qatra.id.to_string(), cast.salma.id.to_string());
    for _ in 0..2 {
        let added = nadia.form("/api/groups/add_to_team", &[("venture", &venture), ("person", &person)]).await;
        assert_eq!(added.leads(), format!("/groups/{}?show=no-team", cast.groups[0]));
    }
    assert!(!list("no-team").await.contains("Salma Berrada"));
    let karim = nadia.call("groups/add_to_team", &[("venture", &venture), ("person", &cast.karim.id.to_string())]).await;
    assert_eq!(karim.status, 403, "who is of another group joins no team of this one");
    let elsewhere = nadia.call("groups/add_to_team", &[("venture", &cast.zellige.to_string()), ("person", &person)]).await;
    assert_eq!(elsewhere.status, 404);
}

#[tokio::test]
async fn a_group_of_217_is_read_by_fifties_and_searched() {
    let ground = Ground::new(Engine::Sqlite);
    let cast = Cast::move_in(ground.database()).await;
    let db = store::Db::open(ground.database()).await.expect("opens");
    for number in 8..=217 {
        let (first, last) = if number == 200 { ("فاطمة الزهراء", "Él Amrani") } else { ("Sofia", "Naji") };
        let new = NewTrainee { group: cast.groups[0], number, first: first.to_owned(), last: last.to_owned(), lang: Lang::Fr };
        accounts::create_trainee(&db, new, None, &Secrets::cheap(), now()).await.expect("a trainee");
    }
    db.close().await;
    drop(db);
    let stage = Stage { server: Server::start(&ground).await, cast, ground };
    let nadia = stage.enter(&stage.cast.nadia).await;
    let list = async |query: &str| nadia.get(&format!("/groups/{}{query}", stage.cast.groups[0])).await.body;
    let rows = |page: &str| page.matches("class=\"new-code\"").count();
    let first = list("").await;
    assert!(rows(&first) == 50 && first.contains("1–50 sur 217") && first.contains("<b class=\"figure-count\"><bdi>217"), "{first}");
    let last = list("?page=5").await;
    assert!(rows(&last) == 17 && last.contains("201–217 sur 217"));
    assert_eq!(rows(&list("?page=99").await), 17, "behind the last page is the last page");
    for (query, found) in
        [("?q=200", 1), ("?q=el%20amr", 1), ("?q=%D8%B2%D9%87%D8%B1%D8%A7%D8%A1", 1), ("?q=naji&page=5", 9), ("?q=rien", 0)]
    {
        let page = list(query).await;
        assert_eq!(rows(&page), found, "{query}");
        assert!(found == 9 || found == 0 || page.contains("Él Amrani"), "{query}");
    }
    let nobody = nadia.get(&format!("/groups/{}?q=rien&show=never", stage.cast.groups[0])).await;
    assert!(nobody.says("groups.find_nobody") && nobody.says("groups.find_all"));
    assert!(list("?show=never").await.contains("1–50 sur 211"), "the figures go by fifties, too");
}

#[tokio::test]
async fn a_mentor_looks_for_somebody_and_renews_a_chosen_few() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (nadia, words) = (stage.enter(&cast.nadia).await, Words::load("fr"));
    let home = format!("/groups/{}", cast.groups[0]);
    for (q, there, not) in [("AMAL", "Amal Berrada", "Salma Berrada"), ("3", "Salma Berrada", "Amal Berrada")] {
        let page = nadia.get(&format!("{home}?q={q}")).await.body;
        assert!(page.contains(there) && !page.contains(not), "{q}");
    }
    assert!(nadia.get(&format!("{home}?q=personne")).await.body.contains(&words.get("groups.find_nobody")));
    assert!(
        nadia.get(&format!("{home}?show=waiting&page=7")).await.body.contains(&words.get("groups.everybody")),
        "an empty list leads on"
    );
    let (group, draw) = (cast.groups[0].to_string(), "0123456789abcdef0123456789abcdef");
    let renew = async |numbers: &str| {
        let fields = [("group", group.as_str()), ("draw", draw), ("numbers", numbers)];
        nadia.call("groups/renew_cards", &fields).await.status.as_u16()
    };
    assert_eq!((renew("1-3").await, renew("quatre").await), (422, 422), "who has entered needs none, and words are no numbers");
    let typed = [("group", GROUPS[0]), ("number", "4"), ("code", CODE)];
    assert_eq!(stage.server.guest().form("/api/accounts/enter_with_code", &typed).await.leads(), "/welcome", "the old card is still good");
    assert_eq!(renew("2, 4").await, 200);
    assert_ne!(stage.server.guest().form("/api/accounts/enter_with_code", &typed).await.leads(), "/welcome");
}
