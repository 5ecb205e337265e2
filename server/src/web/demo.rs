//! The doors of a demonstration. On any other server there is nothing at this address.

use super::{
    cookies,
    faults::{self, Fault},
};
use crate::router::House;
use app::{
    context::{Visit, now},
    error::AppError,
};
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use shared::demo::OpenDoor;
use store::{StoreError, accounts};

/// `POST /demo/enter/{door}`: a session as the invented person behind the door, in the language of the page it stood on.
pub async fn enter(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path(door): Path<String>,
    headers: HeaderMap,
) -> Response {
    match opened(&house, &door).await {
        Ok(Some((token, page))) => {
            let mut response = Redirect::to(page).into_response();
            let cookies = [cookies::session(&token), cookies::choice(cookies::LANG, visit.lang.code())];
            for cookie in cookies.into_iter().flatten() {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response
        }
        Ok(None) => faults::json(&AppError::Hidden),
        Err(error) => {
            tracing::error!(%error, "door not opened");
            faults::answer(Fault::Busy, visit.lang, &house.site.assets, &headers)
        }
    }
}

/// The token of a new session and the page it begins on; nothing where there is no such door.
async fn opened(house: &House, door: &str) -> Result<Option<(String, &'static str)>, StoreError> {
    let Some(door) = OpenDoor::from_code(door).filter(|_| house.site.demo) else { return Ok(None) };
    let people = accounts::residents(&house.site.db).await?;
    let Some(who) = door.leads_to(&people) else { return Ok(None) };
    let token = accounts::open_session(&house.site.db, who.person, now()).await?;
    Ok(Some((token, if who.entered { "/" } else { "/welcome" })))
}
