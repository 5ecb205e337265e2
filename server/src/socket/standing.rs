//! Whether the person behind a socket may still read and write here. Asked at every message, looked up again every few seconds and whenever something
//! was revoked.

use app::{
    context::now,
    error::{AppError, AppResult},
};
use shared::{
    access::{Actor, Allowed, Locus, SeeVenture, WriteBoard, allow},
    ids::VentureId,
};
use std::time::{Duration, Instant};
use store::{Db, accounts, ventures};

/// How old a judgement may be.
pub const FRESH: Duration = Duration::from_secs(5);

/// A person's standing at one board.
pub struct Standing {
    db: Db,
    venture: VentureId,
    token: String,
    actor: Actor,
    at: Locus,
    judged: Instant,
}

impl Standing {
    /// The first judgement.
    ///
    /// # Errors
    /// [`AppError::Hidden`] where there is no such board for this person.
    pub async fn at_the_door(db: Db, venture: VentureId, token: String, actor: Actor) -> AppResult<Self> {
        let at = ventures::locus(&db, venture).await?.ok_or(AppError::Hidden)?;
        allow(&actor, SeeVenture { at: &at })?;
        Ok(Self { db, venture, token, actor, at, judged: Instant::now() })
    }

    /// The board.
    pub fn venture(&self) -> VentureId {
        self.venture
    }

    /// Who.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The proof that lets this person write, if they may.
    pub fn writes(&self) -> Option<Allowed<WriteBoard<'_>>> {
        allow(&self.actor, WriteBoard { at: &self.at }).ok()
    }

    /// Judges again when the last judgement is old.
    ///
    /// # Errors
    /// As [`Self::again`].
    pub async fn fresh(&mut self) -> AppResult<()> {
        if self.judged.elapsed() < FRESH { Ok(()) } else { self.again().await }
    }

    /// Judges again now.
    ///
    /// # Errors
    /// [`AppError::SignIn`] when the session ended, [`AppError::Hidden`] when the board is no longer this person's to see.
    pub async fn again(&mut self) -> AppResult<()> {
        self.actor = accounts::actor_of(&self.db, &self.token, now()).await?.ok_or(AppError::SignIn)?;
        self.at = ventures::locus(&self.db, self.venture).await?.ok_or(AppError::Hidden)?;
        allow(&self.actor, SeeVenture { at: &self.at })?;
        self.judged = Instant::now();
        Ok(())
    }
}
