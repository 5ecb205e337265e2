//! Hashing of passphrases and codes: Argon2id, off the async threads, a bounded number at a time. It never keeps a secret.

use crate::{Result, StoreError};
use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::{self, SaltString},
};
use futures::future::try_join_all;
use shared::accounts::OneTimeCode;
use std::sync::Arc;
use tokio::sync::{OnceCell, Semaphore};

/// Hashes and compares. Cheap to clone.
#[derive(Clone)]
pub struct Secrets {
    turns: Arc<Semaphore>,
    params: Params,
    nobody: Arc<OnceCell<String>>,
}

impl Secrets {
    /// 19 MiB, two rounds; so many at a time.
    pub fn new(permits: usize) -> Self {
        Self::with(permits, 19 * 1024, 2)
    }

    /// For demo people and tests, whose passphrases are no secrets.
    pub fn cheap() -> Self {
        Self::with(2, 8, 1)
    }

    fn with(permits: usize, memory: u32, rounds: u32) -> Self {
        let params = Params::new(memory, rounds, 1, None).expect("these figures are within Argon2's bounds");
        Self { turns: Arc::new(Semaphore::new(permits.max(1))), params, nobody: Arc::default() }
    }

    /// The hash to store.
    ///
    /// # Errors
    /// [`StoreError::Hashing`] when the machine gives no memory or no random bytes.
    pub async fn hash(&self, secret: &str) -> Result<String> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|error| StoreError::Hashing(error.to_string()))?;
        let salt = SaltString::encode_b64(&salt).map_err(|error| StoreError::Hashing(error.to_string()))?;
        let (argon, secret) = (self.argon(), secret.to_owned());
        self.in_turn(move || argon.hash_password(secret.as_bytes(), &salt).map(|hash| hash.to_string())).await
    }

    /// The hashes of many codes, in their order: as many at a time as there are permits.
    ///
    /// # Errors
    /// As [`Self::hash`].
    pub async fn hash_all<T>(&self, codes: Vec<(T, OneTimeCode)>) -> Result<Vec<(T, String)>> {
        let hashed = codes.into_iter().map(|(whose, code)| {
            let secrets = self.clone();
            async move { Ok::<_, StoreError>((whose, secrets.hash(code.as_str()).await?)) }
        });
        try_join_all(hashed).await
    }

    /// Is it the secret of that hash. The hash says how it was made.
    ///
    /// # Errors
    /// [`StoreError::Hashing`] when the hash is none.
    pub async fn verify(&self, secret: &str, hash: &str) -> Result<bool> {
        let (argon, secret, hash) = (self.argon(), secret.to_owned(), hash.to_owned());
        self.in_turn(move || match argon.verify_password(secret.as_bytes(), &PasswordHash::new(&hash)?) {
            Ok(()) => Ok(true),
            Err(password_hash::Error::Password) => Ok(false),
            Err(error) => Err(error),
        })
        .await
    }

    /// Takes as long as [`Self::verify`], for an account that is not there.
    pub(crate) async fn verify_nobody(&self, secret: &str) -> Result<()> {
        let hash = self.nobody.get_or_try_init(|| self.hash("nobody")).await?;
        self.verify(secret, hash).await.map(drop)
    }

    fn argon(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> password_hash::Result<T> + Send + 'static) -> Result<T> {
        let failed = |error: &dyn core::fmt::Display| StoreError::Hashing(error.to_string());
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|error| failed(&error))?;
        let done = tokio::task::spawn_blocking(move || {
            let answer = work();
            drop(turn);
            answer
        });
        done.await.map_err(|error| failed(&error))?.map_err(|error| failed(&error))
    }
}
