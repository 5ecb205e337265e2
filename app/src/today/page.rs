//! The page of a trainee's day: the one saffron step first, then what waits, then the own ventures.

use super::{
    answers::Answers,
    deeds::{self, Day},
    step::NextCard,
    team::TeamCard,
    ventures::OwnVentures,
    wishes::OwnWishes,
};
use crate::accounts::use_who;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::programme::NextGate;
use crate::ui::{ButtonKind, Glyph, Icon};
use crate::ventures::CodeCard;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Redirect, hooks::use_query_map};

/// `/today`
#[component]
pub fn TodayPage() -> impl IntoView {
    let words = use_words();
    loaded(async move {
        // Who scanned a team's code, or opened a link, and left the three first screens out goes on there.
        if let Some(wanted) = crate::accounts::wanted::way() {
            return view! { <Redirect path=wanted /> }.into_any();
        }
        match deeds::page().await {
            Ok(day) => view! {
                <Title text=words.get(key::TODAY_TITLE) />
                <Told day />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Told(day: Day) -> impl IntoView {
    let words = use_words();
    let name = use_who().with(|who| who.as_ref().map(|who| who.name.clone()).unwrap_or_default());
    let Day { next, venture, waiting, team, wishes, ventures } = day;
    let left = use_query_map().with_untracked(|query| query.get_str("left").is_some());
    view! {
        <div class="page">
            <h1>{words.fill(key::TODAY_HELLO, &[("name", &name)])}</h1>
            {left.then(|| view! { <Says glyph=Glyph::CheckCircle said=words.get(key::VENTURES_LEFT).to_owned() /> })}
            {(!waiting.is_empty())
                .then(|| {
                    view! {
                        <p class="today-waits">
                            <a href="#answers-title">
                                <Icon glyph=Glyph::ChatText />
                                {words.plural(key::TODAY_WAITS, waiting.len() as u64, &[])}
                            </a>
                        </p>
                    }
                })}
            <OwnWishes wishes />
            {crate::classes::in_class()}
            {match venture {
                None => {
                    view! {
                        <div class="today">
                            <NextCard next />
                            <div class="stack today-beside">
                                <CodeCard kind=ButtonKind::Secondary />
                            </div>
                            <SelfCheck />
                        </div>
                    }
                        .into_any()
                }
                Some(at) => {
                    view! {
                        <div class="today">
                            <NextCard next />
                            <NextGate venture=at />
                            <div class="stack today-beside">
                                <Answers waiting />
                                {team.map(|team| view! { <TeamCard team /> })}
                            </div>
                            <OwnVentures ventures />
                            <SelfCheck />
                        </div>
                    }
                        .into_any()
                }
            }}
        </div>
    }
    .into_any()
}

/// How it stands, in a sentence.
#[component]
fn Says(glyph: Glyph, said: String) -> impl IntoView {
    view! {
        <div class="form-says form-says-well" role="status">
            <Icon glyph />
            <p>{said}</p>
        </div>
    }
    .into_any()
}

/// The way to the private self-check.
#[component]
fn SelfCheck() -> impl IntoView {
    let words = use_words();
    view! {
        <a class="card today-self" href="/self-check">
            <Icon glyph=Glyph::Lock />
            <span class="stack stack-close">
                <span class="today-self-name">{words.get(key::TODAY_SELF_CHECK)}</span>
                <span class="second">{words.get(key::TODAY_SELF_CHECK_TEXT)}</span>
            </span>
        </a>
    }
    .into_any()
}
