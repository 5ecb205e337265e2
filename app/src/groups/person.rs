//! One person's name, and the form that corrects it: for the mentors of a trainee's group and for the staff.

use super::{
    api::Rename,
    names::{self, NamedHere},
    page::address,
};
use crate::error::AppError;
use crate::errors::{self, Refusal};
use crate::locale::{Words, key, use_words};
use crate::pages::loaded;
use crate::returned::Returned;
use crate::ui::{Button, ButtonKind, Field, Glyph, Icon, LinkButton};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use server_fn::ServerFn;
use shared::{accounts::NAME_MAX, ids::PersonId};

/// `/people/{person}`
#[component]
pub fn PersonPage() -> impl IntoView {
    let words = use_words();
    let person = use_params_map().with_untracked(|params| params.get_str("person").and_then(|id| id.parse::<PersonId>().ok()));
    loaded(async move {
        let page = match person {
            Some(person) => names::named(person).await,
            None => Err(AppError::Hidden),
        };
        match page {
            Ok(page) => view! {
                <Title text=words.get(key::GROUPS_CORRECT) />
                <Shown page />
            }
            .into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// The address of a person's name.
pub(crate) fn name_address(person: PersonId) -> String {
    format!("/people/{person}")
}

/// Why the name was not taken.
fn fault(words: Words, returned: &Returned) -> Option<String> {
    match returned.why()? {
        AppError::Conflict => Some(words.get(key::GROUPS_NAME_TAKEN).to_owned()),
        why => Some(errors::said(words, why)),
    }
}

#[component]
fn Shown(page: NamedHere) -> impl IntoView {
    let words = use_words();
    let NamedHere { named, group, staff } = page;
    let corrected = use_query_map().with_untracked(|query| query.get_str("corrected").is_some());
    let enters = named.card.is_none();
    let returned = Returned::to(Rename::PATH);
    let (fault, typed) = (fault(words, &returned), returned.typed("name").unwrap_or_else(|| named.name.clone()));
    let card = named.card.clone().map(|(code, number)| view! { <p class="second"><bdi>{code}</bdi> " · " <bdi>{number}</bdi></p> });
    view! {
        <div class="page page-narrow">
            <header class="page-head">
                <h1><bdi>{named.name.clone()}</bdi></h1>
                {card}
            </header>
            {corrected
                .then(|| {
                    view! {
                        <p class="form-says form-says-well" role="status">
                            <Icon glyph=Glyph::CheckCircle />
                            <span>{words.get(key::GROUPS_CORRECTED)}</span>
                        </p>
                    }
                })}
            <form class="card form" method="post" action=Rename::PATH>
                <h2>{words.get(key::GROUPS_CORRECT)}</h2>
                <p class="second">{words.get(key::GROUPS_CORRECT_TEXT)}</p>
                {enters.then(|| view! { <p>{words.get(key::GROUPS_CORRECT_ENTERS)}</p> })}
                {returned.came_back().then(|| view! { <input type="hidden" name="page" value=crate::place::address() /> })}
                <input type="hidden" name="person" value=named.person.to_string() />
                <Field
                    name="name"
                    label=words.get(key::GROUPS_NAME)
                    value=Some(typed)
                    error=fault
                    autocomplete="off"
                    most=u32::try_from(NAME_MAX).unwrap_or(u32::MAX)
                />
                <div class="row">
                    <Button glyph=Glyph::Check>{words.get(key::GROUPS_CORRECT_SAVE)}</Button>
                </div>
            </form>
            <div class="row">
                {group
                    .map(|(id, name)| {
                        view! {
                            <LinkButton href=address(id) kind=ButtonKind::Quiet glyph=Glyph::ArrowLeft>
                                <bdi>{name}</bdi>
                            </LinkButton>
                        }
                    })}
                {staff
                    .then(|| {
                        view! {
                            <LinkButton href="/reports" kind=ButtonKind::Quiet glyph=Glyph::Flag>
                                {words.get(key::GROUPS_TO_REPORTS)}
                            </LinkButton>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}
