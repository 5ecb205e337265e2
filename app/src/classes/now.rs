//! The class on a trainee's day: what the group works on now, with the way to the team's sheet. It draws nothing where no class runs.

use super::{deeds::running, wall::sheet};
use crate::context::{Site, actor, now, site, visit};
use crate::error::AppResult;
use crate::locale::{Key, key, use_words};
use crate::pages::loaded;
use crate::ui::{Glyph, LinkButton};
use leptos::prelude::*;
use shared::{
    classes::{self, ClassSession, Progress},
    ids::PersonId,
};

/// What a trainee in class goes on with.
struct InClass {
    name: String,
    left: Option<i64>,
    /// A sentence, the word of the way and where it leads.
    way: (Key, Key, String),
}

/// The class that the trainee's group is in.
pub fn in_class() -> impl IntoView {
    loaded(async move {
        match load().await {
            Ok(Some(class)) => view! { <Card class /> }.into_any(),
            // A day is read without its class rather than not at all.
            Ok(None) | Err(_) => ().into_any(),
        }
    })
}

async fn load() -> AppResult<Option<InClass>> {
    let (who, site) = (actor()?, site());
    let Some(group) = who.group() else { return Ok(None) };
    let Some((class, name)) = running(&site, group, visit().lang).await? else { return Ok(None) };
    if !class.is_on(now()) {
        return Ok(None);
    }
    let way = way(&site, who.person, &class).await?;
    Ok(Some(InClass { name, left: class.left(now()), way }))
}

async fn way(site: &Site, person: PersonId, class: &ClassSession) -> AppResult<(Key, Key, String)> {
    if class.sheets.is_empty() {
        return Ok((key::CLASSES_NOW_OWN, key::CLASSES_NOW_OWN_WAY, "/self-check".to_owned()));
    }
    let own = store::ventures::of_person(&site.db, person).await?;
    // The venture last worked on is the one to go on with.
    let Some(venture) = own.first().map(|card| card.id) else {
        return Ok((key::CLASSES_NOW_NO_TEAM, key::CLASSES_NOW_JOIN, "/join".to_owned()));
    };
    let since = store::classes::since(&site.db, class.id).await?.get(&venture).copied().unwrap_or_default();
    let document = site.boards.open(venture).await?;
    let sheets = class.sheets.iter().map(|id| (id, sheet(&document, id, since)));
    let open =
        sheets.clone().find(|(_, sheet)| sheet.as_ref().is_none_or(|sheet| !matches!(sheet.progress, Progress::Filled | Progress::Done)));
    let (way, anchor) = match open.or_else(|| sheets.clone().next()) {
        Some((_, Some(sheet))) => {
            let block = sheet.next.map(|block| format!("-{block}")).unwrap_or_default();
            (key::CLASSES_NOW_WAY, format!("#r-{}{block}", sheet.frame))
        }
        Some((id, None)) => (key::CLASSES_NOW_ADD, format!("?add={id}")),
        None => (key::CLASSES_NOW_WAY, String::new()),
    };
    Ok((key::CLASSES_NOW_TEXT, way, format!("/v/{venture}/board{anchor}")))
}

#[component]
fn Card(class: InClass) -> impl IntoView {
    let words = use_words();
    let InClass { name, left, way: (text, way, href) } = class;
    let head = match left {
        Some(left) => {
            let time = words.plural(key::TIME_MINUTES, classes::minutes(left), &[]);
            words.fill(key::CLASSES_NOW, &[("time", &time)])
        }
        None => words.get(key::CLASSES_NOW_OVER).to_owned(),
    };
    view! {
        <section class="card next-step in-class" aria-labelledby="in-class-title">
            <p class="next-step-word">{head}</p>
            <h2 id="in-class-title">{name}</h2>
            <p>{words.get(text)}</p>
            <div class="row">
                <LinkButton href glyph=Glyph::ArrowRight>{words.get(way)}</LinkButton>
            </div>
        </section>
    }
    .into_any()
}
