//! Feedback over HTTP: pinned by who accompanies, answered by both sides, told to open boards, and sent again without harm.

use acceptance::{
    Stage,
    web::{Answer, Web},
};
use board::{ToBrowser, id::Seq};
use shared::ids::VentureId;

async fn open(web: &Web, thread: &str, remark: &str, venture: VentureId, kind: &str, place: &str, words: &str) -> Answer {
    let venture = venture.to_string();
    let long = "x".repeat(400);
    let fields = [
        ("thread", thread),
        ("remark", remark),
        ("venture", &venture),
        ("kind", kind),
        ("anchor[place]", place),
        ("anchor[frame]", &long),
        ("anchor[part]", "who"),
        ("anchor[quote][before]", ""),
        ("anchor[quote][exact]", "الماء"),
        ("anchor[quote][after]", ""),
        ("anchor[seen]", "9"),
        ("words", words),
    ];
    web.call("feedback/open", &fields).await
}

fn ids() -> (String, String) {
    (store::new_id().to_string(), store::new_id().to_string())
}

/// The threads of a venture, as somebody sees them.
async fn threads(web: &Web, venture: VentureId) -> Vec<serde_json::Value> {
    let told = web.ask("feedback/of_venture", &format!("?venture={venture}")).await;
    told.json().as_array().cloned().expect("a list")
}

#[tokio::test]
async fn a_live_page_reads_threads_as_lines_and_everybody_else_as_json() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let (amal, query) = (stage.enter(&stage.cast.amal).await, format!("?venture={}", qatra.id));
    let lines = amal.ask_for("text/x-fikra", "feedback/of_venture", &query).await;
    assert_eq!((lines.status.as_u16(), lines.header("content-type")), (200, "text/x-fikra"));
    assert_eq!(lines.body.lines().next(), Some("1"), "how many there are comes first: {}", lines.body);
    let json = amal.ask("feedback/of_venture", &query).await;
    assert_eq!(json.header("content-type"), "application/json");
    let words = json.json()[0]["remarks"][0]["words"].as_str().map(str::to_owned).expect("words");
    assert!(lines.body.lines().any(|line| line == words), "the same words");
    let hidden = amal.ask_for("text/x-fikra", "feedback/of_venture", &format!("?venture={}", store::new_id())).await;
    assert_eq!(hidden.status, 404, "a refusal is told by its status: {}", hidden.body);
}

#[tokio::test]
async fn a_thread_goes_from_the_mentor_to_the_team_and_back() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let (nadia, amal) = (stage.enter(&stage.cast.nadia).await, stage.enter(&stage.cast.amal).await);
    let mut board = stage.socket(&amal, qatra.id).await.expect("a socket");
    board.hello(1, Seq(0)).await;
    let (thread, remark) = ids();
    for _ in 0..2 {
        let opened = open(&nadia, &thread, &remark, qatra.id, "must_fix", &qatra.note.to_string(), " Qui paie ? ").await;
        assert_eq!(opened.status, 200, "sent again by a phone that heard nothing: {}", opened.body);
    }
    match board.next().await {
        Some(ToBrowser::Notice { noun, id }) => assert_eq!((noun.as_str(), id), ("feedback", thread.clone())),
        other => panic!("an open board hears of it: {other:?}"),
    }
    let told = threads(&amal, qatra.id).await;
    assert_eq!(told.len(), 2, "the cast's and this one, once");
    let told = &told[1];
    assert_eq!((&told["thread"]["state"], &told["remarks"][0]["words"]), (&"waiting".into(), &"Qui paie ?".into()));
    assert_eq!(told["thread"]["anchor"]["frame"].as_str().map(str::len), Some(160), "what a browser quotes is cut");
    let answer = async |web: &Web, remark: &str, words: &str, says: &str| {
        web.call("feedback/answer", &[("thread", &thread), ("remark", remark), ("words", words), ("says", says)]).await
    };
    let said = store::new_id().to_string();
    for _ in 0..2 {
        assert_eq!(answer(&amal, &said, "La commune.", "done").await.status, 200);
    }
    assert_eq!(amal.call("feedback/resolve", &[("thread", &thread)]).await.status, 403, "a must-do is settled by the mentor's side");
    let column = async |name: &str| nadia.get(&format!("/feedback?column={name}")).await.body;
    assert!(column("to_check").await.contains("Qui paie ?") && !column("resolved").await.contains("Qui paie ?"));
    assert_eq!(nadia.call("feedback/resolve", &[("thread", &thread)]).await.status, 200);
    assert!(column("resolved").await.contains("Qui paie ?") && !column("to_check").await.contains("Qui paie ?"));
    assert_eq!(amal.call("feedback/reopen", &[("thread", &thread)]).await.status, 200);
    let told = &threads(&nadia, qatra.id).await[1];
    assert_eq!((told["thread"]["state"].as_str(), told["remarks"].as_array().map(Vec::len)), (Some("to_handle"), Some(2)));
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_is_written() {
    let stage = Stage::set().await;
    let (cast, qatra) = (&stage.cast, &stage.cast.qatra);
    let (nadia, note) = (stage.enter(&cast.nadia).await, qatra.note.to_string());
    let ((thread, remark), long) = (ids(), "é".repeat(2_001));
    for (kind, place, words, status) in [
        ("question", note.as_str(), "   ", 422),
        ("question", &note, &long, 422),
        ("shout", &note, "Oui.", 422),
        ("question", "nonsense", "Oui.", 422),
        ("question", "1-1.block.a-name-that-is-longer-than-thirty-two-bytes", "Oui.", 422),
        ("question", "77-5", "Oui.", 409),
    ] {
        let answer = open(&nadia, &thread, &remark, qatra.id, kind, place, words).await;
        assert_eq!(answer.status, status, "{kind} on {place}: {}", answer.body);
    }
    assert_eq!(open(&nadia, "nonsense", &remark, qatra.id, "question", &note, "Oui.").await.status, 422);
    for (person, status) in [(&cast.amal, 403), (&cast.karim, 404), (&cast.hassan, 404), (&cast.rachid, 404)] {
        let web = stage.enter(person).await;
        assert_eq!(open(&web, &thread, &remark, qatra.id, "question", &note, "Oui.").await.status, status, "{}", person.name);
    }
    assert_eq!(open(&nadia, &thread, &remark, cast.argan, "question", &note, "Oui.").await.status, 404, "another region's board");
    let samira = stage.enter(&cast.samira).await;
    let theirs = qatra.thread.to_string();
    assert_eq!(open(&samira, &theirs, &remark, qatra.id, "question", &note, "Oui.").await.status, 409, "somebody else's id");
    let amal = stage.enter(&cast.amal).await;
    for (web, words, status) in [(&amal, "", 422), (&amal, long.as_str(), 422), (&stage.enter(&cast.karim).await, "Oui.", 404)] {
        let answer = web.call("feedback/answer", &[("thread", &theirs), ("remark", &remark), ("words", words)]).await;
        assert_eq!(answer.status, status, "{}", answer.body);
    }
    let ghost = [("thread", thread.as_str()), ("remark", remark.as_str()), ("words", "Oui.")];
    for endpoint in ["feedback/answer", "feedback/resolve", "feedback/reopen"] {
        assert_eq!(amal.call(endpoint, &ghost).await.status, 404, "{endpoint}");
    }
    let told = threads(&amal, qatra.id).await;
    assert_eq!((told.len(), told[0]["remarks"].as_array().map(Vec::len)), (1, Some(1)));
    assert_eq!(told[0]["thread"]["state"], "waiting");
}

#[tokio::test]
async fn the_way_on_after_an_answer_stays_on_this_site() {
    let stage = Stage::set().await;
    let (amal, thread) = (stage.enter(&stage.cast.amal).await, stage.cast.qatra.thread.to_string());
    for (next, leads) in
        [("/feedback?column=waiting", Some("/feedback?column=waiting")), ("//evil.test", None), ("https://evil.test", None)]
    {
        let remark = store::new_id().to_string();
        let fields = [("thread", thread.as_str()), ("remark", &remark), ("words", "Oui."), ("next", next)];
        let answer = amal.form("/api/feedback/answer", &fields).await;
        match leads {
            Some(leads) => assert_eq!(answer.location.as_deref(), Some(leads)),
            None => assert!(!answer.location.unwrap_or_default().contains("evil"), "{next}"),
        }
    }
}
