//! What a form of notices asks. The answer is a redirect to the page with what was written.

use crate::error::AppResult;
use leptos::server;
use shared::ids::{GroupId, NoticeId, PersonId, VentureId};

/// Writes to a mentor about a venture, or about a group where no venture is named.
#[server(prefix = "/api", endpoint = "notices/write")]
pub async fn write(id: NoticeId, group: Option<GroupId>, venture: Option<VentureId>, to: PersonId, words: String) -> AppResult<()> {
    super::deeds::write(id, group, venture, to, &words).await
}

/// Answers a notice; it counts as read then.
#[server(prefix = "/api", endpoint = "notices/answer")]
pub async fn answer(notice: NoticeId, id: NoticeId, words: String) -> AppResult<()> {
    super::deeds::answer(notice, id, &words).await
}

/// Puts a notice away as read. `next` is a page of this site to go to afterwards.
#[server(prefix = "/api", endpoint = "notices/read")]
pub async fn read(notice: NoticeId, next: Option<String>) -> AppResult<()> {
    super::deeds::read(notice, next.as_deref()).await
}
