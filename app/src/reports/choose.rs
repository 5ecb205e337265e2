//! The page that asks what is reported: the names, the remarks and the pictures met at a place, each a link to its report.

use super::around::{Around, Place, around};
use crate::error::AppResult;
use crate::locale::{Key, key, use_words};
use crate::traffic::Photo;
use crate::ui::{EmptyState, Glyph, Heads, Icon, Scene};
use leptos::prelude::*;
use shared::reports::Subject;

/// The page, or how one reports where there is nothing to choose from.
pub(super) async fn chosen(place: Option<Place>) -> AppResult<AnyView> {
    let words = use_words();
    let around = around(place).await?;
    if around == Around::default() {
        return Ok(view! {
            <EmptyState scene=Scene::Nothing title=words.get(key::REPORTS_HOW_TITLE) text=words.get(key::REPORTS_HOW_TEXT) heads=Heads::Page />
        }
        .into_any());
    }
    Ok(view! { <Choice around /> }.into_any())
}

#[component]
fn Choice(around: Around) -> impl IntoView {
    let words = use_words();
    let Around { names, remarks, pictures, places } = around;
    let places = places.into_iter().map(|(place, name)| view! { <Way href=place.address() glyph=Glyph::CaretRight said=name by=None /> });
    let places = places.collect_view();
    let names = names.into_iter().map(|(subject, name)| {
        let glyph = if matches!(subject, Subject::Person(_)) { Glyph::User } else { Glyph::Star };
        view! { <Way href=about(&subject) glyph said=name by=None /> }
    });
    let names = names.collect_view();
    let remarks =
        remarks.into_iter().map(|(subject, said, by)| view! { <Way href=about(&subject) glyph=Glyph::ChatText said by=Some(by) /> });
    let remarks = remarks.collect_view();
    let pictures = pictures.into_iter().enumerate().map(|(n, shot)| {
        let href = about(&Subject::Picture(shot.name.clone()));
        let name = format!("{} {}", words.get(key::REPORTS_PICTURE), n + 1);
        view! {
            <li class="report-shot">
                <Photo src=format!("/files/{}", shot.name) alt=name.clone() bytes=shot.bytes size=shot.size />
                <a href=href aria-label=format!("{} · {name}", words.get(key::REPORTS_PICTURE_WAY))>{words.get(key::REPORTS_PICTURE_WAY)}</a>
            </li>
        }
    });
    let pictures = pictures.collect_view();
    view! {
        <header class="page-head">
            <h1>{words.get(key::REPORTS_REPORT)}</h1>
            <p class="second">{words.get(key::REPORTS_WHICH)} " " {words.get(key::REPORTS_NOT_AUTHOR)}</p>
        </header>
        <Part title=key::REPORTS_PLACES id="report-places" class="report-ways" many=places />
        <Part title=key::REPORTS_NAMES id="report-names" class="report-ways" many=names />
        <Part title=key::REPORTS_PICTURES id="report-pictures" class="report-shots" many=pictures />
        <Part title=key::REPORTS_REMARKS id="report-remarks" class="report-ways" many=remarks />
    }
    .into_any()
}

fn about(subject: &Subject) -> String {
    format!("/report?about={subject}")
}

/// One sort of things; nothing where there are none.
#[component]
fn Part<T: IntoView + 'static>(title: Key, id: &'static str, class: &'static str, many: Vec<T>) -> impl IntoView {
    (!many.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby=id>
                <h2 id=id>{use_words().get(title)}</h2>
                <ul class=class>{many}</ul>
            </section>
        }
        .into_any()
    })
}

#[component]
fn Way(href: String, glyph: Glyph, said: String, by: Option<String>) -> impl IntoView {
    view! {
        <li>
            <a class="report-choice" href=href>
                <Icon glyph />
                <span>
                    <bdi class="report-said">{said}</bdi>
                    {by.map(|by| view! { <span class="meta"><bdi>{by}</bdi></span> })}
                </span>
            </a>
        </li>
    }
    .into_any()
}
