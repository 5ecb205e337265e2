//! What was written, the newest first, and its card on the staff's page of a venture.

use super::deeds::About;
use crate::feedback::now;
use crate::locale::{Key, key, use_words};
use crate::ui::{ButtonKind, Glyph, LinkButton};
use leptos::prelude::*;
use shared::notices::Notice;

/// The messages about something, with the way to write one.
#[component]
pub fn ExchangeCard(
    notices: Vec<Notice>,
    about: About,
    /// What the way to write is called; absent where the reader may not.
    way: Option<Key>,
) -> impl IntoView {
    let words = use_words();
    view! {
        <section class="card" aria-labelledby="notices-title">
            <h2 id="notices-title">{words.get(key::NOTICES_TITLE)}</h2>
            {notices.is_empty().then(|| view! { <p class="second">{words.get(key::NOTICES_NONE)}</p> })}
            <Messages notices />
            {way
                .map(|way| {
                    view! {
                        <div class="row">
                            <LinkButton href=about.address() kind=ButtonKind::Secondary glyph=Glyph::PaperPlaneTilt>
                                {words.get(way)}
                            </LinkButton>
                        </div>
                    }
                })}
        </section>
    }
    .into_any()
}

/// The messages.
#[component]
pub(super) fn Messages(notices: Vec<Notice>) -> impl IntoView {
    let words = use_words();
    let rows = notices.into_iter().map(|notice| {
        let state = match notice.read {
            Some(at) => words.fill(key::NOTICES_READ, &[("ago", &words.ago(at, now()))]),
            None => words.get(key::NOTICES_NOT_READ).to_owned(),
        };
        view! {
            <li class="notice">
                <p class="meta">
                    {words.fill(key::NOTICES_FROM_TO, &[("from", &notice.by_name), ("to", &notice.to_name)])} " · "
                    {words.ago(notice.made, now())}
                </p>
                <p class="notice-words" dir="auto">{notice.words}</p>
                <p class="meta">{state}</p>
            </li>
        }
    });
    view! { <ol class="notices">{rows.collect_view()}</ol> }.into_any()
}
