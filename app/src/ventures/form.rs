//! The fields of a venture, for changing what it says of itself.

use super::deeds::Choices;
use crate::locale::{key, use_words};
use crate::returned::Returned;
use crate::ui::{Area, Field, OneOf};
use leptos::prelude::*;
use shared::ventures::{IDEA_MAX, NAME_MAX, VentureForm};

/// Name, idea, theme, place.
#[component]
pub(super) fn Fields(value: VentureForm, choices: Choices, returned: Returned) -> impl IntoView {
    let words = use_words();
    let error = |name: &str| returned.said(words, name);
    let typed = |name: &str, kept: String| returned.typed(name).unwrap_or(kept);
    let value = VentureForm {
        name: typed("name", value.name),
        idea: typed("idea", value.idea),
        theme: typed("theme", value.theme),
        place: typed("place", value.place),
    };
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
            <select id="field-place" class="input" name="place" autofocus=error.is_some() aria-invalid=error.is_some().then_some("true")>
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
