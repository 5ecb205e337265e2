//! The answer to the question that starts a venture. What starts nothing comes back in its own form, however long it is: an address could not hold it.

use super::pages;
use crate::router::House;
use app::{
    context::Visit,
    ventures::{Answer, Refused, start},
};
use axum::{
    Extension, Form,
    body::Body,
    extract::{Request, State},
    http::Method,
    response::{IntoResponse, Redirect, Response},
};

/// `POST /ventures/new`.
pub async fn start_venture(State(house): State<House>, Extension(visit): Extension<Visit>, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let form = Request::from_parts(head.clone(), body);
    let answer: Answer = match axum::RequestExt::extract::<Form<Answer>, _>(form).await {
        Ok(Form(answer)) => answer,
        Err(refusal) => return refusal.into_response(),
    };
    match start(&house.site, &visit, &answer).await {
        Ok(place) => Redirect::to(&place).into_response(),
        Err(why) => {
            head.method = Method::GET;
            head.extensions.insert(Refused { answer, why });
            pages::page(State(house), Request::from_parts(head, Body::empty())).await
        }
    }
}
