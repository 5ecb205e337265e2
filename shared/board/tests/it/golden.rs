//! R71: the bytes of everything that travels or rests. A line of the table may be added, never changed: logs, outboxes and browsers hold them.

use crate::setting::{Desk, block, edit, id, key, made, note, sent};
use board::{
    Document, Envelope, Event, Intent, Operation, Refusal, Replica, Sent, ToBrowser, ToServer,
    id::{AssetId, Author, BlockId, ClientNo, Seq},
    operation::{Create, Edit, Step},
    record::*,
    wire::{Missing, Presence},
};
use std::fmt::{Debug, Write};

/// What the table holds: a name and the bytes.
pub struct Golden(pub Vec<(String, Vec<u8>)>);

impl Golden {
    fn put<T>(&mut self, name: impl Into<String>, value: &T)
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()> + PartialEq + Debug,
    {
        let bytes = board::encode(value);
        assert_eq!(&board::decode::<T>(&bytes).unwrap(), value, "it reads back");
        self.0.push((name.into(), bytes));
    }

    fn operation(&mut self, name: &str, operation: &Operation) {
        self.put(format!("operation {name}"), operation);
        let bytes = &self.0.last().unwrap().1;
        assert_eq!(&board::decode_operation(bytes).unwrap(), operation);
    }
}

fn name(value: &impl Debug) -> String {
    format!("{value:?}").chars().take_while(|letter| letter.is_alphanumeric()).collect()
}

fn fields() -> Vec<Field> {
    vec![
        Field::Home(block(id(1, 2), "causes"), key("i")),
        Field::Home(Parent::Record(id(1, 2)), key("i")),
        Field::Home(Parent::Board, key("i")),
        Field::Position(Point { x: -80, y: 1 << 20 }),
        Field::Size(Size { w: 1600, h: 960 }),
        Field::Colour(Colour::Saffron),
        Field::Colour(Colour::Mint),
        Field::Colour(Colour::Sky),
        Field::Colour(Colour::Rose),
        Field::Colour(Colour::Lilac),
        Field::Colour(Colour::Plain),
        Field::Outline(Outline::Rectangle),
        Field::Outline(Outline::Ellipse),
        Field::Outline(Outline::Diamond),
        Field::Done(true),
        Field::Ends(id(1, 2), id(3, 400)),
        Field::Points(vec![Point { x: 0, y: 0 }, Point { x: -8, y: 300 }]),
        Field::Asset(None),
        Field::Asset(Some(AssetId("0123456789abcdef0123456789abcdef".into()))),
        Field::FirstScreen(Some(id(1, 2))),
        Field::Target(None),
        Field::Target(Some(id(1, 2))),
        Field::Widget(WidgetKind::Button),
        Field::Widget(WidgetKind::Field),
        Field::Widget(WidgetKind::List),
        Field::Widget(WidgetKind::Tabs),
        Field::Widget(WidgetKind::Header),
        Field::Link(LinkKind::Tests),
        Field::Link(LinkKind::Supports),
        Field::Link(LinkKind::Contradicts),
        Field::Link(LinkKind::Changes),
        Field::Template("problem".into(), 2, Direction::Ltr),
        Field::Template("problem".into(), 2, Direction::Rtl),
        Field::Value(BlockId::from("size"), BlockValue::Empty),
        Field::Value(BlockId::from("size"), BlockValue::Scale(4)),
        Field::Value(BlockId::from("size"), BlockValue::Choice(200)),
        Field::Value(BlockId::from("size"), BlockValue::Number(-12_500)),
    ]
}

const KINDS: [Kind; 12] = [
    Kind::Note,
    Kind::Text,
    Kind::Shape,
    Kind::Connector,
    Kind::Stroke,
    Kind::Image,
    Kind::Frame,
    Kind::Prototype,
    Kind::Screen,
    Kind::Hotspot,
    Kind::Widget,
    Kind::Link,
];

const REFUSALS: [Refusal; 15] = [
    Refusal::IllFormed,
    Refusal::UnknownKind,
    Refusal::TooLarge,
    Refusal::TextTooLong,
    Refusal::BoardFull,
    Refusal::Missing,
    Refusal::Deleted,
    Refusal::DoesNotFit,
    Refusal::Cycle,
    Refusal::Lengths,
    Refusal::Counter,
    Refusal::ReadOnly,
    Refusal::Protocol,
    Refusal::TooOld,
    Refusal::NotStored,
];

fn operations(golden: &mut Golden) {
    for kind in KINDS {
        golden.operation(&format!("create {kind:?}"), &Operation::Create(made(kind, Parent::Board, (id(1, 2), id(3, 4)))));
    }
    let full =
        Create { parent: block(id(1, 2), "causes"), fields: vec![Field::Colour(Colour::Sky), Field::Done(true)], ..note("ماء 😀") };
    golden.operation("create Note in a block", &Operation::Create(full));
    for field in fields() {
        golden.operation(&format!("set {}", name(&field)), &Operation::Set(id(3, 400), field));
    }
    let steps = vec![Step::Keep(3), Step::Insert("ماء".into()), Step::Cut(70_000)];
    golden.operation("edit Body", &Operation::Edit(Edit { record: id(1, 2), text: TextKey::Body, base: Seq(1 << 33), steps }));
    let text = TextKey::Block(BlockId::from("scene"));
    golden.operation("edit Block", &Operation::Edit(Edit { record: id(1, 2), text, base: Seq(0), steps: vec![] }));
    golden.operation("delete", &Operation::Delete(id(1, 2)));
    golden.operation("restore", &Operation::Restore(id(1, 2)));
}

fn sent_one() -> Sent {
    Sent { counter: 17, gesture: 16, age: 3600, ..sent(17, &Operation::Delete(id(1, 2))) }
}

fn envelope() -> Envelope {
    let bytes = board::encode(&Operation::Restore(id(1, 2))).into();
    Envelope { seq: Seq(1 << 33), author: Author(2), client: ClientNo(5), counter: 17, gesture: 16, bytes }
}

fn frames(golden: &mut Golden) {
    golden.put("Sent", &sent_one());
    golden.put("Envelope", &envelope());
    let pointer = Some(Point { x: 8, y: -8 });
    let here = Presence { pointer, selection: vec![id(1, 2)], typing: Some(id(1, 2)), drag: Some(Point { x: 80, y: 0 }) };
    for frame in [
        ToServer::Hello { protocol: 1, device: vec![7; 16].into(), since: Seq(9) },
        ToServer::Push(vec![sent_one()]),
        ToServer::Presence(here.clone()),
        ToServer::Presence(Presence::default()),
        ToServer::Ping,
    ] {
        golden.put(format!("ToServer {}", name(&frame)), &frame);
    }
    let welcome = |missing| ToBrowser::Welcome { client: ClientNo(5), author: Author(2), counter: 17, head: Seq(9), missing, writes: true };
    let (client, author) = (ClientNo(5), Author(2));
    for frame in [
        welcome(Missing::Since(vec![envelope()])),
        welcome(Missing::Snapshot(Document::default().snapshot().into())),
        ToBrowser::Operations(vec![envelope()]),
        ToBrowser::Presence { client, author, presence: Some(here) },
        ToBrowser::Presence { client, author, presence: None },
        ToBrowser::Notice { noun: "feedback".into(), id: "3-17".into() },
        ToBrowser::Resync,
        ToBrowser::Pong,
        ToBrowser::Authors(vec![(author, "سلمى".into())]),
    ] {
        golden.put(format!("ToBrowser {}", name(&frame)), &frame);
    }
    for why in REFUSALS {
        golden.put(format!("ToBrowser Refused {why:?}"), &ToBrowser::Refused { counter: 17, why });
    }
}

fn whole_boards(golden: &mut Golden) {
    let mut desk = Desk::new();
    let frame = desk.makes(1, made(Kind::Frame, Parent::Board, (id(0, 0), id(0, 0))));
    let record = desk.makes(2, Create { parent: block(frame, "causes"), ..note("ماء") });
    desk.does(1, &Operation::Set(frame, Field::Value(BlockId::from("size"), BlockValue::Scale(2)))).unwrap();
    let base = desk.head();
    desk.does(1, &edit(record, base, "ماء", "ماء بارد")).unwrap();
    desk.does(2, &Operation::Delete(frame)).unwrap();
    golden.0.push(("snapshot".into(), desk.room.document().snapshot()));
    let mut replica = Replica::new(desk.room.document().clone()).on_device([7; 16]);
    replica.handle(Event::Connected);
    let (client, author, missing) = (ClientNo(3), Author(3), Missing::Since(vec![]));
    replica.handle(Event::Received(ToBrowser::Welcome { client, author, counter: 0, head: desk.head(), missing, writes: true }));
    replica.handle(Event::Do(vec![Intent::Create(note("b")), Intent::Set(record, Field::Done(true))]));
    replica.handle(Event::Do(vec![Intent::Delete(record)]));
    replica.edit_text(record, TextKey::Body, "eau");
    replica.handle(Event::Undo);
    golden.0.push(("outbox".into(), replica.saved()));
}

/// The whole table; `hostile.rs` spoils it.
pub fn golden() -> Golden {
    let mut golden = Golden(Vec::new());
    operations(&mut golden);
    frames(&mut golden);
    whole_boards(&mut golden);
    golden
}

#[test]
fn r71_golden_bytes_never_change() {
    let mut table = String::new();
    for (name, bytes) in golden().0 {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(table, "{name}: {hex}").unwrap();
    }
    insta::assert_snapshot!("golden_bytes", table);
}

#[test]
fn r71_the_table_has_every_variant() {
    let numbers = |of: &dyn Fn(u8) -> Result<(), Refusal>| (0..=23).filter(|number| of(*number) != Err(Refusal::UnknownKind)).count();
    let said = |lines: Vec<String>| {
        let mut lines = lines;
        lines.sort();
        lines.dedup();
        lines.len()
    };
    let named = |start: &str| {
        let golden = golden().0.into_iter().filter_map(|(name, _)| Some(name.strip_prefix(start)?.split(' ').next()?.to_owned()));
        said(golden.collect())
    };
    assert_eq!(numbers(&|n| board::decode::<Kind>(&[n]).map(|_| ())), KINDS.len());
    assert_eq!(numbers(&|n| board::decode::<Refusal>(&[n]).map(|_| ())), REFUSALS.len());
    assert_eq!(numbers(&|n| board::decode::<Field>(&[0x82, n, 0x80]).map(|_| ())), named("operation set "));
    assert_eq!(numbers(&|n| board::decode::<Operation>(&[0x82, n, 0x80]).map(|_| ())), named("operation "));
    assert_eq!(numbers(&|n| board::decode::<ToServer>(&[0x82, n, 0x80]).map(|_| ())), named("ToServer "));
    assert_eq!(numbers(&|n| board::decode::<ToBrowser>(&[0x82, n, 0x80]).map(|_| ())), named("ToBrowser "));
}
