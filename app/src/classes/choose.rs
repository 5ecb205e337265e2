//! Before a class: the activity that fits the group, how long, and all the others; below it the classes that were.

use super::{api::Start, deeds::Choice};
use crate::groups::address;
use crate::locale::{key, use_words};
use crate::returned::{CameBack, Returned};
use crate::ui::{Badge, Button, Field, FieldKind, Glyph, Icon, Tone};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{classes::activities::Activity, ids::GroupId};
use store::classes::PastClass;

/// The chosen activity with the form that begins it, then all fifteen.
#[component]
pub(super) fn Choose(group: GroupId, choice: Choice, activity: Activity) -> impl IntoView {
    let words = use_words();
    let fits = choice.fitting == activity.id;
    let returned = Returned::to(Start::PATH);
    let minutes = returned.typed("minutes").unwrap_or_else(|| choice.minutes.to_string());
    let refused = returned.fault("minutes").or(returned.fault("")).map(|_| words.get(key::CLASSES_MINUTES).to_owned());
    let laid = if activity.sheets().is_empty() { key::CLASSES_OWN_SHEET } else { key::CLASSES_LAYS_OUT };
    view! {
        <section class="card class-start" aria-label=words.get(key::CLASSES_START)>
            {fits.then(|| view! { <Badge tone=Tone::Next glyph=Glyph::Compass>{words.get(key::CLASSES_FITS)}</Badge> })}
            <p>{words.get(laid)}</p>
            <form class="form" method="post" action=Start::PATH>
                <CameBack returned fields=&["minutes", ""] />
                <input type="hidden" name="group" value=group.to_string() />
                <input type="hidden" name="activity" value=activity.id.clone() />
                <Field
                    name="minutes"
                    label=words.get(key::CLASSES_MINUTES)
                    kind=FieldKind::Number
                    value=minutes
                    error=refused
                    most=3u32
                />
                <div class="row">
                    <Button glyph=Glyph::Play>{words.get(key::CLASSES_START)}</Button>
                </div>
            </form>
        </section>
        <section class="card" aria-labelledby="activities-title">
            <h2 id="activities-title">{words.get(key::CLASSES_OTHERS)}</h2>
            {choice
                .all
                .into_iter()
                .map(|(phase, all)| {
                    view! {
                        <h3 class="class-phase">{phase.name}</h3>
                        <ul class="class-activities">
                            {all
                                .into_iter()
                                .map(|(id, name)| {
                                    let current = (id == activity.id).then_some("true");
                                    let fits = id == choice.fitting;
                                    view! {
                                        <li>
                                            <a href=format!("{}/class?activity={id}", address(group)) aria-current=current>
                                                <span>{name}</span>
                                                {fits.then(|| view! { <Icon glyph=Glyph::Compass /> })}
                                            </a>
                                        </li>
                                    }
                                })
                                .collect_view()}
                        </ul>
                    }
                })
                .collect_view()}
        </section>
    }
    .into_any()
}

/// The classes that have ended: when, what, and how many had begun.
#[component]
pub(super) fn Past(past: Vec<(PastClass, String)>) -> impl IntoView {
    let words = use_words();
    let rows = past
        .into_iter()
        .map(|(past, name)| {
            let begun = [("n", past.begun.to_string()), ("all", past.teams.to_string())];
            let begun = words.fill(key::CLASSES_BEGUN_OF, &begun.each_ref().map(|(name, value)| (*name, value.as_str())));
            view! {
                <li>
                    <span class="meta">{words.date(past.class.started)}</span>
                    <span>{name}</span>
                    <span class="second">{begun}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="past-title">
            <h2 id="past-title">{words.get(key::CLASSES_PAST)}</h2>
            <ul class="class-past">{rows}</ul>
        </section>
    }
    .into_any()
}
