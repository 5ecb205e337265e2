//! What a handler left unread of a request is read to its end before the answer goes. A connection that is closed with bytes under way is reset,
//! and the answer with it: a proxy then says 502 where the server had said why. Bounded, so that nobody is waited for without end.

use axum::{
    body::{Body, BodyDataStream, Bytes, HttpBody},
    extract::Request,
    middleware::Next,
    response::Response,
};
use futures::{Stream, StreamExt};
use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::timeout;

/// The largest request that our samples for proxies let through, and some; more is a fault of the sender.
const MOST: usize = 12 * 1024 * 1024;
/// A phone on a slow line takes so long for a photo.
const LONGEST: Duration = Duration::from_secs(60);

/// Answers once the request has come to its end.
pub async fn read(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (head, body) = request.into_parts();
    let body = Shared(Arc::new(Mutex::new(body.into_data_stream())));
    let answer = next.run(Request::from_parts(head, Body::from_stream(body.clone()))).await;
    // What is too slow or too much is cut off as it would have been.
    let _ = timeout(LONGEST, drain(body)).await;
    answer
}

async fn drain(mut body: Shared) {
    let mut read = 0;
    while let Some(Ok(bytes)) = body.next().await {
        read += bytes.len();
        if read > MOST {
            return;
        }
    }
}

/// A body that is read on after its handler has let it go.
#[derive(Clone)]
struct Shared(Arc<Mutex<BodyDataStream>>);

impl Stream for Shared {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).poll_next_unpin(context)
    }
}
