//! What stands beside a class: the steps of its activity, a tip for whoever leads it, and what often goes wrong.

use crate::locale::{key, use_words};
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use shared::classes::activities::Activity;

/// The activity, and the names of the sheets that teams fill.
#[component]
pub(super) fn Beside(activity: Activity, sheets: Vec<String>) -> impl IntoView {
    let words = use_words();
    let fills = words.get(if activity.choose_one { key::CLASSES_ONE_SHEET } else { key::CLASSES_SHEETS });
    view! {
        <aside class="card class-beside" aria-labelledby="steps-title">
            <p>{activity.goal}</p>
            <h2 id="steps-title">{words.get(key::CLASSES_STEPS)}</h2>
            <ol class="class-steps">{activity.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
            <h3>
                <Icon glyph=Glyph::Lightbulb />
                <span>{words.get(key::CLASSES_TIP)}</span>
            </h3>
            <p>{activity.tip}</p>
            <h3>
                <Icon glyph=Glyph::Warning />
                <span>{words.get(key::CLASSES_MISTAKE)}</span>
            </h3>
            <p>{activity.mistake}</p>
            <h3>
                <Icon glyph=Glyph::Table />
                <span>{fills}</span>
            </h3>
            <ul class="class-sheets">{sheets.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
        </aside>
    }
    .into_any()
}
