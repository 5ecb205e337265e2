//! The exchange about a group or a venture, with the form to write or to answer; without either, what waits for the reader.

use super::{
    api::{Answer, Write},
    deeds::{self, About, Exchange},
    exchange::Messages,
    unread::Unread,
};
use crate::errors::Refusal;
use crate::feedback::fresh_id;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::returned::{CameBack, Returned};
use crate::ui::{Area, Button, EmptyState, Glyph, Icon, OneOf, Scene};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::{ids::PersonId, notices::NOTICE_MAX, notices::Notice};

/// `/notices?group=…`, `/notices?venture=…`
#[component]
pub fn NoticesPage() -> impl IntoView {
    let words = use_words();
    let about = use_query_map().with_untracked(About::of);
    loaded(async move {
        let page = match about {
            Some(about) => deeds::exchange(about).await.map(|exchange| view! { <Open exchange /> }.into_any()),
            None => deeds::waiting().await.map(|notices| view! { <Waiting notices /> }.into_any()),
        };
        match page {
            Ok(page) => view! {
                <Title text=words.get(key::NOTICES_TITLE) />
                <div class="page page-narrow">{page}</div>
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Waiting(notices: Vec<Notice>) -> impl IntoView {
    let words = use_words();
    let none = notices.is_empty();
    view! {
        <h1>{words.get(key::NOTICES_TITLE)}</h1>
        <Unread notices next="/notices" />
        {none
            .then(|| {
                view! {
                    <EmptyState
                        scene=Scene::Answered
                        title=words.get(key::NOTICES_DONE_TITLE)
                        text=words.get(key::NOTICES_DONE_TEXT)
                    />
                }
            })}
    }
    .into_any()
}

#[component]
fn Open(exchange: Exchange) -> impl IntoView {
    let words = use_words();
    let Exchange { about, name, notices, to, answers, back } = exchange;
    let form = match (to.is_empty(), answers) {
        (false, _) => Some(view! { <WriteForm about to /> }.into_any()),
        (true, Some(notice)) => Some(view! { <AnswerForm notice /> }.into_any()),
        (true, None) => None,
    };
    let empty = notices.is_empty();
    view! {
        <header class="page-head">
            {back
                .map(|href| {
                    view! {
                        <a class="way-back" href=href>
                            <Icon glyph=Glyph::ArrowLeft />
                            {words.get(key::NOTICES_BACK)}
                        </a>
                    }
                })}
            <h1>{words.get(key::NOTICES_TITLE)}</h1>
            <p class="second">{words.get(key::NOTICES_ABOUT)} " " <bdi>{name}</bdi></p>
        </header>
        {form}
        <section class="stack" aria-labelledby="written-title">
            <h2 id="written-title">{words.get(key::NOTICES_WRITTEN)}</h2>
            {empty.then(|| view! { <p class="second">{words.get(key::NOTICES_NONE)}</p> })}
            <Messages notices />
        </section>
    }
    .into_any()
}

#[component]
fn Words(label: String, returned: Returned) -> impl IntoView {
    let words = use_words();
    let (value, error) = (returned.typed("words"), returned.said(words, "words"));
    view! {
        <Area name="words" label help=words.get(key::NOTICES_HELP).to_owned() value error most=u32::try_from(NOTICE_MAX).unwrap_or(u32::MAX) rows=4 />
    }
    .into_any()
}

#[component]
fn WriteForm(about: About, to: Vec<(PersonId, String)>) -> impl IntoView {
    let words = use_words();
    let (name, value) = match about {
        About::Group(id) => ("group", id.to_string()),
        About::Venture(id) => ("venture", id.to_string()),
    };
    let returned = Returned::to(Write::PATH);
    let id = returned.typed("id").unwrap_or_else(|| fresh_id().to_string());
    let one = (to.len() == 1).then(|| to[0].clone());
    let whom = match one {
        Some((id, mentor)) => view! {
            <input type="hidden" name="to" value=id.to_string() />
            <p>{words.fill(key::NOTICES_TO, &[("name", &mentor)])}</p>
        }
        .into_any(),
        None => {
            let options = to.into_iter().map(|(id, mentor)| (id.to_string(), mentor)).collect();
            view! { <OneOf name="to" label=words.get(key::NOTICES_WHOM) options chosen=returned.typed("to") /> }.into_any()
        }
    };
    view! {
        <form class="card form" method="post" action=Write::PATH>
            <CameBack returned=returned.clone() fields=&["words"] />
            <input type="hidden" name="id" value=id />
            <input type="hidden" name=name value=value />
            {whom}
            <Words label=words.get(key::NOTICES_WORDS).to_owned() returned />
            <div class="row">
                <Button glyph=Glyph::PaperPlaneTilt>{words.get(key::NOTICES_SEND)}</Button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn AnswerForm(notice: Notice) -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(Answer::PATH);
    let id = returned.typed("id").unwrap_or_else(|| fresh_id().to_string());
    view! {
        <form class="card form" method="post" action=Answer::PATH>
            <CameBack returned=returned.clone() fields=&["words"] />
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="notice" value=notice.id.to_string() />
            <Words label=words.fill(key::NOTICES_ANSWER_TO, &[("name", &notice.by_name)]) returned />
            <div class="row">
                <Button glyph=Glyph::PaperPlaneTilt>{words.get(key::NOTICES_SEND)}</Button>
            </div>
        </form>
    }
    .into_any()
}
