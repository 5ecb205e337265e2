//! All groups of a mentor as cards, each with its numbers and its wall.

use super::{
    deeds::{GroupCard, WallVenture},
    page::address,
};
use crate::locale::{key, use_words};
use crate::programme::gate_words;
use crate::ui::{Badge, EmptyState, Gates, Glyph, Scene, Tone, Wall, WallStar};
use leptos::prelude::*;

/// The cards.
#[component]
pub(super) fn GroupList(groups: Vec<GroupCard>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page dense">
            {if groups.is_empty() {
                view! { <EmptyState scene=Scene::Nothing title=words.get(key::GROUPS_NONE_TITLE) text=words.get(key::GROUPS_NONE_TEXT) /> }
                    .into_any()
            } else {
                view! {
                    <h1>{words.get(key::GROUPS_MINE)}</h1>
                    <div class="cards">{groups.into_iter().map(|group| view! { <Card group /> }).collect_view()}</div>
                }
                    .into_any()
            }}
        </div>
    }
    .into_any()
}

#[component]
fn Card(group: GroupCard) -> impl IntoView {
    let href = address(group.id);
    view! {
        <section class="card group-card">
            <h2>
                <a href=href>
                    <bdi>{group.name.clone()}</bdi>
                </a>
                " "
                <bdi class="meta">{group.code.clone()}</bdi>
            </h2>
            <Numbers group=group.clone() />
            <GroupWall wall=group.wall />
        </section>
    }
    .into_any()
}

/// Trainees, how many have entered, and what waits for a team.
#[component]
pub(super) fn Numbers(group: GroupCard) -> impl IntoView {
    let words = use_words();
    let waiting = u64::from(group.waiting);
    view! {
        <p class="row group-numbers">
            <span>{words.plural(key::GROUPS_TRAINEES, u64::from(group.trainees), &[])}</span>
            <span>{words.plural(key::GROUPS_ENTERED_COUNT, u64::from(group.entered), &[])}</span>
            {(waiting > 0)
                .then(|| {
                    view! {
                        <a class="group-waits" href="/feedback?column=waiting">
                            <Badge tone=Tone::Mentor glyph=Glyph::Circle>{words.plural(key::GROUPS_WAITS, waiting, &[])}</Badge>
                        </a>
                    }
                })}
        </p>
    }
    .into_any()
}

/// The wall of a group; before the first venture, one sentence.
#[component]
pub(super) fn GroupWall(wall: Vec<WallVenture>) -> impl IntoView {
    let words = use_words();
    if wall.is_empty() {
        return view! {
            <p>
                {words.get(key::GROUPS_NO_VENTURES_TITLE)}
                <br />
                <span class="second">{words.get(key::GROUPS_NO_VENTURES_TEXT)}</span>
            </p>
        }
        .into_any();
    }
    let caption = words.plural(key::GROUPS_VENTURES_COUNT, wall.len() as u64, &[]);
    let stars = wall
        .into_iter()
        .map(|venture| WallStar {
            href: format!("/v/{}", venture.id),
            label: format!("{} · {}", venture.name, gate_words(words, venture.gate, &venture.gate_name)),
            gates: Gates::up_to(venture.gate.0),
        })
        .collect();
    view! { <Wall stars caption /> }.into_any()
}
