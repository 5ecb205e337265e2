//! After the card: three short screens for a trainee, each of which may be left out. Language, who sees what, a team or an idea.

use crate::chrome::names;
use crate::locale::{Key, key, use_words};
use crate::ui::{ButtonKind, Glyph, Icon, LinkButton};
use crate::ventures::CodeCard;
use leptos::prelude::*;
use leptos_meta::Title;
use shared::Lang;

/// One of the three screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The language of the interface.
    Language,
    /// Who sees what, and whose the idea is.
    Seen,
    /// A team to join or an idea to start.
    Begin,
}

impl Step {
    const ALL: [Self; 3] = [Self::Language, Self::Seen, Self::Begin];

    /// Its address.
    pub(super) fn address(self) -> &'static str {
        match self {
            Self::Language => "/welcome?step=language",
            Self::Seen => "/welcome?step=seen",
            Self::Begin => "/welcome?step=begin",
        }
    }

    /// From the address.
    pub(super) fn of(step: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.address().strip_prefix("/welcome?step=") == Some(step))
    }

    /// The one after it.
    fn next(self) -> Option<Self> {
        match self {
            Self::Language => Some(Self::Seen),
            Self::Seen => Some(Self::Begin),
            Self::Begin => None,
        }
    }

    /// Whether a team or an idea comes now.
    pub(super) fn is_last(self) -> bool {
        self.next().is_none()
    }

    fn title(self) -> Key {
        match self {
            Self::Language => key::ACCOUNTS_FIRST_LANGUAGE,
            Self::Seen => key::ACCOUNTS_FIRST_SEEN,
            Self::Begin => key::ACCOUNTS_FIRST_BEGIN,
        }
    }
}

/// Where the last screen leads when it is left out.
const HOME: &str = "/today";

/// The screen with its number, the way on and the way out.
#[component]
pub(super) fn First(step: Step) -> impl IntoView {
    let words = use_words();
    let number = Step::ALL.iter().position(|known| *known == step).unwrap_or_default() + 1;
    let place = words.fill(key::ACCOUNTS_FIRST_PLACE, &[("n", &number.to_string()), ("all", &Step::ALL.len().to_string())]);
    let body = match step {
        Step::Language => view! { <Languages /> }.into_any(),
        Step::Seen => view! { <WhoSees /> }.into_any(),
        Step::Begin => view! { <Begin /> }.into_any(),
    };
    let on = step.next().map(|next| {
        view! { <LinkButton href=next.address() glyph=Glyph::ArrowRight>{words.get(key::ACCOUNTS_FIRST_ON)}</LinkButton> }
    });
    view! {
        <Title text=words.get(step.title()) />
        <div class="page page-narrow">
            <header class="page-head">
                <p class="meta">{place}</p>
                <h1>{words.get(step.title())}</h1>
            </header>
            {body}
            <div class="row row-apart">
                {on} <LinkButton href=step.next().map_or(HOME, Step::address) kind=ButtonKind::Quiet>{words.get(key::ACCOUNTS_FIRST_SKIP)}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}

/// Each language in its own words; choosing one goes on to the next screen.
#[component]
fn Languages() -> impl IntoView {
    let words = use_words();
    let chosen = words.lang();
    let ways = Lang::ALL
        .into_iter()
        .map(|lang| {
            let (_, name) = names(lang);
            let now = lang == chosen;
            view! {
                <li>
                    <form method="post" action=format!("/lang/{}", lang.code())>
                        <input type="hidden" name="back" value=Step::Seen.address() />
                        <button class="door" type="submit" lang=lang.code() aria-pressed=if now { "true" } else { "false" }>
                            <Icon glyph=if now { Glyph::CheckCircle } else { Glyph::Circle } />
                            <span class="door-word">{name}</span>
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="lead">{words.get(key::ACCOUNTS_SEEN_IDEA)}</p>
        <ul class="doors">{ways}</ul>
    }
    .into_any()
}

/// Who sees what, in four lines, and whose the idea is.
#[component]
fn WhoSees() -> impl IntoView {
    let words = use_words();
    let lines = [
        (Glyph::UsersThree, key::ACCOUNTS_SEEN_TEAM),
        (Glyph::ChatText, key::ACCOUNTS_SEEN_MENTOR),
        (Glyph::MapTrifold, key::ACCOUNTS_SEEN_STAFF),
        (Glyph::Lock, key::ACCOUNTS_SEEN_NOBODY),
    ];
    let lines = lines.map(|(glyph, line)| view! { <li><Icon glyph /><span>{words.get(line)}</span></li> }).collect_view();
    view! {
        <section class="card">
            <ul class="first-lines">{lines}</ul>
            <p class="lead">{words.get(key::ACCOUNTS_SEEN_IDEA)}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Begin() -> impl IntoView {
    let words = use_words();
    view! {
        <CodeCard kind=ButtonKind::Primary />
        <section class="card">
            <p>{words.get(key::TODAY_START_TEXT)}</p>
            <div class="row">
                <LinkButton href="/ventures/new" kind=ButtonKind::Secondary glyph=Glyph::Lightbulb>
                    {words.get(key::TODAY_START_WAY)}
                </LinkButton>
            </div>
        </section>
    }
    .into_any()
}
