//! `/v/:venture/cards/:card`: the picture, and the ways to keep and send it.

use super::{
    deeds::{CardName, drawn},
    picture::{self, SIZE},
};
use crate::context::{site, visit};
use crate::error::{AppError, AppResult};
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::traffic::Photo;
use crate::ui::{Button, ButtonKind, Glyph, LinkButton};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::ids::VentureId;

/// What the page shows beside the picture.
struct Shown {
    venture: VentureId,
    card: CardName,
    /// What the picture says, for those who do not see it.
    said: String,
    name: String,
    names: bool,
    may_name: bool,
    /// What the picture weighs.
    bytes: u64,
}

/// The page of a card.
#[component]
pub fn CardPage() -> impl IntoView {
    let (venture, card) = use_params_map().with_untracked(|params| (params.get("venture"), params.get("card")));
    let names = use_query_map().with_untracked(|query| query.get("names").is_some());
    loaded(async move {
        match load(venture, card, names).await {
            Ok(shown) => view! { <Kept shown /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

async fn load(venture: Option<String>, card: Option<String>, names: bool) -> AppResult<Shown> {
    let venture = venture.and_then(|id| id.parse().ok()).ok_or(AppError::Hidden)?;
    let card = card.as_deref().and_then(CardName::parse).ok_or(AppError::Hidden)?;
    let drawn = drawn(&site(), &visit(), venture, card, names).await?;
    let bytes = picture::svg(&drawn.card).len() as u64;
    let told = drawn.card;
    let about = match &told.signed {
        None => [told.idea.clone(), told.theme.clone(), told.place.clone()].join(". "),
        Some(signed) => {
            [signed.name.clone(), signed.promise.clone(), signed.sentence.clone(), signed.by.clone(), signed.date.clone()].join(". ")
        }
    };
    let said = format!("{}. {}. {about}", told.name, told.stands);
    Ok(Shown { venture, card, said, name: told.name, names, may_name: drawn.may_name, bytes })
}

#[component]
fn Kept(shown: Shown) -> impl IntoView {
    let words = use_words();
    let Shown { venture, card, said, name, names, may_name, bytes } = shown;
    let here = format!("/v/{venture}/cards/{card}");
    let picture = format!("{here}/card.svg{}", if names { "?names=1" } else { "" });
    let (width, height) = SIZE;
    let keep = words.fill(key::CARDS_KEEP, &[("size", &format!("PNG\u{a0}·\u{a0}{width}×{height}"))]);
    let file = format!("fikra-{card}");
    let (png, saved) = (picture.clone(), file.clone());
    let naming = may_name.then(|| {
        let (href, word) =
            if names { (here.clone(), key::CARDS_WITHOUT_NAMES) } else { (format!("{here}?names=1"), key::CARDS_WITH_NAMES) };
        view! { <LinkButton href kind=ButtonKind::Quiet glyph=Glyph::Users>{words.get(word)}</LinkButton> }
    });
    view! {
        <Title text=words.get(key::CARDS_TITLE) />
        <div class="page page-narrow">
            <header class="page-head">
                <h1><bdi>{name}</bdi></h1>
                {(!names).then(|| view! { <p class="second">{words.get(key::CARDS_TEXT)}</p> })}
            </header>
            <Photo class="card-picture" src=picture.clone() alt=said bytes size=(width, height) />
            <div class="row" data-png=png data-name=saved>
                <Button kind_of="button" glyph=Glyph::DownloadSimple attr:data-keep="" attr:hidden=true>{keep}</Button>
                <Button kind=ButtonKind::Secondary kind_of="button" glyph=Glyph::PaperPlaneTilt attr:data-send="" attr:hidden=true>
                    {words.get(key::CARDS_SEND)}
                </Button>
                <LinkButton href=picture kind=ButtonKind::Quiet glyph=Glyph::DownloadSimple attr:download=format!("{file}.svg") attr:data-plain="">
                    {words.get(key::CARDS_KEEP_SVG)}
                </LinkButton>
                <LinkButton href=format!("/v/{venture}/share?what={card}") kind=ButtonKind::Quiet glyph=Glyph::Link>{words.get(key::CARDS_LINK)}</LinkButton>
                {naming}
            </div>
            <div class="row">
                <LinkButton href=format!("/v/{venture}") kind=ButtonKind::Quiet glyph=Glyph::ArrowLeft>{words.get(key::SHARING_BACK)}</LinkButton>
            </div>
        </div>
        <script defer src=format!("{}/card.js", crate::assets::folder())></script>
    }
}
