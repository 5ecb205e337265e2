//! Joining a team by its code: typed, or read by a telephone's camera. It tells a team's name to trainees of its group only.

use super::{
    api::AskToJoin,
    joining::{self, Found},
    parts::{Members, Reported},
};
use crate::accounts::wanted;
use crate::error::AppError;
use crate::errors::{Refusal, answer_with, refused};
use crate::locale::{Words, key, use_words};
use crate::pages::loaded;
use crate::ui::{Button, ButtonKind, EmptyState, Field, FieldKind, Glyph, Heads, Icon, LinkButton, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::{accounts::SignInRefusal, ids::VentureId, joining::CodeRefusal};

/// `/join`, `/join?code=BCD234`
#[component]
pub fn JoinPage() -> impl IntoView {
    let words = use_words();
    let typed = use_query_map().with_untracked(|query| query.get("code"));
    loaded(async move {
        let body = match joining::find(typed.as_deref()).await {
            Err(AppError::SignIn) => {
                wanted::keep_code(typed.as_deref().unwrap_or_default());
                return view! { <EnterFirst /> }.into_any();
            }
            Err(error) => return view! { <Refusal error /> }.into_any(),
            Ok(None) => view! { <CodeCard kind=ButtonKind::Primary /> }.into_any(),
            Ok(Some(Err(CodeRefusal::Member(venture)))) => view! {
                <Own venture />
                <CodeCard kind=ButtonKind::Secondary />
            }
            .into_any(),
            Ok(Some(Err(refusal))) => view! {
                <Refused refusal />
                <CodeCard kind=ButtonKind::Primary typed />
            }
            .into_any(),
            Ok(Some(Ok(found))) => view! { <Ask found code=typed.unwrap_or_default() /> }.into_any(),
        };
        view! {
            <Title text=words.get(key::VENTURES_JOIN) />
            <div class="page page-narrow">
                <header class="page-head">
                    <h1>{words.get(key::VENTURES_JOIN)}</h1>
                </header>
                {body}
            </div>
        }
        .into_any()
    })
}

/// For a guest: the code is kept while they enter.
#[component]
fn EnterFirst() -> impl IntoView {
    answer_with(AppError::SignIn.status());
    let words = use_words();
    view! {
        <Title text=words.get(key::VENTURES_JOIN) />
        <div class="page page-narrow">
            <EmptyState scene=Scene::Nothing title=words.get(key::VENTURES_JOIN) text=words.get(key::STARTING_ENTER_FIRST) heads=Heads::Page>
                <LinkButton href="/">{words.get(key::STARTING_ENTER)}</LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The field for a code.
#[component]
pub(crate) fn CodeCard(kind: ButtonKind, #[prop(optional_no_strip)] typed: Option<String>) -> impl IntoView {
    let words = use_words();
    view! {
        <form class="form card" method="get" action="/join">
            <Field
                name="code"
                label=words.get(key::VENTURES_JOIN_CODE)
                kind=FieldKind::Code
                value=typed
                help=words.get(key::VENTURES_JOIN_HELP).to_owned()
                autocomplete="off"
                most=12u32
            />
            <div class="row">
                <Button kind glyph=Glyph::UsersThree>{words.get(key::VENTURES_JOIN_FIND)}</Button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Refused(refusal: CodeRefusal) -> impl IntoView {
    view! {
        <div class="form-says" role="alert">
            <Icon glyph=Glyph::Warning />
            <p>{said(use_words(), refusal)}</p>
        </div>
    }
    .into_any()
}

/// The code of one's own team, and the way to its page.
#[component]
fn Own(venture: VentureId) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="form-says form-says-well" role="status">
            <Icon glyph=Glyph::CheckCircle />
            <p>{words.get(key::VENTURES_CODE_MEMBER)}</p>
        </div>
        <div class="row">
            <LinkButton href=format!("/v/{venture}")>{words.get(key::VENTURES_JOIN_OPEN)}</LinkButton>
        </div>
    }
    .into_any()
}

fn said(words: Words, refusal: CodeRefusal) -> String {
    let key = match refusal {
        CodeRefusal::Wrong => key::VENTURES_CODE_WRONG,
        CodeRefusal::Old => key::VENTURES_CODE_OLD,
        CodeRefusal::OtherGroup => key::VENTURES_CODE_OTHER_GROUP,
        CodeRefusal::Member(_) => key::VENTURES_CODE_MEMBER,
        CodeRefusal::Full => key::VENTURES_CODE_FULL,
        CodeRefusal::Wait(seconds) => return refused(words, SignInRefusal::Wait(seconds)),
    };
    words.get(key).to_owned()
}

#[component]
fn Ask(found: Found, code: String) -> impl IntoView {
    let words = use_words();
    let Found { venture, asked } = found;
    let way = if asked {
        view! {
            <div class="form-says form-says-well" role="status">
                <Icon glyph=Glyph::Clock />
                <p>{words.get(if venture.team.is_empty() { key::VENTURES_JOIN_ASKED_MENTOR } else { key::VENTURES_JOIN_ASKED })}</p>
            </div>
            <div class="row">
                <LinkButton href="/today" kind=ButtonKind::Secondary>{words.get(key::VENTURES_JOIN_BACK)}</LinkButton>
            </div>
        }
        .into_any()
    } else {
        view! {
            <p class="second">{words.get(key::VENTURES_JOIN_TEXT)}</p>
            <form class="row" method="post" action=AskToJoin::PATH>
                <input type="hidden" name="code" value=code />
                <Button>{words.get(key::VENTURES_JOIN_ASK)}</Button>
            </form>
        }
        .into_any()
    };
    let report = format!("/report?about=venture-{}", venture.id);
    view! {
        <section class="card" aria-labelledby="found-title">
            <h2 id="found-title"><bdi>{venture.name}</bdi></h2>
            <Members team=venture.team reported=Reported::Each />
            <p><a class="meta report-way" href=report>{words.get(key::REPORTS_NAME_WAY)}</a></p>
            {way}
        </section>
    }
    .into_any()
}
