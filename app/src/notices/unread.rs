//! Messages that were not put away yet, at the top of the page a person lands on.

use super::{api::Read, deeds::About};
use crate::feedback::now;
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon, LinkButton};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::notices::Notice;

/// Each message with what it is about, the way to answer, and the way to put it away.
#[component]
pub fn Unread(
    notices: Vec<Notice>,
    /// The page to come back to.
    next: &'static str,
) -> impl IntoView {
    (!notices.is_empty()).then(|| {
        let words = use_words();
        let rows = notices.into_iter().map(|notice| view! { <Message notice next /> }).collect_view();
        view! {
            <section class="unread" aria-labelledby="unread-title">
                <h2 id="unread-title" class="only-read">{words.get(key::NOTICES_NEW)}</h2>
                <ul class="unread-list">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Message(notice: Notice, next: &'static str) -> impl IntoView {
    let words = use_words();
    let about = About::of_place(&notice.at);
    let name = notice.venture_name.unwrap_or(notice.group_code);
    view! {
        <li class="card notice-new">
            <p class="meta">
                <Icon glyph=Glyph::PaperPlaneTilt />
                <span>
                    {words.fill(key::NOTICES_FROM, &[("from", &notice.by_name)])} " · " {words.get(key::NOTICES_ABOUT)} " "
                    <a href=about.address()><bdi>{name}</bdi></a> " · " {words.ago(notice.made, now())}
                </span>
            </p>
            <p class="notice-words" dir="auto">{notice.words}</p>
            <div class="row">
                <LinkButton href=about.address() kind=ButtonKind::Secondary>{words.get(key::NOTICES_ANSWER)}</LinkButton>
                <form method="post" action=Read::PATH>
                    <input type="hidden" name="notice" value=notice.id.to_string() />
                    <input type="hidden" name="next" value=next />
                    <Button kind=ButtonKind::Quiet glyph=Glyph::Check>{words.get(key::NOTICES_PUT_AWAY)}</Button>
                </form>
            </div>
        </li>
    }
    .into_any()
}
