//! Gates over HTTP: asked for by the team, refused with a step or signed by the mentor, and never by anybody else.

use acceptance::{Stage, web::Web};

struct Room {
    stage: Stage,
    amal: Web,
    nadia: Web,
    qatra: String,
}

impl Room {
    async fn open() -> Self {
        let stage = Stage::set().await;
        let (amal, nadia) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.nadia).await);
        let qatra = stage.cast.qatra.id.to_string();
        Self { stage, amal, nadia, qatra }
    }

    /// Signs the first gate as a mentor's form does, with these words and ticks.
    async fn sign(&self, gate: &str, sentence: &str, ticks: &[&str]) -> String {
        let named: Vec<String> = ticks.iter().map(|code| format!("confirmed[{code}]")).collect();
        let mut fields = vec![("venture", self.qatra.as_str()), ("gate", gate), ("sentence", sentence)];
        fields.extend(named.iter().map(|name| (name.as_str(), "yes")));
        self.nadia.form("/api/gates/sign", &fields).await.leads()
    }

    fn said(&self, what: &str) -> String {
        format!("/v/{}/path?said={what}", self.qatra)
    }

    async fn path(&self, web: &Web) -> String {
        let page = web.get(&format!("/v/{}/path", self.qatra)).await;
        assert_eq!(page.status, 200);
        page.body
    }
}

const BOTH: [&str; 2] = ["G1-a", "G1-b"];

#[tokio::test]
async fn a_team_asks_and_the_mentor_answers_with_a_step_then_signs() {
    let room = Room::open().await;
    let fields = [("venture", room.qatra.as_str()), ("gate", "1")];
    assert!(!room.nadia.get("/feedback").await.body.contains("demandent une signature"));
    assert_eq!(room.amal.form("/api/gates/ask", &fields).await.leads(), room.said("asked"));
    for page in ["/feedback".to_owned(), format!("/groups/{}", room.stage.cast.groups[0])] {
        let body = room.nadia.get(&page).await.body;
        assert!(body.contains("demandent une signature") && body.contains(&format!("/v/{}/path#next", room.qatra)), "{page}");
    }
    let step = [("venture", room.qatra.as_str()), ("gate", "1"), ("step", ""), ("suggested", "G1-a")];
    assert_eq!(room.nadia.form("/api/gates/refuse", &step).await.leads(), room.said("refused"));
    for page in [room.path(&room.amal).await, room.amal.get("/today").await.body] {
        assert!(page.contains("Nadia") && page.contains("(0/5)"), "the condition as a step, with how far it is");
    }
    assert!(!room.nadia.get("/feedback").await.body.contains("demandent une signature"), "answered");
    room.amal.form("/api/gates/ask", &fields).await;
    assert!(!room.path(&room.amal).await.contains("(0/5)"), "asked again");
    assert_eq!(room.sign("1", "Vous êtes allés voir.", &BOTH).await, room.said("signed"));
    let today = room.amal.get("/today").await.body;
    assert!(today.contains("Vous êtes allés voir."), "the team reads it where its day begins");
    let first = room.path(&room.amal).await;
    assert!(first.contains("gates-star-won") && first.contains(&format!("/v/{}/cards/gate-1", room.qatra)));
    let second = room.path(&room.amal).await;
    assert!(!second.contains("gates-star-won") && second.contains("Vous êtes allés voir."), "it turns once, and the sentence stays");
}

#[tokio::test]
async fn a_signature_takes_a_sentence_and_every_tick() {
    let room = Room::open().await;
    assert!(room.sign("1", "  ", &BOTH).await.contains("form=sign&fault=empty"));
    let long = "é".repeat(281);
    let back = room.sign("1", &long, &BOTH).await;
    assert!(back.contains("fault=too_long") && back.contains(&long), "what was typed comes back");
    assert!(room.sign("1", "Bien", &["G1-a"]).await.contains("fault=not_ticked"));
    assert!(room.sign("2", "Bien", &[]).await == room.said("not_next"));
    assert!(room.path(&room.amal).await.contains("0/8"), "nothing was signed");
    let step = [("venture", room.qatra.as_str()), ("gate", "1"), ("step", " ")];
    assert!(room.nadia.form("/api/gates/refuse", &step).await.leads().contains("form=refuse&fault=empty"));
}

#[tokio::test]
async fn a_gate_is_signed_once_and_taken_back_by_who_signed_it() {
    let room = Room::open().await;
    assert_eq!(room.sign("1", "Bien vu.", &BOTH).await, room.said("signed"));
    assert_eq!(room.sign("1", "Encore.", &BOTH).await, room.said("already"));
    let page = room.path(&room.amal).await;
    assert!(page.contains("Bien vu.") && !page.contains("Encore."));
    let fields = [("venture", room.qatra.as_str()), ("gate", "1")];
    assert!(room.path(&room.nadia).await.contains("/api/gates/withdraw"));
    assert_eq!(room.nadia.form("/api/gates/withdraw", &fields).await.leads(), room.said("withdrawn"));
    assert!(room.path(&room.amal).await.contains("0/8"));
    assert_eq!(room.nadia.form("/api/gates/withdraw", &fields).await.leads(), room.said("too_late"));
}

#[tokio::test]
async fn only_a_mentor_of_the_venture_signs() {
    let room = Room::open().await;
    let cast = &room.stage.cast;
    let fields =
        [("venture", room.qatra.as_str()), ("gate", "1"), ("sentence", "Bien"), ("confirmed[G1-a]", "yes"), ("confirmed[G1-b]", "yes")];
    for (person, status) in [(&cast.amal, 403), (&cast.samira, 403), (&cast.driss, 403), (&cast.hassan, 404), (&cast.salma, 404)] {
        let web = room.stage.enter(person).await;
        assert_eq!(web.call("gates/sign", &fields).await.status, status, "{}", person.name);
    }
    let staff = room.stage.enter(&cast.samira).await;
    let page = room.path(&staff).await;
    assert!(!page.contains("/api/gates/") && !page.contains("/api/exits/"), "who only reads has no form");
    assert!(room.path(&room.amal).await.contains("0/8"));
}

#[tokio::test]
async fn a_team_stands_aside_with_what_it_learned_and_comes_back() {
    let room = Room::open().await;
    let aside = async |fields: &[(&str, &str)]| {
        let fields = [&[("venture", room.qatra.as_str())], fields].concat();
        room.amal.form("/api/exits/step_aside", &fields).await.leads()
    };
    let lesson = ("lesson", "Demander avant de construire.");
    let far = "2999-01-01";
    for (fields, fault) in [
        (vec![lesson, ("sure", "yes")], "no_exit"),
        (vec![("exit", "stopped"), ("lesson", " "), ("sure", "yes")], "empty"),
        (vec![("exit", "paused"), lesson, ("sure", "yes"), ("back", far)], "no_day"),
        (vec![("exit", "stopped"), lesson], "not_sure"),
    ] {
        assert!(aside(&fields).await.contains(&format!("form=aside&fault={fault}")), "{fault}");
    }
    assert_eq!(aside(&[("exit", "stopped"), lesson, ("sure", "yes")]).await, room.said("aside"));
    for page in ["/today".to_owned(), format!("/v/{}", room.qatra), format!("/v/{}/path", room.qatra)] {
        let body = room.amal.get(&page).await.body;
        assert!(body.contains("Demander avant de construire.") && body.contains("/api/exits/take_up"), "{page}");
    }
    assert!(room.path(&room.nadia).await.contains("Demander avant de construire."));
    assert_eq!(room.amal.form("/api/exits/take_up", &[("venture", &room.qatra)]).await.leads(), room.said("taken_up"));
    let page = room.path(&room.amal).await;
    assert!(page.contains("Demander avant de construire.") && !page.contains("/api/exits/take_up"), "the lesson stays");
}
