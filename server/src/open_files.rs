//! How many sockets this process may hold: the limit of open files, raised as far as allowed, less a reserve for pages and the database.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// Open files that sockets never take.
pub const RESERVE: u64 = 512;

/// Raises the process's limit of open files to what the system allows and answers how many sockets fit.
pub fn raise() -> usize {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let before = getrlimit(Resource::Nofile);
    let mut wanted = before;
    wanted.current = before.maximum;
    let limit = if setrlimit(Resource::Nofile, wanted).is_ok() { before.maximum } else { before.current };
    limit.map_or(usize::MAX, |files| usize::try_from(files.saturating_sub(RESERVE)).unwrap_or(usize::MAX)).max(8)
}

/// Counts the sockets that are open.
#[derive(Clone, Debug)]
pub struct Seats {
    taken: Arc<AtomicUsize>,
    all: usize,
}

/// One socket's seat; given back when dropped.
#[derive(Debug)]
pub struct Seat(Arc<AtomicUsize>);

impl Seats {
    /// So many.
    pub fn new(all: usize) -> Self {
        Self { taken: Arc::default(), all }
    }

    /// A seat, unless all are taken.
    pub fn take(&self) -> Option<Seat> {
        let seat = Seat(self.taken.clone());
        let before = self.taken.fetch_add(1, Ordering::Relaxed);
        (before < self.all).then_some(seat)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_comes_back_when_its_socket_ends() {
        let seats = Seats::new(1);
        let first = seats.take();
        assert!(first.is_some());
        assert!(seats.take().is_none());
        drop(first);
        assert!(seats.take().is_some());
    }
}
