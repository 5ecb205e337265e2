//! A photo on its way in: only of the team, at most 10 MiB, made anew by [`crate::pictures`] before anything is kept.

use super::faults;
use crate::{
    pictures::{self, Picture},
    router::House,
};
use app::{
    context::{Visit, now},
    error::{AppError, AppResult},
};
use axum::{
    Extension, Json,
    body::to_bytes,
    extract::{FromRequest, Multipart, Path, Request, State},
    http::header,
    response::{IntoResponse, Response},
};
use board::id::AssetId;
use bytes::Bytes;
use rand::Rng;
use serde::Serialize;
use shared::{
    access::{WriteBoard, allow},
    ids::VentureId,
    ventures::FieldFault,
};
use store::{files::Files, ventures};

/// Room for the boundaries round a photo.
const ROUND: usize = 64 * 1024;
/// Bytes of a request with a photo.
pub const LIMIT: usize = pictures::UPLOAD + ROUND;

/// A stored picture, as the browser puts it on a board.
#[derive(Clone, Debug, Serialize)]
pub struct Stored {
    /// Its name.
    pub asset: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// `POST /upload/{venture}`: the photo as the body, or as the first file of a form.
pub async fn upload(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path(venture): Path<String>,
    request: Request,
) -> Response {
    match stored(&house, &visit, &venture, request).await {
        Ok(stored) => Json(stored).into_response(),
        Err(error) => faults::json(&error),
    }
}

async fn stored(house: &House, visit: &Visit, venture: &str, request: Request) -> AppResult<Stored> {
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    let venture: VentureId = venture.parse().map_err(|_| AppError::Hidden)?;
    let at = ventures::locus(&house.site.db, venture).await?.ok_or(AppError::Hidden)?;
    allow(who, WriteBoard { at: &at })?;
    let upload = body(request).await?;
    if upload.len() > pictures::UPLOAD {
        return Err(too_large());
    }
    let picture = made(house, upload).await?;
    let asset = AssetId(rand::rng().random::<[u8; 16]>().iter().map(|byte| format!("{byte:02x}")).collect());
    keep(&house.site.files, &asset, picture.bytes.clone()).await?;
    let bytes = picture.bytes.len() as u64;
    store::files::add(&house.site.db, asset.clone(), venture, who.person, bytes, picture.width, picture.height, now()).await?;
    Ok(Stored { asset: asset.0, width: picture.width, height: picture.height })
}

async fn body(request: Request) -> AppResult<Bytes> {
    let form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    if !form {
        return to_bytes(request.into_body(), pictures::UPLOAD).await.map_err(|_| too_large());
    }
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| not_a_picture())?;
    while let Some(field) = form.next_field().await.map_err(|error| if is_too_large(&error) { too_large() } else { not_a_picture() })? {
        if field.file_name().is_some() {
            return field.bytes().await.map_err(|error| if is_too_large(&error) { too_large() } else { not_a_picture() });
        }
    }
    Err(AppError::Field("picture".to_owned(), FieldFault::Empty))
}

fn is_too_large(error: &axum::extract::multipart::MultipartError) -> bool {
    error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE
}

async fn made(house: &House, upload: Bytes) -> AppResult<Picture> {
    let _turn = house.pictures.acquire().await.map_err(|_| AppError::Unavailable)?;
    let made = tokio::task::spawn_blocking(move || pictures::picture(&upload)).await;
    made.map_err(|error| {
        tracing::error!(%error, "picture work broke");
        AppError::Unavailable
    })?
    .map_err(|_| not_a_picture())
}

async fn keep(files: &Files, asset: &AssetId, bytes: Vec<u8>) -> AppResult<()> {
    files.put(asset, bytes).await.map_err(|error| {
        tracing::error!(%error, "picture not kept");
        AppError::Unavailable
    })
}

fn too_large() -> AppError {
    AppError::Field("picture".to_owned(), FieldFault::TooLong)
}

fn not_a_picture() -> AppError {
    AppError::Field("picture".to_owned(), FieldFault::NotAChoice)
}
