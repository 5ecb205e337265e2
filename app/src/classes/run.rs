//! A class that runs: its time in large figures, and the wall of who has begun. The time and the wall go on by a small script; without it
//! the page comes again by itself.

use super::{
    api::{End, LayOut, Prolong},
    deeds::Running,
    wall::{ClassWall, Team},
};
use crate::assets;
use crate::groups::address;
use crate::locale::{Words, key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon, Progress as Bar};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    classes::{self, Progress},
    ids::{ClassId, GroupId},
};

/// The running class with what may be done about it.
#[component]
pub(super) fn Run(group: GroupId, running: Running) -> impl IntoView {
    let words = use_words();
    let Running { class, left, wall } = running;
    let own = class.sheets.is_empty();
    let missing = !own && wall.teams.iter().any(|team| team.progress == Progress::Absent);
    let time = match left {
        Some(left) => words.plural(key::TIME_MINUTES, classes::minutes(left), &[]),
        None => words.get(key::CLASSES_OVER).to_owned(),
    };
    view! {
        <section class="card class-clock" aria-label=words.get(key::CLASSES_TIME)>
            <p class="class-time" role="timer" id="class-time" data-left=left.map(|left| left.to_string())>{time}</p>
            <div class="row">
                <form method="post" action=Prolong::PATH>
                    <Which group class=class.id />
                    <input type="hidden" name="seen" value=class.until.0.to_string() />
                    <Button kind=ButtonKind::Secondary glyph=Glyph::Plus>{words.get(key::CLASSES_PROLONG)}</Button>
                </form>
                <form method="post" action=End::PATH>
                    <Which group class=class.id />
                    <Button kind=ButtonKind::Secondary glyph=Glyph::Check>{words.get(key::CLASSES_END)}</Button>
                </form>
            </div>
        </section>
        <section class="card" id="class-wall" aria-labelledby="class-wall-title" aria-live="polite">
            {if own {
                view! {
                    <h2 id="class-wall-title">{words.get(key::CLASSES_OWN_TITLE)}</h2>
                    <p>{words.get(key::CLASSES_OWN_TEXT)}</p>
                }
                    .into_any()
            } else {
                view! { <Wall group wall /> }.into_any()
            }}
            {missing
                .then(|| {
                    view! {
                        <form class="row" method="post" action=LayOut::PATH>
                            <Which group class=class.id />
                            <Button kind=ButtonKind::Secondary glyph=Glyph::Table>{words.get(key::CLASSES_LAY_OUT)}</Button>
                        </form>
                    }
                })}
        </section>
        <noscript>
            <meta http-equiv="refresh" content="20" />
        </noscript>
        <script defer src=format!("{}/class.js", assets::folder())></script>
    }
    .into_any()
}

#[component]
fn Which(group: GroupId, class: ClassId) -> impl IntoView {
    view! {
        <input type="hidden" name="group" value=group.to_string() />
        <input type="hidden" name="class" value=class.to_string() />
    }
}

#[component]
fn Wall(group: GroupId, wall: ClassWall) -> impl IntoView {
    let words = use_words();
    let counts = [("n", wall.begun().to_string()), ("all", wall.all().to_string())];
    let counts = counts.each_ref().map(|(name, value)| (*name, value.as_str()));
    let alone = wall.alone.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> }).collect_view();
    view! {
        <h2 id="class-wall-title">{words.fill(key::CLASSES_BEGUN_OF, &counts)}</h2>
        {wall.teams.is_empty().then(|| view! { <p>{words.get(key::CLASSES_NO_TEAMS)}</p> })}
        <ul class="class-teams">{wall.teams.into_iter().map(|team| view! { <OnWall team /> }).collect_view()}</ul>
        {(!alone.is_empty())
            .then(|| {
                view! {
                    <h3>
                        <a href=format!("{}?show=no-venture", address(group))>{words.get(key::CLASSES_ALONE)}</a>
                    </h3>
                    <ul class="class-alone">{alone}</ul>
                }
            })}
    }
    .into_any()
}

/// A team: its venture, who, and how far, in a word and a shape.
#[component]
fn OnWall(team: Team) -> impl IntoView {
    let words = use_words();
    let (class, glyph, said) = state(words, &team);
    let bar = match team.progress {
        Progress::Begun { filled, blocks } => Some((filled, blocks)),
        Progress::Absent | Progress::Waiting | Progress::Filled | Progress::Done => None,
    };
    view! {
        <li class=class>
            <a href=format!("/v/{}/board", team.venture)><bdi>{team.name}</bdi></a>
            <span class="class-state">
                <Icon glyph />
                <span>{said.clone()}</span>
            </span>
            {bar.map(|(value, most)| view! { <Bar value most label=said /> })}
            <ul class="meta class-members">{team.members.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> }).collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn state(words: Words, team: &Team) -> (&'static str, Glyph, String) {
    let get = |key| words.get(key).to_owned();
    match team.progress {
        Progress::Absent if team.full => ("class-team", Glyph::Warning, get(key::CLASSES_FULL)),
        Progress::Absent => ("class-team", Glyph::CircleDashed, get(key::CLASSES_ABSENT)),
        Progress::Waiting => ("class-team", Glyph::Circle, get(key::CLASSES_WAITING)),
        Progress::Filled => ("class-team", Glyph::Check, get(key::CLASSES_FILLED)),
        Progress::Begun { filled, blocks } => {
            let values = [("n", filled.to_string()), ("all", blocks.to_string())];
            let said = words.fill(key::CLASSES_BEGUN, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            ("class-team class-team-begun", Glyph::CircleHalf, said)
        }
        Progress::Done => ("class-team class-team-done", Glyph::CheckCircle, get(key::CLASSES_DONE)),
    }
}
