//! R37–R45: undo and redo.

use crate::{
    setting::{block, browsers, note, simple},
    world::World,
};
use board::{
    Document, Effect, Event, Intent,
    id::{ClientNo, RecordId},
    limits,
    operation::Create,
    record::{Colour, Field, Kind, Parent, Point},
    replica::SkipReason,
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use std::collections::BTreeMap;

fn set(record: RecordId, field: Field) -> Vec<Intent> {
    vec![Intent::Set(record, field)]
}

/// Undoes and answers why parts were passed over.
fn undo(world: &mut World, at: usize) -> Vec<SkipReason> {
    let effects = world.browsers[at].replica.handle(Event::Undo);
    world.browsers[at].obey(effects.clone());
    world.settle();
    let skipped = effects.into_iter().filter_map(|effect| if let Effect::Skipped(skips) = effect { Some(skips) } else { None });
    skipped.flatten().map(|skip| skip.why).collect()
}

fn values(document: &Document) -> Vec<(RecordId, bool, Colour, Point, String)> {
    let mut all: Vec<_> = document
        .all()
        .map(|record| (record.id, record.deleted.is_some(), record.colour(), record.position(), record.words().to_owned()))
        .collect();
    all.sort_by_key(|value| value.0);
    all
}

#[test]
fn r37_a_gesture_is_undone_as_a_whole() {
    let mut world = browsers(1);
    let record = world.makes(0, note("a"));
    let before = values(world.shown(0));
    let sticker = Create { words: "b".into(), ..simple(Kind::Note, Parent::Board) };
    let moved = Intent::Set(record, Field::Position(Point { x: 80, y: 80 }));
    world.act(0, vec![Intent::Set(record, Field::Colour(Colour::Sky)), moved, Intent::Create(sticker), Intent::Delete(record)]);
    assert!(undo(&mut world, 0).is_empty());
    assert_eq!(values(world.shown(0))[..1], before);
    assert_eq!(world.shown(0).len(), 1);
}

#[test]
fn r37_typing_on_is_one_gesture_until_a_pause() {
    let mut world = browsers(1);
    let record = world.makes(0, note(""));
    for words in ["a", "ab", "abc"] {
        world.types(0, record, words);
        world.settle();
    }
    world.does(0, Event::Pause);
    world.types(0, record, "abcd");
    undo(&mut world, 0);
    assert_eq!(world.words(0, record), "abc");
    undo(&mut world, 0);
    assert_eq!(world.words(0, record), "");
    let long = "x".repeat(61);
    world.types(0, record, &long);
    world.types(0, record, &format!("{long}y"));
    undo(&mut world, 0);
    assert_eq!(world.words(0, record), long, "after 60 characters another begins");
}

#[test]
fn r38_a_hundred_gestures_can_be_undone() {
    let mut world = browsers(1);
    let record = world.makes(0, note(""));
    for x in 1..=130 {
        world.act(0, set(record, Field::Position(Point { x, y: 0 })));
    }
    let mut undone = 0;
    while world.browsers[0].replica.can_undo() {
        world.does(0, Event::Undo);
        undone += 1;
    }
    world.settle();
    assert_eq!(undone, limits::UNDO);
    assert_eq!(world.shown(0).get(record).unwrap().position().x, 30);
}

#[test]
fn r39_a_value_returns_only_where_ours_is_the_last() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.act(0, vec![Intent::Set(record, Field::Colour(Colour::Sky)), Intent::Set(record, Field::Done(true))]);
    world.settle();
    world.act(1, set(record, Field::Colour(Colour::Rose)));
    world.settle();
    assert_eq!(undo(&mut world, 0), [SkipReason::Overwritten]);
    let record = world.shown(1).get(record).unwrap();
    assert_eq!((record.colour(), record.done()), (Colour::Rose, false), "the rest goes back");
}

#[test]
fn r39_a_value_that_slipped_under_ours_is_what_returns() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.act(1, set(record, Field::Colour(Colour::Rose)));
    world.act(0, set(record, Field::Colour(Colour::Sky)));
    while world.up(1, true) {}
    world.settle();
    assert_eq!(world.shown(1).get(record).unwrap().colour(), Colour::Sky);
    assert!(undo(&mut world, 0).is_empty());
    assert_eq!(world.shown(1).get(record).unwrap().colour(), Colour::Rose, "not the colour before both");
}

#[test]
fn r40_a_record_that_others_use_is_not_taken_away() {
    let mut world = browsers(2);
    let frame = world.makes(0, simple(Kind::Frame, Parent::Board));
    let alone = world.makes(0, note("a"));
    let inside = world.makes(1, Create { parent: block(frame, "causes"), ..note("b") });
    assert!(undo(&mut world, 0).is_empty());
    assert!(!world.shown(1).is_visible(alone));
    assert_eq!(undo(&mut world, 0), [SkipReason::InUse]);
    assert!(world.shown(1).is_visible(inside));
    let mine = world.makes(0, note("c"));
    world.types(1, mine, "c, d");
    world.settle();
    assert_eq!(undo(&mut world, 0), [SkipReason::InUse]);
    let (one, other) = (world.makes(0, note("e")), world.makes(1, note("f")));
    let arrow = crate::setting::made(Kind::Connector, Parent::Board, (one, other));
    world.makes(1, arrow);
    assert_eq!(undo(&mut world, 0), [SkipReason::InUse], "something is bound to it");
}

#[test]
fn r41_a_deletion_is_undone_by_a_restore() {
    let mut world = browsers(2);
    let record = world.makes(1, note("a"));
    world.act(0, vec![Intent::Delete(record)]);
    world.settle();
    assert!(!world.shown(1).is_visible(record));
    assert!(undo(&mut world, 0).is_empty());
    assert!(world.shown(1).is_visible(record));
}

#[test]
fn r42_an_undone_text_keeps_what_others_wrote() {
    let mut world = browsers(2);
    let record = world.makes(0, note("eau"));
    world.types(0, record, "eau froide et claire");
    world.settle();
    for words in ["de l'eau froide et claire", "de l'eau froide ET claire", "de l'eau froide ET claire !"] {
        world.types(1, record, words);
        world.settle();
    }
    assert!(undo(&mut world, 0).is_empty());
    assert_eq!(world.words(1, record), "de l'eauET !");
    world.does(0, Event::Redo);
    world.settle();
    assert_eq!(world.words(1, record), "de l'eau froide ET claire !");
}

#[test]
fn r43_redo_is_the_undo_of_the_undo() {
    let mut world = browsers(1);
    let record = world.makes(0, note("a"));
    world.types(0, record, "ab");
    world.act(0, set(record, Field::Colour(Colour::Lilac)));
    world.act(0, vec![Intent::Delete(record)]);
    let before = values(world.shown(0));
    for _ in 0..4 {
        world.does(0, Event::Undo);
    }
    assert!(world.shown(0).is_empty() && !world.browsers[0].replica.can_undo());
    for _ in 0..4 {
        world.does(0, Event::Redo);
    }
    world.settle();
    assert_eq!(values(world.shown(0)), before);
    world.does(0, Event::Undo);
    world.act(0, set(record, Field::Done(true)));
    assert!(!world.browsers[0].replica.can_redo(), "a new deed forgets what could be redone");
}

#[test]
fn r44_what_is_passed_over_is_told() {
    let mut world = browsers(2);
    let (one, other) = (world.makes(0, note("a")), world.makes(0, note("b")));
    let red = |record| Intent::Set(record, Field::Colour(Colour::Rose));
    world.act(0, vec![red(one), red(other)]);
    world.settle();
    world.act(1, vec![Intent::Delete(one)]);
    world.settle();
    let effects = world.browsers[0].replica.handle(Event::Undo);
    let told = board::replica::Skip { record: one, why: SkipReason::Gone };
    assert!(effects.contains(&Effect::Skipped(vec![told])), "{effects:?}");
    assert_eq!(world.shown(0).get(other).unwrap().colour(), Colour::Saffron);
}

#[test]
fn r45_the_undo_stack_survives_a_restart() {
    let mut world = browsers(2);
    let record = world.makes(0, note("a"));
    world.act(0, set(record, Field::Colour(Colour::Mint)));
    world.types(0, record, "ab");
    world.settle();
    world.cut(0);
    world.browsers[0].restart();
    world.types(1, record, "xab");
    world.settle();
    undo(&mut world, 0);
    undo(&mut world, 0);
    let record = world.shown(1).get(record).unwrap();
    assert_eq!((record.words(), record.colour()), ("xa", Colour::Saffron));
}

/// Writes at random: fields, and single letters put into and taken out of texts; a person's letters are all of one case.
fn write(world: &mut World, at: usize, records: &[RecordId], rng: &mut StdRng) {
    let record = *records.choose(rng).unwrap();
    match rng.random_range(0..5) {
        0 => world.act(at, set(record, Field::Colour(*[Colour::Rose, Colour::Sky, Colour::Plain].choose(rng).unwrap()))),
        1 => world.act(at, set(record, Field::Position(Point { x: rng.random_range(0..99), y: 0 }))),
        2 => world.does(at, Event::Pause),
        _ => {
            let mut letters: Vec<char> = world.words(at, record).chars().collect();
            let place = rng.random_range(0..=letters.len());
            let first = if at == 0 { b'A' } else { b'a' };
            if rng.random_bool(0.3) && place < letters.len() {
                letters.remove(place);
            } else {
                letters.insert(place, char::from(first + rng.random_range(0..26)));
            }
            world.types(at, record, &letters.into_iter().collect::<String>());
        }
    }
}

fn of_the_other(words: &str) -> String {
    words.chars().filter(char::is_ascii_lowercase).collect()
}

fn is_within(few: &str, many: &str) -> bool {
    let mut many = many.chars();
    few.chars().all(|letter| many.any(|other| other == letter))
}

#[test]
fn r39_r42_undo_never_reverts_what_another_wrote() {
    for seed in 0..60 {
        let mut rng = StdRng::seed_from_u64(seed);
        let mut world = browsers(2);
        let records: Vec<RecordId> = (0..3).map(|at| world.makes(at % 2, note("Xyz"))).collect();
        for _ in 0..rng.random_range(5..60) {
            let at = rng.random_range(0..2);
            write(&mut world, at, &records, &mut rng);
            if rng.random_bool(0.4) {
                world.settle();
            }
        }
        world.settle();
        let mut last: BTreeMap<(RecordId, board::record::FieldKey), ClientNo> = BTreeMap::new();
        for envelope in &world.server.log {
            if let board::Operation::Set(record, field) = board::decode_operation(&envelope.bytes).unwrap() {
                last.insert((record, field.key()), envelope.client);
            }
        }
        let theirs = world.browsers[1].replica.client().unwrap();
        let before = world.server.room.document().clone();
        while world.browsers[0].replica.can_undo() {
            world.does(0, Event::Undo);
            if rng.random_bool(0.5) {
                world.settle();
            }
        }
        world.settle();
        let after = world.server.room.document();
        for ((record, key), writer) in last {
            if writer == theirs {
                let value = |document: &Document| document.get(record).unwrap().field(&key);
                assert_eq!(value(after), value(&before), "seed {seed}: {record} {key:?}");
            }
        }
        for record in records {
            let words = |document: &Document| of_the_other(document.get(record).unwrap().words());
            assert!(is_within(&words(&before), &words(after)), "seed {seed}: {} in {}", words(&before), words(after));
        }
        world.assert_equal();
    }
}
