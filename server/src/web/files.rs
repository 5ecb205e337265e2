//! Stored pictures: who may see the venture may see them. The bytes are in a folder, under a name nobody can guess; the rows are in `store`.
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
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use board::id::AssetId;
use bytes::Bytes;
use object_store::{ObjectStore, PutPayload, local::LocalFileSystem, path::Path as Key};
use shared::{
    access::{SeeVenture, allow},
    ids::VentureId,
    reference,
};
use std::{io, path::Path as Folder, sync::Arc};
use store::ventures;

/// The folder of stored pictures.
#[derive(Clone, Debug)]
pub struct Files(Arc<LocalFileSystem>);

impl Files {
    /// Opens the folder; makes it when missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(folder: &Folder) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)))
    }

    /// Writes a picture under its name.
    ///
    /// # Errors
    /// When the disk is full or not there.
    pub async fn put(&self, asset: &AssetId, bytes: Vec<u8>) -> object_store::Result<()> {
        self.0.put(&key(asset), PutPayload::from(Bytes::from(bytes))).await.map(|_| ())
    }

    /// Reads a picture.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn get(&self, asset: &AssetId) -> object_store::Result<Bytes> {
        self.0.get(&key(asset)).await?.bytes().await
    }
}

impl Files {
    /// Takes a picture's bytes away. Once they are gone, again changes nothing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub async fn forget(&self, asset: &AssetId) -> object_store::Result<()> {
        match self.0.delete(&key(asset)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }
}

/// Two letters a folder: 26,000 ventures make many pictures.
fn key(asset: &AssetId) -> Key {
    Key::from(format!("{}/{}.jpg", &asset.0[..2], asset.0))
}

/// Is this a name that an upload was given?
pub fn is_asset(name: &str) -> bool {
    name.len() == 32 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// `GET /files/{asset}`.
pub async fn file(State(house): State<House>, Extension(visit): Extension<Visit>, Path(asset): Path<String>) -> Response {
    answer(&visit, bytes(&house, &visit, asset).await)
}

/// `GET /p/{token}/files/{asset}`: a picture of a prototype, to who has the link to it.
pub async fn played(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path((token, asset)): Path<(String, String)>,
) -> Response {
    answer(&visit, played_bytes(&house, &token, asset).await)
}

fn answer(visit: &Visit, kept: AppResult<Kept>) -> Response {
    match kept {
        Ok(Kept::Drawn(svg)) => drawing(svg),
        Ok(Kept::Removed(width, height)) => removed(visit, width, height),
        Ok(Kept::Here(bytes)) => {
            let mut response = Response::new(Body::from(bytes));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
            response
        }
        Err(error) => faults::json(&error),
    }
}

/// What there is under a name.
enum Kept {
    /// A drawing of ours. It is shipped, so it is no secret of anybody.
    Drawn(&'static str),
    /// The picture.
    Here(Bytes),
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

async fn bytes(house: &House, visit: &Visit, asset: String) -> AppResult<Kept> {
    let asset = AssetId(asset);
    if let Some(svg) = reference::drawing_of(&asset) {
        return Ok(Kept::Drawn(svg));
    }
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    let venture = known(house, &asset).await?;
    let at = ventures::locus(&house.site.db, venture).await?.ok_or(AppError::Hidden)?;
    allow(who, SeeVenture { at: &at })?;
    stored(house, &asset).await
}

async fn played_bytes(house: &House, token: &str, asset: String) -> AppResult<Kept> {
    let asset = AssetId(asset);
    if let Some(svg) = reference::drawing_of(&asset) {
        return Ok(Kept::Drawn(svg));
    }
    let venture = known(house, &asset).await?;
    if app::prototypes::opens_picture(&house.site, token, &asset).await? != venture {
        return Err(AppError::Hidden);
    }
    stored(house, &asset).await
}

/// Whose picture it is.
async fn known(house: &House, asset: &AssetId) -> AppResult<VentureId> {
    if !is_asset(&asset.0) {
        return Err(AppError::Hidden);
    }
    store::files::venture_of(&house.site.db, asset).await?.ok_or(AppError::Hidden)
}

async fn stored(house: &House, asset: &AssetId) -> AppResult<Kept> {
    if let Some((width, height)) = store::files::removed(&house.site.db, asset).await? {
        if let Err(error) = house.files.forget(asset).await {
            tracing::error!(%error, asset = asset.0, "a picture that was taken out is still on the disk");
        }
        return Ok(Kept::Removed(width, height));
    }
    house.files.get(asset).await.map(Kept::Here).map_err(|error| {
        tracing::error!(%error, asset = asset.0, "picture not read");
        AppError::Hidden
    })
}
