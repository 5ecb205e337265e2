//! A thread beside its place: what it was written on, what was said, and what this reader may do about it.

use super::{
    answer::Answer,
    fresh::now,
    seen::{AsSeen, Became},
    settle::Settle,
    words::{kind_glyph, kind_word, state_glyph, state_tone, state_word},
};
use crate::accounts::use_who;
use crate::locale::{key, use_words};
use crate::ui::{Badge, PinState, Tone};
use leptos::prelude::*;
use shared::{
    access::{AnswerThread, ReopenThread, ResolveThread, Role, allow},
    feedback::{Conversation, Remark, Says, Side, Thread, ThreadState},
};

/// Where the quote stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoted {
    /// In the panel, above what was said.
    #[default]
    Inside,
    /// Elsewhere on the page.
    Beside,
}

/// A conversation with its answer field and its buttons, each drawn only where the rule allows it.
#[component]
pub fn ThreadPanel(
    /// The conversation; what is being typed stays when it changes.
    #[prop(into)]
    conversation: Signal<Conversation>,
    /// The number of its pin.
    #[prop(optional, into)]
    number: Option<u32>,
    /// Whether the quote stands in the panel.
    #[prop(optional)]
    quoted: Quoted,
    /// The page to go to after an answer or a resolution, such as the next thread.
    #[prop(optional, into)]
    next: Option<String>,
    /// Called after each write that was accepted: load the conversation again.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let who = use_who();
    let may = move |rule: fn(&shared::access::Actor, &Thread) -> bool| {
        Memo::new(move |_| who.with(|who| who.as_ref().is_some_and(|who| conversation.with(|c| rule(who, &c.thread)))))
    };
    let may_answer = may(|who, thread| allow(who, AnswerThread { thread }).is_ok());
    let may_resolve = may(|who, thread| thread.state != ThreadState::Resolved && allow(who, ResolveThread { thread }).is_ok());
    let may_reopen = may(|who, thread| thread.state == ThreadState::Resolved && allow(who, ReopenThread { thread }).is_ok());
    let in_team = may(|who, thread| Side::of(who, &thread.at) == Side::Team);
    let id = conversation.with_untracked(|c| c.thread.id);
    let next = StoredValue::new(next);
    view! {
        <article class="thread" aria-label=move || conversation.with(|c| kind_word(words, c.thread.kind).to_owned())>
            {move || {
                let thread = conversation.with(|c| c.thread.clone());
                view! { <Head thread=thread number quoted /> }
            }}
            <ol class="thread-remarks">
                {move || {
                    conversation
                        .with(|c| c.remarks.clone())
                        .into_iter()
                        .map(|remark| view! { <Said remark /> })
                        .collect_view()
                }}
            </ol>
            <Show when=move || may_answer.get()>
                <Answer thread=id team=in_team next=next.get_value() on_change />
            </Show>
            <Settle thread=id may_resolve may_reopen next=next.get_value() on_change />
        </article>
    }
}

#[component]
fn Head(thread: Thread, number: Option<u32>, quoted: Quoted) -> impl IntoView {
    let words = use_words();
    let role = match thread.author_role {
        Role::Mentor => Some((Tone::Mentor, key::FEEDBACK_BY_MENTOR)),
        Role::Staff => Some((Tone::Staff, key::FEEDBACK_BY_STAFF)),
        Role::Trainee => Some((Tone::Trainee, key::FEEDBACK_BY_PEER)),
    };
    let astray = super::words::pin_state(&thread) == PinState::Astray;
    view! {
        <header class="thread-head" class:thread-astray=astray>
            <div class="row">
                {number.map(|number| view! { <super::PinMark thread=thread.clone() number /> })}
                <Badge tone=Tone::Mentor glyph=kind_glyph(thread.kind)>{kind_word(words, thread.kind)}</Badge>
                <Badge tone=state_tone(thread.state) glyph=state_glyph(thread.state)>
                    {state_word(words, thread.state)}
                </Badge>
            </div>
            <p class="meta">
                <bdi>{thread.author_name.clone()}</bdi>
                {role.map(|(_, word)| format!(" · {}", words.get(word)))}
            </p>
            {(quoted == Quoted::Inside).then(|| view! { <AsSeen anchor=thread.anchor.clone() /> })}
            <Became thread />
        </header>
    }
}

#[component]
fn Said(remark: Remark) -> impl IntoView {
    let words = use_words();
    let class = match remark.side {
        Side::Mentor => "remark remark-mentor",
        Side::Team => "remark remark-team",
    };
    let own = use_who().with_untracked(|who| who.as_ref().is_some_and(|who| who.person == remark.author));
    let report = (!own).then(|| {
        let href = format!("/report?about=remark-{}", remark.id);
        view! { <a class="meta report-way" href=href>{words.get(key::FEEDBACK_REPORT)}</a> }
    });
    view! {
        <li class=class>
            <p class="meta">
                <bdi>{remark.author_name}</bdi>
                " · "
                {words.ago(remark.at, now())}
            </p>
            <p class="remark-words" dir="auto">{remark.words}</p>
            {(remark.says == Says::Done)
                .then(|| {
                    view! {
                        <Badge tone=Tone::Trainee glyph=crate::ui::Glyph::Check>
                            {words.get(key::FEEDBACK_SAYS_DONE)}
                        </Badge>
                    }
                })}
            {report}
        </li>
    }
}
