//! Bytes that no honest browser sends, on an open socket of a member: refused with their reason, nothing written, the line and the others go on.

use acceptance::{Stage, cast::note, socket::Socket};
use board::{
    Operation, Refusal, Sent, ToServer, encode,
    id::{AssetId, BlockId, ClientNo, Counter, RecordId, Seq},
    limits,
    operation::{Create, Edit, Step},
    record::{BlockValue, Field, Kind, OrderKey, Parent, Point, Size, TextKey},
    wire::Presence,
};

fn create(kind: Kind, parent: Parent, fields: Vec<Field>, words: &str) -> Operation {
    Operation::Create(Create { kind, parent, order: OrderKey("k".into()), fields, words: words.into() })
}

async fn push(socket: &mut Socket, counter: Counter, gesture: Counter, bytes: Vec<u8>) {
    socket.send(&ToServer::Push(vec![Sent { counter, gesture, bytes: bytes.into(), age: 0 }])).await;
}

/// Amal sends what is bad, Youssef watches. In the end Amal writes a note that fits, and it is the only thing that either hears.
struct Scene {
    stage: Stage,
    amal: Socket,
    youssef: Socket,
}

impl Scene {
    async fn set() -> Self {
        let stage = Stage::set().await;
        let mut sockets = Vec::new();
        for person in [&stage.cast.amal, &stage.cast.youssef] {
            let web = stage.enter(person).await;
            let mut socket = stage.socket(&web, stage.cast.qatra.id).await.expect("a socket");
            socket.hello(2, stage.cast.qatra.head).await;
            sockets.push(socket);
        }
        let [amal, youssef]: [Socket; 2] = sockets.try_into().ok().expect("two");
        Self { stage, amal, youssef }
    }

    async fn ends_well(mut self, counter: Counter) {
        let head = self.stage.cast.qatra.head;
        assert_eq!(self.stage.head(&self.stage.cast.amal, self.stage.cast.qatra.id).await, head, "nothing was written");
        self.amal.push(counter, &[note("et le travail continue")]).await;
        for socket in [&mut self.amal, &mut self.youssef] {
            assert_eq!(socket.until(Seq(head.0 + 1)).await.len(), 1);
        }
    }
}

#[tokio::test]
async fn a_frame_that_is_none_is_refused() {
    let mut scene = Scene::set().await;
    let too_many =
        ToServer::Push((1..=501).map(|counter| Sent { counter, gesture: 1, bytes: encode(&note("x")).into(), age: 0 }).collect());
    let crowded = Presence { selection: vec![scene.stage.cast.qatra.note; 501], ..Presence::default() };
    for (bytes, why) in [
        (Vec::new(), Refusal::IllFormed),
        (b"bonjour".to_vec(), Refusal::IllFormed),
        (vec![0xFF; 64], Refusal::IllFormed),
        // An array that says it holds four thousand million things.
        (vec![0x82, 0x01, 0x81, 0x9A, 0xFF, 0xFF, 0xFF, 0xFF], Refusal::IllFormed),
        (vec![0x82, 0x18, 0x63, 0x80], Refusal::UnknownKind),
        ([encode(&ToServer::Ping), vec![0]].concat(), Refusal::IllFormed),
        (vec![0; limits::FRAME + 1], Refusal::TooLarge),
        (encode(&too_many), Refusal::TooLarge),
        (encode(&ToServer::Presence(crowded)), Refusal::TooLarge),
    ] {
        let shown: Vec<u8> = bytes.iter().copied().take(12).collect();
        scene.amal.raw(bytes).await;
        assert_eq!(scene.amal.refused().await, (0, why), "{shown:02x?}");
    }
    scene.amal.text("{\"push\":[]}").await;
    assert_eq!(scene.amal.refused().await, (0, Refusal::IllFormed), "words where bytes are spoken");
    scene.ends_well(1).await;
}

#[tokio::test]
async fn bytes_that_are_no_operation_are_refused() {
    let mut scene = Scene::set().await;
    let good = encode(&note("x"));
    let nested = [vec![0x82; 2_000], vec![0x00]].concat();
    let large = encode(&note(&"é".repeat(limits::OPERATION / 2 + 1)));
    let mut longer = good.clone();
    // The same number in two bytes where one is enough.
    longer.splice(1..2, [0x18, 0x00]);
    for (counter, (bytes, why)) in (1..).zip([
        (Vec::new(), Refusal::IllFormed),
        (b"bonjour".to_vec(), Refusal::IllFormed),
        (good[..good.len() - 1].to_vec(), Refusal::IllFormed),
        ([good.clone(), vec![0]].concat(), Refusal::IllFormed),
        (longer, Refusal::IllFormed),
        (nested, Refusal::IllFormed),
        (vec![0x82, 0x18, 0x63, 0x80], Refusal::UnknownKind),
        (large, Refusal::TooLarge),
        (vec![0; limits::OPERATION + 1], Refusal::TooLarge),
    ]) {
        push(&mut scene.amal, counter, counter, bytes).await;
        assert_eq!(scene.amal.refused().await, (counter, why));
    }
    for (counter, gesture) in [(0, 0), (20, 0), (20, 21)] {
        push(&mut scene.amal, counter, gesture, good.clone()).await;
        assert_eq!(scene.amal.refused().await, (counter, Refusal::Counter), "{counter} of {gesture}");
    }
    scene.ends_well(30).await;
}

#[tokio::test]
async fn an_operation_that_does_not_fit_the_board_is_refused() {
    let mut scene = Scene::set().await;
    let qatra = scene.stage.cast.qatra.clone();
    let elsewhere = RecordId { client: ClientNo(77), counter: 1 };
    let edit = |record, steps, base| Operation::Edit(Edit { record, text: TextKey::Body, base, steps });
    let length = u32::try_from("Une idée libre".chars().count()).expect("short");
    let far = Point { x: i32::MAX, y: 0 };
    let home = |parent| Field::Home(parent, OrderKey("k".into()));
    let all = [
        // A missing record, or one of another board: numbers mean something on their own board only.
        (Operation::Set(elsewhere, Field::Done(true)), Refusal::Missing),
        (Operation::Delete(elsewhere), Refusal::Missing),
        (Operation::Restore(elsewhere), Refusal::Missing),
        (edit(elsewhere, vec![Step::Insert("x".into())], qatra.head), Refusal::Missing),
        (create(Kind::Note, Parent::Block(elsewhere, BlockId::from("who")), Vec::new(), ""), Refusal::Missing),
        // Lengths that lie.
        (edit(qatra.free, vec![Step::Keep(length + 1)], qatra.head), Refusal::Lengths),
        (edit(qatra.free, vec![Step::Insert("x".into())], qatra.head), Refusal::Lengths),
        (edit(qatra.free, vec![Step::Keep(u32::MAX), Step::Cut(u32::MAX)], qatra.head), Refusal::Lengths),
        (edit(qatra.free, vec![Step::Keep(0)], qatra.head), Refusal::IllFormed),
        (edit(qatra.free, vec![Step::Keep(length), Step::Insert("x".into())], Seq(u64::MAX)), Refusal::IllFormed),
        (edit(qatra.free, vec![Step::Keep(length), Step::Insert("é".repeat(5_000))], qatra.head), Refusal::TextTooLong),
        (note(&"é".repeat(5_001)), Refusal::TextTooLong),
        // What a kind does not have, and where it cannot live.
        (Operation::Set(qatra.note, Field::Target(None)), Refusal::DoesNotFit),
        (Operation::Set(qatra.frame, Field::Template("lean-canvas".into(), 1, Default::default())), Refusal::DoesNotFit),
        (Operation::Set(qatra.free, Field::Position(far)), Refusal::DoesNotFit),
        (Operation::Set(qatra.free, Field::Size(Size { w: -8, h: 8 })), Refusal::DoesNotFit),
        (Operation::Set(qatra.frame, Field::Value(BlockId("x".repeat(33)), BlockValue::Empty)), Refusal::DoesNotFit),
        (create(Kind::Image, Parent::Board, vec![Field::Asset(Some(AssetId("../../etc/passwd".into())))], ""), Refusal::DoesNotFit),
        (create(Kind::Hotspot, Parent::Board, Vec::new(), ""), Refusal::DoesNotFit),
        (create(Kind::Stroke, Parent::Board, vec![Field::Points(vec![Point::default(); 501])], ""), Refusal::TooLarge),
        (create(Kind::Connector, Parent::Board, vec![Field::Ends(qatra.note, qatra.note)], ""), Refusal::Cycle),
        (Operation::Set(qatra.free, home(Parent::Record(qatra.free))), Refusal::Cycle),
        (Operation::Set(qatra.note, Field::Home(Parent::Board, OrderKey("A0".into()))), Refusal::IllFormed),
    ];
    let last = all.len() as Counter;
    for (counter, (operation, why)) in (1..).zip(all) {
        scene.amal.push(counter, std::slice::from_ref(&operation)).await;
        assert_eq!(scene.amal.refused().await, (counter, why), "{:.200}", format!("{operation:?}"));
    }
    scene.ends_well(last + 1).await;
}

#[tokio::test]
async fn one_bad_operation_of_a_push_spoils_no_other() {
    let mut scene = Scene::set().await;
    let head = scene.stage.cast.qatra.head;
    let bad = Operation::Delete(RecordId { client: ClientNo(77), counter: 1 });
    scene.amal.push(1, &[note("avant"), bad, note("après")]).await;
    let heard = scene.youssef.until(Seq(head.0 + 2)).await;
    assert_eq!(heard.iter().map(|one| one.counter).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(scene.stage.head(&scene.stage.cast.amal, scene.stage.cast.qatra.id).await.0, head.0 + 2);
}

#[tokio::test]
async fn a_message_beyond_all_bounds_ends_its_own_line_only() {
    let mut scene = Scene::set().await;
    scene.amal.flood(vec![0; 5 * limits::FRAME]).await;
    scene.amal.closed().await;
    let head = scene.stage.cast.qatra.head;
    scene.youssef.push(1, &[note("encore là")]).await;
    assert_eq!(scene.youssef.until(Seq(head.0 + 1)).await.len(), 1);
}
