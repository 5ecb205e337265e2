//! What stands round every page: brand, navigation by role, the switches of language and theme. It never loads anything.

mod navigation;
mod switches;

pub use navigation::{home, places};
pub use switches::{LangSwitch, ThemeSwitch};

use crate::accounts::{refresh_who, use_who};
use crate::locale::{key, use_words};
use crate::ui::{Gates, Star, StarSize};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use navigation::Navigation;
use shared::access::Role;
use shared::ids::VentureId;

/// How much stands round a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Brand, switches, navigation, foot.
    All,
    /// The page has the whole window: a board, a prototype being played.
    Nothing,
}

/// Header, navigation, page and foot.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let words = use_words();
    let who = use_who();
    let path = use_location().pathname;
    let round = Memo::new(move |_| path.with(|path| round(path)));
    let signed_in = move || who.with(Option::is_some);
    Effect::new(move |_| {
        let stale = path.with(|path| venture_in(path)).is_some_and(|venture| {
            who.with_untracked(|who| who.as_ref().is_some_and(|a| a.role() == Role::Trainee && !a.ventures().any(|v| v == venture)))
        });
        if stale {
            refresh_who();
        }
    });
    let bare = move || round.get() == Round::Nothing;
    view! {
        <a class="skip" href="#main">{words.get(key::CHROME_SKIP)}</a>
        <div class="frame" class:frame-bare=bare class:frame-railed=move || !bare() && signed_in()>
            {move || {
                (!bare())
                    .then(|| {
                        view! {
                            <header class="top">
                                <a class="brand" href=move || who.with(|who| who.as_ref().map_or("/", |a| home(a.role())))>
                                    <Star gates=Gates::up_to(8) size=StarSize::Row />
                                    <span>"Fikra"</span>
                                </a>
                                <LangSwitch />
                            </header>
                            {move || signed_in().then(|| view! { <Navigation /> })}
                        }
                    })
            }}
            <main id="main" class="main" tabindex="-1">{children()}</main>
            {move || {
                (!bare())
                    .then(|| {
                        view! {
                            <footer class="foot">
                                <ThemeSwitch />
                                <p class="meta">{words.get(key::CHROME_ABOUT)}</p>
                            </footer>
                        }
                    })
            }}
        </div>
    }
}

fn round(path: &str) -> Round {
    let whole = path.ends_with("/play") || path.ends_with("/board");
    if whole { Round::Nothing } else { Round::All }
}

/// The venture that an address is about.
fn venture_in(path: &str) -> Option<VentureId> {
    path.strip_prefix("/v/")?.split('/').next()?.parse().ok()
}
