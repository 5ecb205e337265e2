//! `/v/:venture/share?what=…`: the address as a square and in a field, who can open it, and the links to a prototype.

use super::{
    deeds::{Sharing, load},
    links::PlayLinks,
};
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::ui::{Button, ButtonKind, Glyph, Icon, LinkButton};
use crate::ventures::square;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page that shares.
#[component]
pub fn SharePage() -> impl IntoView {
    let venture = use_params_map().with_untracked(|params| params.get("venture"));
    let (what, token) = use_query_map().with_untracked(|query| (query.get("what"), query.get("link")));
    loaded(async move {
        match load(venture.as_deref(), what.as_deref(), token.as_deref()).await {
            Ok(sharing) => view! { <Shared sharing /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Shared(sharing: Sharing) -> impl IntoView {
    let words = use_words();
    let Sharing { venture, name, address, links } = sharing;
    let name = if name.is_empty() { words.get(key::VENTURES_UNNAMED).to_owned() } else { name };
    let opens = if links.is_some() { key::SHARING_OPENS_ANYBODY } else { key::SHARING_OPENS_SCOPE };
    let shown = address.map(|address| view! { <Address address name=name.clone() once=links.is_some() /> });
    view! {
        <Title text=words.get(key::SHARING_TITLE) />
        <div class="page page-narrow">
            <header class="page-head">
                <h1>{words.get(key::SHARING_TITLE)} " · " <bdi>{name}</bdi></h1>
                <p class="second">{words.get(opens)}</p>
            </header>
            {shown}
            {links.map(|links| view! { <PlayLinks venture links /> })}
            <div class="row">
                <LinkButton href=format!("/v/{venture}") kind=ButtonKind::Quiet glyph=Glyph::ArrowLeft>
                    {words.get(key::SHARING_BACK)}
                </LinkButton>
            </div>
        </div>
        <script defer src=format!("{}/share.js", crate::assets::folder())></script>
    }
}

/// The square, the field, and where there is a script the buttons that send and copy.
#[component]
fn Address(address: String, name: String, once: bool) -> impl IntoView {
    let words = use_words();
    let label = words.get(key::SHARING_SQUARE);
    view! {
        <section class="card share" aria-labelledby="share-address">
            <h2 id="share-address">{words.get(if once { key::SHARING_MADE } else { key::SHARING_ADDRESS })}</h2>
            {once.then(|| view! { <p class="second">{words.get(key::SHARING_ONCE)}</p> })}
            {square(&address)
                .map(|(size, path)| view! {
                    <svg class="share-square" viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges">
                        <rect width=size height=size fill="#FFFFFF" />
                        <path d=path fill="#000000" />
                    </svg>
                })}
            <input class="input share-address" id="share-field" type="url" dir="ltr" readonly value=address.clone() aria-label=words.get(key::SHARING_ADDRESS) />
            <div class="row">
                <Button kind_of="button" glyph=Glyph::PaperPlaneTilt attr:hidden=true attr:data-share=address.clone() attr:data-title=name>
                    {words.get(key::SHARING_SEND)}
                </Button>
                <Button kind=ButtonKind::Secondary kind_of="button" glyph=Glyph::Copy attr:hidden=true attr:data-copy=address>
                    {words.get(key::SHARING_COPY)}
                </Button>
                <p class="share-copied" role="status" hidden><Icon glyph=Glyph::CheckCircle /><span>{words.get(key::SHARING_COPIED)}</span></p>
            </div>
        </section>
    }
}
