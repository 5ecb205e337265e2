//! The three phases with their activities, each folded but the one the team is at.

use crate::locale::{key, use_words};
use crate::ui::{Badge, Glyph, Icon, Tone};
use leptos::prelude::*;
use shared::{
    ids::VentureId,
    reference::{Activity, Phase, Sheets},
};

/// All of them. `laid` says which templates are on the board, and where.
#[component]
pub(super) fn Phases(id: VentureId, phases: Vec<Phase>, present: String, laid: Vec<(String, String)>, team: bool) -> impl IntoView {
    phases
        .into_iter()
        .map(|phase| {
            let (title, labelled) = (format!("phase-{}", phase.id), format!("phase-{}", phase.id));
            let rows = phase
                .activities
                .into_iter()
                .map(|activity| {
                    let here = activity.id == present;
                    view! { <ActivityFold id activity here laid=laid.clone() team /> }
                })
                .collect_view();
            view! {
                <section class="card" aria-labelledby=labelled>
                    <h2 id=title>{phase.name}</h2>
                    <p class="second">{phase.purpose}</p>
                    <ol class="gates-list">{rows}</ol>
                </section>
            }
        })
        .collect_view()
}

#[component]
fn ActivityFold(id: VentureId, activity: Activity, here: bool, laid: Vec<(String, String)>, team: bool) -> impl IntoView {
    let words = use_words();
    let hours = words.plural(key::GATES_HOURS, u64::from(activity.hours), &[]);
    let steps = activity.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
    let sheets = activity.sheets.into_iter().map(|sheet| view! { <SheetRow id sheet laid=laid.clone() team /> }).collect_view();
    let outputs = activity.outputs.into_iter().map(|output| view! { <li>{output}</li> }).collect_view();
    let competences = activity.competences.join(" · ");
    view! {
        <li>
            <details class="gates-activity" open=here id=here.then_some("here")>
                <summary>
                    <bdi class="meta gates-number">{activity.id}</bdi>
                    <span>{activity.name}</span>
                    <span class="meta">{hours}</span>
                    {here.then(|| view! { <Badge tone=Tone::Trainee glyph=Glyph::MapPin>{words.get(key::GATES_HERE)}</Badge> })}
                </summary>
                <div class="stack">
                    <p>{activity.goal}</p>
                    <div>
                        <h3>{words.get(key::GATES_STEPS)}</h3>
                        <ol class="gates-steps">{steps}</ol>
                    </div>
                    <div>
                        <h3>{words.get(key::GATES_SHEETS)}</h3>
                        <ul class="gates-sheets">{sheets} {outputs}</ul>
                    </div>
                    <p class="meta">{words.get(key::GATES_COMPETENCES)} " " {competences}</p>
                </div>
            </details>
        </li>
    }
    .into_any()
}

/// A sheet with the way to it: open it where it lies, add it where it does not.
#[component]
fn SheetRow(id: VentureId, sheet: Sheets, laid: Vec<(String, String)>, team: bool) -> impl IntoView {
    let words = use_words();
    let there = laid.iter().filter(|(template, _)| *template == sheet.template.id).count();
    let first = laid.into_iter().find(|(template, _)| *template == sheet.template.id).map(|(_, href)| href);
    let name = sheet.template.name.clone();
    let add = format!("/v/{id}/board?add={}", sheet.template.id);
    let glyph = if there > 0 { Glyph::Check } else { Glyph::Circle };
    let more = team && !sheet.private && there > 0 && u32::try_from(there).is_ok_and(|there| there < sheet.copies);
    let way = match (sheet.private, first, team) {
        (true, _, true) => Some(("/self-check".to_owned(), key::GATES_OPEN)),
        (true, _, false) => None,
        (false, Some(href), _) => Some((href, key::GATES_OPEN)),
        (false, None, true) => Some((add.clone(), key::GATES_ADD)),
        (false, None, false) => None,
    };
    let link = |href: String, word, name: String| view! { <a class="gates-way" href=href>{words.get(word)} <span class="only-read">" " {name}</span></a> };
    let note = if sheet.private {
        Some(words.get(key::GATES_PRIVATE).to_owned())
    } else if sheet.optional {
        Some(words.get(key::GATES_ONE_OF).to_owned())
    } else if sheet.copies > 1 {
        Some(words.fill(key::GATES_COPIES, &[("n", &there.to_string()), ("all", &sheet.copies.to_string())]))
    } else {
        None
    };
    view! {
        <li class="gates-sheet">
            <Icon glyph />
            <span class="stack stack-close">
                <span>{sheet.template.name}</span>
                {note.map(|note| view! { <span class="meta">{note}</span> })}
                <span class="row">
                    {way.map(|(href, word)| link(href, word, name.clone()))} {more.then(|| link(add, key::GATES_ADD, name.clone()))}
                </span>
            </span>
        </li>
    }
    .into_any()
}
