//! Who accompanies a group now, and the way to end it: folded, with what it does, before the button.

use super::{api::Release, assign::in_hand, deeds::Assigning};
use crate::groups::name_address;
use crate::locale::{Words, key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::{ids::GroupId, portfolio::MentorLoad};

/// The mentors of the group; where there is none, that nobody accompanies it.
#[component]
pub(super) fn Accompanists(page: Assigning) -> impl IntoView {
    let words = use_words();
    let released = use_query_map().with_untracked(|query| query.get_str("released").is_some());
    let Assigning { id, mentors, wider, .. } = page;
    let here: Vec<MentorLoad> = mentors.into_iter().filter(|load| load.here).collect();
    let (nobody, last) = (here.is_empty() && wider.is_empty(), here.len() == 1 && wider.is_empty());
    let rows = here.into_iter().map(|load| row(words, id, load, last)).collect_view();
    let wider = wider
        .into_iter()
        .map(|name| {
            view! {
                <li class="accompanist">
                    <bdi class="choice-name">{name}</bdi>
                    <span class="meta">{words.get(key::PORTFOLIO_WIDER)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        {released
            .then(|| {
                view! {
                    <p class="form-says form-says-well" role="status">
                        <Icon glyph=Glyph::CheckCircle />
                        <span>{words.get(key::PORTFOLIO_RELEASED)}</span>
                    </p>
                }
            })}
        <section class="card" aria-labelledby="accompanists-title">
            <h2 id="accompanists-title">{words.get(key::PORTFOLIO_TO_ACCOMPANISTS)}</h2>
            {nobody.then(|| view! { <p>{words.get(key::PORTFOLIO_NOBODY_ACCOMPANIES)}</p> })}
            <ul class="accompanists">{rows} {wider}</ul>
        </section>
    }
    .into_any()
}

fn row(words: Words, group: GroupId, load: MentorLoad, last: bool) -> AnyView {
    let facts = in_hand(words, &load);
    view! {
        <li class="accompanist">
            <bdi class="choice-name">{load.name.clone()}</bdi>
            <span class="meta">{facts}</span>
            <a class="accompanist-name" href=name_address(load.id)>{words.get(key::GROUPS_CORRECT)}</a>
            <details class="new-code">
                <summary>
                    <Icon glyph=Glyph::X />
                    <span>{words.fill(key::PORTFOLIO_RELEASE, &[("name", &load.name)])}</span>
                </summary>
                <form class="new-code-body" method="post" action=Release::PATH>
                    <p>{words.get(key::PORTFOLIO_RELEASE_TEXT)}</p>
                    {last.then(|| view! { <p>{words.get(key::PORTFOLIO_RELEASE_LAST)}</p> })}
                    <input type="hidden" name="group" value=group.to_string() />
                    <input type="hidden" name="mentor" value=load.id.to_string() />
                    <Button kind=ButtonKind::Danger>{words.get(key::PORTFOLIO_RELEASE_YES)}</Button>
                </form>
            </details>
        </li>
    }
    .into_any()
}
