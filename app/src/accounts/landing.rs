//! The first page: what Fikra is for, and three ways in. Whoever is signed in goes straight to their own page.

use super::api::{EnterByName, EnterWithCode, EnterWithPassphrase};
use super::doors::{Doors, doors};
use super::{Back, use_who, wanted};
use crate::chrome::home;
use crate::errors::Refusal;
use crate::locale::{key, use_words};
use crate::ui::{Button, Field, FieldKind, Gates, Glyph, Icon, Star, Tab, Tabs};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::{
    access::Role,
    accounts::SignInRefusal,
    demo::{OpenDoor, Resident},
};

/// How a person comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// With the printed card, the first time.
    Code,
    /// Group, number and an own passphrase.
    Passphrase,
    /// Name and passphrase: mentors and staff.
    Name,
}

impl Way {
    fn of(query: Option<&str>) -> Way {
        match query {
            Some("passphrase") => Way::Passphrase,
            Some("name") => Way::Name,
            _ => Way::Code,
        }
    }
}

/// Landing and sign-in.
#[component]
pub fn Landing() -> impl IntoView {
    let role = use_who().with_untracked(|who| who.as_ref().map(|a| a.role()));
    crate::pages::loaded(async move {
        match (role, doors().await) {
            (Some(role), _) => {
                // Who scanned a team's code or opened a link before signing in goes on there; only trainees join a team.
                let wanted = wanted::way().filter(|way| role == Role::Trainee || !way.starts_with("/join"));
                view! { <Redirect path=wanted.unwrap_or_else(|| home(role).to_owned()) /> }.into_any()
            }
            (None, Ok(doors)) => view! { <Guest doors /> }.into_any(),
            (None, Err(error)) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// What somebody reads who is not signed in.
#[component]
fn Guest(doors: Vec<(OpenDoor, Resident)>) -> impl IntoView {
    let words = use_words();
    let query = use_query_map().get_untracked();
    let way = Way::of(query.get_str("way"));
    let kept = |name: &str| query.get_str(name).map(str::to_owned);
    let refused = Back::of(&query).map(|back| match (way, back) {
        // A card is renewed while its old code is in somebody's hand.
        (Way::Code, Back::SignIn(SignInRefusal::NoMatch)) => format!("{} {}", back.said(words), words.get(key::GROUPS_CARD_NEWER)),
        (Way::Code | Way::Passphrase | Way::Name, back) => back.said(words),
    });
    let form = match way {
        Way::Code => view! { <CodeForm group=kept("group") number=kept("number") /> }.into_any(),
        Way::Passphrase => view! { <PassphraseForm group=kept("group") number=kept("number") /> }.into_any(),
        Way::Name => view! { <NameForm name=kept("name") /> }.into_any(),
    };
    view! {
        <Title text="" />
        <div class="landing">
            <section class="landing-claim">
                <Backdrop />
                <h1>{words.get(key::ACCOUNTS_CLAIM)}</h1>
                <p class="lead">{words.get(key::ACCOUNTS_CLAIM_MORE)}</p>
            </section>
            <section class="landing-way card" aria-label=words.get(key::ACCOUNTS_ENTER)>
                <Tabs label=words.get(key::ACCOUNTS_WAYS)>
                    <Tab href="/" word=words.get(key::ACCOUNTS_WAY_CODE) current=way == Way::Code />
                    <Tab href="/?way=passphrase" word=words.get(key::ACCOUNTS_WAY_PASSPHRASE) current=way == Way::Passphrase />
                    <Tab href="/?way=name" word=words.get(key::ACCOUNTS_WAY_NAME) current=way == Way::Name />
                </Tabs>
                {refused.map(|said| view! { <Says said /> })}
                {form}
                <details class="landing-lost">
                    <summary>{words.get(key::ACCOUNTS_LOST)}</summary>
                    <p>
                        {words.get(if way == Way::Name { key::ACCOUNTS_LOST_NAME } else { key::ACCOUNTS_LOST_CARD })}
                    </p>
                </details>
            </section>
            {(!doors.is_empty()).then(|| view! { <Doors doors /> })}
            <p class="landing-example"><a href="/example">{words.get(key::EXAMPLES_SEE)}</a></p>
        </div>
    }
    .into_any()
}

#[component]
fn CodeForm(group: Option<String>, number: Option<String>) -> impl IntoView {
    let words = use_words();
    view! {
        <form class="form" method="post" action=EnterWithCode::PATH>
            <p class="second">{words.get(key::ACCOUNTS_CODE_HELP)}</p>
            <Card group number />
            <Field name="code" label=words.get(key::ACCOUNTS_CODE) kind=FieldKind::Code help=words.get(key::ACCOUNTS_CODE_FORM).to_owned() autocomplete="one-time-code" most=20 />
            <Button>{words.get(key::ACCOUNTS_ENTER)}</Button>
        </form>
    }
}

#[component]
fn PassphraseForm(group: Option<String>, number: Option<String>) -> impl IntoView {
    let words = use_words();
    view! {
        <form class="form" method="post" action=EnterWithPassphrase::PATH>
            <Card group number />
            <Field name="passphrase" label=words.get(key::ACCOUNTS_PASSPHRASE) kind=FieldKind::Secret autocomplete="current-password" />
            <Button>{words.get(key::ACCOUNTS_ENTER)}</Button>
        </form>
    }
}

#[component]
fn NameForm(name: Option<String>) -> impl IntoView {
    let words = use_words();
    view! {
        <form class="form" method="post" action=EnterByName::PATH>
            <Field name="name" label=words.get(key::ACCOUNTS_NAME) value=name autocomplete="username" />
            <Field name="passphrase" label=words.get(key::ACCOUNTS_PASSPHRASE) kind=FieldKind::Secret autocomplete="current-password" />
            <Button>{words.get(key::ACCOUNTS_ENTER)}</Button>
        </form>
    }
}

/// Group and number, as the card prints them.
#[component]
fn Card(group: Option<String>, number: Option<String>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="field-pair">
            <Field name="group" label=words.get(key::ACCOUNTS_GROUP) kind=FieldKind::Code value=group most=24 />
            <Field name="number" label=words.get(key::ACCOUNTS_NUMBER) kind=FieldKind::Number value=number autocomplete="username" most=4 />
        </div>
    }
}

/// Why the form came back.
#[component]
pub(super) fn Says(said: String) -> impl IntoView {
    view! {
        <div class="form-says" role="alert">
            <Icon glyph=Glyph::Warning />
            <p>{said}</p>
        </div>
    }
}

/// A wall at five per cent behind the title.
#[component]
fn Backdrop() -> impl IntoView {
    view! {
        <div class="landing-wall" aria-hidden="true">
            {(0..40u8).map(|place| view! { <Star gates=Gates::up_to(place * 5 % 9) /> }).collect_view()}
        </div>
    }
}
