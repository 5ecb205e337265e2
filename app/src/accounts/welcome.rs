//! First entry: the card's code is spent once the person has chosen a passphrase of their own.

use super::api::{ChoosePassphrase, where_i_belong};
use super::first::{First, Step};
use super::landing::Says;
use super::{Back, use_who};
use crate::chrome::home;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::ui::{Button, Field, FieldKind};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::access::Role;
use shared::accounts::PASSPHRASE_MIN;

/// Choosing the first passphrase.
#[component]
pub fn Welcome() -> impl IntoView {
    let words = use_words();
    let who = use_who();
    let query = use_query_map();
    crate::pages::loaded(async move {
        let role = who.get_untracked().map_or(Role::Trainee, |a| a.role());
        match where_i_belong().await {
            Err(error) => view! { <Refusal error /> }.into_any(),
            Ok(here) if !here.must_choose => match query.with_untracked(|query| query.get_str("step").and_then(Step::of)) {
                Some(step) if role == Role::Trainee => match step.is_last().then(super::wanted::way).flatten() {
                    Some(scanned) => view! { <Redirect path=scanned /> }.into_any(),
                    None => view! { <First step /> }.into_any(),
                },
                _ => view! { <Redirect path=home(role) /> }.into_any(),
            },
            Ok(_) => {
                let name = who.get_untracked().map(|a| a.name).unwrap_or_default();
                let refused = query.with_untracked(Back::of).map(|back| back.said(words));
                view! {
                    <Title text=words.get(key::ACCOUNTS_WELCOME_TITLE) />
                    <div class="page page-narrow">
                        <header class="page-head">
                            <h1>{words.fill(key::ACCOUNTS_WELCOME, &[("name", &name)])}</h1>
                            <p class="lead">{words.get(key::ACCOUNTS_WELCOME_MORE)}</p>
                        </header>
                        <form class="form card" method="post" action=ChoosePassphrase::PATH>
                            {refused.map(|said| view! { <Says said /> })}
                            <Field
                                name="passphrase"
                                label=words.get(key::ACCOUNTS_PASSPHRASE_NEW)
                                kind=FieldKind::Text
                                help=words.get(key::ACCOUNTS_PASSPHRASE_HELP).to_owned()
                                autocomplete="new-password"
                                least=PASSPHRASE_MIN as u32
                            />
                            <Button>{words.get(key::ACCOUNTS_PASSPHRASE_KEEP)}</Button>
                        </form>
                    </div>
                }
                .into_any()
            }
        }
    })
}
