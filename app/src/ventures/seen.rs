//! Who can see this? The team, its mentors by name, the staff by what they are, and nobody else.

use crate::locale::{Key, key, use_words};
use crate::reports::{Place, ReportWay};
use crate::ui::{Fold, Glyph, Icon};
use leptos::prelude::*;
use shared::{
    access::Role,
    ids::VentureId,
    ventures::{Member, Reach, Seer},
};

/// The answer, folded.
#[component]
pub(super) fn WhoSees(venture: VentureId, team: Vec<Member>, seers: Vec<Seer>, demo: bool) -> impl IntoView {
    let words = use_words();
    let mentors = seers.iter().filter(|seer| seer.role == Role::Mentor).map(|seer| seer.name.clone());
    let mut reaches: Vec<Reach> = seers.iter().filter(|seer| seer.role == Role::Staff).map(|seer| seer.reach).collect();
    reaches.sort();
    reaches.dedup();
    let staff = reaches.into_iter().map(|reach| words.get(staff_word(reach)).to_owned());
    let parts = [
        (Glyph::UsersThree, key::VENTURES_SEEN_TEAM, team.into_iter().map(|member| member.name).collect()),
        (Glyph::ChatText, key::VENTURES_SEEN_MENTORS, mentors.collect()),
        (Glyph::MapTrifold, key::VENTURES_SEEN_STAFF, staff.collect()),
    ];
    let parts = parts.into_iter().filter(|(.., names): &(_, _, Vec<String>)| !names.is_empty());
    let rows = parts
        .map(|(glyph, title, names)| {
            let names = names.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> }).collect_view();
            view! {
                <li>
                    <Icon glyph />
                    <span>
                        <span class="seen-title">{words.get(title)}</span>
                        <ul class="seen-names">{names}</ul>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <Fold glyph=Glyph::Eye title=words.get(key::VENTURES_SEEN) class="card fold">
            <ul class="seen" id="seen">
                {rows} <li>
                    <Icon glyph=Glyph::Lock />
                    <span>{words.get(if demo { key::VENTURES_SEEN_DEMO } else { key::VENTURES_SEEN_NOBODY })}</span>
                </li>
            </ul>
            <p><ReportWay place=Place::Venture(venture) /></p>
        </Fold>
    }
    .into_any()
}

fn staff_word(reach: Reach) -> Key {
    match reach {
        Reach::Edition => key::VENTURES_SEEN_EDITION,
        Reach::Region => key::VENTURES_SEEN_REGION,
        Reach::Establishment => key::VENTURES_SEEN_ESTABLISHMENT,
        Reach::Group | Reach::Venture => key::VENTURES_SEEN_GROUP,
    }
}
