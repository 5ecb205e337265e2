//! Seeded runs: 2–5 browsers write, lose their line, come back, restart; the server restarts and fails to commit. All end equal.

use crate::world::{Browser, World};
use board::{
    Event, Intent,
    id::{BlockId, RecordId},
    operation::Create,
    record::{BlockValue, Colour, Direction, Field, Kind, Parent, Point, TextKey},
    replica::Composing,
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

const WORDS: [&str; 8] = ["ماء", "eau", "😀", "a", "بيع ", "été", "\n", "zz"];

fn any_record(browser: &Browser, rng: &mut StdRng, kind: Option<Kind>) -> Option<RecordId> {
    let mut all: Vec<RecordId> =
        browser.replica.shown().all().filter(|record| kind.is_none_or(|kind| record.kind == kind)).map(|record| record.id).collect();
    all.sort();
    all.choose(rng).copied()
}

fn note(browser: &Browser, rng: &mut StdRng) -> Intent {
    let frame = any_record(browser, rng, Some(Kind::Frame)).filter(|_| rng.random_bool(0.5));
    let parent =
        frame.map_or(Parent::Board, |frame| Parent::Block(frame, BlockId::from(if rng.random_bool(0.5) { "causes" } else { "who" })));
    let order = browser.replica.shown().order_after(&parent, None);
    let words = WORDS.choose(rng).unwrap().to_string();
    Intent::Create(Create { kind: Kind::Note, parent, order, fields: vec![Field::Colour(Colour::Mint)], words })
}

fn frame(browser: &Browser, template: &str) -> Intent {
    let order = browser.replica.shown().order_last(&Parent::Board);
    let fields = vec![Field::Template(template.to_owned(), 1, Direction::Rtl), Field::Position(Point { x: 80, y: 80 })];
    Intent::Create(Create { kind: Kind::Frame, parent: Parent::Board, order, fields, words: String::new() })
}

fn retyped(old: &str, rng: &mut StdRng) -> String {
    let chars: Vec<char> = old.chars().collect();
    let from = rng.random_range(0..=chars.len());
    let to = if rng.random_bool(0.4) { rng.random_range(from..=chars.len().min(from + 3)) } else { from };
    let middle = if rng.random_bool(0.85) { *WORDS.choose(rng).unwrap() } else { "" };
    chars[..from].iter().collect::<String>() + middle + &chars[to..].iter().collect::<String>()
}

/// A person does something at random.
fn act(browser: &mut Browser, rng: &mut StdRng) {
    if !browser.replica.can_write() {
        return;
    }
    let Some(record) = any_record(browser, rng, None) else {
        let intents = vec![frame(browser, "problem"), note(browser, rng)];
        return browser.handle(Event::Do(intents));
    };
    let kind = browser.replica.shown().get(record).unwrap().kind;
    match rng.random_range(0..100) {
        0..10 => browser.handle(Event::Do(vec![note(browser, rng)])),
        10..12 => browser.handle(Event::Do(vec![frame(browser, "personas")])),
        12..50 => {
            let key = if kind == Kind::Frame && rng.random_bool(0.5) { TextKey::Block(BlockId::from("scene")) } else { TextKey::Body };
            let words = retyped(browser.replica.shown().get(record).unwrap().text(&key), rng);
            let effects = browser.replica.edit_text(record, key, &words);
            browser.obey(effects);
        }
        50..58 => {
            let at = Point { x: rng.random_range(0..4000), y: rng.random_range(0..4000) };
            browser.handle(Event::Do(vec![Intent::Set(record, Field::Position(at))]));
        }
        58..64 if kind == Kind::Note => {
            let colour = *[Colour::Rose, Colour::Sky, Colour::Lilac].choose(rng).unwrap();
            browser.handle(Event::Do(vec![
                Intent::Set(record, Field::Colour(colour)),
                Intent::Set(record, Field::Done(rng.random_bool(0.5))),
            ]));
        }
        64..68 if kind == Kind::Frame => {
            let value = BlockValue::Scale(rng.random_range(1..5));
            browser.handle(Event::Do(vec![Intent::Set(record, Field::Value(BlockId::from("size"), value))]));
        }
        68..74 if kind == Kind::Note => {
            let frame = any_record(browser, rng, Some(Kind::Frame)).unwrap_or(record);
            let parent = if rng.random_bool(0.7) { Parent::Block(frame, BlockId::from("causes")) } else { Parent::Board };
            let order = browser.replica.shown().order_last(&parent);
            browser.handle(Event::Do(vec![Intent::Set(record, Field::Home(parent, order))]));
        }
        74..78 => browser.handle(Event::Do(vec![Intent::Delete(record)])),
        78..80 => browser.handle(Event::Do(vec![Intent::Restore(record)])),
        80..88 => browser.handle(Event::Undo),
        88..92 => browser.handle(Event::Redo),
        92..95 => browser.handle(Event::Compose(record, TextKey::Body, Composing::Begins)),
        95..98 => browser.handle(Event::Compose(record, TextKey::Body, Composing::Ends)),
        _ => browser.handle(Event::Pause),
    }
}

fn run(seed: u64, steps: usize, recalls: bool) {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut world = World::new(rng.random_range(2..=5));
    world.server.recalls = recalls;
    let stormy = rng.random_bool(0.7);
    for _ in 0..steps {
        let at = rng.random_range(0..world.browsers.len());
        match rng.random_range(0..1000) {
            0..300 => act(&mut world.browsers[at], &mut rng),
            300..600 => drop(world.up(at, !stormy || rng.random_bool(0.98))),
            600..900 => drop(world.down(at)),
            900..950 => world.browsers[at].connect(),
            950..970 if stormy => world.cut(at),
            970..980 if stormy => {
                world.cut(at);
                world.browsers[at].restart();
            }
            980..984 if stormy => world.restart_server(),
            984..995 if stormy && !world.ghosts.is_empty() => {
                let ghost = rng.random_range(0..world.ghosts.len());
                world.haunt(ghost);
            }
            995..996 if world.browsers.len() < 6 => {
                let late = Browser::new(world.browsers.len());
                world.browsers.push(late);
            }
            _ => {}
        }
    }
    let late = Browser::new(world.browsers.len());
    world.browsers.push(late);
    for browser in &mut world.browsers {
        browser.handle(Event::Compose(RecordId { client: board::id::ClientNo(0), counter: 0 }, TextKey::Body, Composing::Ends));
    }
    world.settle();
    world.assert_equal();
}

/// So many seeds, or as many times more as `BOARD_SEEDS` says.
fn seeds(first: u64, few: u64) -> core::ops::Range<u64> {
    let times = std::env::var("BOARD_SEEDS").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    first..first + few * times
}

#[test]
fn browsers_end_equal_through_storms() {
    for seed in seeds(0, 150) {
        run(seed, 400, true);
    }
}

#[test]
fn browsers_end_equal_when_the_log_no_longer_reaches_back() {
    for seed in seeds(100_000, 100) {
        run(seed, 400, false);
    }
}

#[test]
fn browsers_end_equal_after_a_long_day() {
    for seed in seeds(200_000, 2) {
        run(seed, 5000, true);
    }
}
