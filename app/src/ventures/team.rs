//! A venture's team: who, doing what, and room for more up to five.

use super::{api::AddTeammate, parts::Members};
use crate::errors;
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Field, Glyph, Icon, OneOf};
use leptos::{form::ActionForm, prelude::*};
use shared::{access::TEAM_LIMIT, ids::VentureId, ventures::Member};

/// Whether the reader may add to the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// They may, and these trainees are free.
    For(Vec<Member>),
    /// The team has its five.
    Full,
    /// It is not theirs to say.
    NotMine,
}

/// The team with the form that adds somebody.
#[component]
pub(super) fn Team(venture: VentureId, team: Vec<Member>, room: Room, action: ServerAction<AddTeammate>) -> impl IntoView {
    let words = use_words();
    let count = u64::try_from(team.len()).unwrap_or_default();
    view! {
        <section class="card" aria-labelledby="team-title">
            <h2 id="team-title">
                {words.get(key::VENTURES_TEAM)} " "
                <span class="second"><bdi>{format!("{count}/{TEAM_LIMIT}")}</bdi></span>
            </h2>
            <Members team />
            {match room {
                Room::NotMine => ().into_any(),
                Room::Full => view! { <p class="second">{words.get(key::VENTURES_TEAM_FULL)}</p> }.into_any(),
                Room::For(free) if free.is_empty() => {
                    view! { <p class="second">{words.get(key::VENTURES_NOBODY_FREE)}</p> }.into_any()
                }
                Room::For(free) => view! { <AddForm venture free action /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn AddForm(venture: VentureId, free: Vec<Member>, action: ServerAction<AddTeammate>) -> impl IntoView {
    let words = use_words();
    let busy = Signal::derive(move || action.pending().get().then(|| words.get(key::VENTURES_SAVING).to_owned()));
    let fault = move || action.value().with(|v| v.as_ref().and_then(|v| v.as_ref().err().cloned()));
    let options = free.into_iter().map(|member| (member.person.to_string(), member.name)).collect();
    view! {
        <ActionForm action=action>
            <div class="form add-teammate">
                <input type="hidden" name="venture" value=venture.to_string() />
                <OneOf name="person" label=words.get(key::VENTURES_ADD_WHO) options />
                <Field
                    name="part"
                    label=words.get(key::VENTURES_ADD_PART)
                    help=words.get(key::VENTURES_ADD_PART_HELP).to_owned()
                    most=60u32
                    required=false
                />
                {move || {
                    fault()
                        .map(|error| {
                            view! {
                                <p class="field-error" role="alert">
                                    <Icon glyph=Glyph::Warning />
                                    <span>{errors::said(words, &error)}</span>
                                </p>
                            }
                        })
                }}
                <div class="row">
                    <Button kind=ButtonKind::Secondary glyph=Glyph::Plus busy>{words.get(key::VENTURES_ADD)}</Button>
                </div>
            </div>
        </ActionForm>
    }
}
