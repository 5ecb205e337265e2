//! Counts what travels for who is signed in: the bodies as they leave, compressed, with the headers of both ways. What a network adds below that
//! is not seen here.

use super::cookies;
use crate::router::House;
use app::context::Visit;
use axum::{
    body::{Body, HttpBody},
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::Response,
};
use futures::StreamExt;
use shared::{ids::PersonId, traffic::TrafficKind};

/// The first line of a request or an answer, about.
const FIRST_LINE: u64 = 40;

/// Counts a request of somebody who was greeted.
pub async fn count(State(house): State<House>, request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>();
    let person = visit.and_then(|visit| visit.actor.as_ref()).map(|actor| actor.person);
    if let Some((session, person)) = visit.and_then(|visit| visit.session.as_deref()).zip(person) {
        house.site.traffic.met(session, person);
    }
    counted(&house, person, request, next).await
}

/// Counts a file of the program, which nobody is greeted for: for whoever used this session of late.
pub async fn count_program(State(house): State<House>, request: Request, next: Next) -> Response {
    let person = cookies::read(request.headers(), cookies::SESSION).and_then(|session| house.site.traffic.holder(session));
    counted(&house, person, request, next).await
}

async fn counted(house: &House, person: Option<PersonId>, request: Request, next: Next) -> Response {
    let Some(person) = person else { return next.run(request).await };
    let (kind, meter) = (TrafficKind::of_path(request.uri().path()), house.site.traffic.clone());
    let sent = weight(request.headers()) + request.body().size_hint().exact().unwrap_or_else(|| length(request.headers()));
    let answer = next.run(request).await;
    meter.add(person, kind, sent + weight(answer.headers()));
    let (head, body) = answer.into_parts();
    if let Some(bytes) = body.size_hint().exact() {
        meter.add(person, kind, bytes);
        return Response::from_parts(head, body);
    }
    // Compressed on its way: its length is known when it has gone.
    let going = body.into_data_stream().inspect(move |piece| {
        if let Ok(piece) = piece {
            meter.add(person, kind, piece.len() as u64);
        }
    });
    Response::from_parts(head, Body::from_stream(going))
}

fn weight(headers: &HeaderMap) -> u64 {
    headers.iter().fold(FIRST_LINE, |sum, (name, value)| sum + (name.as_str().len() + value.len() + 4) as u64)
}

fn length(headers: &HeaderMap) -> u64 {
    headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok()).unwrap_or_default()
}
