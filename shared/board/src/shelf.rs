//! A map that is cheap to copy: a fixed number of sorted shelves, each shared until it is written. A room tries a push on a copy of its
//! document and drops the copy when the commit fails; a replica lays unsent work over a copy of what is confirmed.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

const SHELVES: usize = 128;

type Shelf<K, V> = Vec<(K, Arc<V>)>;

#[derive(Clone, Debug)]
pub(crate) struct Shelves<K, V>(Vec<Option<Arc<Shelf<K, V>>>>);

impl<K, V> Default for Shelves<K, V> {
    fn default() -> Self {
        Self(vec![None; SHELVES])
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Shelves<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Ord + Hash + Clone, V: Clone> Shelves<K, V> {
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        let shelf = self.0[shelf_of(key)].as_ref()?;
        let at = shelf.binary_search_by(|(k, _)| k.cmp(key)).ok()?;
        Some(&shelf[at].1)
    }

    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let shelf = self.0[shelf_of(key)].as_mut()?;
        let at = shelf.binary_search_by(|(k, _)| k.cmp(key)).ok()?;
        Some(Arc::make_mut(&mut Arc::make_mut(shelf)[at].1))
    }

    /// The value of a key, put there first if it was not.
    pub(crate) fn entry(&mut self, key: &K, fresh: impl FnOnce() -> V) -> &mut V {
        let shelf = Arc::make_mut(self.0[shelf_of(key)].get_or_insert_with(Arc::default));
        let at = match shelf.binary_search_by(|(k, _)| k.cmp(key)) {
            Ok(at) => at,
            Err(at) => {
                shelf.insert(at, (key.clone(), Arc::new(fresh())));
                at
            }
        };
        Arc::make_mut(&mut shelf[at].1)
    }

    pub(crate) fn remove(&mut self, key: &K) {
        let place = &mut self.0[shelf_of(key)];
        let Some(shelf) = place.as_mut() else { return };
        if let Ok(at) = shelf.binary_search_by(|(k, _)| k.cmp(key)) {
            if shelf.len() == 1 {
                *place = None;
            } else {
                Arc::make_mut(shelf).remove(at);
            }
        }
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().flatten().flat_map(|shelf| shelf.iter().map(|(key, _)| key))
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().flatten().flat_map(|shelf| shelf.iter().map(|(_, value)| &**value))
    }
}

fn shelf_of<K: Hash>(key: &K) -> usize {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    key.hash(&mut hasher);
    let hash = hasher.finish();
    ((hash ^ (hash >> 32)) % SHELVES as u64) as usize
}

/// FNV-1a: small, and the same on every machine.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
