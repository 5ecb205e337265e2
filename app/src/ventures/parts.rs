//! What a venture's page is made of, for the team's own page and for the staff's.

use super::{deeds::Playable, numbers::ThreadNumbers};
use crate::accounts::use_who;
use crate::board::weight;
use crate::locale::{key, use_words};
use crate::programme::gate_words;
use crate::ui::{Badge, ButtonKind, Gates, Glyph, Icon, LinkButton, Star, StarSize};
use leptos::prelude::*;
use shared::{
    access::Role,
    ids::VentureId,
    ventures::{Member, Venture},
};

/// Name, star and gate, idea, theme and place.
#[component]
pub(crate) fn VentureHead(
    venture: Venture,
    /// The name of its last gate.
    gate: String,
    /// The name of its theme.
    theme: String,
    /// The name of its place; may be empty.
    place: String,
) -> impl IntoView {
    let said = gate_words(use_words(), venture.gate, &gate);
    let glyph = Glyph::of_theme(&venture.theme);
    let mine = use_who().with_untracked(|who| who.as_ref().is_some_and(|who| who.is_member(&venture.at)));
    let report = (!mine).then(|| format!("/report?about=venture-{}", venture.id));
    view! {
        <header class="venture-head">
            <Star gates=Gates::up_to(venture.gate.0) size=StarSize::Venture theme=glyph />
            <div class="stack stack-close">
                <h1><bdi>{venture.name}</bdi></h1>
                <p class="venture-gate">{said}</p>
                {(!venture.idea.is_empty()).then(|| view! { <p class="lead" dir="auto">{venture.idea}</p> })}
                <div class="row">
                    {(!theme.is_empty()).then(|| view! { <Badge glyph>{theme}</Badge> })}
                    {(!place.is_empty()).then(|| view! { <Badge glyph=Glyph::MapPin><bdi>{place}</bdi></Badge> })}
                    {report.map(|href| view! { <a class="meta report-way" href=href>{use_words().get(key::FEEDBACK_REPORT)}</a> })}
                </div>
            </div>
        </header>
    }
    .into_any()
}

/// The threads in numbers.
#[component]
pub(crate) fn ThreadsCard(counts: [u32; 4]) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card" aria-labelledby="threads-title">
            <h2 id="threads-title">{words.get(key::VENTURES_THREADS)}</h2>
            <ThreadNumbers counts />
        </section>
    }
    .into_any()
}

/// Where a name of a list is reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reported {
    /// Below the list, by one link for all of it.
    #[default]
    Below,
    /// Under each name: whoever reads it sees nothing else of the venture.
    Each,
}

/// Who makes it, and what each does.
#[component]
pub(crate) fn Members(team: Vec<Member>, #[prop(optional)] reported: Reported) -> impl IntoView {
    let words = use_words();
    let me = use_who().with_untracked(|who| who.as_ref().map(|who| who.person));
    let members = team
        .into_iter()
        .map(|member| {
            let report =
                (reported == Reported::Each && Some(member.person) != me).then(|| format!("/report?about=person-{}", member.person));
            view! {
                <li class="member">
                    <Icon glyph=Glyph::User />
                    <span>
                        <bdi class="member-name">{member.name}</bdi>
                        {(!member.part.is_empty()).then(|| view! { <span class="meta member-part" dir="auto">{member.part}</span> })}
                        {report.map(|href| view! { <a class="meta report-way" href=href>{words.get(key::FEEDBACK_REPORT)}</a> })}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="members">{members}</ul> }.into_any()
}

/// The prototypes, each to be tried; where there is none yet, the way to the board.
#[component]
pub(crate) fn Prototypes(venture: VentureId, prototypes: Vec<Playable>) -> impl IntoView {
    let words = use_words();
    let list = prototypes.into_iter().map(|prototype| view! { <PlayRow venture prototype /> }).collect::<Vec<_>>();
    let empty = list.is_empty();
    view! {
        <section class="card" aria-labelledby="prototypes-title">
            <h2 id="prototypes-title">{words.get(key::VENTURES_PROTOTYPES)}</h2>
            {if empty {
                view! {
                    <p class="second">{words.get(key::VENTURES_NO_PROTOTYPE)}</p>
                    <div class="row">
                        <LinkButton href=format!("/v/{venture}/board") kind=ButtonKind::Secondary>
                            {words.get(key::VENTURES_TO_BOARD)}
                        </LinkButton>
                    </div>
                }
                    .into_any()
            } else {
                view! { <ul class="playables">{list}</ul> }.into_any()
            }}
        </section>
    }
    .into_any()
}

#[component]
fn PlayRow(venture: VentureId, prototype: Playable) -> impl IntoView {
    let words = use_words();
    // The staff reads; links are made by the team and ended by it or its mentor.
    let shares = use_who()
        .with_untracked(|who| who.as_ref().is_some_and(|who| who.role() != Role::Staff || who.ventures().any(|own| own == venture)));
    let name = if prototype.name.is_empty() { words.get(key::VENTURES_UNNAMED).to_owned() } else { prototype.name };
    view! {
        <li class="playable">
            <span class="stack stack-close">
                <bdi class="playable-name">{name}</bdi>
                <span class="meta">{words.plural(key::VENTURES_SCREENS, u64::from(prototype.screens), &[])}</span>
            </span>
            {(prototype.screens > 0)
                .then(|| {
                    view! {
                        <a
                            class="button button-secondary"
                            rel="external"
                            href=format!("/v/{venture}/prototypes/{}/play", prototype.record)
                        >
                            <span class="button-face">
                                <Icon glyph=Glyph::Play />
                                {words.get(key::VENTURES_PLAY)}
                                {weight(words, prototype.bytes)}
                            </span>
                        </a>
                        {shares
                            .then(|| {
                                view! {
                                    <a class="button button-quiet" href=format!("/v/{venture}/share?what={}", prototype.record)>
                                        <span class="button-face">
                                            <Icon glyph=Glyph::Link />
                                            {words.get(key::SHARING_SHARE)}
                                        </span>
                                    </a>
                                }
                            })}
                    }
                })}
        </li>
    }
    .into_any()
}
