//! The page of a group's entry cards: before, whose cards would be made anew and what that does; after, the cards, once.

use super::{
    api::RenewCards,
    deeds::accompanied,
    edge,
    page::{address, in_path},
    print::Sheets,
};
use crate::assets;
use crate::context::now;
use crate::error::{AppError, AppResult};
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::pages::loaded;
use crate::returned::{CameBack, Returned};
use crate::ui::{Button, ButtonKind, Field, FieldKind, Fold, Glyph, Icon};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::params::ParamsMap;
use server_fn::ServerFn;
use shared::{
    access,
    accounts::{self, OneTimeCode},
    ids::{GroupId, PersonId},
    ventures::FieldFault,
};
use store::accounts::{GroupInfo, TraineeRow};

/// What stands on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EntryCard {
    /// The group's code.
    pub group: String,
    /// Number in the group.
    pub number: u32,
    /// Name.
    pub name: String,
    /// The one-time code, as printed.
    pub code: String,
    /// The site's name, for who has no camera.
    pub site: String,
    /// The address that the square holds: group and number, never the code.
    pub address: String,
}

struct Cards {
    group: GroupInfo,
    /// Whether the group has anybody in it.
    begun: bool,
    /// Those who have not entered yet.
    waiting: Vec<TraineeRow>,
    /// Cards just made.
    made: Vec<EntryCard>,
    draw: String,
}

async fn load(group: GroupId) -> AppResult<Cards> {
    let (who, site, group) = accompanied(group).await?;
    access::allow(&who, access::RenewCards { at: &group.at })?;
    let trainees = store::accounts::trainees(&site.db, group.id).await?;
    let base = crate::sharing::whole("");
    let made = edge::take(group.id).into_iter().filter_map(|(number, code)| {
        let trainee = trainees.iter().find(|row| row.number == number)?;
        let mut query = ParamsMap::new();
        query.insert("group", group.code.clone());
        query.insert("number", number.to_string());
        let address = format!("{base}/{}", query.to_query_string());
        let site = base.split_once("://").map_or(base.as_str(), |(_, site)| site).to_owned();
        Some(EntryCard { site, group: group.code.clone(), number, name: trainee.name.clone(), code: code.printed(), address })
    });
    let made = made.collect();
    let begun = !trainees.is_empty();
    let waiting = trainees.into_iter().filter(|row| !row.entered).take(edge::MOST).collect();
    Ok(Cards { group, begun, waiting, made, draw: store::accounts::new_draw()? })
}

pub(super) async fn renew(group: GroupId, draw: &str, chosen: &str) -> AppResult<()> {
    let (who, site, group) = accompanied(group).await?;
    let permit = access::allow(&who, access::RenewCards { at: &group.at })?;
    let trainees = store::accounts::trainees(&site.db, group.id).await?;
    let no_choice = || AppError::Field("numbers".to_owned(), FieldFault::NotAChoice);
    let chosen = accounts::numbers(chosen).ok_or_else(no_choice)?;
    let wanted = |row: &&TraineeRow| !row.entered && (chosen.is_empty() || chosen.contains(&row.number));
    let waiting: Vec<&TraineeRow> = trainees.iter().filter(wanted).take(edge::MOST).collect();
    if waiting.is_empty() && !chosen.is_empty() {
        return Err(no_choice());
    }
    let codes: Vec<(PersonId, OneTimeCode)> =
        waiting.iter().filter_map(|row| Some((row.person, store::accounts::drawn_code(draw, row.person)?))).collect();
    if codes.len() < waiting.len() {
        return Err(AppError::Conflict);
    }
    let renewed = store::accounts::renew_cards(&site.db, permit, &codes, &site.secrets, now()).await?;
    let made: Vec<(u32, OneTimeCode)> =
        waiting.iter().zip(codes).filter(|(row, _)| renewed.contains(&row.person)).map(|(row, (_, code))| (row.number, code)).collect();
    for person in renewed {
        site.boards.revoke_everywhere(person);
    }
    edge::hand_over(group.id, &made);
    leptos_axum::redirect(&format!("{}/cards", address(group.id)));
    Ok(())
}

/// `/groups/{group}/cards`
#[component]
pub fn CardsPage() -> impl IntoView {
    let words = use_words();
    let group = in_path();
    loaded(async move {
        let Some(group) = group else { return view! { <Refusal error=AppError::Hidden /> }.into_any() };
        match load(group).await {
            Ok(cards) => view! {
                <Title text=words.get(key::GROUPS_CARDS_TITLE) />
                <Told cards />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

#[component]
fn Told(cards: Cards) -> impl IntoView {
    let words = use_words();
    let Cards { group, begun, waiting, made, draw } = cards;
    let fresh = !made.is_empty();
    view! {
        <div class="page dense">
            <header class="page-head">
                <a class="way-back" href=address(group.id)>
                    <Icon glyph=Glyph::ArrowLeft />
                    <bdi>{group.name.clone()}</bdi>
                </a>
                <h1>{words.get(key::GROUPS_CARDS_TITLE)}</h1>
            </header>
            {fresh.then(|| view! { <Made made /> })}
            {match (fresh, begun) {
                (true, _) => ().into_any(),
                (false, true) => view! { <Renew group=group.id waiting draw /> }.into_any(),
                (false, false) => view! { <p class="card">{words.get(key::GROUPS_CARDS_NOBODY)}</p> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

/// The cards, and the button that prints them: drawn hidden, since only the script that presses it can show it. Without it the browser's
/// own menu prints the same.
#[component]
fn Made(made: Vec<EntryCard>) -> impl IntoView {
    let words = use_words();
    let pages = u64::try_from(made.len().div_ceil(super::print::ON_A_PAGE)).unwrap_or_default();
    view! {
        <section class="new-cards" role="status" aria-labelledby="new-cards-title">
            <h2 id="new-cards-title">{words.plural(key::GROUPS_CARDS_MADE, made.len() as u64, &[])}</h2>
            <p>{words.get(key::GROUPS_CARDS_ONCE)}</p>
            <p class="second">{words.plural(key::GROUPS_CARDS_PAGES, pages, &[])}</p>
            <div class="row">
                <Button kind_of="button" attr:data-print="" attr:hidden=true>{words.get(key::GROUPS_PRINT)}</Button>
            </div>
        </section>
        <Sheets made />
        <script defer src=format!("{}/print.js", assets::folder())></script>
    }
    .into_any()
}

/// Whose cards would be made anew, and what becomes of the old ones.
#[component]
fn Renew(group: GroupId, waiting: Vec<TraineeRow>, draw: String) -> impl IntoView {
    let words = use_words();
    if waiting.is_empty() {
        return view! {
            <section class="card">
                <p>{words.get(key::GROUPS_CARDS_NONE)}</p>
                <p class="second">{words.get(key::GROUPS_CARDS_ONE)}</p>
            </section>
        }
        .into_any();
    }
    let count = waiting.len() as u64;
    let returned = Returned::to(RenewCards::PATH);
    let wrong = returned.fault("numbers").map(|_| words.get(key::GROUPS_CARDS_NUMBERS_WRONG).to_owned());
    let draw = returned.typed("draw").unwrap_or(draw);
    let numbers = returned.typed("numbers");
    let names = waiting.into_iter().map(|row| view! { <li><bdi>{row.number}</bdi> " · " <bdi>{row.name}</bdi></li> }).collect_view();
    view! {
        <section class="card" aria-labelledby="renew-title">
            <h2 id="renew-title">{words.plural(key::GROUPS_CARDS_WAITING, count, &[])}</h2>
            <Fold glyph=Glyph::UsersThree title=words.get(key::GROUPS_CARDS_NAMES)>
                <ul class="card-names">{names}</ul>
            </Fold>
            <p>{words.plural(key::GROUPS_CARDS_OLD, count, &[])}</p>
            <p class="second">{words.get(key::GROUPS_CARDS_ONE)}</p>
            <form class="form" method="post" action=RenewCards::PATH>
                <CameBack returned fields=&["numbers"] />
                <input type="hidden" name="group" value=group.to_string() />
                <input type="hidden" name="draw" value=draw />
                {(count > 1)
                    .then(|| {
                        view! {
                            <Field
                                name="numbers"
                                label=words.get(key::GROUPS_CARDS_NUMBERS)
                                kind=FieldKind::Code
                                help=words.get(key::GROUPS_CARDS_NUMBERS_HELP).to_owned()
                                value=numbers
                                error=wrong
                                autocomplete="off"
                                most=200u32
                                required=false
                            />
                        }
                    })}
                <div class="row">
                    <Button kind=ButtonKind::Danger glyph=Glyph::Key>{words.get(key::GROUPS_CARDS_RENEW_SOME)}</Button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
