//! One report as the staff reads it, with the ways to settle it.

use super::{
    api::Settle,
    deeds::Told,
    page::Quoted,
    words::{outcome_word, reason_word, subject_word},
};
use crate::feedback::{fresh_id, now};
use crate::locale::{Key, key, use_words};
use crate::returned::{CameBack, Returned};
use crate::ui::{Badge, Button, ButtonKind, Fold, Glyph, Icon, LinkButton, OneOf, Tone, inside};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    ids::ReportId,
    reports::{Outcome, Reason, Report, Subject, WORDS_MAX},
};
use store::reports::Shot;

/// An open report.
#[component]
pub(super) fn OpenReport(told: Told) -> impl IntoView {
    let words = use_words();
    let Told { report, shot, mentors, may_assign } = told;
    let group = report.at.group;
    let (id, subject) = (report.id, report.subject.clone());
    let ask = match (mentors.is_empty(), may_assign) {
        (false, _) => {
            let whom = match mentors.len() {
                1 => view! { <input type="hidden" name="to" value=mentors[0].0.to_string() /> }.into_any(),
                _ => {
                    let options = mentors.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
                    view! { <OneOf name="to" label=words.get(key::REPORTS_WHOM) options chosen=returned(id, Outcome::Asked).typed("to") /> }
                        .into_any()
                }
            };
            Some(
                view! {
                    <Act title=key::REPORTS_ASK glyph=Glyph::PaperPlaneTilt open=returned(id, Outcome::Asked).came_back()>
                        <form class="form" method="post" action=Settle::PATH>
                            <Hidden id outcome=Outcome::Asked />
                            <input type="hidden" name="notice" value=returned(id, Outcome::Asked).typed("notice").unwrap_or_else(|| fresh_id().to_string()) />
                            {whom}
                            <Word id outcome=Outcome::Asked label=key::REPORTS_ASK_WORDS />
                            <div class="row">
                                <Button kind=ButtonKind::Secondary>{words.get(key::REPORTS_ASK_SEND)}</Button>
                            </div>
                        </form>
                    </Act>
                }
                .into_any(),
            )
        }
        (true, true) => Some(
            view! {
                <LinkButton href=format!("/portfolio/assign/{group}") kind=ButtonKind::Quiet>{words.get(key::PORTFOLIO_ASSIGN)}</LinkButton>
            }
            .into_any(),
        ),
        (true, false) => None,
    };
    let redact = Outcome::Redacted.fits(&subject).then(|| {
        let (title, text) = match subject {
            Subject::Picture(_) => (key::REPORTS_REMOVE_PICTURE, key::REPORTS_REMOVE_PICTURE_TEXT),
            Subject::Remark(_) | Subject::Venture(_) | Subject::Person(_) => (key::REPORTS_COVER, key::REPORTS_COVER_TEXT),
        };
        view! {
            <Act title glyph=Glyph::Trash open=returned(id, Outcome::Redacted).came_back()>
                <form class="form" method="post" action=Settle::PATH>
                    <p>{words.get(text)}</p>
                    <Hidden id outcome=Outcome::Redacted />
                    <Word id outcome=Outcome::Redacted label=key::REPORTS_ANSWER />
                    <div class="row">
                        <Button kind=ButtonKind::Danger>{words.get(title)}</Button>
                    </div>
                </form>
            </Act>
        }
    });
    let corrected = report.corrected().map(str::to_owned).map(|name| view! { <Corrected id old=report.quote.clone() name /> });
    let name = match report.subject {
        Subject::Person(person) => Some(view! {
            <LinkButton href=crate::groups::name_address(person) kind=ButtonKind::Secondary glyph=Glyph::PencilSimple>
                {words.get(key::GROUPS_CORRECT)}
            </LinkButton>
        }),
        Subject::Remark(_) | Subject::Picture(_) | Subject::Venture(_) => None,
    };
    view! {
        <article class="card report">
            <Facts report shot />
            {corrected}
            <div class="report-acts">
                <Act title=key::REPORTS_CLOSE glyph=Glyph::Check open=returned(id, Outcome::Fine).came_back()>
                    <form class="form" method="post" action=Settle::PATH>
                        <Hidden id outcome=Outcome::Fine />
                        <Word id outcome=Outcome::Fine label=key::REPORTS_ANSWER />
                        <div class="row">
                            <Button kind=ButtonKind::Secondary>{words.get(key::REPORTS_CLOSE)}</Button>
                        </div>
                    </form>
                </Act>
                {redact}
                {ask}
                {name}
            </div>
        </article>
    }
    .into_any()
}

/// That the reported name is another since, and the one tap that settles the report of it.
#[component]
fn Corrected(id: ReportId, old: String, name: String) -> impl IntoView {
    let words = use_words();
    view! {
        <form class="report-corrected" method="post" action=Settle::PATH>
            <CameBack returned=returned(id, Outcome::Corrected) />
            <p>
                <strong>{words.get(key::REPORTS_CORRECTED)}</strong>
                " "
                <bdi>{old}</bdi>
                <Icon glyph=Glyph::ArrowRight />
                <bdi>{name}</bdi>
            </p>
            <Hidden id outcome=Outcome::Corrected />
            <input type="hidden" name="answer" value="" />
            <div class="row">
                <Button kind=ButtonKind::Secondary glyph=Glyph::Check>{words.get(key::REPORTS_CORRECTED_CLOSE)}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// A report that was settled.
#[component]
pub(super) fn HandledReport(report: Report) -> impl IntoView {
    let words = use_words();
    let handled = report.handled.clone();
    view! {
        <article class="card report">
            <Facts report shot=None />
            {handled
                .map(|handled| {
                    view! {
                        <div class="report-handled">
                            <p>
                                <Badge tone=Tone::Staff glyph=Glyph::CheckCircle>{outcome_word(words, handled.outcome)}</Badge>
                                <span class="meta">
                                    " "
                                    <bdi>{handled.by_name}</bdi>
                                    " · "
                                    {words.ago(handled.at, now())}
                                </span>
                            </p>
                            {(!handled.answer.is_empty()).then(|| view! { <p dir="auto">{handled.answer}</p> })}
                        </div>
                    }
                })}
        </article>
    }
    .into_any()
}

#[component]
fn Facts(report: Report, shot: Option<Shot>) -> impl IntoView {
    let words = use_words();
    let place = match (report.at.venture, report.venture_name.clone()) {
        (Some(id), Some(name)) => view! {
            <a href=format!("/portfolio/{id}")><bdi>{name}</bdi></a>
            " · "
        }
        .into_any(),
        _ => ().into_any(),
    };
    // A person's name is quoted already.
    let author = (!matches!(report.subject, Subject::Person(_))).then(|| report.author_name.clone());
    let tone = if report.reason == Reason::Danger { Tone::Next } else { Tone::Plain };
    // A picture that was taken out is gone; what it was about is told by the words.
    let gone = matches!(report.handled, Some(ref handled) if handled.outcome == Outcome::Redacted);
    let quoted = match report.subject {
        Subject::Picture(_) if gone || shot.is_none() => view! { <p class="second">{words.get(key::REPORTS_PICTURE_GONE)}</p> }.into_any(),
        ref subject => view! { <Quoted subject=subject.clone() quote=report.quote.clone() shot /> }.into_any(),
    };
    view! {
        <header class="report-head">
            <h3>{subject_word(words, &report.subject)}</h3>
            <Badge tone glyph=Glyph::Flag>{reason_word(words, report.reason)}</Badge>
            <p class="meta">{place} <bdi>{report.group_code}</bdi> " · " {words.ago(report.made, now())}</p>
        </header>
        {quoted}
        <dl class="report-facts">
            {author
                .map(|name| {
                    view! {
                        <dt>{words.get(key::REPORTS_AUTHOR)}</dt>
                        <dd><bdi>{name}</bdi></dd>
                    }
                })}
            <dt>{words.get(key::REPORTS_REPORTER)}</dt>
            <dd>
                <bdi>{report.reporter_name}</bdi>
                {(!report.words.is_empty()).then(|| view! { <span class="report-words" dir="auto">{report.words}</span> })}
            </dd>
        </dl>
    }
    .into_any()
}

#[component]
fn Act(title: Key, glyph: Glyph, open: bool, children: Children) -> impl IntoView {
    let words = use_words();
    view! {
        <Fold glyph title=words.get(title) open>
            {children()}
        </Fold>
    }
    .into_any()
}

/// The form that would settle a report so, if it came back.
fn returned(id: ReportId, outcome: Outcome) -> Returned {
    Returned::to(Settle::PATH).about("report", &id.to_string()).about("outcome", outcome.code())
}

#[component]
fn Hidden(id: ReportId, outcome: Outcome) -> impl IntoView {
    view! {
        <input type="hidden" name="report" value=id.to_string() />
        <input type="hidden" name="outcome" value=outcome.code() />
    }
}

/// The word that a settled report keeps. Several stand on one page, each with a label of its own.
#[component]
fn Word(id: ReportId, outcome: Outcome, label: Key) -> impl IntoView {
    let words = use_words();
    let returned = returned(id, outcome);
    let (typed, error) = (returned.typed("answer").unwrap_or_default(), returned.said(words, "answer"));
    let id = format!("answer-{}-{id}", outcome.code());
    view! {
        <CameBack returned fields=&["answer"] />
        <div class="field">
            <label for=id.clone()>{words.get(label)}</label>
            <textarea
                id=id
                class="input"
                name="answer"
                rows="2"
                dir="auto"
                required
                maxlength=WORDS_MAX.to_string()
                autofocus=error.is_some()
                aria-invalid=error.is_some().then_some("true")
            >
                {inside(typed)}
            </textarea>
            {error
                .map(|error| {
                    view! {
                        <p class="field-error" role="alert">
                            <Icon glyph=Glyph::Warning />
                            <span>{error}</span>
                        </p>
                    }
                })}
        </div>
    }
    .into_any()
}
