//! A mentor for a group: who could accompany it and what each has in hand, one question before it is done, and what is so afterwards.

use super::{
    api::{Assign, RemoveMentor},
    deeds::{self, Assigning},
};
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{Words, key, use_words};
use crate::pages::loaded;
use crate::returned::{CameBack, Returned};
use crate::ui::{Button, ButtonKind, EmptyState, Fold, Glyph, Icon, LinkButton, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use server_fn::ServerFn;
use shared::{
    ids::{GroupId, PersonId},
    portfolio::MentorLoad,
};

/// `/portfolio/assign/:group?mentor=…`
#[component]
pub fn AssignPage() -> impl IntoView {
    let words = use_words();
    let group = use_params_map().with_untracked(|params| params.get_str("group").and_then(|id| id.parse::<GroupId>().ok()));
    let mentor = use_query_map().with_untracked(|query| query.get_str("mentor").and_then(|id| id.parse::<PersonId>().ok()));
    loaded(async move {
        let page = match group {
            Some(group) => deeds::assigning(group).await,
            None => Err(AppError::Hidden),
        };
        match page {
            Ok(page) => view! {
                <Title text=words.get(key::PORTFOLIO_ASSIGN) />
                <Step page mentor />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The address of the page, with somebody chosen.
pub(super) fn assign_address(group: GroupId, mentor: Option<PersonId>) -> String {
    mentor.map_or_else(|| format!("/portfolio/assign/{group}"), |mentor| format!("/portfolio/assign/{group}?mentor={mentor}"))
}

#[component]
fn Step(page: Assigning, mentor: Option<PersonId>) -> impl IntoView {
    let words = use_words();
    let chosen = mentor.and_then(|id| page.mentors.iter().find(|load| load.id == id)).cloned();
    let step = match chosen {
        Some(load) if load.here => view! { <Done page load /> }.into_any(),
        Some(load) => view! { <Confirm page load /> }.into_any(),
        None => view! { <Choose page /> }.into_any(),
    };
    view! {
        <div class="page page-narrow">
            <a class="way-back" href="/portfolio">
                <Icon glyph=Glyph::ArrowLeft />
                {words.get(key::PORTFOLIO_BACK)}
            </a>
            {step}
        </div>
    }
    .into_any()
}

pub(super) fn in_hand(words: Words, load: &MentorLoad) -> String {
    let facts = [
        words.plural(key::PORTFOLIO_GROUPS_COUNT, u64::from(load.groups), &[]),
        words.plural(key::PORTFOLIO_GROUP_TRAINEES, u64::from(load.trainees), &[]),
        words.plural(key::PORTFOLIO_GROUP_VENTURES, u64::from(load.ventures), &[]),
    ];
    facts.join(" · ")
}

#[component]
fn Head(page: Assigning) -> impl IntoView {
    let words = use_words();
    view! {
        <header class="page-head">
            <h1>{words.fill(key::PORTFOLIO_ASSIGN_TITLE, &[("group", &page.code)])}</h1>
            <p class="second">
                <bdi>{page.name}</bdi>
                " · "
                {words.plural(key::PORTFOLIO_GROUP_VENTURES, u64::from(page.ventures), &[])}
                " · "
                {words.plural(key::PORTFOLIO_GROUP_TRAINEES, u64::from(page.trainees), &[])}
            </p>
        </header>
    }
    .into_any()
}

#[component]
fn Choose(page: Assigning) -> impl IntoView {
    let words = use_words();
    let here: Vec<_> = page.mentors.iter().filter(|load| load.here).cloned().collect();
    let free: Vec<_> = page.mentors.iter().filter(|load| !load.here).cloned().collect();
    let none = free.is_empty();
    let rows = free.into_iter().map(|load| {
        let (id, facts) = (load.id.to_string(), in_hand(words, &load));
        view! {
            <li>
                <label class="choice-row">
                    <input type="radio" name="mentor" value=id required />
                    <span>
                        <bdi class="choice-name">{load.name}</bdi>
                        <span class="meta">{facts}</span>
                        {(load.to_handle > 0)
                            .then(|| view! { <span class="meta">{words.plural(key::PORTFOLIO_ASSIGN_TO_HANDLE, u64::from(load.to_handle), &[])}</span> })}
                    </span>
                </label>
            </li>
        }
    });
    let list = rows.collect_view();
    view! {
        <Head page=page.clone() />
        <Here group=page.id here />
        {if none {
            view! {
                <EmptyState
                    scene=Scene::Nothing
                    title=words.get(key::PORTFOLIO_ASSIGN_NONE_TITLE)
                    text=words.get(key::PORTFOLIO_ASSIGN_NONE_TEXT)
                />
            }
                .into_any()
        } else {
            view! {
                <form class="card form" method="get" action=assign_address(page.id, None)>
                    <fieldset class="choices">
                        <legend>{words.get(key::PORTFOLIO_ASSIGN_WHO)}</legend>
                        <p class="field-help">{words.get(key::PORTFOLIO_ASSIGN_TEXT)}</p>
                        <ul class="choice-list">{list}</ul>
                    </fieldset>
                    <div class="row">
                        <Button>{words.get(key::PORTFOLIO_ASSIGN_NEXT)}</Button>
                    </div>
                </form>
            }
                .into_any()
        }}
    }
    .into_any()
}

/// Who accompanies the group, each with the way out.
#[component]
fn Here(group: GroupId, here: Vec<MentorLoad>) -> impl IntoView {
    let words = use_words();
    let removed = use_query_map().with_untracked(|query| query.get_str("removed").is_some());
    let rows = here.into_iter().map(|load| {
        let returned = Returned::to(RemoveMentor::PATH).about("mentor", &load.id.to_string());
        let open = returned.came_back();
        let text = words.fill(key::PORTFOLIO_REMOVE_TEXT, &[("name", &load.name)]);
        view! {
            <li class="card">
                <p><bdi class="choice-name">{load.name.clone()}</bdi></p>
                <Fold glyph=Glyph::SignOut title=words.get(key::PORTFOLIO_REMOVE) open>
                    <form class="form" method="post" action=RemoveMentor::PATH>
                        <CameBack returned />
                        <p>{text}</p>
                        <input type="hidden" name="group" value=group.to_string() />
                        <input type="hidden" name="mentor" value=load.id.to_string() />
                        <div class="row">
                            <Button kind=ButtonKind::Danger>{words.get(key::PORTFOLIO_REMOVE_YES)}</Button>
                        </div>
                    </form>
                </Fold>
            </li>
        }
    });
    let list = rows.collect::<Vec<_>>();
    view! {
        {removed
            .then(|| {
                view! {
                    <p class="form-says form-says-well" role="status">
                        <Icon glyph=Glyph::CheckCircle />
                        <span>{words.get(key::PORTFOLIO_REMOVED)}</span>
                    </p>
                }
            })}
        {(!list.is_empty())
            .then(|| {
                view! {
                    <section class="stack" aria-labelledby="here-title">
                        <h2 id="here-title">{words.get(key::PORTFOLIO_HERE)}</h2>
                        <ul class="stack">{list}</ul>
                    </section>
                }
            })}
    }
    .into_any()
}

#[component]
fn Confirm(page: Assigning, load: MentorLoad) -> impl IntoView {
    let words = use_words();
    let after = MentorLoad {
        groups: load.groups + 1,
        trainees: load.trainees + page.trainees,
        ventures: load.ventures + page.ventures,
        ..load.clone()
    };
    let title = words.fill(key::PORTFOLIO_ASSIGN_CONFIRM, &[("name", &load.name), ("group", &page.code)]);
    view! {
        <Head page=page.clone() />
        <form class="card form" method="post" action=Assign::PATH>
            <CameBack returned=Returned::to(Assign::PATH) />
            <h2>{title}</h2>
            <p>{words.get(key::PORTFOLIO_ASSIGN_CONFIRM_TEXT)}</p>
            <p class="second">{words.get(key::PORTFOLIO_ASSIGN_AFTER)} " " {in_hand(words, &after)}</p>
            <input type="hidden" name="group" value=page.id.to_string() />
            <input type="hidden" name="mentor" value=load.id.to_string() />
            <div class="row">
                <Button glyph=Glyph::Check>{words.get(key::PORTFOLIO_ASSIGN_YES)}</Button>
                <LinkButton href=assign_address(page.id, None) kind=ButtonKind::Quiet>{words.get(key::PORTFOLIO_ASSIGN_OTHER)}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Done(page: Assigning, load: MentorLoad) -> impl IntoView {
    let words = use_words();
    let title = words.fill(key::PORTFOLIO_ASSIGN_DONE, &[("name", &load.name), ("group", &page.code)]);
    view! {
        <section class="card" role="status">
            <h1>{title}</h1>
            <p>{words.get(key::PORTFOLIO_ASSIGN_DONE_TEXT)}</p>
            <p class="second">{in_hand(words, &load)}</p>
            <div class="row">
                <LinkButton href=format!("/notices?group={}", page.id) glyph=Glyph::PaperPlaneTilt>
                    {words.get(key::PORTFOLIO_WRITE)}
                </LinkButton>
                <LinkButton href="/portfolio" kind=ButtonKind::Secondary>{words.get(key::PORTFOLIO_BACK)}</LinkButton>
            </div>
        </section>
    }
    .into_any()
}
