//! What stands round every page: brand, navigation by role, the switches of language and theme. Only on the server.

use super::{
    LangSwitch, ThemeSwitch,
    navigation::{Navigation, home},
};
use crate::accounts::use_who;
use crate::locale::{key, use_words};
use crate::reports::{Place, ReportWay};
use crate::ui::{Gates, Star, StarSize};
use leptos::prelude::*;
use shared::ids::VentureId;

/// Header, navigation, page and foot.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let words = use_words();
    let who = use_who().get_untracked();
    let path = crate::place::path();
    let by_door = crate::context::visit().by_door;
    let bare = is_bare(&path);
    let class = match (bare, who.is_some()) {
        (true, _) => "frame frame-bare",
        (false, true) => "frame frame-railed",
        (false, false) => "frame",
    };
    let head = (!bare).then(|| {
        view! {
            <header class="top">
                <a class="brand" href=who.as_ref().map_or("/", |who| home(who.role()))>
                    <Star gates=Gates::up_to(8) size=StarSize::Row />
                    <span>"Fikra"</span>
                </a>
                <LangSwitch />
            </header>
        }
    });
    // Whatever a page shows of others, its foot leads to the staff.
    let report = who.is_some().then(|| view! { <ReportWay place=Place::of_path(&path) /> });
    let navigation = who.filter(|_| !bare).map(|who| view! { <Navigation who path /> });
    let foot = (!bare).then(|| {
        view! {
            <footer class="foot">
                <ThemeSwitch />
                {report}
                <p class="meta">{words.get(key::CHROME_ABOUT)}</p>
            </footer>
        }
    });
    view! {
        <a class="skip" href="#main">{words.get(key::CHROME_SKIP)}</a>
        {by_door
            .then(|| {
                view! {
                    <p class="demo-line">
                        {words.get(key::ACCOUNTS_DEMO)} " · " <a href="/demo">{words.get(key::ACCOUNTS_DEMO_DOORS)}</a>
                    </p>
                }
            })}
        <div class=class>
            {head}
            {navigation}
            <main id="main" class="main" tabindex="-1">{children()}</main>
            {foot}
        </div>
    }
}

/// Whether the page has the whole window, with nothing round it: a board, a prototype being made or played, the page without network.
pub fn is_bare(path: &str) -> bool {
    path == "/offline" || path.starts_with("/p/") || path.starts_with("/v/") && (path.ends_with("/board") || path.contains("/prototypes/"))
}

/// The venture that an address is about.
pub(super) fn venture_in(path: &str) -> Option<VentureId> {
    path.strip_prefix("/v/")?.split('/').next()?.parse().ok()
}
