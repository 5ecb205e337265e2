//! Whole tasks in a real browser, each person in one of their own. Two cores carry four browsers at once: a test takes as many seats as it needs.

mod bytes;
mod canvas;
mod classes;
mod evaluator;
mod forms;
mod gates;
mod keyboard;
mod line;
mod look;
mod office;
mod pages;
mod saver;
mod sharing;
mod start;
mod story;

use tokio::sync::{Semaphore, SemaphorePermit};

static SEATS: Semaphore = Semaphore::const_new(4);

/// Waits for room for so many browsers.
async fn seats(browsers: u32) -> SemaphorePermit<'static> {
    SEATS.acquire_many(browsers).await.expect("never closed")
}
