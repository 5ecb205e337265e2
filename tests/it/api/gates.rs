//! Gates over HTTP: asked for by the team, refused with a step or signed by the mentor, and never by anybody else.

use acceptance::{
    Stage,
    web::{Answer, Web},
};
use shared::{Lang, reference, ventures::Gate};

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
    async fn sign(&self, gate: &str, sentence: &str, ticks: &[&str]) -> Answer {
        let named: Vec<String> = ticks.iter().map(|code| format!("confirmed[{code}]")).collect();
        let mut fields = vec![("venture", self.qatra.as_str()), ("gate", gate), ("sentence", sentence)];
        fields.extend(named.iter().map(|name| (name.as_str(), "yes")));
        self.nadia.form_on(&self.page(), "/api/gates/sign", &fields).await
    }

    fn page(&self) -> String {
        format!("/v/{}/path", self.qatra)
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
    assert_eq!(room.sign("1", "Vous êtes allés voir.", &BOTH).await.leads(), room.said("signed"));
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
    let empty = room.sign("1", "  ", &BOTH).await;
    assert!(empty.status == 422 && empty.says("gates.fault_empty") && empty.body.matches(" checked").count() == 2, "{}", empty.body);
    // Ten times what fits, in letters that an address would make six times as long: it comes back whole.
    let long = "قطرة".repeat(700);
    let back = room.sign("1", &long, &BOTH).await;
    assert!(back.status == 422 && back.says("gates.fault_too_long") && back.body.contains(&long), "what was typed comes back");
    let unticked = room.sign("1", "Bien", &["G1-a"]).await;
    assert!(unticked.status == 422 && unticked.says("gates.fault_not_ticked") && unticked.body.contains("Bien</textarea>"));
    assert_eq!(unticked.body.matches(" checked").count(), 1, "one tick was set");
    let early = room.sign("2", "Trop tôt, mais bien", &[]).await;
    assert!(early.status == 409 && early.says("gates.said_not_next") && early.body.contains("Trop tôt, mais bien</textarea>"));
    assert!(room.path(&room.amal).await.contains("0/8"), "nothing was signed");
    let step = [("venture", room.qatra.as_str()), ("gate", "1"), ("step", " ")];
    let refused = room.nadia.form_on(&room.page(), "/api/gates/refuse", &step).await;
    assert!(refused.status == 422 && refused.says("gates.fault_empty"));
}

#[tokio::test]
async fn a_gate_is_signed_once_and_taken_back_by_who_signed_it() {
    let room = Room::open().await;
    for _ in 0..2 {
        assert_eq!(room.sign("1", "Bien vu.", &BOTH).await.leads(), room.said("signed"), "pressed twice, it is signed once");
    }
    let late = room.sign("1", "Encore.", &BOTH).await;
    assert!(late.status == 409 && late.says("gates.said_already") && late.body.contains("Encore.</textarea>"), "the words can be copied");
    let page = room.path(&room.amal).await;
    assert!(page.contains("Bien vu.") && !page.contains("Encore."));
    let fields = [("venture", room.qatra.as_str()), ("gate", "1")];
    assert!(room.path(&room.nadia).await.contains("/api/gates/withdraw"));
    assert_eq!(room.nadia.form("/api/gates/withdraw", &fields).await.leads(), room.said("withdrawn"));
    assert!(room.path(&room.amal).await.contains("0/8"));
    assert_eq!(room.nadia.form("/api/gates/withdraw", &fields).await.leads(), room.said("too_late"));
}

/// Signs a gate as anybody's form does, with every tick.
async fn signs(room: &Room, web: &Web, gate: u8, sentence: &str) -> Answer {
    let ticks: Vec<String> =
        reference::asked_for(Gate(gate), Lang::Fr).into_iter().map(|asked| format!("confirmed[{}]", asked.code)).collect();
    let gate = gate.to_string();
    let mut fields = vec![("venture", room.qatra.as_str()), ("gate", &gate), ("sentence", sentence)];
    fields.extend(ticks.iter().map(|tick| (tick.as_str(), "yes")));
    web.form_on(&room.page(), "/api/gates/sign", &fields).await
}

#[tokio::test]
async fn the_staff_signs_what_the_programme_leaves_to_it_and_mentors_all() {
    let room = Room::open().await;
    let cast = &room.stage.cast;
    let (samira, rachid) = (room.stage.enter(&cast.samira).await, room.stage.enter(&cast.rachid).await);
    for gate in 1..=4 {
        let early = signs(&room, &samira, gate, "Bien.").await;
        assert_eq!(early.status, 403, "gate {gate} is the mentor's");
        assert_eq!(signs(&room, &room.nadia, gate, "Bien.").await.leads(), room.said("signed"), "gate {gate}");
    }
    for web in [&samira, &room.nadia] {
        let page = room.path(web).await;
        assert!(page.contains("/api/gates/sign") && page.contains("/api/gates/refuse"), "both may sign the fifth");
    }
    assert!(!room.path(&room.amal).await.contains("/api/gates/sign"));
    assert_eq!(signs(&room, &rachid, 5, "Bien.").await.status, 404, "another region's staff knows no such venture");
    let step = [("venture", room.qatra.as_str()), ("gate", "5"), ("step", "Dire le prix en dirhams.")];
    assert_eq!(samira.form_on(&room.page(), "/api/gates/refuse", &step).await.leads(), room.said("refused"));
    assert!(room.path(&room.amal).await.contains("Dire le prix en dirhams."));
    assert_eq!(signs(&room, &samira, 5, "Le jury vous a écoutés.").await.leads(), room.said("signed"));
    assert!(room.path(&room.amal).await.contains("Le jury vous a écoutés."));
    let fifth = [("venture", room.qatra.as_str()), ("gate", "5")];
    assert_eq!(samira.form("/api/gates/withdraw", &fifth).await.leads(), room.said("withdrawn"));
    assert_eq!(signs(&room, &room.nadia, 5, "Prêts.").await.leads(), room.said("signed"), "the mentor signs each");
    assert_eq!(signs(&room, &room.nadia, 6, "Le papier est là.").await.leads(), room.said("signed"));
}

#[tokio::test]
async fn the_staff_sees_who_asks_for_a_gate_that_it_signs() {
    let room = Room::open().await;
    let cast = &room.stage.cast;
    let (samira, rachid) = (room.stage.enter(&cast.samira).await, room.stage.enter(&cast.rachid).await);
    let ask = async |gate: &str| room.amal.form("/api/gates/ask", &[("venture", room.qatra.as_str()), ("gate", gate)]).await.leads();
    let (alert, list) = ("1 projet demande un jalon que vous signez", "/portfolio?need=signature");
    let way = format!("/v/{}/path#next", room.qatra);
    let waits = async |web: &Web| {
        let (page, listed) = (web.get("/portfolio").await.body, web.get(list).await.body);
        let told = [page.contains(alert), page.contains(&format!("href=\"{list}#list\"")), page.contains(&way), listed.contains(&way)];
        assert!(told.iter().all(|one| *one == told[0]), "the alert, its way, the row and the list say one thing: {told:?}");
        told[0]
    };
    assert_eq!(ask("1").await, room.said("asked"));
    assert!(!waits(&samira).await, "the first gate is the mentor's");
    for gate in 1..=4 {
        assert_eq!(signs(&room, &room.nadia, gate, "Bien.").await.leads(), room.said("signed"), "gate {gate}");
    }
    assert_eq!(ask("5").await, room.said("asked"));
    assert!(waits(&samira).await && !waits(&rachid).await, "in one's own region alone");
    let name = reference::gates(Lang::Fr)[5].name.clone();
    let row = samira.get(list).await.body;
    assert!(row.contains(&format!("Demande\u{a0}: {name}")) && row.contains("l'instant"), "which gate, since when: {row}");
    let file = samira.get("/portfolio.csv?need=signature").await.body;
    let (heads, row) = file.split_once("\r\n").expect("a head and a row");
    assert!(heads.contains(";Jalon demandé;Jours depuis la demande;") && row.contains(&format!(";G5 · {name};0;")), "{file}");
    assert_eq!(file.lines().count(), 2, "the file holds what the list holds");
    assert_eq!(signs(&room, &samira, 5, "Le jury vous a écoutés.").await.leads(), room.said("signed"));
    assert!(!waits(&samira).await, "signed, it waits no more");
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
        room.amal.form_on(&room.page(), "/api/exits/step_aside", &fields).await
    };
    let lesson = ("lesson", "Demander avant de construire.");
    let far = "2999-01-01";
    for (fields, fault) in [
        (vec![lesson, ("sure", "yes")], "gates.fault_no_exit"),
        (vec![("exit", "stopped"), ("lesson", " "), ("sure", "yes")], "gates.fault_empty"),
        (vec![("exit", "paused"), lesson, ("sure", "yes"), ("back", far)], "gates.fault_no_day"),
        (vec![("exit", "stopped"), lesson], "gates.fault_not_sure"),
    ] {
        let back = aside(&fields).await;
        assert!(back.status == 422 && back.says(fault), "{fault}");
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
            let kept = match name {
                "exit" => back.body.contains(&format!("value=\"{value}\" required checked")),
                "sure" => back.body.contains("value=\"yes\" required checked"),
                _ => back.body.contains(value),
            };
            assert!(kept, "{fault}: {name}");
        }
    }
    assert_eq!(aside(&[("exit", "stopped"), lesson, ("sure", "yes")]).await.leads(), room.said("aside"));
    for page in ["/today".to_owned(), format!("/v/{}", room.qatra), format!("/v/{}/path", room.qatra)] {
        let body = room.amal.get(&page).await.body;
        assert!(body.contains("Demander avant de construire.") && body.contains("/api/exits/take_up"), "{page}");
    }
    assert!(room.path(&room.nadia).await.contains("Demander avant de construire."));
    assert_eq!(room.amal.form("/api/exits/take_up", &[("venture", &room.qatra)]).await.leads(), room.said("taken_up"));
    let page = room.path(&room.amal).await;
    assert!(page.contains("Demander avant de construire.") && !page.contains("/api/exits/take_up"), "the lesson stays");
}
