//! What the server writes of the page that makes screens: all of it can be read without a script.

use super::page::Opened;
use crate::{board::api::BoardPage, context::Site, plain::Bytes, ui::Toaster};
use board::{
    Document, Envelope, Operation, encode,
    id::{Author, ClientNo, RecordId, Seq},
    operation::Create,
    record::{Field, Kind, Parent, Point, Size, WidgetKind},
};
use leptos::prelude::*;
use shared::Lang;
use std::sync::Once;

fn id(counter: u32) -> RecordId {
    RecordId { client: ClientNo(1), counter }
}

fn place(x: i32, y: i32, w: i32, h: i32) -> Vec<Field> {
    vec![Field::Position(Point { x: x * 8, y: y * 8 }), Field::Size(Size { w: w * 8, h: h * 8 })]
}

/// A prototype of two screens, the first of which leads to the second.
fn qatra() -> Document {
    let mut document = Document::default();
    let mut count = 0;
    let mut make = |kind, parent, fields, words: &str| {
        count += 1;
        let order = document.order_last(&parent);
        let create = Create { kind, parent, order, fields, words: words.to_owned() };
        let bytes = encode(&Operation::Create(create)).into();
        let envelope =
            Envelope { seq: Seq(u64::from(count)), author: Author(1), client: ClientNo(1), counter: count, gesture: count, bytes };
        document.apply(&envelope).expect("a sound operation");
    };
    let widget = |kind, at: Vec<Field>| [at, vec![Field::Widget(kind)]].concat();
    make(Kind::Prototype, Parent::Board, vec![], "Qatra");
    make(Kind::Screen, Parent::Record(id(1)), vec![], "Accueil");
    make(Kind::Screen, Parent::Record(id(1)), vec![], "Merci <b>");
    let on = Parent::Record(id(2));
    make(Kind::Widget, on.clone(), widget(WidgetKind::Header, place(0, 0, 360, 56)), "Qatra");
    make(Kind::Text, on.clone(), place(24, 72, 312, 64), "L'eau arrive mardi au douar. Combien de bidons ?");
    make(Kind::Widget, on.clone(), widget(WidgetKind::Field, place(24, 148, 312, 48)), "Nombre de bidons");
    make(Kind::Widget, on.clone(), widget(WidgetKind::List, place(0, 212, 360, 64)), "Petit bidon · 5 L");
    make(Kind::Widget, on.clone(), widget(WidgetKind::List, place(0, 276, 360, 64)), "Grand bidon · 20 L");
    make(Kind::Shape, on.clone(), place(24, 360, 312, 80), "Livraison gratuite");
    make(Kind::Widget, on.clone(), widget(WidgetKind::Button, place(24, 456, 312, 48)), "Commander");
    make(Kind::Widget, on.clone(), widget(WidgetKind::Tabs, place(0, 584, 360, 56)), "Accueil · Commandes · Moi");
    make(Kind::Hotspot, on, [place(24, 456, 312, 48), vec![Field::Target(Some(id(3)))]].concat(), "");
    document
}

/// Icons ask the server's parts where they lie, once; nothing else here asks for them.
fn know_where_icons_lie() {
    static KNOWN: Once = Once::new();
    KNOWN.call_once(|| {
        let folder = std::env::temp_dir().join(format!("fikra-screens-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let url = format!("sqlite://{}", folder.join("fikra.db").display());
        let db = runtime.block_on(store::Db::open(&url)).expect("an empty database");
        let _entered = runtime.enter();
        let boards = store::Boards::new(db.clone());
        let site = Site {
            db,
            boards,
            files: store::files::Files::open(&folder).expect("a folder"),
            secrets: store::secrets::Secrets::cheap(),
            assets: "/pkg/x".into(),
            origin: None,
            traffic: store::traffic::Meter::default(),
            weights: crate::context::Weights::default(),
            demo: false,
            examples: [].into(),
        };
        Owner::new().with(|| {
            provide_context(site);
            assert_eq!(crate::assets::folder(), "/pkg/x");
        });
        std::fs::remove_dir_all(&folder).expect("the folder is there");
    });
}

/// What may be done on the page.
#[derive(Clone, Copy)]
enum May {
    Write,
    Comment,
}

fn asked(address: &str) -> http::request::Parts {
    http::Request::get(address).body(()).expect("an address").into_parts().0
}

fn page(may: May, lang: Lang, address: &str) -> String {
    let nobody = uuid::Uuid::nil().to_string();
    let at = serde_json::json!({ "edition": nobody, "region": "MA-04", "establishment": nobody, "group": nobody, "venture": nobody });
    let venture = serde_json::json!({
        "id": nobody, "at": at, "name": "Qatra", "idea": "", "theme": "water", "place": "", "lang": Lang::Fr, "gate": 0, "team": [], "made": 0
    });
    let page = BoardPage {
        heavy: Vec::new(),
        saver: None,
        venture: serde_json::from_value(venture).expect("a venture"),
        snapshot: Bytes(qatra().snapshot()),
        templates: Vec::new(),
        threads: Vec::new(),
        may_write: matches!(may, May::Write),
        may_comment: matches!(may, May::Comment),
        way: Vec::new(),
        view: None,
        parts: Default::default(),
    };
    know_where_icons_lie();
    Owner::new().with(|| {
        provide_context(lang);
        provide_context(asked(address));
        Toaster::provide();
        view! { <Opened page prototype=id(1).to_string() /> }.to_html()
    })
}

#[test]
fn the_server_writes_the_strip_and_the_first_screen() {
    let page = page(May::Write, Lang::Fr, "/v/x/prototypes/1-1");
    assert_eq!(page.matches("class=\"strip-screen\"").count(), 2);
    assert!(page.contains("Merci &lt;b>") || page.contains("Merci &lt;b&gt;"), "names are words, not markup");
    assert_eq!(page.matches("Commander").count(), 3, "in the strip, on the stage, in the list");
    assert!(!page.contains("style="), "the security policy forbids it");
}

#[test]
fn the_address_chooses_the_screen() {
    let page = page(May::Write, Lang::Fr, "/v/x/prototypes/1-1?screen=1-3");
    assert_eq!(page.matches("Commander").count(), 1, "in the strip only");
}

#[test]
fn those_who_accompany_a_team_find_its_screens_and_ways_and_no_tool() {
    let page = page(May::Comment, Lang::Fr, "/v/x/prototypes/1-1");
    assert!(!page.contains("desk-tools") && !page.contains("<textarea"));
    assert_eq!(page.matches("class=\"pins\"").count(), 4, "two screens in the strip, the shown one, its hotspot");
}
