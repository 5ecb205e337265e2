//! All groups of a mentor, a row each: what needs the mentor, each figure the way to those it counts, and the wall.

use super::{
    deeds::{GroupCard, WallVenture},
    page::address,
    show::Show,
};
use crate::locale::{key, use_words};
use crate::programme::gate_words;
use crate::ui::{Cell, EmptyState, Gates, Scene, Table, Wall, WallStar};
use leptos::prelude::*;

/// The groups.
#[component]
pub(super) fn GroupList(groups: Vec<GroupCard>) -> impl IntoView {
    let words = use_words();
    if groups.is_empty() {
        return view! {
            <div class="page dense">
                <EmptyState scene=Scene::Nothing title=words.get(key::GROUPS_NONE_TITLE) text=words.get(key::GROUPS_NONE_TEXT) />
            </div>
        }
        .into_any();
    }
    let all = groups.iter().map(|group| u64::from(group.counts.trainees)).sum();

    let heads = [key::GROUPS_GROUP, Show::All.title()]
        .into_iter()
        .chain(Show::FIGURES.map(Show::title))
        .chain([key::GROUPS_VENTURES])
        .map(|head| view! { <th scope="col">{words.get(head)}</th> })
        .collect_view()
        .into_any();
    view! {
        <div class="page dense">
            <header class="page-head">
                <h1>{words.get(key::GROUPS_MINE)}</h1>
                <p class="second">{words.plural(key::GROUPS_TRAINEES, all, &[])}</p>
            </header>
            <div class="groups-all">
                <Table caption=words.get(key::GROUPS_MINE) heads>
                    {groups.into_iter().map(|group| view! { <Row group /> }).collect_view()}
                </Table>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Row(group: GroupCard) -> impl IntoView {
    let words = use_words();
    let home = address(group.id);
    let figures = Show::FIGURES
        .into_iter()
        .map(|show| {
            let count = show.count(&group.counts);
            let column = words.get(show.title());
            let label = format!("{count} {}", words.plural(show.said(), u64::from(count), &[]));
            let class = if show == Show::Waiting && count > 0 { "group-count group-count-mine" } else { "group-count" };
            let href = format!("{home}?show={}", show.word());
            view! {
                <Cell column>
                    {if count > 0 {
                        view! { <a class=class href=href aria-label=label><bdi>{count}</bdi></a> }.into_any()
                    } else {
                        view! { <span class="group-count second"><bdi>"0"</bdi></span> }.into_any()
                    }}
                </Cell>
            }
        })
        .collect_view();
    view! {
        <tr>
            <Cell column=words.get(key::GROUPS_GROUP)>
                <a class="group-name" href=home.clone()>
                    <bdi>{group.name}</bdi>
                </a>
                " "
                <bdi class="meta">{group.code}</bdi>
            </Cell>
            <Cell column=words.get(key::GROUPS_LIST)><bdi class="group-count">{group.counts.trainees}</bdi></Cell>
            {figures}
            <Cell column=words.get(key::GROUPS_VENTURES)>
                <GroupWall wall=group.wall />
            </Cell>
        </tr>
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
