//! Whatever of others is shown can be reported: each kind arrives with the staff of that establishment, and with nobody else.

use acceptance::{
    Engine, Ground, Server, Stage,
    cast::{Cast, PASSPHRASE, Person},
    picture,
    web::Web,
};
use shared::{
    Lang,
    access::{Role, Scope},
};
use store::{accounts, secrets::Secrets};

/// The stage with a member of the staff in each of two establishments of one region.
async fn staffed() -> (Stage, Person, Person) {
    let ground = Ground::new(Engine::Sqlite);
    let cast = Cast::move_in(ground.database()).await;
    let db = store::Db::open(ground.database()).await.expect("the database");
    let mut staff = Vec::new();
    for (name, group) in [("Zahra Idrissi", cast.groups[0]), ("Mourad Chraibi", cast.groups[1])] {
        let at = accounts::group(&db, group).await.expect("reads").expect("a group").at;
        let new = accounts::NewStaff {
            name: name.to_owned(),
            role: Role::Staff,
            scopes: vec![Scope::Establishment(at.establishment)],
            edition: cast.edition,
            lang: Lang::Fr,
        };
        let id = accounts::create_staff(&db, new, PASSPHRASE, &Secrets::cheap(), acceptance::cast::now()).await.expect("made");
        staff.push(Person { id, name: name.to_owned(), card: None });
    }
    db.close().await;
    drop(db);
    let stage = Stage { server: Server::start(&ground).await, cast, ground };
    let mourad = staff.remove(1);
    (stage, staff.remove(0), mourad)
}

/// Amal's photo, Youssef's answer, and Salma who asks to join: what the reports are about.
struct Shown {
    photo: String,
    asked: String,
    answered: String,
}

async fn shown(stage: &Stage) -> Shown {
    let cast = &stage.cast;
    let (amal, youssef, salma) = (stage.enter(&cast.amal).await, stage.enter(&cast.youssef).await, stage.enter(&cast.salma).await);
    let qatra = cast.qatra.id.to_string();
    let photo = amal.upload(&format!("/upload/{qatra}"), "p.png", "image/png", picture::striped(300, 200)).await.json();
    let (thread, remark) = (cast.qatra.thread.to_string(), store::new_id().to_string());
    youssef.call("feedback/answer", &[("thread", &thread), ("remark", &remark), ("words", "On ne sait pas.")]).await;
    let board = amal.ask("feedback/of_venture", &format!("?venture={qatra}")).await.json();
    amal.form("/api/ventures/new_code", &[("venture", &qatra)]).await;
    let page = amal.get(&format!("/v/{qatra}")).await.body;
    let code = page.split_once("class=\"invite-code\">").expect("a code").1.chars().take(6).collect::<String>();
    salma.form("/api/ventures/ask_to_join", &[("code", &code)]).await;
    Shown {
        photo: photo["asset"].as_str().expect("its name").to_owned(),
        asked: board[0]["remarks"][0]["id"].as_str().expect("a remark").to_owned(),
        answered: remark,
    }
}

/// A kind of thing, who reports it, and whose it is.
struct Case<'a> {
    about: String,
    by: &'a Person,
    author: &'a Person,
}

fn cases<'a>(stage: &'a Stage, shown: &Shown) -> Vec<Case<'a>> {
    let cast = &stage.cast;
    let case = |about: String, by: &'a Person, author: &'a Person| Case { about, by, author };
    let person = |person: &Person| format!("person-{}", person.id);
    vec![
        case(format!("remark-{}", shown.asked), &cast.amal, &cast.nadia),
        case(format!("remark-{}", shown.answered), &cast.nadia, &cast.youssef),
        case(format!("picture-{}", shown.photo), &cast.youssef, &cast.amal),
        case(format!("venture-{}", cast.qatra.id), &cast.youssef, &cast.amal),
        case(format!("venture-{}", cast.qatra.id), &cast.salma, &cast.amal),
        case(person(&cast.amal), &cast.youssef, &cast.amal),
        case(person(&cast.salma), &cast.amal, &cast.salma),
        case(person(&cast.nadia), &cast.amal, &cast.nadia),
        case(person(&cast.nadia), &cast.salma, &cast.nadia),
        case(person(&cast.youssef), &cast.nadia, &cast.youssef),
    ]
}

async fn report(web: &Web, about: &str) -> u16 {
    let id = store::new_id().to_string();
    web.call("reports/send", &[("id", &id), ("about", about), ("reason", "hurts"), ("words", "Cela me vise.")]).await.status.as_u16()
}

/// How many reports are the reader's own to read, before those that a nearer team reads.
fn to_read(page: &str) -> usize {
    page.split("id=\"others-title\"").next().unwrap_or_default().matches("class=\"card report\"").count()
}

#[tokio::test]
async fn each_kind_arrives_with_the_staff_of_the_establishment_and_with_nobody_else() {
    let (stage, zahra, mourad) = staffed().await;
    let cast = &stage.cast;
    let shown = shown(&stage).await;
    for (n, case) in cases(&stage, &shown).into_iter().enumerate() {
        let web = stage.enter(case.by).await;
        let page = web.get(&format!("/report?about={}", case.about)).await;
        let read_by = ["dans ton établissement", "في المؤسسة"];
        assert!(page.status == 200 && read_by.iter().any(|team| page.body.contains(team)), "{} names who reads it", case.about);
        assert_eq!(report(&web, &case.about).await, 200, "{} by {}", case.about, case.by.name);
        let read = stage.enter(&zahra).await.get("/reports").await.body;
        assert_eq!(to_read(&read), n + 1, "{} arrived", case.about);
        assert_eq!(report(&stage.enter(case.author).await, &case.about).await, 403, "{} is their own", case.about);
        for stranger in [&cast.karim, &cast.hassan, &cast.leila, &cast.rachid, &mourad] {
            assert_eq!(report(&stage.enter(stranger).await, &case.about).await, 404, "{} to {}", case.about, stranger.name);
        }
    }
    let read = stage.enter(&zahra).await.get("/reports").await.body;
    assert!(read.contains(&shown.photo) && read.contains("On ne sait pas."), "what it is about is shown");
    for elsewhere in [&mourad, &cast.rachid] {
        let page = stage.enter(elsewhere).await.get("/reports").await.body;
        assert!(!page.contains("card report"), "{} reads nothing of it", elsewhere.name);
    }
    let above = stage.enter(&cast.samira).await.get("/reports").await.body;
    assert_eq!((to_read(&above), above.matches("class=\"card report\"").count()), (0, 10), "the region sees that a nearer team reads them");
    for nobody in [&cast.amal, &cast.youssef, &cast.salma, &cast.nadia, &cast.hassan] {
        assert_eq!(stage.enter(nobody).await.get("/reports").await.status, 403, "{}", nobody.name);
    }
}

#[tokio::test]
async fn a_member_of_the_staff_is_reported_to_the_others_and_never_to_themselves() {
    let (stage, zahra, _) = staffed().await;
    let cast = &stage.cast;
    let nadia = stage.enter(&cast.nadia).await;
    assert_eq!(report(&nadia, &format!("person-{}", zahra.id)).await, 200);
    assert!(!stage.enter(&zahra).await.get("/reports").await.body.contains("card report"), "it is about her");
    assert_eq!(to_read(&stage.enter(&cast.samira).await.get("/reports").await.body), 1, "so the region reads it");
    assert_eq!(report(&nadia, &format!("person-{}", cast.rachid.id)).await, 404, "whom she never meets she does not report");
}

#[tokio::test]
async fn a_place_asks_what_is_reported_there_and_lists_all_that_is_shown() {
    let (stage, ..) = staffed().await;
    let cast = &stage.cast;
    let shown = shown(&stage).await;
    let here = format!("/report?in=venture-{}", cast.qatra.id);
    for case in cases(&stage, &shown).iter().filter(|case| case.by.id != cast.salma.id) {
        let page = stage.enter(case.by).await.get(&here).await.body;
        assert!(page.contains(&format!("/report?about={}", case.about)), "{} for {}", case.about, case.by.name);
        assert!(!page.contains(&format!("person-{}", case.by.id)), "nobody reports their own name");
    }
    let salma = stage.enter(&cast.salma).await.get("/report").await.body;
    for about in [format!("venture-{}", cast.qatra.id), format!("person-{}", cast.nadia.id)] {
        assert!(salma.contains(&format!("/report?about={about}")), "{about} for who asks to join");
    }
    let group = stage.enter(&cast.nadia).await.get(&format!("/report?in=group-{}", cast.groups[0])).await.body;
    assert!(group.contains(&format!("person-{}", cast.zineb.id)) && group.contains(&format!("/report?in=venture-{}", cast.qatra.id)));
    for stranger in [&cast.salma, &cast.karim, &cast.hassan, &cast.rachid] {
        assert_eq!(stage.enter(stranger).await.get(&here).await.status, 404, "{}", stranger.name);
    }
    for nowhere in ["/report?in=venture-x", "/report?in=x", "/report?about=x"] {
        assert_eq!(stage.enter(&cast.amal).await.get(nowhere).await.status, 404, "{nowhere}");
    }
}

#[tokio::test]
async fn every_page_leads_to_a_report() {
    let stage = Stage::set().await;
    let mut read = 0;
    for person in [&stage.cast.amal, &stage.cast.salma, &stage.cast.nadia, &stage.cast.samira] {
        let web = stage.enter(person).await;
        for route in server::router::routes().into_iter().filter(|route| route.method == "GET" && !route.path.starts_with("/api/")) {
            // What is ours or nobody's shows nothing of anybody.
            if acceptance::stage::NO_PAGES.contains(&route.path.as_str())
                || route.path.starts_with("/example/")
                || ["/ui", "/offline"].contains(&route.path.as_str())
            {
                continue;
            }
            let page = web.get(&stage.address(&route.path)).await;
            if page.status == 200 {
                read += 1;
                assert!(page.body.contains("href=\"/report"), "{} as {}", route.path, person.name);
            }
        }
    }
    assert!(read > 40, "{read} pages were read");
}
