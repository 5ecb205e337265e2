//! The page about oneself: who one is here, a new passphrase, the way out.

use super::api::{Belonging, ChangePassphrase, where_i_belong};
use super::landing::Says;
use super::{Back, use_who};
use crate::errors::Refusal;
use crate::locale::{Words, key, use_words};
use crate::ui::{Button, ButtonKind, Field, FieldKind, Glyph, Icon, LinkButton};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::access::{Actor, Role};
use shared::accounts::PASSPHRASE_MIN;

/// Name, role, groups, passphrase, sign-out.
#[component]
pub fn Me() -> impl IntoView {
    let words = use_words();
    let who = use_who();
    crate::pages::loaded(async move {
        match (where_i_belong().await, who.get_untracked()) {
            (Ok(here), Some(actor)) => view! {
                <Title text=words.get(key::ACCOUNTS_ME_TITLE) />
                <Known actor here />
            }
            .into_any(),
            (Err(error), _) => view! { <Refusal error /> }.into_any(),
            (Ok(_), None) => view! { <Refusal error=crate::error::AppError::SignIn /> }.into_any(),
        }
    })
}

#[component]
fn Known(actor: Actor, here: Belonging) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page page-narrow">
            <header class="page-head">
                <h1>
                    <bdi>{actor.name.clone()}</bdi>
                </h1>
                <p class="lead second">{role_word(words, actor.role())}</p>
            </header>
            {(!here.groups.is_empty())
                .then(|| {
                    view! {
                        <section class="card">
                            <h2>{words.get(key::ACCOUNTS_GROUPS)}</h2>
                            <ul class="me-groups">
                                {here
                                    .groups
                                    .into_iter()
                                    .map(|(code, name)| {
                                        view! {
                                            <li>
                                                <bdi>{name}</bdi>
                                                <bdi class="meta">{code}</bdi>
                                            </li>
                                        }
                                    })
                                    .collect_view()}
                            </ul>
                        </section>
                    }
                })}
            <ChangeForm />
            <LinkButton href="/data" kind=ButtonKind::Quiet glyph=Glyph::DeviceMobile>{words.get(key::TRAFFIC_LINK)}</LinkButton>
            <form method="post" action="/sign-out">
                <Button kind=ButtonKind::Secondary glyph=Glyph::SignOut>
                    {words.get(key::ACCOUNTS_LEAVE)}
                </Button>
            </form>
        </div>
    }
}

#[component]
fn ChangeForm() -> impl IntoView {
    let words = use_words();
    let query = use_query_map();
    let refused = query.with_untracked(Back::of).map(|back| back.said(words));
    let changed = query.with_untracked(|query| query.get_str("changed").is_some());
    let name = use_who().with_untracked(|who| who.as_ref().map(|who| who.name.clone()));
    view! {
        <form class="form card" method="post" action=ChangePassphrase::PATH>
            <h2>{words.get(key::ACCOUNTS_CHANGE)}</h2>
            // Says to a keeper of passphrases whose this one is; it has no name and is not sent.
            <input type="text" autocomplete="username" value=name hidden readonly />
            {refused.map(|said| view! { <Says said /> })}
            {changed
                .then(|| {
                    view! {
                        <div class="form-says form-says-well" role="status">
                            <Icon glyph=Glyph::CheckCircle />
                            <p>{words.get(key::ACCOUNTS_CHANGED)}</p>
                        </div>
                    }
                })}
            <Field name="present" label=words.get(key::ACCOUNTS_PASSPHRASE_PRESENT) kind=FieldKind::Secret autocomplete="current-password" />
            <Field
                name="passphrase"
                label=words.get(key::ACCOUNTS_PASSPHRASE_NEW)
                kind=FieldKind::Text
                help=words.get(key::ACCOUNTS_PASSPHRASE_HELP).to_owned()
                autocomplete="new-password"
                least=PASSPHRASE_MIN as u32
            />
            <Button kind=ButtonKind::Secondary>{words.get(key::ACCOUNTS_PASSPHRASE_KEEP)}</Button>
        </form>
    }
}

/// What a person is, in words.
fn role_word(words: Words, role: Role) -> &'static str {
    words.get(match role {
        Role::Trainee => key::ACCOUNTS_TRAINEE,
        Role::Mentor => key::ACCOUNTS_MENTOR,
        Role::Staff => key::ACCOUNTS_STAFF,
    })
}
