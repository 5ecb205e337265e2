//! A mentor who is taken out of a group: while signing a gate, and while a class runs. What was begun ends in one of two orders, and nothing of
//! it is lost.

use std::time::{Duration, Instant};

use acceptance::{
    Server, Stage,
    cast::now,
    web::{Answer, Web},
};
use shared::{
    Lang, Millis,
    access::{RunClass, allow},
    classes::LINGERS,
    reference,
    ventures::Gate,
};

const SENTENCE: &str = "Trois familles ont montré leur compteur.";
/// Bounded: each round signs and takes out once.
const ROUNDS: usize = 24;

struct Office<'a> {
    stage: &'a Stage,
    samira: Web,
    nadia: Web,
    amal: Web,
}

impl<'a> Office<'a> {
    async fn open(stage: &'a Stage) -> Self {
        let cast = &stage.cast;
        let (samira, nadia, amal) = (stage.enter(&cast.samira).await, stage.enter(&cast.nadia).await, stage.enter(&cast.amal).await);
        Self { stage, samira, nadia, amal }
    }

    fn path(&self) -> String {
        format!("/v/{}/path", self.stage.cast.qatra.id)
    }

    async fn office(&self, endpoint: &str, mentor: shared::ids::PersonId) -> Answer {
        let (group, mentor) = (self.stage.cast.groups[0].to_string(), mentor.to_string());
        self.samira.form(&format!("/api/portfolio/{endpoint}"), &[("group", &group), ("mentor", &mentor)]).await
    }

    async fn remove(&self) -> Answer {
        self.office("remove_mentor", self.stage.cast.nadia.id).await
    }

    async fn sign(&self) -> Answer {
        let venture = self.stage.cast.qatra.id.to_string();
        let ticks: Vec<String> =
            reference::asked_for(Gate(1), Lang::Fr).into_iter().map(|asked| format!("confirmed[{}]", asked.code)).collect();
        let mut fields = vec![("venture", venture.as_str()), ("gate", "1"), ("sentence", SENTENCE)];
        fields.extend(ticks.iter().map(|tick| (tick.as_str(), "yes")));
        self.nadia.form_on(&self.path(), "/api/gates/sign", &fields).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_mentor_removed_while_signing_has_signed_or_keeps_the_words() {
    let stage = Stage::set().await;
    let room = Office::open(&stage).await;
    let mut orders = [0, 0];
    for round in 0..ROUNDS {
        let (signed, removed) = match round {
            0 => {
                let removed = room.remove().await;
                (room.sign().await, removed)
            }
            1 => {
                let signed = room.sign().await;
                (signed, room.remove().await)
            }
            n if n % 2 == 0 => tokio::join!(room.sign(), room.remove()),
            _ => {
                let (removed, signed) = tokio::join!(room.remove(), room.sign());
                (signed, removed)
            }
        };
        assert_eq!(removed.status, 302, "round {round}: {}", removed.body);
        assert_eq!(room.nadia.get(&room.path()).await.status, 404, "round {round}: she is out, whichever came first");
        let page = room.amal.get(&room.path()).await.body;
        if signed.status == 302 {
            orders[0] += 1;
            assert!(signed.leads().ends_with("said=signed") && page.contains("1/8"), "round {round}");
            assert!(page.contains(SENTENCE), "round {round}: signed is signed with its sentence");
        } else {
            orders[1] += 1;
            assert!(signed.status == 403 || signed.status == 404, "round {round}: {}", signed.status);
            assert!(
                signed.says("forms.shut_title") && signed.body.contains(&format!("{SENTENCE}</textarea>")),
                "round {round}: {}",
                signed.body
            );
            assert!(page.contains("0/8") && !page.contains(SENTENCE), "round {round}: nothing is half signed");
        }
        // As before, for the next round.
        assert_eq!(room.office("assign", stage.cast.nadia.id).await.status, 302);
        if signed.status == 302 {
            let fields = [("venture", &*stage.cast.qatra.id.to_string()), ("gate", "1")];
            assert!(room.nadia.form("/api/gates/withdraw", &fields).await.leads().ends_with("said=withdrawn"), "round {round}");
        }
    }
    assert!(orders[0] > 0 && orders[1] > 0, "both orders were seen: {orders:?}");
}

fn room(stage: &Stage) -> String {
    format!("/groups/{}/class", stage.cast.groups[0])
}

#[tokio::test]
async fn a_class_goes_on_without_its_mentor_and_another_one_ends_it() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let office = Office::open(&stage).await;
    let group = cast.groups[0].to_string();
    let began = [("group", group.as_str()), ("activity", "1.2"), ("minutes", "25")];
    assert_eq!(office.nadia.call("classes/start", &began).await.status, 200);
    assert_eq!(office.remove().await.leads(), format!("/portfolio/assign/{group}?removed=1"));
    assert_eq!(office.remove().await.status, 302, "pressed twice");
    assert_eq!(office.nadia.get(&room(&stage)).await.status, 404);
    let groups = office.nadia.get("/groups").await;
    assert!(groups.status == 200 && groups.says("groups.none_title"), "she is a mentor still, for groups to come");
    let today = office.amal.get("/today").await.body;
    assert!(today.contains("in-class") && today.contains(&format!("/v/{}/board#r-", cast.qatra.id)), "the teams go on");

    assert_eq!(office.office("assign", cast.hassan.id).await.status, 302);
    let hassan = stage.enter(&cast.hassan).await;
    let page = hassan.get(&room(&stage)).await.body;
    assert!(page.contains("role=\"timer\"") && page.contains("Qatra"), "who takes over sees the same wall");
    let held =
        |name: &str| page.split_once(&format!("name=\"{name}\" value=\"")).expect("held").1.split('"').next().expect("it").to_owned();
    let class = [("group", group.as_str()), ("class", &held("class")), ("seen", &held("seen"))];
    assert_eq!(office.nadia.call("classes/end", &class[..2]).await.status, 404);
    assert_eq!(hassan.call("classes/prolong", &class).await.status, 200);
    assert_eq!(hassan.call("classes/end", &class[..2]).await.status, 200);
    assert!(!office.amal.get("/today").await.body.contains("in-class"));
    assert!(hassan.get(&room(&stage)).await.body.contains("past-title"));
}

#[tokio::test]
async fn a_class_that_nobody_ends_ends_at_its_time() {
    let mut stage = Stage::set().await;
    let group = stage.cast.groups[0];
    let nadia = stage.enter(&stage.cast.nadia).await;
    let began = [("group", &*group.to_string()), ("activity", "1.2"), ("minutes", "25")];
    assert_eq!(nadia.call("classes/start", &began).await.status, 200);
    stage.server.stop().await;
    // Its time is put back, as if the server had slept.
    let db = store::Db::open(stage.ground.database()).await.expect("opens");
    let token = store::accounts::open_session(&db, stage.cast.nadia.id, now()).await.expect("a session");
    let who = store::accounts::actor_of(&db, &token, now()).await.expect("reads").expect("a mentor");
    let at = store::accounts::group(&db, group).await.expect("reads").expect("a group").at;
    let class = store::classes::running(&db, group).await.expect("reads").expect("runs");
    let long_ago = Millis(now().0 - LINGERS - 1);
    let permit = allow(&who, RunClass { at: &at }).expect("hers");
    store::classes::prolong(&db, permit, &class, class.until, long_ago).await.expect("put back");
    db.close().await;
    drop(db);
    stage.server = Server::start(&stage.ground).await;
    let nadia = stage.enter(&stage.cast.nadia).await;
    let (began, mut page) = (Instant::now(), String::new());
    while !page.contains("past-title") && began.elapsed() < Duration::from_secs(30) {
        page = nadia.get(&room(&stage)).await.body;
    }
    assert!(page.contains("past-title") && page.contains("name=\"minutes\""), "it is over, and the next one may begin");
}
