//! The board's socket: who gets one, what comes back on it, and what a person may not do there.

use super::FOREIGN;
use acceptance::{
    Stage,
    cast::note,
    socket::{Socket, Welcome},
};
use board::{
    Document, Operation, Refusal, ToBrowser, ToServer, decode_operation,
    id::{Counter, RecordId, Seq},
    operation::{Edit, Step},
    record::{Colour, Field, TextKey},
    wire::{Missing, Presence},
};

/// A member's socket that has said hello.
async fn joined(stage: &Stage, person: &acceptance::cast::Person, device: u8) -> (Socket, Welcome) {
    let web = stage.enter(person).await;
    let mut socket = stage.socket(&web, stage.cast.qatra.id).await.expect("a socket");
    let welcome = socket.hello(device, stage.cast.qatra.head).await;
    (socket, welcome)
}

#[tokio::test]
async fn a_socket_needs_a_session_a_venture_of_ones_own_and_our_origin() {
    let stage = Stage::set().await;
    let (amal, base) = (stage.enter(&stage.cast.amal).await.cookie_header(), stage.base());
    let path = |venture: &dyn core::fmt::Display| format!("/ws/board/{venture}");
    let qatra = path(&stage.cast.qatra.id);
    let status = async |path: &str, cookie: Option<&str>, origin: &str| Socket::open(base, path, cookie, Some(origin)).await.err();
    assert_eq!(status(&qatra, None, base).await, Some(401));
    assert_eq!(status(&qatra, Some("fikra-session=forged"), base).await, Some(401));
    assert_eq!(status(&qatra, Some(&amal), FOREIGN).await, Some(403));
    assert_eq!(status(&qatra, Some(&amal), "null").await, Some(403));
    for elsewhere in [path(&stage.cast.argan), path(&stage.cast.zellige), path(&store::new_id()), path(&"nonsense")] {
        assert_eq!(status(&elsewhere, Some(&amal), base).await, Some(404), "{elsewhere}");
    }
    assert_eq!(status(&qatra, Some(&amal), base).await, None);
    let plain = stage.enter(&stage.cast.amal).await.get(&qatra).await;
    assert!(plain.status.is_client_error(), "a page is no socket: {}", plain.status);
}

#[tokio::test]
async fn what_is_committed_comes_back_to_everybody_in_order() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let (mut amal, hers) = joined(&stage, &stage.cast.amal, 2).await;
    let (mut youssef, his) = joined(&stage, &stage.cast.youssef, 2).await;
    let (mut nadia, watching) = joined(&stage, &stage.cast.nadia, 2).await;
    assert!(hers.writes && his.writes && !watching.writes);
    assert!(hers.client != his.client && hers.author != his.author);
    assert_eq!((hers.head, hers.counter, hers.missing), (qatra.head, 0, Missing::Since(Vec::new())));
    amal.push(1, &[note("un"), note("deux")]).await;
    youssef.push(1, &[Operation::Set(qatra.free, Field::Colour(Colour::Rose))]).await;
    let last = Seq(qatra.head.0 + 3);
    let heard = amal.until(last).await;
    assert_eq!(heard, youssef.until(last).await, "its own come back too: that is the acknowledgement");
    assert_eq!(heard, nadia.until(last).await);
    assert!(heard.iter().map(|one| one.seq.0).eq(qatra.head.0 + 1..=last.0));
    let (mut late, _) = (stage.socket(&stage.enter(&stage.cast.samira).await, qatra.id).await.expect("a socket"), ());
    let welcome = late.hello(9, Seq(0)).await;
    let document = match welcome.missing {
        Missing::Snapshot(bytes) => Document::from_snapshot(&bytes).expect("reads"),
        Missing::Since(all) => all.iter().fold(Document::default(), |mut document, one| {
            document.apply(one).expect("applies");
            document
        }),
    };
    assert_eq!((document.head(), document.get(qatra.free).map(board::Record::colour)), (last, Some(Colour::Rose)));
}

#[tokio::test]
async fn two_who_type_in_one_note_both_stay() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let (mut amal, _) = joined(&stage, &stage.cast.amal, 2).await;
    let (mut youssef, _) = joined(&stage, &stage.cast.youssef, 2).await;
    let length = u32::try_from("Une idée libre".chars().count()).expect("short");
    let edit = |steps| Operation::Edit(Edit { record: qatra.free, text: TextKey::Body, base: qatra.head, steps });
    amal.push(1, &[edit(vec![Step::Keep(length), Step::Insert(" 💧".into())])]).await;
    youssef.push(1, &[edit(vec![Step::Insert("قطرة: ".into()), Step::Keep(length)])]).await;
    let heard = amal.until(Seq(qatra.head.0 + 2)).await;
    let mut words = "Une idée libre".to_owned();
    for one in &heard {
        let Ok(Operation::Edit(edit)) = decode_operation(&one.bytes) else { panic!("an edit") };
        words = board::text::applied(&words, &edit.steps).expect("as accepted, it applies as it is");
    }
    assert_eq!(words, "قطرة: Une idée libre 💧");
}

#[tokio::test]
async fn a_mentor_cannot_edit_a_trainees_note() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    for person in [&stage.cast.nadia, &stage.cast.samira, &stage.cast.driss] {
        let (mut socket, welcome) = joined(&stage, person, 3).await;
        assert!(!welcome.writes);
        socket.push(1, &[Operation::Delete(qatra.note), note("de la main du formateur")]).await;
        assert_eq!(socket.refused().await, (1, Refusal::ReadOnly), "{}", person.name);
        assert_eq!(socket.refused().await, (2, Refusal::ReadOnly));
        let (mut amal, hers) = joined(&stage, &stage.cast.amal, 2).await;
        amal.push(hers.counter + 1, &[note("de la main d'Amal")]).await;
        let heard = socket.until(Seq(hers.head.0 + 1)).await;
        assert_eq!(heard.len() as u64, hers.head.0 + 1 - welcome.head.0, "the line goes on, and nothing of the push was written");
    }
}

#[tokio::test]
async fn presence_travels_and_is_not_stored() {
    let stage = Stage::set().await;
    let (mut amal, _) = joined(&stage, &stage.cast.amal, 2).await;
    let (mut youssef, his) = joined(&stage, &stage.cast.youssef, 2).await;
    let here = Presence { typing: Some(stage.cast.qatra.note), ..Presence::default() };
    youssef.send(&ToServer::Presence(here.clone())).await;
    assert_eq!(amal.presence().await, (his.client, Some(here)));
    drop(youssef);
    assert_eq!(amal.presence().await, (his.client, None), "who left is gone");
    let head = stage.head(&stage.cast.amal, stage.cast.qatra.id).await;
    assert_eq!(head, stage.cast.qatra.head);
}

#[tokio::test]
async fn nobody_can_use_anothers_number() {
    let stage = Stage::set().await;
    let qatra = &stage.cast.qatra;
    let (mut amal, hers) = joined(&stage, &stage.cast.amal, 7).await;
    let (mut youssef, his) = joined(&stage, &stage.cast.youssef, 7).await;
    assert!(hers.client != his.client, "the same device, another person: a number of their own");
    amal.push(1, &[note("à moi")]).await;
    amal.until(Seq(qatra.head.0 + 1)).await;
    youssef.push(1, &[note("à lui")]).await;
    let heard = youssef.until(Seq(qatra.head.0 + 2)).await;
    let made: Vec<(RecordId, u32)> =
        heard.iter().map(|one| (RecordId { client: one.client, counter: one.counter }, one.author.0)).collect();
    let named = |welcome: &Welcome, counter: Counter| (RecordId { client: welcome.client, counter }, welcome.author.0);
    assert_eq!(made, [named(&hers, 1), named(&his, 1)], "author and number are the session's, whatever is sent");
    let (_, again) = joined(&stage, &stage.cast.amal, 7).await;
    assert_eq!((again.client, again.counter), (hers.client, 1), "and Amal's device finds its own again");
}

#[tokio::test]
async fn an_old_program_is_told_to_reload() {
    let stage = Stage::set().await;
    let web = stage.enter(&stage.cast.amal).await;
    let mut socket = stage.socket(&web, stage.cast.qatra.id).await.expect("a socket");
    for (protocol, device, why) in [(999, 16, Refusal::Protocol), (board::wire::PROTOCOL, 3, Refusal::IllFormed)] {
        socket.send(&ToServer::Hello { protocol, device: vec![1; device].into(), since: Seq(0) }).await;
        assert_eq!(socket.refused().await, (0, why));
    }
    socket.push(1, &[note("avant le bonjour")]).await;
    assert_eq!(socket.refused().await, (0, Refusal::IllFormed));
    assert_eq!(socket.hello(2, Seq(0)).await.head, stage.cast.qatra.head, "and a hello that fits is welcome");
    socket.send(&ToServer::Hello { protocol: board::wire::PROTOCOL, device: vec![1; 16].into(), since: Seq(0) }).await;
    assert_eq!(socket.next().await, Some(ToBrowser::Resync), "a second hello begins anew");
    assert_eq!(socket.next().await, None);
}
