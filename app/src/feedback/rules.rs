//! Behind the server functions of feedback: who, load, judge, write, answer. Only on the server.

use crate::context::{Site, actor, now, site};
use crate::error::{AppError, AppResult};
use shared::{
    access::{AnswerThread, OpenThread, ReopenThread, ResolveThread, Role, SeeFeedbackBoard, SeeVenture, allow},
    feedback::{Anchor, Conversation, FeedbackBoard, Quote, Says, Side, Thread, ThreadKind, ThreadState, remark_fits},
    ids::{RemarkId, ThreadId, VentureId},
    notices::Notice,
    ventures::FieldFault,
};
use store::feedback::NewThread;

/// Threads a column shows at once.
const SHOWN: u32 = 100;

/// The mentor's feedback board with one thread open.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    /// The column asked for.
    pub(super) board: FeedbackBoard,
    /// The thread asked for, else the one that waits longest.
    pub(super) open: Option<Conversation>,
    /// Messages of the staff that were not put away yet.
    pub(super) notices: Vec<Notice>,
}

/// The feedback board of the mentor signed in. It reads rows only: no board is opened.
pub(super) async fn desk(column: ThreadState, thread: Option<ThreadId>) -> AppResult<Desk> {
    let (who, site) = (actor()?, site());
    allow(&who, SeeFeedbackBoard)?;
    let board = store::feedback::board(&site.db, &who, column, SHOWN).await?;
    let open = match thread.or(board.threads.first().map(|t| t.id)) {
        None => None,
        Some(id) => {
            let open = store::feedback::conversation(&site.db, id).await?.ok_or(AppError::Hidden)?;
            allow(&who, SeeVenture { at: &open.thread.at })?;
            Some(open)
        }
    };
    let notices = store::notices::unread(&site.db, who.person).await?;
    Ok(Desk { board, open, notices })
}

pub(super) async fn open(
    venture: VentureId,
    (id, remark): (ThreadId, RemarkId),
    kind: ThreadKind,
    anchor: Anchor,
    words: &str,
) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let at = store::ventures::locus(&site.db, venture).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, OpenThread { at: &at })?;
    let words = fitting(words)?;
    let anchor = bounded(anchor);
    let role = if who.is_mentor(&at) { Role::Mentor } else { who.role() };
    // A thread hangs on something that is, or was, on this very board.
    if site.boards.open(venture).await?.get(anchor.place.record).is_none() {
        return Err(AppError::Conflict);
    }
    store::feedback::open(&site.db, permit, NewThread { id, remark, kind, anchor, words, role }, now()).await?;
    told(&site, venture, id);
    Ok(())
}

pub(super) async fn answer(id: ThreadId, remark: RemarkId, words: &str, says: Says) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let thread = thread(&site, id).await?;
    let permit = allow(&who, AnswerThread { thread: &thread })?;
    let words = fitting(words)?;
    let side = Side::of(&who, &thread.at);
    let says = match side {
        Side::Team => says,
        Side::Mentor => Says::Words,
    };
    store::feedback::answer(&site.db, permit, remark, side, &words, says, now()).await?;
    told(&site, thread.venture, id);
    Ok(())
}

pub(super) async fn resolve(id: ThreadId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let thread = thread(&site, id).await?;
    let permit = allow(&who, ResolveThread { thread: &thread })?;
    store::feedback::resolve(&site.db, permit, now()).await?;
    told(&site, thread.venture, id);
    Ok(())
}

pub(super) async fn reopen(id: ThreadId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let thread = thread(&site, id).await?;
    let permit = allow(&who, ReopenThread { thread: &thread })?;
    store::feedback::reopen(&site.db, permit, now()).await?;
    told(&site, thread.venture, id);
    Ok(())
}

/// Goes to a page of this site after a write. Anything that could lead elsewhere is left out.
pub(crate) fn go_on(next: Option<&str>) {
    if let Some(path) = next
        && path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')
    {
        leptos_axum::redirect(path);
    }
}

async fn thread(site: &Site, id: ThreadId) -> AppResult<Thread> {
    store::feedback::thread(&site.db, id).await?.ok_or(AppError::Hidden)
}

/// Open boards fetch the thread again.
fn told(site: &Site, venture: VentureId, thread: ThreadId) {
    site.boards.notice(venture, "feedback", &thread.to_string());
}

fn fitting(words: &str) -> AppResult<String> {
    if remark_fits(words) {
        Ok(words.trim().to_owned())
    } else {
        let fault = if words.trim().is_empty() { FieldFault::Empty } else { FieldFault::TooLong };
        Err(AppError::Field("words".to_owned(), fault))
    }
}

/// The quote comes from a browser: it is cut to what a thread keeps.
fn bounded(anchor: Anchor) -> Anchor {
    let cut = |text: String, most: usize| text.chars().take(most).collect::<String>();
    let Anchor { place, frame, part, quote, seen } = anchor;
    Anchor {
        place,
        frame: cut(frame, 160),
        part: cut(part, 160),
        quote: Quote { before: cut(quote.before, 32), exact: cut(quote.exact, 500), after: cut(quote.after, 32) },
        seen,
    }
}
