//! A board's WebSocket. At the door: session, role and board are judged (the Origin was, before), else 401, 403 or 404 and no socket.
//! Afterwards [`talk`] carries frames between the browser and `store::Boards`. It keeps no state of a board and judges no operation.

mod outbox;
mod standing;
mod talk;

use crate::{
    router::House,
    web::faults::{self, Fault},
};
use app::{
    context::Visit,
    error::{AppError, AppResult},
};
use axum::{
    Extension,
    extract::{
        Path, State,
        ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use board::limits;
use standing::Standing;

/// Above this the connection breaks; between [`limits::FRAME`] and this the frame is refused and the connection goes on.
const BREAKS: usize = 4 * limits::FRAME;

/// `GET /ws/board/{venture}`.
pub async fn open(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    Path(venture): Path<String>,
    asked: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let standing = match standing(&house, visit.clone(), &venture).await {
        Ok(standing) => standing,
        Err(error) => return faults::json(&error),
    };
    let upgrade = match upgrade {
        Ok(upgrade) => upgrade,
        Err(rejection) => return axum::response::IntoResponse::into_response(rejection),
    };
    let Some(seat) = house.seats.take() else {
        let mut busy = faults::answer(Fault::Busy, visit.lang, &house.site.assets, &asked);
        busy.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
        return busy;
    };
    upgrade.max_message_size(BREAKS).max_frame_size(BREAKS).on_upgrade(move |socket| async move {
        talk::talk(house, standing, visit.saver, socket).await;
        drop(seat);
    })
}

async fn standing(house: &House, visit: Visit, venture: &str) -> AppResult<Standing> {
    let (Some(actor), Some(token)) = (visit.actor, visit.session) else { return Err(AppError::SignIn) };
    let venture = venture.parse().map_err(|_| AppError::Hidden)?;
    Standing::at_the_door(house.site.db.clone(), venture, token, actor).await
}
