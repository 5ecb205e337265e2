//! What a form of reports asks. The answer is a redirect to the page that says what is so now.

use crate::error::AppResult;
use leptos::server;
use shared::ids::{NoticeId, PersonId, ReportId};

/// Reports what an address names, such as `remark-0190…`, for one of the reasons. Once is enough: again changes nothing.
#[server(prefix = "/api", endpoint = "reports/send")]
pub async fn send_report(id: ReportId, about: String, reason: String, words: String) -> AppResult<()> {
    super::deeds::send(id, &about, &reason, &words).await
}

/// Settles a report with a word about it. `to` is the mentor who is asked, where one is.
#[server(prefix = "/api", endpoint = "reports/settle")]
pub async fn settle(report: ReportId, outcome: String, answer: String, to: Option<PersonId>, notice: Option<NoticeId>) -> AppResult<()> {
    super::deeds::settle(report, &outcome, &answer, to.zip(notice).map(|(to, notice)| (notice, to))).await
}
