//! A screen told in words becomes a screen that is drawn: a head, what stands on it, and the ways on, each over something that one sees.
//! Where there is a drawing by hand, that is the screen. Pure; measured in pixels.

use super::data::{Hotspot, Prototype, Screen};
use board::{id::AssetId, record::WidgetKind};
use shared::reference;

/// Width of a screen.
pub const WIDTH: i32 = 360;
const HEIGHT: i32 = 640;
const HEAD: i32 = 56;
const MARGIN: i32 = 24;
const GAP: i32 = 16;
const LINE: i32 = 24;
/// Letters that fit in a line, about.
const LETTERS: usize = 28;

/// A screen, drawn.
#[derive(Debug)]
pub struct Drawn {
    /// Height.
    pub height: i32,
    /// The drawing that the screen is, if there is one.
    pub drawing: Option<AssetId>,
    /// What one sees on it, from top to bottom.
    pub parts: Vec<Part>,
    /// The ways on.
    pub ways: Vec<Way>,
}

/// Something on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it looks like.
    pub look: Look,
    /// Its words.
    pub words: String,
    /// Where it is.
    pub place: Rect,
}

/// What a part looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A widget.
    Widget(WidgetKind),
    /// Words alone.
    Words,
}

/// A rectangle of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rect {
    /// From the side.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

/// A way to another screen.
#[derive(Debug, PartialEq, Eq)]
pub struct Way {
    /// What is tapped.
    pub label: String,
    /// Over what it lies.
    pub place: Rect,
    /// Which screen it leads to.
    pub target: usize,
}

/// All screens of a venture's prototype, in order. A way to a screen that is not there is left out.
pub fn of(venture: &str, prototype: &Prototype) -> Vec<Drawn> {
    let target = |way: &Hotspot| prototype.screens.iter().position(|screen| screen.id == way.to);
    let by_hand = |screen: &Screen| by_hand(reference::drawing_asset(venture, &screen.id)?, screen, &target);
    prototype.screens.iter().map(|screen| by_hand(screen).unwrap_or_else(|| drawn(screen, &target))).collect()
}

/// A screen that somebody drew, once it is told where each way lies.
fn by_hand(drawing: AssetId, screen: &Screen, target: &dyn Fn(&Hotspot) -> Option<usize>) -> Option<Drawn> {
    let way = |hotspot: &Hotspot| {
        let [x, y, w, h] = hotspot.at?;
        Some(Way { label: hotspot.label.clone(), place: Rect { x, y, w, h }, target: target(hotspot)? })
    };
    let ways = screen.hotspots.iter().map(way).collect::<Option<Vec<_>>>()?;
    Some(Drawn { height: HEIGHT, drawing: Some(drawing), parts: Vec::new(), ways })
}

fn drawn(screen: &Screen, target: &dyn Fn(&Hotspot) -> Option<usize>) -> Drawn {
    let mut parts =
        vec![Part { look: Look::Widget(WidgetKind::Header), words: screen.title.clone(), place: Rect { x: 0, y: 0, w: WIDTH, h: HEAD } }];
    let mut bottom = HEAD + MARGIN;
    let mut unnamed = Vec::new();
    for element in &screen.sketch_elements {
        let (look, words, named) = read(element);
        if look == Look::Widget(WidgetKind::Button) && named == Named::No {
            unnamed.push(parts.len());
        }
        draw(&mut parts, &mut bottom, look, words);
    }
    let (mut ways, mut taken) = (Vec::new(), Vec::new());
    for hotspot in &screen.hotspots {
        let Some(target) = target(hotspot) else { continue };
        let free = |at: &usize| !taken.contains(at);
        let speaks_of = (1..parts.len()).filter(free).find(|at| speak_of_the_same(&parts[*at].words, &hotspot.label));
        let over = speaks_of.or_else(|| unnamed.iter().copied().find(free));
        let over = over.unwrap_or_else(|| draw(&mut parts, &mut bottom, Look::Widget(WidgetKind::Button), hotspot.label.clone()));
        taken.push(over);
        ways.push(Way { label: hotspot.label.clone(), place: parts[over].place, target });
    }
    Drawn { height: (bottom + MARGIN - GAP).max(HEIGHT), drawing: None, parts, ways }
}

/// Puts a part under the last one; answers which one it is.
fn draw(parts: &mut Vec<Part>, bottom: &mut i32, look: Look, words: String) -> usize {
    let lines = i32::try_from(words.chars().count().div_ceil(LETTERS).max(1)).unwrap_or(1);
    let place = Rect { x: MARGIN, y: *bottom, w: WIDTH - 2 * MARGIN, h: LINE * (lines + 1) };
    *bottom += place.h + GAP;
    parts.push(Part { look, words, place });
    parts.len() - 1
}

/// Does a button say what it does: one that does not is taken for the next way on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Yes,
    No,
}

/// What an element in words looks like when drawn.
fn read(element: &str) -> (Look, String, Named) {
    let element = element.trim();
    let (first, rest) = element.split_once(' ').unwrap_or((element, ""));
    let quoted = quote(element);
    match first.to_lowercase().as_str() {
        "bouton" | "button" | "زر" => {
            let words = quoted.unwrap_or(if rest.is_empty() { element } else { rest.trim() });
            (Look::Widget(WidgetKind::Button), words.to_owned(), if quoted.is_some() { Named::Yes } else { Named::No })
        }
        "champ" | "field" | "خانة" => (Look::Widget(WidgetKind::Field), element.to_owned(), Named::Yes),
        _ => match quoted.filter(|_| element.starts_with(['«', '"', '“'])) {
            Some(words) => (Look::Words, words.to_owned(), Named::Yes),
            None => (Look::Widget(WidgetKind::List), element.to_owned(), Named::Yes),
        },
    }
}

/// What stands between the first quotation marks.
fn quote(words: &str) -> Option<&str> {
    let from = words.find(['«', '"', '“'])?;
    let inner = words[from..].trim_start_matches(['«', '"', '“']);
    let to = inner.find(['»', '"', '”'])?;
    Some(inner[..to].trim()).filter(|inner| !inner.is_empty())
}

/// Is one label the other, or all of it a part of the other.
fn speak_of_the_same(drawn: &str, label: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = shared::accounts::folded(text);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (drawn, label) = (words(drawn), words(label));
    let holds = |long: &[String], short: &[String]| !short.is_empty() && long.windows(short.len()).any(|part| part == short);
    holds(&drawn, &label) || holds(&label, &drawn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::data;
    use std::collections::BTreeSet;

    fn all() -> Vec<(String, Vec<Drawn>)> {
        let ventures = data::ventures().unwrap();
        ventures.iter().filter_map(|venture| Some((venture.slug.clone(), of(&venture.slug, venture.prototype.as_ref()?)))).collect()
    }

    #[test]
    fn every_demo_prototype_can_be_played_to_its_last_screen() {
        let prototypes = all();
        assert_eq!((prototypes.len(), prototypes.iter().map(|(_, screens)| screens.len()).sum::<usize>()), (23, 84));
        for (slug, screens) in prototypes {
            let (mut reached, mut open) = (BTreeSet::from([0]), vec![0]);
            while let Some(at) = open.pop() {
                open.extend(screens[at].ways.iter().map(|way| way.target).filter(|target| reached.insert(*target)));
            }
            assert_eq!(reached.len(), screens.len(), "{slug}: only {reached:?} can be reached");
        }
    }

    #[test]
    fn every_way_lies_over_something_that_is_drawn_and_no_two_over_the_same() {
        for (slug, screens) in all() {
            for screen in screens {
                let over: BTreeSet<Rect> = screen.ways.iter().map(|way| way.place).collect();
                assert_eq!(over.len(), screen.ways.len(), "{slug}");
                let seen = |place: &Rect| screen.drawing.is_some() || screen.parts[1..].iter().any(|part| part.place == *place);
                assert!(over.iter().all(seen), "{slug}: a way over the head or over nothing");
                assert!(screen.ways.iter().all(|way| !way.label.is_empty()));
            }
        }
    }

    #[test]
    fn on_a_screen_drawn_by_hand_each_way_is_wide_enough_for_a_thumb_and_written_on_the_drawing() {
        let mut drawn_by_hand = Vec::new();
        for venture in data::ventures().unwrap() {
            let Some(prototype) = &venture.prototype else { continue };
            let screens = of(&venture.slug, prototype);
            if screens.iter().any(|screen| screen.drawing.is_some()) {
                drawn_by_hand.push(venture.slug.clone());
            }
            for (told, screen) in prototype.screens.iter().zip(&screens).filter(|(_, screen)| screen.drawing.is_some()) {
                let svg = reference::drawing(&venture.slug, &told.id).unwrap();
                for (n, way) in screen.ways.iter().enumerate() {
                    let (Rect { x, y, w, h }, name) = (way.place, format!("{} {}: {}", venture.slug, told.id, way.label));
                    assert!(x >= 0 && y >= 0 && x + w <= WIDTH && y + h <= screen.height && w >= 48 && h >= 48, "{name}");
                    assert!(svg.contains(&format!(">{}</text>", way.label)), "{name} is not written there");
                    let apart = |b: Rect| y >= b.y + b.h || b.y >= y + h || x >= b.x + b.w || b.x >= x + w;
                    assert!(screen.ways[..n].iter().all(|other| apart(other.place)), "{name} lies over another one");
                }
            }
            let by_hand = screens.iter().filter(|screen| screen.drawing.is_some()).count();
            assert!(by_hand == 0 || by_hand == screens.len(), "{}: all screens of a prototype are of one kind", venture.slug);
        }
        assert_eq!(drawn_by_hand, ["qatra-berkane", "plombi-oujda", "confiture-ecart-berkane", "khayt-jerada"]);
    }

    #[test]
    fn nothing_overlaps_or_sticks_out() {
        for (slug, screens) in all() {
            for screen in screens {
                for (n, a) in screen.parts.iter().enumerate() {
                    let Rect { x, y, w, h } = a.place;
                    assert!(x >= 0 && y >= 0 && x + w <= WIDTH && y + h <= screen.height, "{slug}: {a:?}");
                    assert!(!a.words.is_empty(), "{slug}: {a:?}");
                    let apart = |b: &Part| y >= b.place.y + b.place.h || b.place.y >= y + h;
                    assert!(screen.parts[..n].iter().all(apart), "{slug}: {a:?}");
                }
            }
        }
    }

    #[test]
    fn words_become_what_they_name() {
        let screen = |elements: &[&str], ways: &[&str]| Screen {
            id: "s1".to_owned(),
            title: "Accueil".to_owned(),
            sketch_elements: elements.iter().map(|element| (*element).to_owned()).collect(),
            hotspots: ways.iter().map(|label| Hotspot { label: (*label).to_owned(), to: "s1".to_owned(), at: None }).collect(),
        };
        let made = drawn(
            &screen(&["Dessin robinet", "bouton « Sawwer video »", "« pièce b facture »"], &["Sawwer video", "3eyyet"]),
            &|_| Some(0),
        );
        let seen: Vec<(Look, &str)> = made.parts.iter().map(|part| (part.look, part.words.as_str())).collect();
        assert_eq!(
            seen,
            [
                (Look::Widget(WidgetKind::Header), "Accueil"),
                (Look::Widget(WidgetKind::List), "Dessin robinet"),
                (Look::Widget(WidgetKind::Button), "Sawwer video"),
                (Look::Words, "pièce b facture"),
                (Look::Widget(WidgetKind::Button), "3eyyet"),
            ]
        );
        assert_eq!(made.ways.iter().map(|way| way.place).collect::<Vec<_>>(), [made.parts[2].place, made.parts[4].place]);
        let made = drawn(&screen(&["زر واحد كبير"], &["الضغط على الزر"]), &|_| Some(0));
        let (button, way) = (&made.parts[1], &made.ways[0]);
        assert_eq!((button.words.as_str(), way.place), ("واحد كبير", button.place), "a button that says nothing is the next way on");
    }
}
