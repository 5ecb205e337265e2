//! One group: its wall, and its trainees by number with the way to a new card.

use super::{
    api::ResetCode,
    card::NewCard,
    deeds::{Entry, GroupCard, Open, Trainee},
    list::{GroupWall, Numbers},
};
use crate::errors;
use crate::locale::{Words, key, use_words};
use crate::programme::GateAsks;
use crate::ui::{Badge, Button, ButtonKind, Cell, Glyph, Icon, Table, Tone};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::ids::{PersonId, VentureId};

/// The page of a group.
#[component]
pub(super) fn OpenGroup(group: GroupCard, open: Open, reset: ServerAction<ResetCode>) -> impl IntoView {
    let words = use_words();
    let fault = reset.value().with_untracked(|value| value.as_ref().and_then(|value| value.as_ref().err().cloned()));
    let heads = [key::GROUPS_NUMBER, key::GROUPS_NAME, key::GROUPS_ENTRY, key::GROUPS_VENTURES, key::GROUPS_CARD]
        .into_iter()
        .map(|head| view! { <th scope="col">{words.get(head)}</th> })
        .collect_view()
        .into_any();
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
                <Numbers group=group.clone() />
            </header>
            {fault
                .map(|error| {
                    view! {
                        <p class="form-says" role="alert">
                            <Icon glyph=Glyph::Warning />
                            <span>{errors::said(words, &error)}</span>
                        </p>
                    }
                })}
            {open.card.map(|card| view! { <NewCard card /> })}
            <GateAsks group=group.id />
            <section class="card" aria-labelledby="wall-title">
                <h2 id="wall-title">{words.get(key::GROUPS_WALL)}</h2>
                <GroupWall wall=group.wall />
            </section>
            <section class="stack trainees" aria-labelledby="trainees-title">
                <h2 id="trainees-title">{words.get(key::GROUPS_LIST)}</h2>
                <Table caption=words.get(key::GROUPS_LIST) heads>
                    {open.trainees.into_iter().map(|trainee| view! { <Row trainee /> }).collect_view()}
                </Table>
            </section>
        </div>
    }
    .into_any()
}

#[component]
fn Row(trainee: Trainee) -> impl IntoView {
    let words = use_words();
    let (tone, glyph, entry) = match trainee.entry {
        Entry::Entered => (Tone::Trainee, Glyph::Check, key::GROUPS_ENTERED),
        Entry::NotYet => (Tone::Plain, Glyph::Circle, key::GROUPS_NOT_ENTERED),
    };
    let column = |key| words.get(key);
    let ventures = ventures(words, trainee.ventures);
    view! {
        <tr>
            <Cell column=column(key::GROUPS_NUMBER)>
                <bdi>{trainee.number}</bdi>
            </Cell>
            <Cell column=column(key::GROUPS_NAME)>
                <bdi>{trainee.name}</bdi>
            </Cell>
            <Cell column=column(key::GROUPS_ENTRY)>
                <Badge tone glyph>{words.get(entry)}</Badge>
            </Cell>
            <Cell column=column(key::GROUPS_VENTURES)>{ventures}</Cell>
            <Cell column=column(key::GROUPS_CARD)>
                <NewCode person=trainee.person />
            </Cell>
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

/// Folded: what a new code does, and the button that makes one.
#[component]
fn NewCode(person: PersonId) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="new-code">
            <summary>
                <Icon glyph=Glyph::Key />
                <span>{words.get(key::GROUPS_NEW_CODE)}</span>
            </summary>
            <form class="new-code-body" method="post" action=ResetCode::PATH>
                <p class="meta">{words.get(key::GROUPS_NEW_CODE_TEXT)}</p>
                <input type="hidden" name="person" value=person.to_string() />
                <Button kind=ButtonKind::Danger>{words.get(key::GROUPS_MAKE_CODE)}</Button>
            </form>
        </details>
    }
    .into_any()
}
