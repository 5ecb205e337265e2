//! The page of a mentor's groups, and the page of each.

use super::{deeds, group::OpenGroup, list::GroupList, part::Part, show::Show};
use crate::error::AppError;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::ids::GroupId;

/// `/groups`
#[component]
pub fn GroupsPage() -> impl IntoView {
    let words = use_words();
    loaded(async move {
        match deeds::list().await {
            Ok(groups) => view! {
                <Title text=words.get(key::GROUPS_TITLE) />
                <GroupList groups />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// `/groups/{group}?show=…`
#[component]
pub fn GroupPage() -> impl IntoView {
    let (show, part) = use_query_map().with_untracked(|query| (Show::of(query.get_str("show")), Part::of(query)));
    let group = in_path();
    loaded(async move {
        let Some(group) = group else { return view! { <Refusal error=AppError::Hidden /> }.into_any() };
        match deeds::open(group, show, part).await {
            Ok(open) => view! {
                <Title text=open.group.name.clone() />
                <OpenGroup open />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The group of the address.
pub(super) fn in_path() -> Option<GroupId> {
    use_params_map().with_untracked(|params| params.get_str("group").and_then(|id| id.parse().ok()))
}

/// The address of a group.
pub(crate) fn address(group: GroupId) -> String {
    format!("/groups/{group}")
}
