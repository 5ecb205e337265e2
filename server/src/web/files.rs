//! Stored pictures: who may see the venture may see them. The bytes are in a folder, under a name nobody can guess; the rows are in `store`.
//! Drawings that the product brings along are here too, for everybody; no upload can become one, because they are not in the folder.

use super::faults;
use crate::router::House;
use app::{
    context::Visit,
    error::{AppError, AppResult},
};
use axum::{
    Extension,
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use board::id::AssetId;
use bytes::Bytes;
use object_store::{ObjectStore, PutPayload, local::LocalFileSystem, path::Path as Key};
use shared::{
    access::{SeeVenture, allow},
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
    let asset = AssetId(asset);
    if let Some(svg) = reference::drawing_of(&asset) {
        return drawing(svg);
    }
    match bytes(&house, &visit, asset).await {
        Ok(bytes) => {
            let mut response = Response::new(Body::from(bytes));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
            response.into_response()
        }
        Err(error) => faults::json(&error),
    }
}

/// A drawing as an answer: a picture that loads nothing and runs nothing, even where somebody opens it by itself.
pub fn drawing(svg: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=86400"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    ];
    (headers, svg).into_response()
}

async fn bytes(house: &House, visit: &Visit, asset: AssetId) -> AppResult<Bytes> {
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    if !is_asset(&asset.0) {
        return Err(AppError::Hidden);
    }
    let db = &house.site.db;
    let venture = store::files::venture_of(db, &asset).await?.ok_or(AppError::Hidden)?;
    let at = ventures::locus(db, venture).await?.ok_or(AppError::Hidden)?;
    allow(who, SeeVenture { at: &at })?;
    house.files.get(&asset).await.map_err(|error| {
        tracing::error!(%error, asset = asset.0, "picture not read");
        AppError::Hidden
    })
}
