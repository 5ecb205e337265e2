//! The answer to the question that starts a venture. What starts nothing comes back in its own form, however long it is.

use super::pages;
use crate::router::House;
use app::{
    context::Visit,
    returned::Refused,
    ventures::{Answer, start},
};
use axum::{
    Extension, Form,
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};

/// `POST /ventures/new`.
pub async fn start_venture(State(house): State<House>, Extension(visit): Extension<Visit>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let form = Request::from_parts(head.clone(), body);
    let answer: Answer = match axum::RequestExt::extract::<Form<Answer>, _>(form).await {
        Ok(Form(answer)) => answer,
        Err(refusal) => return refusal.into_response(),
    };
    match start(&house.site, &visit, &answer).await {
        Ok(place) => Redirect::to(&place).into_response(),
        Err(why) => {
            let page = head.uri.path().to_owned();
            let sent = [("id", answer.id.to_string()), ("lang", answer.lang.code().to_owned()), ("saw", answer.saw)];
            let fields = sent.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            pages::returned(house, head, Refused { to: page.clone(), page: Some(page), fields, why }).await
        }
    }
}
