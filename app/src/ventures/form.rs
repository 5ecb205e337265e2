//! The fields of a venture, for changing what it says of itself. What was typed and refused comes back from the address.

use super::deeds::Choices;
use crate::errors;
use crate::locale::{key, use_words};
use crate::ui::{Area, Field, OneOf};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use shared::ventures::{FieldFault, IDEA_MAX, NAME_MAX, VentureForm};

/// A refused form, as its page's address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Returned {
    /// What was typed; absent when nothing was refused.
    pub form: Option<VentureForm>,
    /// The field and its fault.
    pub fault: Option<(String, FieldFault)>,
}

impl Returned {
    /// From the address.
    pub(super) fn of(query: &ParamsMap) -> Self {
        let fault = match query.get_str("fault") {
            Some("empty") => FieldFault::Empty,
            Some("too_long") => FieldFault::TooLong,
            Some("not_a_choice") => FieldFault::NotAChoice,
            Some(_) | None => return Self::default(),
        };
        let text = |name: &str| query.get(name).unwrap_or_default();
        Self {
            form: Some(VentureForm { name: text("name"), idea: text("idea"), theme: text("theme"), place: text("place") }),
            fault: Some((text("field"), fault)),
        }
    }

    fn of_field(&self, name: &str) -> Option<FieldFault> {
        self.fault.as_ref().filter(|(field, _)| field == name).map(|(_, fault)| *fault)
    }
}

/// Name, idea, theme, place.
#[component]
pub(super) fn Fields(value: VentureForm, choices: Choices, returned: Returned) -> impl IntoView {
    let words = use_words();
    let error = |name: &str| returned.of_field(name).map(|fault| errors::field(words, fault).to_owned());
    let value = returned.form.clone().unwrap_or(value);
    let open = (String::new(), words.get(key::VENTURES_PLACE_OPEN).to_owned());
    let themes = core::iter::once(open).chain(choices.themes.into_iter().map(|theme| (theme.id, theme.name))).collect();
    view! {
        <FieldOf name="name" label=words.get(key::VENTURES_NAME) value=value.name error=error("name") />
        <IdeaOf value=value.idea error=error("idea") />
        <OneOfThemes themes chosen=value.theme error=error("theme") />
        <PlaceOf places=choices.places chosen=value.place error=error("place") />
    }
}

#[component]
fn FieldOf(name: &'static str, label: &'static str, value: String, error: Option<String>) -> impl IntoView {
    let most = u32::try_from(NAME_MAX).unwrap_or(u32::MAX);
    let help = use_words().get(key::VENTURES_NAME_HELP).to_owned();
    view! { <Field name label value help most error /> }
}

#[component]
fn IdeaOf(value: String, error: Option<String>) -> impl IntoView {
    let words = use_words();
    let most = u32::try_from(IDEA_MAX).unwrap_or(u32::MAX);
    let (label, help) = (words.get(key::VENTURES_IDEA), words.get(key::VENTURES_IDEA_HELP).to_owned());
    view! { <Area name="idea" label value help most error required=false /> }
}

#[component]
fn OneOfThemes(themes: Vec<(String, String)>, chosen: String, error: Option<String>) -> impl IntoView {
    let label = use_words().get(key::VENTURES_THEME);
    view! { <OneOf name="theme" label options=themes chosen error /> }
}

/// The communes of the region, grouped by province; it may stay open.
#[component]
fn PlaceOf(places: Vec<(String, Vec<shared::programme::Named>)>, chosen: String, error: Option<String>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="field">
            <label for="field-place">{words.get(key::VENTURES_PLACE)}</label>
            <select id="field-place" class="input" name="place" aria-invalid=error.is_some().then_some("true")>
                <option value="" selected=chosen.is_empty()>{words.get(key::VENTURES_PLACE_OPEN)}</option>
                {places
                    .into_iter()
                    .map(|(province, communes)| {
                        let options = communes
                            .into_iter()
                            .map(|commune| {
                                let selected = commune.id == chosen;
                                view! { <option value=commune.id selected=selected>{commune.name}</option> }
                            })
                            .collect_view();
                        view! { <optgroup label=province>{options}</optgroup> }
                    })
                    .collect_view()}
            </select>
            <p class="field-help">{words.get(key::VENTURES_PLACE_HELP)}</p>
            {error.map(|error| view! { <p class="field-error">{error}</p> })}
        </div>
    }
}
