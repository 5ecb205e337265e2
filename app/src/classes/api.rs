//! What a mentor's forms ask of a class. The answer is the page of the class.

use crate::error::AppResult;
use leptos::server;
use shared::{
    Millis,
    ids::{ClassId, GroupId},
};

/// Begins a class of a group; where one runs, that one goes on.
#[server(prefix = "/api", endpoint = "classes/start")]
pub async fn start(group: GroupId, activity: String, minutes: u32) -> AppResult<()> {
    super::deeds::start(group, &activity, minutes).await
}

/// Gives a class more time, once for each end that was `seen`.
#[server(prefix = "/api", endpoint = "classes/prolong")]
pub async fn prolong(group: GroupId, class: ClassId, seen: i64) -> AppResult<()> {
    super::deeds::prolong(group, class, Millis(seen)).await
}

/// Lays the sheets of a class on the boards that lack them.
#[server(prefix = "/api", endpoint = "classes/lay_out")]
pub async fn lay_out(group: GroupId, class: ClassId) -> AppResult<()> {
    super::deeds::lay_out(group, class).await
}

/// Ends a class.
#[server(prefix = "/api", endpoint = "classes/end")]
pub async fn end(group: GroupId, class: ClassId) -> AppResult<()> {
    super::deeds::end(group, class).await
}
