//! Where a person can go: a bar at the bottom of a phone, a rail from 900 px. The places depend on the role alone.

use super::frame::venture_in;
use crate::locale::{Key, key, use_words};
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use shared::access::{Actor, Role};
use shared::ids::VentureId;

/// One place of the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavPlace {
    /// Its address.
    pub href: String,
    /// Its word.
    pub word: Key,
    /// Its icon, and the one when it is being read.
    pub glyphs: (Glyph, Glyph),
}

/// The page a role lands on.
pub fn home(role: Role) -> &'static str {
    match role {
        Role::Trainee => "/today",
        Role::Mentor => "/feedback",
        Role::Staff => "/portfolio",
    }
}

/// The places a person goes to; `venture` is the one being read, if any.
pub fn places(who: &Actor, venture: Option<VentureId>) -> Vec<NavPlace> {
    let place = |href: String, word, rest, chosen| NavPlace { href, word, glyphs: (rest, chosen) };
    let me = place("/me".into(), key::CHROME_ME, Glyph::User, Glyph::UserFill);
    match who.role() {
        Role::Trainee => {
            let mine = venture.filter(|v| who.ventures().any(|own| own == *v)).or_else(|| who.ventures().next());
            let mut places = vec![place("/today".into(), key::CHROME_TODAY, Glyph::House, Glyph::HouseFill)];
            match mine {
                Some(v) => {
                    places.push(place(format!("/v/{v}/path"), key::GATES_NAV, Glyph::Path, Glyph::PathFill));
                    places.push(place(format!("/v/{v}/board"), key::CHROME_BOARD, Glyph::SquaresFour, Glyph::SquaresFourFill));
                    places.push(place(format!("/v/{v}"), key::CHROME_TEAM, Glyph::UsersThree, Glyph::UsersThreeFill));
                }
                None => places.push(place("/ventures/new".into(), key::CHROME_START, Glyph::Lightbulb, Glyph::LightbulbFill)),
            }
            places.push(me);
            places
        }
        Role::Mentor => vec![
            place("/feedback".into(), key::CHROME_FEEDBACK, Glyph::ChatText, Glyph::ChatTextFill),
            place("/groups".into(), key::CHROME_GROUPS, Glyph::UsersThree, Glyph::UsersThreeFill),
            me,
        ],
        Role::Staff => vec![
            place("/portfolio".into(), key::CHROME_PORTFOLIO, Glyph::ChartBar, Glyph::ChartBarFill),
            place("/reports".into(), key::REPORTS_NAV, Glyph::Flag, Glyph::FlagFill),
            me,
        ],
    }
}

/// The navigation of the person signed in.
#[component]
pub(super) fn Navigation(who: Actor, path: String) -> impl IntoView {
    let words = use_words();
    let places = places(&who, venture_in(&path)).into_iter().map(|place| {
        let current = stands_in(&path, &place.href);
        let glyph = if current { place.glyphs.1 } else { place.glyphs.0 };
        view! {
            <a class="nav-place" href=place.href aria-current=current.then_some("page")>
                <Icon glyph />
                <span>{words.get(place.word)}</span>
            </a>
        }
    });
    view! { <nav class="nav" aria-label=words.get(key::CHROME_NAVIGATION)>{places.collect_view()}</nav> }
}

/// Whether an address lies in a place: the same, or under it; a board and a path are not under its venture's page.
fn stands_in(path: &str, href: &str) -> bool {
    let under = path.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    under && (!href.starts_with("/v/") || path == href || !(path.ends_with("/board") || path.ends_with("/path")))
}
