//! The links to a prototype that are open now: made by the team, ended by the team or its mentor.

use super::{
    api::{End, Open},
    deeds::Links,
};
use crate::context::now;
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::{ids::VentureId, sharing::LINK_LIMIT};

/// Makes a link, and lists those there are.
#[component]
pub(super) fn PlayLinks(venture: VentureId, links: Links) -> impl IntoView {
    let words = use_words();
    let Links { prototype, open, may_open, may_end } = links;
    let (full, ended) = use_query_map().with_untracked(|query| (query.get("full").is_some(), query.get("ended").is_some()));
    let (now, none) = (now(), open.is_empty());
    let limit = LINK_LIMIT.to_string();
    let hidden = move || {
        view! {
            <input type="hidden" name="venture" value=venture.to_string() />
            <input type="hidden" name="prototype" value=prototype.to_string() />
        }
    };
    let rows = open
        .into_iter()
        .map(|link| {
            let days = words.plural(key::TIME_DAYS, link.days(now), &[]);
            view! {
                <li class="share-link">
                    <Icon glyph=Glyph::Link />
                    <span class="stack stack-close">
                        <span>{words.fill(key::SHARING_LINK_OF, &[("date", &words.date(link.made))])}</span>
                        <span class="meta">{words.fill(key::SHARING_LINK_DAYS, &[("days", &days)])}</span>
                    </span>
                    {may_end
                        .then(|| view! {
                            <form method="post" action=End::PATH>
                                {hidden()}
                                <input type="hidden" name="link" value=link.id.to_string() />
                                <Button kind=ButtonKind::Danger>{words.get(key::SHARING_END)}</Button>
                            </form>
                        })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="share-links">
            <h2 id="share-links">{words.get(key::SHARING_LINKS)}</h2>
            {ended.then(|| view! { <p role="status">{words.get(key::SHARING_ENDED)}</p> })}
            {full.then(|| view! { <p class="field-error" role="status"><Icon glyph=Glyph::Warning /><span>{words.fill(key::SHARING_FULL, &[("n", &limit)])}</span></p> })}
            {none.then(|| view! { <p class="second">{words.get(key::SHARING_NO_LINK)}</p> })}
            <ul class="share-links">{rows}</ul>
            {may_open
                .then(|| view! {
                    <form class="row" method="post" action=Open::PATH>
                        {hidden()}
                        <Button kind=if none { ButtonKind::Primary } else { ButtonKind::Secondary } glyph=Glyph::Link>
                            {words.get(key::SHARING_MAKE)}
                        </Button>
                    </form>
                })}
        </section>
    }
    .into_any()
}
