//! Plays a prototype, with links and nothing else: each screen is a state of one page, `?screen=3-17`.
//! Only on the server. It sends no data beside what is on the screen being shown.

use super::{
    picture::{self, Hotspots},
    saving,
};
use crate::{
    accounts::use_who,
    context,
    error::{AppError, AppResult},
    errors::Refusal,
    locale::{key, use_words},
    reports::{Place, ReportWay},
    ui::{ButtonKind, EmptyState, Glyph, Heads, Icon, LinkButton, Scene},
};
use board::{
    Document,
    id::{AssetId, RecordId},
    record::{Kind, Parent},
};
use leptos::prelude::*;
use leptos_meta::{Stylesheet, Title};
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::{
    access::{Denied, SeeVenture, allow},
    ids::VentureId,
    reference,
};

/// One screen of a prototype being played.
pub(crate) struct Shown {
    name: String,
    /// Which screen of how many, from 1; none when the prototype has no screen yet.
    screen: Option<Screen>,
}

impl Shown {
    /// The same, its pictures left out until they are asked for, where data is saved.
    pub(crate) async fn saving(mut self, asked: bool) -> AppResult<Self> {
        if !context::visit().saver || asked {
            return Ok(self);
        }
        if let Some(screen) = &mut self.screen {
            let address = format!("?screen={}&pictures=1", screen.id);
            let mut weights = Vec::new();
            for name in saving::photos(&screen.picture) {
                let asset = AssetId(name);
                let bytes = match reference::drawing_of(&asset) {
                    Some(drawing) => drawing.len() as u64,
                    None => store::files::bytes(&context::site().db, std::slice::from_ref(&asset)).await?,
                };
                weights.push((asset, bytes));
            }
            if !weights.is_empty() {
                screen.picture = saving::boxed(&screen.picture, &weights, &address);
                let bytes = weights.iter().map(|(_, bytes)| bytes).sum();
                screen.waiting = Some(Waiting { pictures: weights.len() as u64, bytes, address });
            }
        }
        Ok(self)
    }

    /// The same, with its pictures fetched from another folder. What people typed cannot look like one: its quotes are escaped.
    pub(super) fn with_files_at(mut self, folder: &str) -> Self {
        if let Some(screen) = &mut self.screen {
            screen.picture = screen.picture.replace("<image href=\"/files/", &format!("<image href=\"{folder}"));
        }
        self
    }
}

struct Screen {
    id: RecordId,
    title: String,
    number: u64,
    count: u64,
    picture: String,
    /// Where the hotspots lead: (address, label).
    ways: Vec<(String, String)>,
    first: bool,
    /// Its pictures, by the names they are stored under.
    photos: Vec<String>,
    /// What the pictures that wait weigh together, how many they are, and where they are shown.
    waiting: Option<Waiting>,
}

struct Waiting {
    pictures: u64,
    bytes: u64,
    address: String,
}

/// The page `/v/:venture/prototypes/:record/play`.
#[component]
pub fn Play() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let (venture, prototype) = params.with_untracked(|params| (params.get("venture"), params.get("record")));
    let (screen, asked) = query.with_untracked(|query| (query.get("screen"), query.get("pictures").is_some()));
    crate::pages::loaded(async move {
        match load(venture, prototype, screen, asked).await {
            Ok((shown, quit)) => page(shown, quit).into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// What is shown, and where one goes who stops playing.
async fn load(venture: Option<String>, prototype: Option<String>, screen: Option<String>, asked: bool) -> AppResult<(Shown, String)> {
    let who = context::actor()?;
    let venture: VentureId = venture.and_then(|id| id.parse().ok()).ok_or(Denied::Hidden)?;
    let prototype: RecordId = prototype.and_then(|id| id.parse().ok()).ok_or(Denied::Hidden)?;
    let site = context::site();
    let at = store::ventures::locus(&site.db, venture).await?.ok_or(Denied::Hidden)?;
    allow(&who, SeeVenture { at: &at })?;
    let document = site.boards.open(venture).await?;
    let screen = match screen {
        None => None,
        Some(id) => Some(id.parse().ok().filter(|id| picture::belongs(&document, prototype, *id)).ok_or(AppError::Hidden)?),
    };
    Ok((shown(&document, prototype, screen)?.saving(asked).await?, format!("/v/{venture}/board#r-{prototype}")))
}

/// A screen of a prototype; the first where none of its own is asked for.
///
/// # Errors
/// [`AppError::Hidden`] when there is no such prototype.
pub(crate) fn shown(document: &Document, prototype: RecordId, screen: Option<RecordId>) -> AppResult<Shown> {
    let record = document.get(prototype).filter(|record| record.kind == Kind::Prototype && document.is_visible(prototype));
    let name = record.ok_or(AppError::Hidden)?.words().to_owned();
    let first = picture::first_screen(document, prototype);
    let current = screen.filter(|id| picture::belongs(document, prototype, *id)).or(first);
    let address = |screen: RecordId| if Some(screen) == first { "?".to_owned() } else { format!("?screen={screen}") };
    let screen = current.map(|id| {
        let title = document.get(id).map(|screen| screen.words().to_owned()).unwrap_or_default();
        let number = document.screens(prototype).position(|screen| screen.id == id).unwrap_or_default() as u64 + 1;
        let labels = picture::ways(document, id).into_iter().map(|(hotspot, target)| {
            let label = document.get(hotspot).map(|hotspot| picture::label(document, hotspot).to_owned()).unwrap_or_default();
            (address(target), label)
        });
        Screen {
            id,
            waiting: None,
            number,
            count: document.screens(prototype).count() as u64,
            picture: picture::screen(document, id, &title, Hotspots::Links(&address)),
            ways: labels.collect(),
            first: Some(id) == first,
            photos: photos(document, id),
            title,
        }
    });
    Ok(Shown { name, screen })
}

/// The photos of a screen, its ground first; what was shipped as a drawing is nobody's.
fn photos(document: &Document, screen: RecordId) -> Vec<String> {
    let parent = Parent::Record(screen);
    let parts = document.get(screen).into_iter().chain(document.children(&parent));
    parts.filter_map(board::Record::asset).filter(|asset| reference::drawing_of(asset).is_none()).map(|asset| asset.0.clone()).collect()
}

/// What the photos of the screen weigh that a prototype is played from; nothing where they wait to be asked for.
///
/// # Errors
/// What the database says.
pub(crate) async fn weight_of_first(document: &Document, prototype: RecordId) -> AppResult<u64> {
    let Some(first) = picture::first_screen(document, prototype).filter(|_| !context::visit().saver) else { return Ok(0) };
    let assets: Vec<AssetId> = photos(document, first).into_iter().map(AssetId).collect();
    Ok(store::files::bytes(&context::site().db, &assets).await?)
}

/// The style of screens, for a page that shows one.
#[component]
pub(super) fn ScreenStyle() -> impl IntoView {
    view! { <Stylesheet href=format!("{}/prototypes.css", crate::assets::folder()) /> }
}

/// The page of a screen, with the address for who stops playing.
pub(crate) fn page(shown: Shown, quit: String) -> impl IntoView {
    let words = use_words();
    let Shown { name, screen } = shown;
    let Some(screen) = screen else {
        return view! {
            <Title text=name.clone() />
            <div class="page page-narrow">
                <EmptyState scene=Scene::Nothing title=name text=words.get(key::PROTOTYPES_NO_SCREEN) heads=Heads::Page>
                    <LinkButton href=quit>{words.get(key::PROTOTYPES_QUIT)}</LinkButton>
                </EmptyState>
            </div>
        }
        .into_any();
    };
    let Screen { title, number, count, picture, ways, first, photos, waiting, .. } = screen;
    let waiting = waiting.map(|Waiting { pictures, bytes, address }| {
        let word = words.plural(key::TRAFFIC_IMAGES, pictures, &[("size", &crate::traffic::size(words, bytes))]);
        view! { <LinkButton href=address kind=ButtonKind::Secondary glyph=Glyph::Image>{word}</LinkButton> }
    });
    let place = words.fill(key::PROTOTYPES_PLACE, &[("n", &number.to_string()), ("all", &count.to_string())]);
    let again = (!first).then(|| {
        view! {
            <a class="button button-secondary" href="?">
                <span class="button-face"><Icon glyph=Glyph::ArrowClockwise />{words.get(key::PROTOTYPES_AGAIN)}</span>
            </a>
        }
    });
    let end = ways.is_empty().then(|| {
        view! {
            <p class="play-end" role="status">
                {if first { words.get(key::PROTOTYPES_END_FIRST) } else { words.get(key::PROTOTYPES_END) }}
            </p>
        }
    });
    let signed_in = use_who().with_untracked(Option::is_some);
    let reports = photos.into_iter().filter(|_| signed_in).map(|asset| {
        let href = format!("/report?about=picture-{asset}");
        view! { <p><a class="meta report-way" href=href>{words.get(key::REPORTS_PICTURE_WAY)}</a></p> }
    });
    let reports = reports.collect_view();
    let report = Place::of_path(&crate::place::path()).filter(|_| signed_in).map(|place| view! { <p><ReportWay place /></p> });
    let leads = !ways.is_empty();
    let ways = leads.then(|| {
        let ways = ways.into_iter().map(|(address, label)| view! { <li><a href=address dir="auto">{label}</a></li> }).collect_view();
        view! {
            <details class="play-ways">
                <summary>{words.get(key::PROTOTYPES_WAYS)}</summary>
                <ul>{ways}</ul>
            </details>
        }
    });
    view! {
        <Title text=format!("{title} · {name}") />
        <ScreenStyle />
        <div class="play">
            <div class="play-phone" inner_html=picture></div>
            <div class="play-side">
                <h1 class="play-name"><bdi>{name}</bdi></h1>
                <p class="play-title"><bdi>{title}</bdi><span class="meta">{place}</span></p>
                {waiting}
                {end}
                {ways}
                {leads.then(|| view! { <p class="play-hint"><Icon glyph=Glyph::Hand /><span>{words.get(key::PROTOTYPES_HINT)}<span class="play-keys">{words.get(key::PROTOTYPES_HINT_KEYS)}</span></span></p> })}
                {reports}
                {report}
                <div class="play-acts">
                    {again}
                    <a class="button button-quiet" href=quit>
                        <span class="button-face"><Icon glyph=Glyph::X />{words.get(key::PROTOTYPES_QUIT)}</span>
                    </a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
