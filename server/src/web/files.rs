//! Stored pictures: who may see the venture may see them. A phone keeps one for some minutes, then asks whether it still stands: the answer is a
//! line, or 410 where it was taken out. The bytes are never paid twice, and nothing that was taken out stays in a phone.
//! Drawings that the product brings along are here too, for everybody; no upload can become one, because they are not in the folder.

use super::faults;
use crate::router::House;
use app::{
    context::Visit,
    error::{AppError, AppResult},
    locale::{key, words},
};
use axum::{
    Extension,
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use board::id::AssetId;
use bytes::Bytes;
use shared::{
    access::{SeeVenture, allow},
    ids::VentureId,
    reference,
};
use store::ventures;

/// Is this a name that an upload was given?
pub fn is_asset(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// `GET /files/{asset}`.
pub async fn file(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path(asset): Path<String>,
    headers: HeaderMap,
) -> Response {
    let known = Known::of(&headers, &asset);
    answer(&visit, &asset, bytes(&house, &visit, &asset, known).await)
}

/// `GET /p/{token}/files/{asset}`: a picture of a prototype, to who has the link to it.
pub async fn played(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path((token, asset)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let known = Known::of(&headers, &asset);
    answer(&visit, &asset, played_bytes(&house, &token, &asset, known).await)
}

/// Whether the phone has the bytes and only asks if they still stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Yes,
    No,
}

impl Known {
    fn of(headers: &HeaderMap, asset: &str) -> Self {
        let tags = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default();
        let same = tags.split(',').any(|known| known.trim().trim_start_matches("W/") == tag(asset));
        if same { Self::Yes } else { Self::No }
    }
}

/// A picture never changes under its name, so its name is its tag.
fn tag(asset: &str) -> String {
    format!("\"{asset}\"")
}

fn answer(visit: &Visit, asset: &str, kept: AppResult<Kept>) -> Response {
    match kept {
        Ok(Kept::Drawn(svg)) => drawing(svg),
        Ok(Kept::Removed(width, height)) => removed(visit, width, height),
        Ok(Kept::Same) => {
            (StatusCode::NOT_MODIFIED, [(header::CACHE_CONTROL, FRESH.to_owned()), (header::ETAG, tag(asset))]).into_response()
        }
        Ok(Kept::Here(bytes)) => {
            let headers =
                [(header::CONTENT_TYPE, "image/jpeg".to_owned()), (header::CACHE_CONTROL, FRESH.to_owned()), (header::ETAG, tag(asset))];
            (headers, Body::from(bytes)).into_response()
        }
        Err(error) => faults::json(&error),
    }
}

/// For so long a phone shows a picture without asking again.
const FRESH: &str = "private, max-age=180, must-revalidate";

/// What there is under a name.
enum Kept {
    /// A drawing of ours. It is shipped, so it is no secret of anybody.
    Drawn(&'static str),
    /// The picture.
    Here(Bytes),
    /// The picture, which the phone has.
    Same,
    /// It was taken out; how large it was.
    Removed(u32, u32),
}

/// A picture of a sentence, as large as the one that was taken out: 410 to who asks, and still something to see where the picture stood.
fn removed(visit: &Visit, width: u32, height: u32) -> Response {
    let said = words(visit.lang).get(key::REPORTS_REMOVED);
    let (width, height) = (width.max(160), height.max(120));
    let size = width / 12;
    let drawn = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#E7EDEA\"/><text x=\"50%\" y=\"50%\" text-anchor=\"middle\" dominant-baseline=\"middle\" \
         font-family=\"system-ui, sans-serif\" font-size=\"{size}\" fill=\"#4A5B62\">{said}</text></svg>"
    );
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::GONE, headers, drawn).into_response()
}

/// A drawing as an answer: a picture that loads nothing and runs nothing, even where somebody opens it by itself.
fn drawing(svg: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    ];
    (headers, svg).into_response()
}

async fn bytes(house: &House, visit: &Visit, asset: &str, known: Known) -> AppResult<Kept> {
    let asset = AssetId(asset.to_owned());
    if let Some(svg) = reference::drawing_of(&asset) {
        return Ok(Kept::Drawn(svg));
    }
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    let venture = whose(house, &asset).await?;
    let at = ventures::locus(&house.site.db, venture).await?.ok_or(AppError::Hidden)?;
    allow(who, SeeVenture { at: &at })?;
    stored(house, &asset, known).await
}

async fn played_bytes(house: &House, token: &str, asset: &str, known: Known) -> AppResult<Kept> {
    let asset = AssetId(asset.to_owned());
    if let Some(svg) = reference::drawing_of(&asset) {
        return Ok(Kept::Drawn(svg));
    }
    let venture = whose(house, &asset).await?;
    if app::prototypes::opens_picture(&house.site, token, &asset).await? != venture {
        return Err(AppError::Hidden);
    }
    stored(house, &asset, known).await
}

/// Whose picture it is.
async fn whose(house: &House, asset: &AssetId) -> AppResult<VentureId> {
    if !is_asset(&asset.0) {
        return Err(AppError::Hidden);
    }
    store::files::venture_of(&house.site.db, asset).await?.ok_or(AppError::Hidden)
}

async fn stored(house: &House, asset: &AssetId, known: Known) -> AppResult<Kept> {
    if let Some((width, height)) = store::files::removed(&house.site.db, asset).await? {
        if let Err(error) = house.site.files.forget(asset).await {
            tracing::error!(%error, asset = asset.0, "a picture that was taken out is still on the disk");
        }
        return Ok(Kept::Removed(width, height));
    }
    if known == Known::Yes {
        return Ok(Kept::Same);
    }
    house.site.files.get(asset).await.map(Kept::Here).map_err(|error| {
        tracing::error!(%error, asset = asset.0, "picture not read");
        AppError::Hidden
    })
}
