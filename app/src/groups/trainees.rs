//! The people of a group, a page of them at a time: number, name, whether they have entered, their ventures, and the one act for each.

use super::{
    api::{AddToTeam, ResetCode},
    page::address,
    part::{Part, ROWS},
    person::name_address,
    show::Show,
};
use crate::context::now;
use crate::locale::{Words, key, use_words};
use crate::portfolio::Paging;
use crate::ui::{Badge, Button, ButtonKind, Cell, Field, FieldKind, Glyph, Icon, LinkButton, Table, Tone};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use server_fn::ServerFn;
use shared::ids::{GroupId, PersonId, VentureId};
use store::accounts::TraineeRow;

/// A page of the people, with the field that looks for them where the list is long.
#[component]
pub(super) fn Trainees(group: GroupId, trainees: Vec<TraineeRow>, part: Part, show: Show, room: Vec<(VentureId, String)>) -> impl IntoView {
    let words = use_words();
    let (long, none) = (part.is_long(), trainees.is_empty());
    let Part { q, page, found, .. } = part.clone();
    let to = move |page| part_address(group, show, &q, page);
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
        {long.then(|| view! { <Search group show part /> })}
        {if none {
            view! { <p class="card" role="status">{words.get(key::GROUPS_NOBODY_FOUND)}</p> }.into_any()
        } else {
            view! {
                <Table caption=words.get(key::GROUPS_LIST) heads>
                    {trainees.into_iter().map(|trainee| view! { <Row trainee show room=room.clone() /> }).collect_view()}
                </Table>
            }
                .into_any()
        }}
        {(found > ROWS).then(|| view! { <Paging page total=found rows=ROWS to /> })}
    }
    .into_any()
}

/// The address of a page of the list.
fn part_address(group: GroupId, show: Show, q: &str, page: u32) -> String {
    let mut query = ParamsMap::new();
    if show != Show::All {
        query.insert("show", show.word().to_owned());
    }
    if !q.is_empty() {
        query.insert("q", q.to_owned());
    }
    if page > 1 {
        query.insert("page", page.to_string());
    }
    format!("{}{}#list-title", address(group), query.to_query_string())
}

/// Looks for people by name or number, among those who are listed.
#[component]
fn Search(group: GroupId, show: Show, part: Part) -> impl IntoView {
    let words = use_words();
    let found = u64::from(part.found);
    let looked = !part.q.is_empty();
    view! {
        <form class="people-search" method="get" action=address(group) role="search">
            {(show != Show::All).then(|| view! { <input type="hidden" name="show" value=show.word() /> })}
            <Field
                name="q"
                label=words.get(key::GROUPS_SEARCH)
                kind=FieldKind::Search
                value=Some(part.q).filter(|q| !q.is_empty())
                most=80u32
                required=false
            />
            <div class="row">
                <Button kind=ButtonKind::Secondary glyph=Glyph::MagnifyingGlass>{words.get(key::GROUPS_SEARCH_GO)}</Button>
                {looked
                    .then(|| {
                        view! {
                            <LinkButton href=part_address(group, show, "", 1) kind=ButtonKind::Quiet>{words.get(key::GROUPS_SEARCH_END)}</LinkButton>
                            <span class="second" role="status">{words.plural(key::GROUPS_TRAINEES, found, &[])}</span>
                        }
                    })}
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Row(trainee: TraineeRow, show: Show, room: Vec<(VentureId, String)>) -> impl IntoView {
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
            view! { <NewCode person entered=trainee.entered /> }.into_any()
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
    let options = room.into_iter().map(|(id, name)| view! { <option value=id.to_string()>{name}</option> }).collect_view();
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
fn NewCode(person: PersonId, entered: bool) -> impl IntoView {
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
                <Button kind=ButtonKind::Danger>{words.get(key::GROUPS_MAKE_CODE)}</Button>
            </form>
        </details>
    }
    .into_any()
}
