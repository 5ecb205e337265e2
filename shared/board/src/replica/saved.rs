//! A replica as bytes, for the outbox: the confirmed document, all unsent work and the undo stack, so that a closed tab loses nothing.

use super::{Line, Replica, history::History, pending::Pending};
use crate::{
    codec::{decode, encode},
    document::Document,
    id::{Author, ClientNo, Counter},
    wire::Refusal,
};
use minicbor::{Decode, Encode, bytes::ByteVec};

/// Raised when the meaning of what is saved changes.
const VERSION: u16 = 1;

#[derive(Encode, Decode)]
struct Saved {
    #[n(0)]
    version: u16,
    #[n(1)]
    device: ByteVec,
    #[n(2)]
    document: ByteVec,
    #[n(3)]
    client: Option<ClientNo>,
    #[n(4)]
    author: Author,
    #[n(5)]
    next: Counter,
    #[n(6)]
    writes: bool,
    #[n(7)]
    pending: Vec<Pending>,
    #[n(8)]
    history: History,
}

impl Replica {
    /// All that must survive the tab.
    pub fn saved(&self) -> Vec<u8> {
        encode(&Saved {
            version: VERSION,
            device: self.device.clone().into(),
            document: self.confirmed.snapshot().into(),
            client: self.client,
            author: self.author,
            next: self.next,
            writes: self.writes,
            pending: self.pending.clone(),
            history: self.history.clone(),
        })
    }

    /// The replica that [`Self::saved`] wrote, without a connection.
    ///
    /// # Errors
    /// [`Refusal::Protocol`] when newer code saved it; [`Refusal::IllFormed`] or another for damage.
    pub fn restored(bytes: &[u8]) -> Result<Self, Refusal> {
        let saved: Saved = decode(bytes)?;
        if saved.version != VERSION {
            return Err(Refusal::Protocol);
        }
        let mut replica = Self::new(Document::from_snapshot(&saved.document)?).on_device(saved.device.to_vec());
        replica.client = saved.client;
        replica.author = saved.author;
        replica.next = saved.next;
        replica.writes = saved.writes;
        replica.pending = saved.pending;
        replica.history = saved.history;
        replica.line = Line::Down;
        for pending in &mut replica.pending {
            pending.sent = false;
        }
        replica.rebuild();
        Ok(replica)
    }
}
