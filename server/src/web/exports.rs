//! Lists as files for a spreadsheet: what the page shows under the same filter, within the same scope, noted with who took it.

use super::faults;
use crate::router::House;
use app::{
    context::{Visit, now},
    error::{AppError, AppResult},
    locale::{Words, key, words},
    portfolio::standing_word,
};
use axum::{
    Extension,
    body::Body,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use csv::WriterBuilder;
use shared::{
    Lang,
    access::{SeePortfolio, allow},
    exits::Standing,
    portfolio::{
        Filter, Patience, Row,
        csv::{BETWEEN, BOM, cell},
    },
    reference,
};
use store::portfolio;

/// `GET /portfolio.csv`, with the filter of the page.
pub async fn portfolio(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Query(pairs): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let origin = origin(&house, &headers);
    match table(&house, &visit, &pairs, &origin).await {
        Ok(table) => {
            let mut response = Response::new(Body::from(table));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"fikra.csv\""));
            response
        }
        Err(error) => faults::json(&error).into_response(),
    }
}

/// The address of our pages, as this person reaches us.
fn origin(house: &House, headers: &HeaderMap) -> String {
    if let Some(origin) = &house.site.origin {
        return origin.to_string();
    }
    let scheme = if house.origins.https(headers) { "https" } else { "http" };
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).map(|host| format!("{scheme}://{host}")).unwrap_or_default()
}

async fn table(house: &House, visit: &Visit, pairs: &[(String, String)], origin: &str) -> AppResult<Vec<u8>> {
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    let permit = allow(who, SeePortfolio)?;
    let filter = Filter::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let rows = portfolio::export(&house.site.db, permit, who, &filter, now()).await?;
    written(&rows, visit.lang, origin).map_err(|error| {
        tracing::error!(%error, "table not written");
        AppError::Unavailable
    })
}

fn written(rows: &[Row], lang: Lang, origin: &str) -> csv::Result<Vec<u8>> {
    let words = words(lang);
    let (gates, themes, regions) = (reference::gates(lang), reference::themes(lang), reference::regions());
    let patience = Patience::at(now());
    let mut out = WriterBuilder::new().delimiter(BETWEEN).terminator(csv::Terminator::CRLF).from_writer(BOM.as_bytes().to_vec());
    out.write_record(heads(words))?;
    for row in rows {
        let gate = gates.iter().find(|known| known.gate == row.gate).map(|known| known.name.as_str()).unwrap_or_default();
        let theme = themes.iter().find(|known| known.id == row.theme).map(|known| known.name.as_str()).unwrap_or_default();
        let region = regions.iter().find(|known| known.code == row.region).map(|known| known.name.get(lang)).unwrap_or_default();
        let asked = row.asks_since.and_then(|_| gates.iter().find(|known| known.gate.0 == row.gate.0 + 1));
        let stuck = if row.is_stuck(patience) { words.get(key::PORTFOLIO_STUCK) } else { "" };
        let cells = [
            row.name.clone(),
            row.gate.code(),
            gate.to_owned(),
            asked.map(|asked| format!("{} · {}", asked.gate.code(), asked.name)).unwrap_or_default(),
            row.asks_since.map(|since| since.days_until(now()).to_string()).unwrap_or_default(),
            theme.to_owned(),
            region.to_owned(),
            reference::place_name(&row.place, lang).unwrap_or(&row.place).to_owned(),
            row.group_code.clone(),
            row.members.to_string(),
            row.mentors.join(", "),
            row.open_threads.to_string(),
            row.changed.days_until(now()).to_string(),
            stuck.to_owned(),
            standing_word(words, row.aside.map_or(Standing::UnderWay, Standing::Aside)),
            format!("{origin}/portfolio/{}", row.id),
        ];
        out.write_record(cells.iter().map(|words| cell(words).into_owned()))?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn heads(words: Words) -> [&'static str; 16] {
    [
        key::PORTFOLIO_VENTURE,
        key::PORTFOLIO_GATE,
        key::PORTFOLIO_GATE_NAME,
        key::PORTFOLIO_ASKED_GATE,
        key::PORTFOLIO_ASKED_DAYS,
        key::PORTFOLIO_THEME,
        key::PORTFOLIO_REGION,
        key::PORTFOLIO_PLACE,
        key::PORTFOLIO_GROUP,
        key::PORTFOLIO_MEMBERS,
        key::PORTFOLIO_MENTORS,
        key::PORTFOLIO_THREADS,
        key::PORTFOLIO_STILL_DAYS,
        key::PORTFOLIO_STUCK,
        key::PORTFOLIO_STANDING,
        key::PORTFOLIO_CSV_LINK,
    ]
    .map(|head| words.get(head))
}
