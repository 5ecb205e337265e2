//! The folder of stored pictures: their bytes, under names nobody can guess. It knows no rows.

use board::id::AssetId;
use bytes::Bytes;
use object_store::{ObjectStore, PutPayload, local::LocalFileSystem, path::Path as Key};
use std::{io, path::Path, sync::Arc};

/// The folder.
#[derive(Clone, Debug)]
pub struct Files(Arc<LocalFileSystem>);

impl Files {
    /// Opens the folder; makes it when missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(folder: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)))
    }

    /// Writes a picture under its name.
    ///
    /// # Errors
    /// When the disk is full or not there.
    pub async fn put(&self, asset: &AssetId, bytes: Vec<u8>) -> object_store::Result<()> {
        self.0.put(&key(asset), PutPayload::from(Bytes::from(bytes))).await.map(|_| ())
    }

    /// Reads a picture.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn get(&self, asset: &AssetId) -> object_store::Result<Bytes> {
        self.0.get(&key(asset)).await?.bytes().await
    }

    /// Takes a picture's bytes away. Once they are gone, again changes nothing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub async fn forget(&self, asset: &AssetId) -> object_store::Result<()> {
        match self.0.delete(&key(asset)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }
}

/// Two letters a folder: 26,000 ventures make many pictures.
fn key(asset: &AssetId) -> Key {
    Key::from(format!("{}/{}.jpg", &asset.0[..2], asset.0))
}
