//! Form fields: label above, help under it, the error under the input. What was typed stays.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldKind {
    /// A line of words, in the direction of what is typed.
    #[default]
    Text,
    /// A code of letters and digits, left to right in every language.
    Code,
    /// A whole number.
    Number,
    /// Something that is not shown.
    Secret,
    /// Words to look for.
    Search,
}

impl FieldKind {
    fn input(self) -> (&'static str, &'static str, Option<&'static str>) {
        match self {
            FieldKind::Text => ("text", "auto", None),
            FieldKind::Code => ("text", "ltr", Some("text")),
            FieldKind::Number => ("text", "ltr", Some("numeric")),
            FieldKind::Secret => ("password", "auto", None),
            FieldKind::Search => ("search", "auto", Some("search")),
        }
    }
}

/// One line to fill in.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] kind: FieldKind,
    #[prop(optional_no_strip, into)] value: Option<String>,
    #[prop(optional_no_strip, into)] help: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
    #[prop(optional_no_strip, into)] autocomplete: Option<&'static str>,
    #[prop(optional_no_strip, into)] most: Option<u32>,
    #[prop(optional_no_strip, into)] least: Option<u32>,
    /// Whether the browser lets the form go without it.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let (input_type, dir, mode) = kind.input();
    let secret_or_code = matches!(kind, FieldKind::Code | FieldKind::Secret);
    let id = format!("field-{}", name.replace(['/', '.', '[', ']'], "-"));
    let described = described(&id, help.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id.clone()
                class=if kind == FieldKind::Code { "input input-code" } else { "input" }
                name=name
                type=input_type
                dir=dir
                inputmode=mode
                value=value
                autocomplete=autocomplete
                autocapitalize=secret_or_code.then_some("none")
                spellcheck=secret_or_code.then_some("false")
                maxlength=most
                minlength=least
                required=required
                autofocus=invalid.is_some()
                aria-invalid=invalid
                aria-describedby=described
            />
            {help.map(|help| view! { <p class="field-help" id=format!("{id}-help")>{help}</p> })}
            {error.map(|error| view! { <FieldError id=format!("{id}-error") error /> })}
        </div>
    }
}

/// Several lines to fill in.
#[component]
pub fn Area(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] value: Option<String>,
    #[prop(optional_no_strip, into)] help: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
    #[prop(optional_no_strip, into)] most: Option<u32>,
    #[prop(default = 3)] rows: u32,
    /// Whether the browser lets the form go without it.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let id = format!("field-{name}");
    let described = described(&id, help.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id.clone()
                class="input"
                name=name
                rows=rows
                dir="auto"
                maxlength=most
                required=required
                autofocus=invalid.is_some()
                aria-invalid=invalid
                aria-describedby=described
            >
                {inside(value.unwrap_or_default())}
            </textarea>
            {help.map(|help| view! { <p class="field-help" id=format!("{id}-help")>{help}</p> })}
            {error.map(|error| view! { <FieldError id=format!("{id}-error") error /> })}
        </div>
    }
}

/// One of several, as the browser's own list. `options` are (value, word).
#[component]
pub fn OneOf(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Vec<(String, String)>,
    #[prop(optional_no_strip, into)] chosen: Option<String>,
    #[prop(optional_no_strip, into)] error: Option<String>,
) -> impl IntoView {
    let id = format!("field-{name}");
    let invalid = error.is_some().then_some("true");
    let described = described(&id, false, error.is_some());
    let options = options
        .into_iter()
        .map(|(value, word)| {
            let selected = chosen.as_deref() == Some(value.as_str());
            view! { <option value=value selected=selected>{word}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id.clone() class="input" name=name autofocus=invalid.is_some() aria-invalid=invalid aria-describedby=described>
                {options}
            </select>
            {error.map(|error| view! { <FieldError id=format!("{id}-error") error /> })}
        </div>
    }
}

/// Words as they may stand in a textarea. The server writes them there as they are, and what people typed must not end it.
pub(crate) fn inside(words: String) -> String {
    if cfg!(feature = "ssr") { words.replace('&', "&amp;").replace('<', "&lt;") } else { words }
}

#[component]
fn FieldError(id: String, error: String) -> impl IntoView {
    view! {
        <p class="field-error" id=id>
            <Icon glyph=Glyph::Warning />
            <span>{error}</span>
        </p>
    }
}

fn described(id: &str, help: bool, error: bool) -> Option<String> {
    match (help, error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-help")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-error {id}-help")),
    }
}
