//! The page of a group's class, on the wall of the room or in the mentor's hand.

use super::{
    beside::Beside,
    choose::{Choose, Past},
    deeds::{self, Classroom, Shows},
    run::Run,
};
use crate::errors::Refusal;
use crate::groups::address;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::ids::GroupId;

/// `/groups/{group}/class`
#[component]
pub fn ClassPage() -> impl IntoView {
    let group = use_params_map().with_untracked(|params| params.get_str("group").and_then(|id| id.parse::<GroupId>().ok()));
    let asked = use_query_map().with_untracked(|query| query.get_str("activity").map(str::to_owned));
    loaded(async move {
        let Some(group) = group else { return view! { <Refusal error=crate::error::AppError::Hidden /> }.into_any() };
        match deeds::page(group, asked).await {
            Ok(room) => view! { <Room room /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Room(room: Classroom) -> impl IntoView {
    let words = use_words();
    let Classroom { group, shows, activity, sheets, past } = room;
    let name = activity.name.clone();
    let main = match shows {
        Shows::Choosing(choice) => view! { <Choose group=group.id choice activity=activity.clone() /> }.into_any(),
        Shows::Running(running) => view! { <Run group=group.id running /> }.into_any(),
    };
    view! {
        <Title text=words.get(key::CLASSES_TITLE) />
        <div class="page classroom">
            <header class="page-head">
                <a class="way-back" href=address(group.id)>
                    <Icon glyph=Glyph::ArrowLeft />
                    <bdi>{group.name}</bdi>
                </a>
                <h1>{name}</h1>
            </header>
            <div class="class-columns">
                <div class="stack">{main}</div>
                <Beside activity sheets />
            </div>
            {(!past.is_empty()).then(|| view! { <Past past /> })}
        </div>
    }
    .into_any()
}
