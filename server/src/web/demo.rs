//! The doors of a demonstration. On any other server there is nothing at this address.

use super::{
    cookies,
    faults::{self, Fault},
};
use crate::{router::House, seed::cast};
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
use shared::{Lang, demo::OpenDoor};
use store::{
    StoreError,
    accounts::{self, NewcomersGroup},
};

/// `POST /demo/enter/{door}`: a session as the invented person behind the door, in the language of the page it stood on.
pub async fn enter(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path(door): Path<String>,
    headers: HeaderMap,
) -> Response {
    match opened(&house, &door, visit.lang).await {
        Ok(Some((token, page))) => {
            let mut response = Redirect::to(page).into_response();
            let cookies =
                [cookies::session(&token), cookies::choice(cookies::LANG, visit.lang.code()), cookies::choice(cookies::DOOR, "1")];
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
async fn opened(house: &House, door: &str, lang: Lang) -> Result<Option<(String, &'static str)>, StoreError> {
    let Some(door) = OpenDoor::from_code(door).filter(|_| house.site.demo) else { return Ok(None) };
    let people = accounts::residents(&house.site.db).await?;
    if door == OpenDoor::FirstDay {
        let (code, name) = cast::NEWCOMERS;
        let group = NewcomersGroup { code, name, mentor: OpenDoor::Mentor.leads_to(&people).map(|who| who.person) };
        let token = accounts::newcomer(&house.site.db, group, |n| cast::newcomer(n, lang), lang, now()).await?;
        return Ok(token.map(|token| (token, "/welcome")));
    }
    let Some(who) = door.leads_to(&people) else { return Ok(None) };
    let token = accounts::open_session(&house.site.db, who.person, now()).await?;
    // What waits is the first thing seen, whatever else the day brings.
    let page = if door == OpenDoor::Waiting { "/today#answers-title" } else { "/" };
    Ok(Some((token, page)))
}
