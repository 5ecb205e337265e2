//! The doors of a demonstration on the first page: come in as somebody invented with one tap, or play a prototype without an account.
//! Where nothing is invented it draws nothing.

use crate::context::{site, visit};
use crate::error::{AppError, AppResult};
use crate::errors::Refusal;
use crate::locale::{Words, key, use_words};
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use leptos_meta::Title;
use shared::{
    Lang,
    demo::{OpenDoor, Resident},
    reference,
};

/// The doors, and who stands behind each; none when this is no demonstration.
pub(super) async fn doors() -> AppResult<Vec<(OpenDoor, Resident)>> {
    let site = site();
    if !site.demo {
        return Ok(Vec::new());
    }
    let people = store::accounts::residents(&site.db).await?;
    Ok(OpenDoor::ALL.into_iter().filter_map(|door| Some((door, door.leads_to(&people)?.clone()))).collect())
}

/// `/demo`: the doors once more, for who came in by one and wants to be somebody else.
#[component]
pub fn DoorsPage() -> impl IntoView {
    let words = use_words();
    crate::pages::loaded(async move {
        match doors().await {
            Ok(doors) if !doors.is_empty() => view! {
                <Title text=words.get(key::ACCOUNTS_DEMO_DOORS) />
                <div class="page page-narrow">
                    <h1>{words.get(key::ACCOUNTS_DEMO_DOORS)}</h1>
                    <Doors doors />
                </div>
            }
            .into_any(),
            Ok(_) => view! { <Refusal error=AppError::Hidden /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// All doors with the way to a prototype.
#[component]
pub(super) fn Doors(doors: Vec<(OpenDoor, Resident)>) -> impl IntoView {
    let words = use_words();
    let lang = visit().lang;
    let ways = doors
        .into_iter()
        .map(|(door, who)| {
            let behind = match door {
                OpenDoor::FirstDay => view! { <span class="meta">{words.get(key::ACCOUNTS_DOOR_FIRST_DAY_WHO)}</span> }.into_any(),
                OpenDoor::Waiting | OpenDoor::Mentor | OpenDoor::Region | OpenDoor::Nation => {
                    view! { <span class="meta"><bdi>{who.name.clone()}</bdi></span> }.into_any()
                }
            };
            view! {
                <li>
                    <form method="post" action=format!("/demo/enter/{}", door.code())>
                        <button class="door" type="submit">
                            <Icon glyph=glyph(door) />
                            <span>
                                <span class="door-word">{word(words, lang, door, &who)}</span>
                                {behind}
                            </span>
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="landing-doors card" aria-labelledby="doors-title">
            <h2 id="doors-title">{words.get(key::ACCOUNTS_DOORS)}</h2>
            <ul class="doors">
                {ways} <li>
                    <a class="door" href="/demo/play">
                        <Icon glyph=Glyph::Play />
                        <span>
                            <span class="door-word">{words.get(key::ACCOUNTS_DOOR_PLAY)}</span>
                            <span class="meta">{words.get(key::ACCOUNTS_DOOR_PLAY_MORE)}</span>
                        </span>
                    </a>
                </li>
            </ul>
        </section>
    }
    .into_any()
}

fn glyph(door: OpenDoor) -> Glyph {
    match door {
        OpenDoor::Waiting => Glyph::ChatText,
        OpenDoor::FirstDay => Glyph::Plant,
        OpenDoor::Mentor => Glyph::UsersThree,
        OpenDoor::Region => Glyph::MapPin,
        OpenDoor::Nation => Glyph::MapTrifold,
    }
}

fn word(words: Words, lang: Lang, door: OpenDoor, who: &Resident) -> String {
    let region = reference::regions().iter().find(|region| region.code == who.region).map_or("", |region| region.name.get(lang));
    match door {
        OpenDoor::Waiting => words.get(key::ACCOUNTS_DOOR_WAITING).to_owned(),
        OpenDoor::FirstDay => words.get(key::ACCOUNTS_DOOR_FIRST_DAY).to_owned(),
        OpenDoor::Mentor => words.get(key::ACCOUNTS_MENTOR).to_owned(),
        OpenDoor::Region => words.fill(key::ACCOUNTS_DOOR_REGION, &[("region", region)]),
        OpenDoor::Nation => words.get(key::ACCOUNTS_DOOR_NATION).to_owned(),
    }
}
