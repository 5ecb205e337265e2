//! A class that runs: its time in large figures, and the wall of who has begun. The time and the wall go on by a small script; without it
//! the page comes again by itself.

use super::{
    api::{End, LayOut, Prolong},
    deeds::Running,
    wall::{ClassWall, Team},
};
use crate::assets;
use crate::groups::address;
use crate::locale::{Key, key, use_words};
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
            <p class="form-says" id="class-stale" role="status" hidden>
                <Icon glyph=Glyph::Warning />
                <span>{words.get(key::CLASSES_STALE)}</span>
            </p>
            <p class="class-time" role="timer" id="class-time" data-left=left.map(|left| left.to_string())>{time}</p>
            <div class="row">
                <form method="post" action=Prolong::PATH>
                    <Which group class=class.id />
                    <input type="hidden" name="seen" value=class.until.0.to_string() />
                    <Button kind=ButtonKind::Secondary glyph=Glyph::Plus>{words.get(key::CLASSES_PROLONG)}</Button>
                </form>
                // Thirty people would lose their class by one tap: it asks once more.
                <details class="class-end">
                    <summary class="button button-quiet">
                        <Icon glyph=Glyph::Check />
                        <span>{words.get(key::CLASSES_END)}</span>
                    </summary>
                    <form method="post" action=End::PATH class="stack stack-close">
                        <p>{words.get(key::CLASSES_END_TEXT)}</p>
                        <Which group class=class.id />
                        <Button kind=ButtonKind::Secondary>{words.get(key::CLASSES_END_SURE)}</Button>
                    </form>
                </details>
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
    // Who has not begun stands first: that is where the mentor goes.
    let mut parts: Vec<(Part, Vec<Team>)> = Part::ALL.map(|part| (part, Vec::new())).into();
    for team in wall.teams {
        if let Some((_, teams)) = parts.iter_mut().find(|(part, _)| *part == Part::of(&team)) {
            teams.push(team);
        }
    }
    let none = parts.iter().all(|(_, teams)| teams.is_empty());
    let parts =
        parts.into_iter().filter(|(_, teams)| !teams.is_empty()).map(|(part, teams)| view! { <PartOfWall part teams /> }).collect_view();
    view! {
        <h2 id="class-wall-title">{words.fill(key::CLASSES_BEGUN_OF, &counts)}</h2>
        {none.then(|| view! { <p>{words.get(key::CLASSES_NO_TEAMS)}</p> })}
        {parts}
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

/// How far a team is, in steps that a mentor acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Full,
    Absent,
    Waiting,
    Begun,
    Filled,
    Done,
}

impl Part {
    const ALL: [Self; 6] = [Self::Full, Self::Absent, Self::Waiting, Self::Begun, Self::Filled, Self::Done];

    fn of(team: &Team) -> Self {
        match team.progress {
            Progress::Absent if team.full => Self::Full,
            Progress::Absent => Self::Absent,
            Progress::Waiting => Self::Waiting,
            Progress::Begun { .. } => Self::Begun,
            Progress::Filled => Self::Filled,
            Progress::Done => Self::Done,
        }
    }

    /// Its shape, its word, and how its teams look.
    fn look(self) -> (Glyph, Key, &'static str) {
        match self {
            Self::Full => (Glyph::Warning, key::CLASSES_FULL, "class-team"),
            Self::Absent => (Glyph::CircleDashed, key::CLASSES_ABSENT, "class-team"),
            Self::Waiting => (Glyph::Circle, key::CLASSES_WAITING, "class-team"),
            Self::Begun => (Glyph::CircleHalf, key::CLASSES_BEGUN_TITLE, "class-team class-team-begun"),
            Self::Filled => (Glyph::Check, key::CLASSES_FILLED, "class-team"),
            Self::Done => (Glyph::CheckCircle, key::CLASSES_DONE, "class-team class-team-done"),
        }
    }
}

/// The teams that are equally far, under a word and a shape, counted.
#[component]
fn PartOfWall(part: Part, teams: Vec<Team>) -> impl IntoView {
    let words = use_words();
    let (glyph, word, class) = part.look();
    let count = teams.len();
    view! {
        <h3 class="class-part">
            <Icon glyph />
            <span>{words.get(word)}</span>
            <bdi class="class-part-count">{count}</bdi>
        </h3>
        <ul class="class-teams">{teams.into_iter().map(|team| view! { <OnWall team class /> }).collect_view()}</ul>
    }
    .into_any()
}

/// A team: its venture, who, and where it has begun how much is filled.
#[component]
fn OnWall(team: Team, class: &'static str) -> impl IntoView {
    let words = use_words();
    let begun = match team.progress {
        Progress::Begun { filled, blocks } => {
            let values = [("n", filled.to_string()), ("all", blocks.to_string())];
            let said = words.fill(key::CLASSES_BEGUN, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
            Some((filled, blocks, said))
        }
        Progress::Absent | Progress::Waiting | Progress::Filled | Progress::Done => None,
    };
    view! {
        <li class=class>
            <a href=format!("/v/{}/board", team.venture)><bdi>{team.name}</bdi></a>
            {begun
                .map(|(value, most, said)| {
                    view! {
                        <span class="class-state">{said.clone()}</span>
                        <Bar value most label=said />
                    }
                })}
            <ul class="meta class-members">{team.members.into_iter().map(|name| view! { <li><bdi>{name}</bdi></li> }).collect_view()}</ul>
        </li>
    }
    .into_any()
}
