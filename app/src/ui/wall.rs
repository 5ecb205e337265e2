//! Many ventures as one zellige wall: stars tip to tip, each a link, oldest first. It is data before it is ornament.

use super::{Gates, Star};
use leptos::prelude::*;

/// One star of a wall.
#[derive(Debug, Clone, PartialEq)]
pub struct WallStar {
    /// Where it leads.
    pub href: String,
    /// The venture's name and where it stands, in words.
    pub label: String,
    /// Its gates.
    pub gates: Gates,
}

/// A wall with its caption, which gives the counts.
#[component]
pub fn Wall(stars: Vec<WallStar>, #[prop(into)] caption: String) -> impl IntoView {
    view! {
        <figure class="wall">
            <ul class="wall-stars">
                {stars
                    .into_iter()
                    .map(|star| {
                        view! {
                            <li>
                                <a href=star.href aria-label=star.label.clone() title=star.label>
                                    <Star gates=star.gates />
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <figcaption>{caption}</figcaption>
        </figure>
    }
}
