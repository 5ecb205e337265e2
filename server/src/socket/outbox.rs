//! What waits to go out on one socket: bounded, so that a phone in a tunnel costs the server little. Presence goes first; when that is not enough the
//! socket is told to say hello again.

use bytes::Bytes;
use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};
use tokio::sync::Notify;

/// Frames that may wait.
const FRAMES: usize = 256;
/// Bytes that may wait.
const BYTES: usize = 1024 * 1024;

/// How much a frame matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Must arrive.
    Kept,
    /// May be lost.
    Light,
}

/// What the writer does next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Sends this.
    Frame(Bytes),
    /// Sends this and ends.
    Last(Bytes),
}

#[derive(Debug, Default)]
struct Waiting {
    frames: VecDeque<(Weight, Bytes)>,
    bytes: usize,
    last: Option<Bytes>,
}

/// The queue of one socket.
#[derive(Debug, Default)]
pub struct Outbox {
    waiting: Mutex<Waiting>,
    filled: Notify,
}

impl Outbox {
    /// Adds a frame. When it does not fit even without presence, all that waits is dropped and `resync` is the last frame of this socket.
    /// A frame that is by itself larger than the bound (a welcome with a large board) fits when nothing else waits.
    pub fn put(&self, weight: Weight, frame: Bytes, resync: impl FnOnce() -> Bytes) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.last.is_some() {
            return;
        }
        if !waiting.fits(frame.len()) {
            waiting.lighten();
        }
        if waiting.fits(frame.len()) {
            waiting.bytes += frame.len();
            waiting.frames.push_back((weight, frame));
        } else if weight == Weight::Kept {
            *waiting = Waiting { last: Some(resync()), ..Waiting::default() };
        }
        drop(waiting);
        self.filled.notify_one();
    }

    /// Lets what waits go out, then this as the last frame.
    pub fn finish(&self, last: Bytes) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).last.get_or_insert(last);
        self.filled.notify_one();
    }

    /// Waits for the next frame. Safe to drop while it waits.
    pub async fn next(&self) -> Next {
        loop {
            if let Some(next) = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take() {
                return next;
            }
            self.filled.notified().await;
        }
    }
}

impl Waiting {
    fn fits(&self, more: usize) -> bool {
        self.frames.is_empty() || (self.frames.len() < FRAMES && self.bytes + more <= BYTES)
    }

    fn lighten(&mut self) {
        self.frames.retain(|(weight, _)| *weight == Weight::Kept);
        self.bytes = self.frames.iter().map(|(_, frame)| frame.len()).sum();
    }

    fn take(&mut self) -> Option<Next> {
        match self.frames.pop_front() {
            Some((_, frame)) => {
                self.bytes -= frame.len();
                Some(Next::Frame(frame))
            }
            None => self.last.clone().map(Next::Last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resync() -> Bytes {
        Bytes::from_static(b"resync")
    }

    #[tokio::test]
    async fn presence_goes_first_then_the_socket_begins_anew() {
        let outbox = Outbox::default();
        outbox.put(Weight::Light, Bytes::from_static(b"cursor"), resync);
        for _ in 0..FRAMES {
            outbox.put(Weight::Kept, Bytes::from_static(b"operation"), resync);
        }
        assert_eq!(outbox.next().await, Next::Frame(Bytes::from_static(b"operation")), "the cursor gave way");
        outbox.put(Weight::Kept, Bytes::from_static(b"one"), resync);
        outbox.put(Weight::Light, Bytes::from_static(b"cursor"), resync);
        outbox.put(Weight::Kept, Bytes::from_static(b"two"), resync);
        assert_eq!(outbox.next().await, Next::Last(resync()));
    }

    #[tokio::test]
    async fn a_large_welcome_fits_an_empty_queue() {
        let outbox = Outbox::default();
        outbox.put(Weight::Kept, Bytes::from(vec![0; 2 * BYTES]), resync);
        assert!(matches!(outbox.next().await, Next::Frame(frame) if frame.len() == 2 * BYTES));
        outbox.finish(resync());
        outbox.put(Weight::Kept, Bytes::from_static(b"late"), resync);
        assert_eq!(outbox.next().await, Next::Last(resync()));
    }
}
