//! What a page says when there is nothing to list: a small panel of tiles, a title, one sentence, one way on.

use leptos::prelude::*;

/// Which panel stands above the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// Nothing yet: one centre with eight outlined points.
    Nothing,
    /// All answered: a complete panel.
    Answered,
    /// No network: a panel with one gap.
    Offline,
    /// A fault: one tile out of its place.
    Fault,
}

/// What its title heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heads {
    /// A part of a page.
    #[default]
    Part,
    /// The whole page: there is nothing else on it.
    Page,
}

const STAR: &str =
    "M12 0L14.49 6L20.49 3.51L18 9.51L24 12L18 14.49L20.49 20.49L14.49 18L12 24L9.51 18L3.51 20.49L6 14.49L0 12L6 9.51L3.51 3.51L9.51 6z";
const OCTAGON: &str = "M14.49 6L18 9.51L18 14.49L14.49 18L9.51 18L6 14.49L6 9.51L9.51 6z";
const CROSS: &str = "M12 0L14.49 6L12 12L18 9.51L24 12L18 14.49L12 12L14.49 18L12 24L9.51 18L12 12L6 14.49L0 12L6 9.51L12 12L9.51 6z";
const SQUARE: &str = "M12 4L20 12L12 20L4 12z";

/// The title is never « nothing »; the children are the one button.
#[component]
pub fn EmptyState(
    scene: Scene,
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    #[prop(optional)] heads: Heads,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="empty">
            <Panel scene />
            {match heads {
                Heads::Part => view! { <h2>{title}</h2> }.into_any(),
                Heads::Page => view! { <h1>{title}</h1> }.into_any(),
            }}
            <p>{text}</p>
            {children.map(|children| view! { <div class="empty-way">{children()}</div> })}
        </section>
    }
}

#[component]
fn Panel(scene: Scene) -> impl IntoView {
    let tiles: Vec<(&str, &str, u8, u8)> = match scene {
        Scene::Nothing => vec![(STAR, "tile-line", 24, 24), (OCTAGON, "tile-saffron", 24, 24)],
        Scene::Answered => panel(|_| true),
        Scene::Offline => panel(|place| place != 5),
        Scene::Fault => {
            let mut tiles = panel(|place| place != 8);
            tiles.push((STAR, "tile-saffron tile-astray", 53, 54));
            tiles
        }
    };
    view! {
        <svg class="empty-panel" viewBox="-1 -1 82 82" aria-hidden="true" focusable="false">
            {tiles
                .into_iter()
                .map(|(shape, class, x, y)| {
                    view! { <path class=class d=shape transform=format!("translate({x} {y})")></path> }
                })
                .collect_view()}
        </svg>
    }
}

/// Nine tiles in rows of three: stars at the corners and the centre, squares and a cross between.
fn panel(kept: fn(usize) -> bool) -> Vec<(&'static str, &'static str, u8, u8)> {
    (0..9usize)
        .filter(|place| kept(*place))
        .map(|place| {
            let (shape, class) = match place {
                4 => (STAR, "tile-saffron"),
                0 | 2 | 6 | 8 => (STAR, "tile-green"),
                1 | 7 => (SQUARE, "tile-line"),
                _ => (CROSS, "tile-line"),
            };
            let along = |steps: usize| [3, 27, 51][steps % 3];
            (shape, class, along(place), along(place / 3))
        })
        .collect()
}
