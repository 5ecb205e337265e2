//! A form that was not taken comes back as the answer to it: the page it stood on, with all that was typed and ticked, and the fault at its
//! field. However long it is, nothing of it travels in an address. Only on the server; what is secret is never filled in again.

use crate::error::AppError;
use crate::errors::{self, answer_with};
use crate::locale::{Words, key, use_words};
use crate::place;
use crate::ui::{EmptyState, Glyph, Heads, Icon, LinkButton, Scene};
use http::request::Parts;
use leptos::prelude::*;
use leptos_meta::Title;
use shared::ventures::FieldFault;
use std::sync::Arc;

/// A form that was not taken, as the server puts it at the request for its page.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Where it went.
    pub to: String,
    /// The page it stood on; nothing where that is not known.
    pub page: Option<String>,
    /// Names and values as they were sent.
    pub fields: Vec<(String, String)>,
    /// Why.
    pub why: AppError,
}

/// Names of what people write in sentences: where the form itself cannot be shown any more, these are.
const WRITTEN: [&str; 9] = ["sentence", "step", "lesson", "words", "answer", "saw", "idea", "name", "part"];

fn refused() -> Option<Arc<Refused>> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Arc<Refused>>().cloned())
}

/// A form of the page being written: as it came back, or fresh.
#[derive(Clone, Debug, Default)]
pub struct Returned(Option<Arc<Refused>>);

impl Returned {
    /// The form that goes to this address.
    pub fn to(path: &str) -> Self {
        Self(refused().filter(|refused| refused.to == path))
    }

    /// Of several such forms on a page the one whose hidden field says this.
    pub fn about(self, name: &str, value: &str) -> Self {
        Self(self.0.filter(|refused| refused.fields.iter().any(|(n, v)| n == name && v == value)))
    }

    /// Whether it came back.
    pub fn came_back(&self) -> bool {
        self.0.is_some()
    }

    /// What was typed or chosen; nothing in a fresh form.
    pub fn typed(&self, name: &str) -> Option<String> {
        self.0.as_ref()?.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone())
    }

    /// Whether this was ticked.
    pub fn ticked(&self, name: &str, value: &str) -> bool {
        self.typed(name).is_some_and(|typed| typed == value)
    }

    /// Why it came back.
    pub fn why(&self) -> Option<&AppError> {
        self.0.as_ref().map(|refused| &refused.why)
    }

    /// What is wrong with a field.
    pub fn fault(&self, name: &str) -> Option<FieldFault> {
        match self.why() {
            Some(AppError::Field(field, fault)) if field == name => Some(*fault),
            _ => None,
        }
    }

    /// What is wrong with a field, in words.
    pub fn said(&self, words: Words, name: &str) -> Option<String> {
        self.fault(name).map(|fault| errors::field(words, fault).to_owned())
    }

    /// The sentences that were written, for a page that has no such form any more.
    pub fn written(&self) -> Vec<String> {
        self.0.as_ref().map(|refused| written(refused)).unwrap_or_default()
    }
}

fn written(refused: &Refused) -> Vec<String> {
    let is_written = |name: &str| WRITTEN.contains(&name) || name.starts_with("answers[");
    refused.fields.iter().filter(|(name, value)| is_written(name) && !value.trim().is_empty()).map(|(_, value)| value.clone()).collect()
}

/// Stands first in a form: why it came back, where none of its `fields` says so, and the page that it comes back to once more.
#[component]
pub fn CameBack(returned: Returned, #[prop(default = &[])] fields: &'static [&'static str]) -> impl IntoView {
    let words = use_words();
    let said = returned.why().filter(|why| !matches!(why, AppError::Field(field, _) if fields.contains(&field.as_str())));
    let said = said.map(|why| errors::said(words, why));
    returned.came_back().then(|| {
        view! {
            <input type="hidden" name="page" value=place::address() />
            {said.map(|said| view! { <NotTaken said /> })}
        }
    })
}

/// Why something was not taken; the page is read from here on.
#[component]
pub fn NotTaken(#[prop(into)] said: String) -> impl IntoView {
    view! {
        <p class="form-says" role="alert" tabindex="-1" autofocus>
            <Icon glyph=Glyph::Warning />
            <span>{said}</span>
        </p>
    }
    .into_any()
}

/// What was written in a form that cannot be shown any more, to be copied.
#[component]
pub fn Kept(written: Vec<String>) -> impl IntoView {
    let words = use_words();
    (!written.is_empty()).then(|| {
        let text = written.join("\n\n");
        let rows = text.lines().count().clamp(3, 12);
        view! {
            <div class="field kept">
                <label for="kept">{words.get(key::FORMS_KEPT)}</label>
                <textarea id="kept" class="input" rows=rows.to_string() dir="auto" readonly>{crate::ui::inside(text)}</textarea>
            </div>
        }
    })
}

/// Why nothing of the page that a form stood on may be shown to who sent it; nothing where it may.
pub(crate) fn shut_out() -> Option<Arc<Refused>> {
    refused().filter(|refused| refused.page.is_none() || matches!(refused.why, AppError::SignIn | AppError::Hidden | AppError::Forbidden))
}

/// Stands in place of the page: why, and what was written.
#[component]
pub(crate) fn ShutOut(refused: Arc<Refused>) -> impl IntoView {
    answer_with(refused.why.status());
    let words = use_words();
    let (title, text, way) = match &refused.why {
        AppError::SignIn => (key::FORMS_ENTER_TITLE, words.get(key::FORMS_ENTER_TEXT).to_owned(), key::ERRORS_SIGN_IN_WAY),
        AppError::Hidden | AppError::Forbidden => (key::FORMS_SHUT_TITLE, words.get(key::FORMS_SHUT_TEXT).to_owned(), key::ERRORS_HOME_WAY),
        why => (key::FORMS_SHUT_TITLE, errors::said(words, why), key::ERRORS_HOME_WAY),
    };
    // What was written stays open while one goes on elsewhere.
    let written = written(&refused);
    let beside = (!written.is_empty()).then_some("_blank");
    view! {
        <Title text=words.get(title) />
        <div class="page page-narrow">
            <EmptyState scene=Scene::Fault title=words.get(title) text heads=Heads::Page>
                <LinkButton href="/" attr:target=beside>{words.get(way)}</LinkButton>
            </EmptyState>
            <Kept written />
        </div>
    }
    .into_any()
}
