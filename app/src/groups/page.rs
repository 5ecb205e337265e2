//! The page of a mentor's groups: all of them as cards, or one with its trainees.

use super::{
    api::ResetCode,
    deeds::{self, Groups},
    group::OpenGroup,
    list::GroupList,
};
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use shared::ids::GroupId;

/// `/groups?group=…`
#[component]
pub fn GroupsPage() -> impl IntoView {
    let words = use_words();
    let asked = use_query_map().with_untracked(|query| query.get_str("group").and_then(|id| id.parse::<GroupId>().ok()));
    let reset = ServerAction::<ResetCode>::new();
    loaded(async move {
        let page = match deeds::page(asked).await {
            Ok(Groups { mut groups, open: Some(open) }) => match groups.pop() {
                Some(group) => view! { <OpenGroup group open reset /> }.into_any(),
                None => view! { <GroupList groups /> }.into_any(),
            },
            Ok(Groups { groups, open: None }) => view! { <GroupList groups /> }.into_any(),
            Err(error) => return view! { <Refusal error /> }.into_any(),
        };
        view! {
            <Title text=words.get(key::GROUPS_TITLE) />
            {page}
        }
        .into_any()
    })
}

/// The address of a group.
pub(super) fn address(group: GroupId) -> String {
    format!("/groups?group={group}")
}
