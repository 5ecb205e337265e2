//! A venture's cards as pictures: to those who see the venture.

use super::faults;
use crate::router::House;
use app::context::Visit;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use serde::Deserialize;

/// What the picture is asked to say beside the rest.
#[derive(Debug, Deserialize)]
pub struct Asked {
    names: Option<String>,
}

/// `GET /v/{venture}/cards/{card}/card.svg`.
pub async fn picture(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path((venture, card)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    match app::cards::svg(&house.site, &visit, &venture, &card, asked.names.is_some()).await {
        Ok(svg) => ([(header::CONTENT_TYPE, "image/svg+xml; charset=utf-8")], svg).into_response(),
        Err(error) => faults::json(&error),
    }
}
