//! The page of a person who reports: what it is about, why, and afterwards that it arrived, who reads it and what happens.

use super::{
    Place,
    api::SendReport,
    choose,
    deeds::{self, Asked},
    words::{outcome_told, reader_word, reason_word, subject_word},
};
use crate::error::{AppError, AppResult};
use crate::errors::Refusal;
use crate::feedback::{fresh_id, now};
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::returned::{CameBack, NotTaken, Returned};
use crate::traffic::Photo;
use crate::ui::{Area, Button, Glyph};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::reports::{Reason, Subject, WORDS_MAX};
use store::reports::Shot;

/// `/report?about=remark-…`; without anything to report it asks what is, at the place of `?in=venture-…` or among one's own.
#[component]
pub fn ReportPage() -> impl IntoView {
    let words = use_words();
    let (about, place) =
        use_query_map().with_untracked(|query| (query.get_str("about").map(str::to_owned), query.get_str("in").map(str::to_owned)));
    loaded(async move {
        let page = match written(about.as_deref(), place.as_deref()).await {
            Ok(page) => page,
            Err(error) => return view! { <Refusal error /> }.into_any(),
        };
        view! {
            <Title text=words.get(key::REPORTS_REPORT) />
            <div class="page page-narrow">{page} <Danger /></div>
        }
        .into_any()
    })
}

/// The report of something, or the question what is reported.
async fn written(about: Option<&str>, place: Option<&str>) -> AppResult<AnyView> {
    let Some(about) = about else { return choose::chosen(place.map(str::parse::<Place>).transpose()?).await };
    let asked = deeds::asked(about.parse().map_err(|_| AppError::Hidden)?).await?;
    Ok(if asked.sent.is_some() { view! { <Received asked /> }.into_any() } else { view! { <Form asked /> }.into_any() })
}

/// What it is about, as it stands there.
#[component]
pub(super) fn Quoted(subject: Subject, quote: String, shot: Option<Shot>) -> impl IntoView {
    let words = use_words();
    match subject {
        Subject::Picture(_) => shot
            .map(|shot| {
                let src = format!("/files/{}", shot.name);
                view! { <Photo src alt=words.get(key::REPORTS_PICTURE) bytes=shot.bytes size=shot.size class="report-picture" /> }
            })
            .into_any(),
        Subject::Remark(_) | Subject::Venture(_) | Subject::Person(_) => {
            view! { <blockquote class="report-quote" dir="auto">{quote}</blockquote> }.into_any()
        }
    }
}

#[component]
fn Danger() -> impl IntoView {
    let words = use_words();
    view! {
        <aside class="card report-danger">
            <h2>{words.get(key::REPORTS_NOW_TITLE)}</h2>
            <p>{words.get(key::REPORTS_NOW_TEXT)}</p>
        </aside>
    }
    .into_any()
}

#[component]
fn Form(asked: Asked) -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(SendReport::PATH);
    let too_many = matches!(returned.why(), Some(AppError::Conflict));
    let id = returned.typed("id").unwrap_or_else(|| fresh_id().to_string());
    let reasons = Reason::ALL.into_iter().map(|reason| {
        let chosen = returned.ticked("reason", reason.code());
        view! {
            <li>
                <label class="choice-row">
                    <input type="radio" name="reason" value=reason.code() required checked=chosen />
                    <span>{reason_word(words, reason)}</span>
                </label>
            </li>
        }
    });
    let reasons = reasons.collect_view();
    let kind = subject_word(words, &asked.subject);
    view! {
        <header class="page-head">
            <h1>{words.get(key::REPORTS_REPORT)}</h1>
            <p class="second">{words.get(key::REPORTS_WHO_READS)} " " {reader_word(words, asked.reader)} " " {words.get(key::REPORTS_NOT_AUTHOR)}</p>
        </header>
        <section class="card">
            <p class="meta">{kind} " · " <bdi>{asked.author.clone()}</bdi></p>
            <Quoted subject=asked.subject.clone() quote=asked.quote shot=asked.shot />
        </section>
        <form class="card form" method="post" action=SendReport::PATH>
            {if too_many {
                view! { <NotTaken said=words.get(key::REPORTS_TOO_MANY) /> }.into_any()
            } else {
                view! { <CameBack returned=returned.clone() fields=&["words"] /> }.into_any()
            }}
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="about" value=asked.subject.to_string() />
            <fieldset class="choices">
                <legend>{words.get(key::REPORTS_WHY)}</legend>
                <ul class="choice-list">{reasons}</ul>
            </fieldset>
            <Area
                name="words"
                label=words.get(key::REPORTS_WORDS)
                value=returned.typed("words")
                error=returned.said(words, "words")
                most=u32::try_from(WORDS_MAX).unwrap_or(u32::MAX)
                required=false
            />
            <div class="row">
                <Button glyph=Glyph::Flag>{words.get(key::REPORTS_SEND)}</Button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Received(asked: Asked) -> impl IntoView {
    let words = use_words();
    let (made, outcome) = asked.sent.unwrap_or_default();
    let state = match outcome {
        Some(outcome) => outcome_told(words, outcome).to_owned(),
        None => format!("{} {}", words.get(key::REPORTS_WHO_READS), reader_word(words, asked.reader)),
    };
    view! {
        <section class="card" role="status">
            <h1>{words.get(key::REPORTS_RECEIVED)}</h1>
            <p class="meta">{subject_word(words, &asked.subject)} " · " {words.ago(made, now())}</p>
            <p>{state}</p>
            {outcome.is_none().then(|| view! { <p>{words.get(key::REPORTS_WHAT_NEXT)}</p> })}
            <p class="second">{words.get(key::REPORTS_NOT_AUTHOR)}</p>
        </section>
    }
    .into_any()
}
