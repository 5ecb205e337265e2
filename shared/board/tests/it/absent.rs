//! R52–R54: coming back after having been away.

use crate::setting::{block, browsers, edit_of, note, sent, simple};
use board::{
    Event, Intent, Refusal,
    id::{BlockId, RecordId},
    record::{Colour, Field, Kind, Parent, TextKey},
};

/// The server starts anew and no longer reads its log back: whoever was away gets a snapshot.
fn forgets(world: &mut crate::world::World) {
    world.server.recalls = false;
    world.restart_server();
}

fn kept_notes(world: &crate::world::World, parent: &Parent, not: RecordId) -> Vec<String> {
    world.shown(1).children(parent).filter(|record| record.id != not).map(|record| record.words().to_owned()).collect()
}

#[test]
fn r52_a_counter_not_in_the_log_was_refused() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    let lost = world.browsers[0].replica.next_id();
    world.act(0, vec![Intent::Create(note("lost"))]);
    world.act(0, vec![Intent::Set(record, Field::Done(true))]);
    let client = world.browsers[0].replica.client().unwrap();
    world.cut(0);
    world.cut(1);
    // Of the two only the second got through; the first was refused and the answer is lost.
    let done = sent(lost.counter + 1, &board::Operation::Set(record, Field::Done(true)));
    world.server.push(client, &[done], true).unwrap();
    world.settle();
    assert_eq!(world.browsers[0].refused, [(Refusal::Counter, Some("lost".into()))]);
    assert!(world.shown(1).get(record).unwrap().done());
    world.assert_equal();
}

#[test]
fn r53_unsent_text_is_carried_over_what_others_wrote() {
    let mut world = browsers(2);
    let record = world.makes(0, note("le marché"));
    world.cut(0);
    world.types(0, record, "le marché couvert");
    for words in ["le grand marché", "le très grand marché", "le très grand marché de Fès"] {
        world.types(1, record, words);
        while world.up(1, true) || world.down(1) {}
    }
    world.settle();
    assert_eq!(world.words(1, record), "le très grand marché de Fès couvert");
    assert_eq!((world.browsers[0].kept, world.shown(0).len()), (0, 1));
    world.assert_equal();
}

#[test]
fn r54_a_text_that_others_changed_arrives_as_a_note() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.cut(0);
    world.types(0, record, "a kept from my phone");
    world.act(0, vec![Intent::Set(record, Field::Colour(Colour::Sky))]);
    world.types(0, record, "a kept from my phone, whole");
    world.types(1, record, "b");
    while world.up(1, true) || world.down(1) {}
    forgets(&mut world);
    world.settle();
    assert_eq!((world.words(1, record).as_str(), world.browsers[0].kept), ("b", 1));
    assert_eq!(kept_notes(&world, &Parent::Board, record), ["a kept from my phone, whole"]);
    assert_eq!(world.shown(1).get(record).unwrap().colour(), Colour::Sky, "fields go again");
    world.assert_equal();
}

#[test]
fn r54_a_text_of_a_block_arrives_as_a_note_in_the_block() {
    let mut world = browsers(2);
    let frame = world.makes(0, simple(Kind::Frame, Parent::Board));
    let scene = || TextKey::Block(BlockId::from("scene"));
    world.cut(0);
    let effects = world.browsers[0].replica.edit_text(frame, scene(), "mine");
    world.browsers[0].obey(effects);
    let effects = world.browsers[1].replica.edit_text(frame, scene(), "theirs");
    world.browsers[1].obey(effects);
    while world.up(1, true) || world.down(1) {}
    forgets(&mut world);
    world.settle();
    assert_eq!(world.shown(0).get(frame).unwrap().text(&scene()), "theirs");
    assert_eq!(kept_notes(&world, &block(frame, "scene"), frame), ["mine"]);
}

#[test]
fn r54_a_text_nobody_else_changed_goes_as_it_is() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.cut(0);
    world.types(0, record, "ab");
    let new = world.browsers[0].replica.next_id();
    world.act(0, vec![Intent::Create(note("new"))]);
    world.types(0, new, "new, longer");
    world.act(1, vec![Intent::Set(record, Field::Done(true))]);
    while world.up(1, true) || world.down(1) {}
    forgets(&mut world);
    world.settle();
    assert_eq!((world.words(1, record).as_str(), world.words(1, new).as_str()), ("ab", "new, longer"));
    assert_eq!(world.browsers[0].kept, 0);
    world.assert_equal();
}

#[test]
fn r54_an_edit_in_flight_that_is_too_old_arrives_as_a_note_once() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.types(0, record, "a, mine");
    // The room forgets its tail while the edit is on its way.
    world.server.recalls = false;
    world.act(1, vec![Intent::Set(record, Field::Done(true))]);
    world.up(1, true);
    world.server.restart();
    world.settle();
    assert_eq!((world.words(1, record).as_str(), world.browsers[0].kept), ("a", 1));
    assert_eq!(kept_notes(&world, &Parent::Board, record), ["a, mine"]);
    let saved = board::Replica::restored(&world.browsers[0].saved).unwrap();
    assert_eq!(saved.pending(), 0, "and is not in the outbox any more");
    world.assert_equal();
}

#[test]
fn r54_an_empty_text_leaves_no_note() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.cut(0);
    world.types(0, record, "");
    world.types(1, record, "b");
    while world.up(1, true) || world.down(1) {}
    forgets(&mut world);
    world.settle();
    assert_eq!((world.words(0, record).as_str(), world.shown(0).len()), ("b", 1));
    world.does(0, Event::Undo);
    assert_eq!(world.words(0, record), "b", "what could be undone is forgotten");
    let of_nothing = edit_of(record, TextKey::Body, world.server.room.head(), "b", "bc");
    assert!(world.server.room.document().check(board::id::Author(1), record, &of_nothing).is_ok());
}
