//! One group: its figures, each the way to those it counts, its class, its wall, and its people by number.

use super::{
    api::{AddToTeam, ResetCode},
    deeds::Open,
    find::{Find, Pages},
    list::GroupWall,
    page::address,
    person::name_address,
    show::Show,
};
use crate::context::now;
use crate::error::AppError;
use crate::errors;
use crate::feedback::state_word;
use crate::locale::{Words, key, use_words};
use crate::programme::GateAsks;
use crate::returned::{NotTaken, Returned};
use crate::ui::{Badge, Button, ButtonKind, Cell, Chip, ChipState, EmptyState, Glyph, Icon, LinkButton, Scene, Table, Tone};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    classes,
    ids::{GroupId, PersonId, VentureId},
};
use store::{
    accounts::{GroupCounts, TraineeRow},
    feedback::WaitingVenture,
};

/// The page of a group.
#[component]
pub(super) fn OpenGroup(open: Open) -> impl IntoView {
    let words = use_words();
    let Open { group, show, trainees, found, sought, waiting, room, class, draw } = open;
    let home = address(group.id);
    let class = class.map(|(class, name)| match class.left(now()) {
        Some(left) => format!("{name} · {}", words.plural(key::TIME_MINUTES, classes::minutes(left), &[])),
        None => name,
    });
    let glyph = if class.is_some() { Glyph::Clock } else { Glyph::Play };
    let to_class = class.unwrap_or_else(|| words.get(key::GROUPS_TO_CLASS).to_owned());
    view! {
        <div class="page dense">
            <header class="page-head">
                <a class="way-back" href="/groups">
                    <Icon glyph=Glyph::ArrowLeft />
                    {words.get(key::GROUPS_MINE)}
                </a>
                <h1>
                    <bdi>{group.name.clone()}</bdi>
                    " "
                    <bdi class="second group-code">{group.code.clone()}</bdi>
                </h1>
                <div class="row">
                    <LinkButton href=format!("{home}/class") glyph>{to_class}</LinkButton>
                    <LinkButton href=format!("{home}/cards") kind=ButtonKind::Secondary glyph=Glyph::Key>
                        {words.get(key::GROUPS_TO_CARDS)}
                    </LinkButton>
                </div>
            </header>
            {not_taken(words).map(|said| view! { <NotTaken said /> })}
            <GateAsks group=group.id />
            <Figures group=group.id counts=group.counts show />
            {(show == Show::All)
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="wall-title">
                            <h2 id="wall-title">{words.get(key::GROUPS_WALL)}</h2>
                            <GroupWall wall=group.wall />
                        </section>
                    }
                })}
            <section class="stack trainees" aria-labelledby="list-title">
                <h2 id="list-title">{words.get(show.title())}</h2>
                <Find group=group.id show sought=sought.clone() found />
                {(show == Show::NoTeam).then(|| view! { <p class="second">{words.get(key::GROUPS_NO_TEAM_TEXT)}</p> })}
                {if trainees.is_empty() && waiting.is_empty() {
                    if sought.q.is_empty() {
                        view! { <Nobody group=group.id show /> }.into_any()
                    } else {
                        view! { <p class="card">{words.get(key::GROUPS_FIND_NOBODY)}</p> }.into_any()
                    }
                } else if show == Show::Waiting {
                    view! { <Waiting waiting /> }.into_any()
                } else {
                    view! { <Trainees trainees show room draw /> }.into_any()
                }}
                <Pages group=group.id show sought found />
            </section>
        </div>
    }
    .into_any()
}

/// Why a form of the page was not taken.
fn not_taken(words: Words) -> Option<String> {
    let reset = Returned::to(ResetCode::PATH);
    match reset.why() {
        Some(AppError::Conflict) => Some(words.get(key::GROUPS_CARD_USED).to_owned()),
        Some(why) => Some(errors::said(words, why)),
        None => Returned::to(AddToTeam::PATH).why().map(|why| errors::said(words, why)),
    }
}

/// What a list says that has nobody in it, and the way back to everybody.
#[component]
fn Nobody(group: GroupId, show: Show) -> impl IntoView {
    let words = use_words();
    let scene = if show.is_well() { Scene::Answered } else { Scene::Nothing };
    let back = (show != Show::All).then(|| {
        view! { <LinkButton href=address(group) kind=ButtonKind::Secondary>{words.get(key::GROUPS_EVERYBODY)}</LinkButton> }
    });
    view! {
        <EmptyState scene title=words.get(show.nobody()) text=words.get(show.nobody_more())>
            {back}
        </EmptyState>
    }
    .into_any()
}

/// The figures of a group as filters, everybody first.
#[component]
fn Figures(group: GroupId, counts: GroupCounts, show: Show) -> impl IntoView {
    let words = use_words();
    let home = address(group);
    let chips = [Show::All]
        .into_iter()
        .chain(Show::FIGURES)
        .map(|one| {
            let count = one.count(&counts);
            let href = if one == Show::All { home.clone() } else { format!("{home}?show={}", one.word()) };
            let state = if one == show { ChipState::Selected } else { ChipState::Open };
            view! {
                <li>
                    <Chip href state>
                        <b class="figure-count"><bdi>{count}</bdi></b>
                        <span>{words.plural(one.said(), u64::from(count), &[])}</span>
                    </Chip>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=words.get(key::GROUPS_FIGURES)>
            <ul class="row group-figures">{chips}</ul>
        </nav>
    }
    .into_any()
}

/// Ventures whose remarks wait for the mentor, each the way to the one that has waited longest.
#[component]
fn Waiting(waiting: Vec<WaitingVenture>) -> impl IntoView {
    let words = use_words();
    let rows = waiting
        .into_iter()
        .map(|venture| {
            let href = format!("/feedback?column={}&thread={}", venture.state.code(), venture.first);
            view! {
                <li class="card">
                    <a href=href><bdi>{venture.name}</bdi></a>
                    <Badge tone=Tone::Mentor glyph=Glyph::ChatText>{words.plural(key::GROUPS_THREADS, u64::from(venture.threads), &[])}</Badge>
                    <span class="second">{state_word(words, venture.state)} " · " {words.ago(venture.since, now())}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="group-waiting">{rows}</ul> }.into_any()
}

#[component]
fn Trainees(trainees: Vec<TraineeRow>, show: Show, room: Vec<(VentureId, String)>, draw: String) -> impl IntoView {
    let words = use_words();
    let act = if show == Show::NoTeam { key::GROUPS_TEAM } else { key::GROUPS_CARD };
    let worked = (show != Show::NoTeam).then_some(key::GROUPS_WORKED);
    let heads = [key::GROUPS_NUMBER, key::GROUPS_NAME, key::GROUPS_ENTRY, key::GROUPS_VENTURES]
        .into_iter()
        .chain(worked)
        .chain([act])
        .map(|head| view! { <th scope="col">{words.get(head)}</th> })
        .collect_view()
        .into_any();
    view! {
        <Table caption=words.get(key::GROUPS_LIST) heads>
            {trainees.into_iter().map(|trainee| view! { <Row trainee show room=room.clone() draw=draw.clone() /> }).collect_view()}
        </Table>
    }
    .into_any()
}

#[component]
fn Row(trainee: TraineeRow, show: Show, room: Vec<(VentureId, String)>, draw: String) -> impl IntoView {
    let words = use_words();
    let (tone, glyph, entry) = if trainee.entered {
        (Tone::Trainee, Glyph::Check, key::GROUPS_ENTERED)
    } else {
        (Tone::Plain, Glyph::Circle, key::GROUPS_NOT_ENTERED)
    };
    let column = |key| words.get(key);
    let worked = trainee.worked.map(|at| words.ago(at, now()));
    let person = trainee.person;
    let room = room.into_iter().filter(|(id, _)| trainee.ventures.iter().all(|(own, _)| own != id)).collect::<Vec<_>>();
    let act = match show {
        Show::NoTeam if room.is_empty() => view! { <span class="second">{words.get(key::GROUPS_NO_ROOM)}</span> }.into_any(),
        Show::NoTeam => view! { <AddForm person name=trainee.name.clone() room /> }.into_any(),
        Show::All | Show::Never | Show::NoVenture | Show::Active | Show::Waiting => {
            view! { <NewCode person entered=trainee.entered draw /> }.into_any()
        }
    };
    let column_of_act = if show == Show::NoTeam { key::GROUPS_TEAM } else { key::GROUPS_CARD };
    view! {
        <tr>
            <Cell column=column(key::GROUPS_NUMBER)>
                <bdi>{trainee.number}</bdi>
            </Cell>
            <Cell column=column(key::GROUPS_NAME)>
                <a class="trainee-name" href=name_address(person)><bdi>{trainee.name}</bdi></a>
            </Cell>
            <Cell column=column(key::GROUPS_ENTRY)>
                <Badge tone glyph>{words.get(entry)}</Badge>
            </Cell>
            <Cell column=column(key::GROUPS_VENTURES)>{ventures(words, trainee.ventures)}</Cell>
            {(show != Show::NoTeam)
                .then(|| {
                    let worked = worked.unwrap_or_else(|| words.get(key::GROUPS_NOT_WORKED).to_owned());
                    view! {
                        <Cell column=column(key::GROUPS_WORKED)>
                            <span class="second">{worked}</span>
                        </Cell>
                    }
                })}
            <Cell column=column(column_of_act)>{act}</Cell>
        </tr>
    }
    .into_any()
}

fn ventures(words: Words, ventures: Vec<(VentureId, String)>) -> AnyView {
    if ventures.is_empty() {
        return view! { <span class="second">{words.get(key::GROUPS_NO_VENTURE)}</span> }.into_any();
    }
    let links = ventures.into_iter().map(|(id, name)| view! { <li><a href=format!("/v/{id}")><bdi>{name}</bdi></a></li> }).collect_view();
    view! { <ul class="trainee-ventures">{links}</ul> }.into_any()
}

/// The teams with room, and the button that takes the trainee in.
#[component]
fn AddForm(person: PersonId, name: String, room: Vec<(VentureId, String)>) -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(AddToTeam::PATH).about("person", &person.to_string());
    let options = room.into_iter().map(|(id, name)| {
        let (value, chosen) = (id.to_string(), returned.ticked("venture", &id.to_string()));
        view! { <option value=value selected=chosen>{name}</option> }
    });
    let options = options.collect_view();
    view! {
        <form class="row add-to-team" method="post" action=AddToTeam::PATH>
            <input type="hidden" name="person" value=person.to_string() />
            <select class="input" name="venture" aria-label=words.fill(key::GROUPS_TEAM_OF, &[("name", &name)])>{options}</select>
            <Button kind=ButtonKind::Secondary glyph=Glyph::Plus>{words.get(key::GROUPS_ADD)}</Button>
        </form>
    }
    .into_any()
}

/// Folded: what a new code does, and the button that makes one.
#[component]
fn NewCode(person: PersonId, entered: bool, draw: String) -> impl IntoView {
    let words = use_words();
    let text = if entered { key::GROUPS_NEW_CODE_TEXT } else { key::GROUPS_NEW_CARD_TEXT };
    view! {
        <details class="new-code">
            <summary>
                <Icon glyph=Glyph::Key />
                <span>{words.get(key::GROUPS_NEW_CODE)}</span>
            </summary>
            <form class="new-code-body" method="post" action=ResetCode::PATH>
                <p class="meta">{words.get(text)}</p>
                <input type="hidden" name="person" value=person.to_string() />
                <input type="hidden" name="draw" value=draw />
                <Button kind=ButtonKind::Danger>{words.get(key::GROUPS_MAKE_CODE)}</Button>
            </form>
        </details>
    }
    .into_any()
}
