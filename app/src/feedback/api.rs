//! What the browser asks of feedback: read threads, open one, answer, resolve, open again.

use crate::error::AppResult;
use leptos::prelude::*;
use shared::{
    feedback::{Anchor, Conversation, Says, ThreadKind},
    ids::{RemarkId, ThreadId, VentureId},
};

/// All threads of a venture, with what was said.
#[server(prefix = "/api", endpoint = "feedback/of_venture", input = server_fn::codec::GetUrl, output = server_fn::codec::Post<crate::plain::Asked>)]
pub async fn of_venture(venture: VentureId) -> AppResult<Vec<Conversation>> {
    use crate::context::{actor, site};
    use crate::error::AppError;
    use shared::access::{SeeVenture, allow};
    let (who, site) = (actor()?, site());
    let at = store::ventures::locus(&site.db, venture).await?.ok_or(AppError::Hidden)?;
    allow(&who, SeeVenture { at: &at })?;
    Ok(store::feedback::of_venture(&site.db, venture).await?)
}

/// Pins a thread on a place of a board. Repeating it with the same ids changes nothing.
#[server(prefix = "/api", endpoint = "feedback/open")]
pub async fn open(
    thread: ThreadId,
    remark: RemarkId,
    venture: VentureId,
    kind: ThreadKind,
    anchor: Anchor,
    words: String,
) -> AppResult<ThreadId> {
    use super::rules;
    rules::open(venture, (thread, remark), kind, anchor, &words).await?;
    Ok(thread)
}

/// Says one more thing in a thread. `next` is a page of this site to go to afterwards.
#[server(prefix = "/api", endpoint = "feedback/answer")]
pub async fn answer(thread: ThreadId, remark: RemarkId, words: String, says: Option<Says>, next: Option<String>) -> AppResult<()> {
    use super::rules;
    rules::answer(thread, remark, &words, says.unwrap_or(Says::Words)).await?;
    rules::go_on(next.as_deref());
    Ok(())
}

/// Settles a thread. `next` is a page of this site to go to afterwards.
#[server(prefix = "/api", endpoint = "feedback/resolve")]
pub async fn resolve(thread: ThreadId, next: Option<String>) -> AppResult<()> {
    use super::rules;
    rules::resolve(thread).await?;
    rules::go_on(next.as_deref());
    Ok(())
}

/// Opens a settled thread again.
#[server(prefix = "/api", endpoint = "feedback/reopen")]
pub async fn reopen(thread: ThreadId) -> AppResult<()> {
    use super::rules;
    rules::reopen(thread).await
}
