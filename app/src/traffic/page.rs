//! `/data`: what this month took, what costs how much, and the switch that saves.

use super::size;
use crate::context::{Weights, actor, now, site, visit};
use crate::error::AppResult;
use crate::errors::Refusal;
use crate::locale::{Key, key, use_words};
use crate::pages::loaded;
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use leptos::prelude::*;
use leptos_meta::Title;
use shared::traffic::TrafficKind;

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    loaded(async move {
        match load().await {
            Ok(month) => view! { <Month month weights=site().weights saver=visit().saver /> }.into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}

/// This person's month, with what was counted a moment ago.
async fn load() -> AppResult<Vec<(TrafficKind, u64)>> {
    let (who, site) = (actor()?, site());
    site.traffic.flush(&site.db, now()).await?;
    Ok(store::traffic::of_month(&site.db, who.person, now()).await?)
}

#[component]
fn Month(month: Vec<(TrafficKind, u64)>, weights: Weights, saver: bool) -> impl IntoView {
    let words = use_words();
    let total: u64 = month.iter().map(|(_, bytes)| bytes).sum();
    let line = move |word: Key, bytes: u64| {
        view! {
            <div class="data-line">
                <dt>{words.get(word)}</dt>
                <dd><bdi>{size(words, bytes)}</bdi></dd>
            </div>
        }
    };
    let kinds = month.into_iter().map(|(kind, bytes)| line(kind_word(kind), bytes)).collect_view();
    let (word, way) = if saver { (key::TRAFFIC_SAVER_END, "off") } else { (key::TRAFFIC_SAVER_BEGIN, "on") };
    view! {
        <Title text=words.get(key::TRAFFIC_TITLE) />
        <div class="page page-narrow">
            <header class="page-head">
                <h1>{words.get(key::TRAFFIC_TITLE)}</h1>
            </header>
            <section class="card" aria-labelledby="data-month">
                <h2 id="data-month">{words.get(key::TRAFFIC_MONTH)}</h2>
                <p class="number-figure"><bdi>{size(words, total)}</bdi></p>
                <dl class="data-lines">{kinds}</dl>
                <p class="meta">{words.get(key::TRAFFIC_HOW)}</p>
            </section>
            <section class="card" aria-labelledby="data-saver">
                <h2 id="data-saver">{words.get(key::TRAFFIC_SAVER)}</h2>
                <p>{words.get(key::TRAFFIC_SAVER_TEXT)}</p>
                <p class="data-state" role="status">
                    <Icon glyph=if saver { Glyph::CheckCircle } else { Glyph::Circle } />
                    <span>{words.get(if saver { key::TRAFFIC_SAVER_ON } else { key::TRAFFIC_SAVER_OFF })}</span>
                </p>
                <form method="post" action=format!("/saver/{way}")>
                    <input type="hidden" name="back" value="/data" />
                    <Button kind=if saver { ButtonKind::Secondary } else { ButtonKind::Primary }>{words.get(word)}</Button>
                </form>
            </section>
            <section class="card" aria-labelledby="data-parts">
                <h2 id="data-parts">{words.get(key::TRAFFIC_PARTS)}</h2>
                <p class="second">{words.get(key::TRAFFIC_PARTS_TEXT)}</p>
                <dl class="data-lines">
                    {line(key::TRAFFIC_PART_BOARD, weights.board)}
                    {line(key::TRAFFIC_PART_CANVAS, weights.canvas)}
                    {line(key::TRAFFIC_PART_SCREENS, weights.screens)}
                </dl>
            </section>
        </div>
    }
}

fn kind_word(kind: TrafficKind) -> Key {
    match kind {
        TrafficKind::Pages => key::TRAFFIC_PAGES,
        TrafficKind::Pictures => key::TRAFFIC_PICTURES,
        TrafficKind::Board => key::TRAFFIC_BOARD,
        TrafficKind::Program => key::TRAFFIC_PROGRAM,
    }
}
